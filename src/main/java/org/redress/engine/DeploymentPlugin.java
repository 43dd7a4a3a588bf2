package org.redress.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Deploys the product's models at a start, under their names wherever they come from: the engine would take a place in a folder or a jar for the name. */
@Component
@NullUnmarked
class DeploymentPlugin extends AbstractProcessEnginePlugin implements CamundaDeploymentConfiguration {
    private final ModelsToDeploy models;

    DeploymentPlugin(ModelsToDeploy models) {
        this.models = models;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var spring = (SpringProcessEngineConfiguration) configuration;
        spring.setDeploymentName(models.name());
        var resources = getDeploymentResources();
        if (!resources.isEmpty()) {
            spring.setDeploymentResources(resources.toArray(new Resource[0]));
        }
    }

    @Override
    public Set<Resource> getDeploymentResources() {
        var resources = new LinkedHashSet<Resource>();
        models.toDeploy().forEach(resource -> resources.add(new Named(resource)));
        return resources;
    }

    private static final class Named extends AbstractResource implements ContextResource {
        private final Resource resource;

        Named(Resource resource) {
            this.resource = resource;
        }

        @Override
        public String getPathWithinContext() {
            return resource.getDescription();
        }

        @Override
        public String getDescription() {
            return resource.getDescription();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return resource.getInputStream();
        }
    }
}
