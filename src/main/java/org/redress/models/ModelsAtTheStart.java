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

    ModelsAtTheStart(ModelGate gate, ModelDeployment deployment) {
        this.gate = gate;
        this.deployment = deployment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (deployment.deploys() && !gate.looked()) {
            gate.look(deployment.contents());
        }
    }
}
