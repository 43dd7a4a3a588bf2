package org.redress.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.core.io.ContextResource;
import org.springframework.stereotype.Component;

/** What is deployed in an application without cases, where files can take the place of others as if it had started with them. */
@Component
public class DeployedModels {
    private final RepositoryService repository;
    private final ModelDeployment files;

    DeployedModels(RepositoryService repository, ModelDeployment files) {
        this.repository = repository;
        this.files = files;
    }

    /** Deploys the files as they are now, through the same checks as a start, and removes what was deployed before; nothing changes if they are refused. */
    public void replace() {
        replace(files);
    }

    /** The same with the files of a folder. */
    public void replace(String folder) {
        replace(new ModelDeployment(folder));
    }

    private void replace(ModelDeployment now) {
        var before = repository.createDeploymentQuery().list();
        var deployment = repository.createDeployment().name("Redress");
        for (var file : now.getDeploymentResources()) {
            try (var content = file.getInputStream()) {
                deployment.addInputStream(((ContextResource) file).getPathWithinContext(), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        deployment.deploy();
        before.forEach(earlier -> repository.deleteDeployment(earlier.getId(), true));
    }
}
