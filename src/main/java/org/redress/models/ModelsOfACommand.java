package org.redress.models;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A command beside the server works with the models that the server has deployed; into a database where none are it brings its own, before anything asks for a table. */
@Component
@Order(1)
class ModelsOfACommand implements ApplicationRunner {
    private final DeployedModels models;

    ModelsOfACommand(DeployedModels models) {
        this.models = models;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!models.deploys() && models.deployments().isEmpty()) {
            models.deploy();
        }
    }
}
