package org.redress.models;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with models that do not keep the rules, also where nothing was deployed because nothing in the folder changed: the
 * product may have, and what its models counted on may be gone.
 */
@Component
@Order(14)
class ModelsAtTheStart implements ApplicationRunner {
    private final ModelGate gate;
    private final ModelDeployment deployment;
    private final DeployedModels models;

    ModelsAtTheStart(ModelGate gate, ModelDeployment deployment, DeployedModels models) {
        this.gate = gate;
        this.deployment = deployment;
        this.models = models;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!deployment.deploys()) {
            // a command works with what is there; into an empty database it brings its own
            if (models.deployments().isEmpty()) {
                models.deploy();
            }
        } else if (!gate.looked()) {
            gate.look(deployment.contents());
        }
    }
}
