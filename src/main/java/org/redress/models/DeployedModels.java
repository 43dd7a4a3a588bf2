package org.redress.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/** What is deployed: at a start, and in an application without cases, where files can take the place of others as if it had started with them. */
@Component
public class DeployedModels {
    /** What the engine calls each deployment of ours. */
    static final String NAME = "Redress";

    private final RepositoryService repository;
    private final ModelDeployment files;

    DeployedModels(RepositoryService repository, ModelDeployment files) {
        this.repository = repository;
        this.files = files;
    }

    /** Whether this start deploys its files; a command beside the server does not. */
    public boolean deploys() {
        return files.deploys();
    }

    /** The files of this start, by the names under which they are deployed. */
    public Map<String, byte[]> ofTheStart() {
        return files.contents();
    }

    /** All deployments that are there, the first at the top. */
    public List<Deployment> deployments() {
        return repository.createDeploymentQuery().deploymentName(NAME).orderByDeploymentTime().asc().list();
    }

    /** Deploys all files of this start together, through the same checks, whatever is deployed already. */
    public Deployment deploy() {
        return deploy(files);
    }

    /** Deploys the files as they are now, through the same checks as a start, and removes what was deployed before; nothing changes if they are refused. */
    public void replace() {
        replace(files);
    }

    /** The same with the files of a folder. */
    public void replace(String folder) {
        replace(new ModelDeployment(folder));
    }

    /** Whether a deployment holds the files as they are now, and nothing else. */
    public boolean holdsTheFiles(String deployment) {
        var now = files.contents();
        return now.keySet().equals(Set.copyOf(repository.getDeploymentResourceNames(deployment))) && now.entrySet().stream().allMatch(file -> {
            try (var content = repository.getResourceAsStream(deployment, file.getKey())) {
                return Arrays.equals(file.getValue(), content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void replace(ModelDeployment now) {
        var before = repository.createDeploymentQuery().list();
        deploy(now);
        before.forEach(earlier -> repository.deleteDeployment(earlier.getId(), true));
    }

    private Deployment deploy(ModelDeployment now) {
        var deployment = repository.createDeployment().name(NAME);
        for (var file : now.resources()) {
            try (var content = file.getInputStream()) {
                deployment.addInputStream(file.getDescription(), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return deployment.deploy();
    }
}
