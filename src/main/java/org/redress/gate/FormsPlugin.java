package org.redress.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/** Refuses to deploy a form that the gate could not check; otherwise only its first user would notice. */
@Component
@NullUnmarked
class FormsPlugin extends AbstractProcessEnginePlugin {
    private final Conditions conditions = new Conditions();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var deployers = Optional.ofNullable(configuration.getCustomPostDeployers()).orElseGet(ArrayList::new);
        deployers.add((Deployer) this::check);
        configuration.setCustomPostDeployers(deployers);
    }

    private void check(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().values().stream().filter(resource -> resource.getName().endsWith(".form")).forEach(this::check);
        }
    }

    private void check(ResourceEntity form) {
        try {
            FormReader.read(new String(form.getBytes(), StandardCharsets.UTF_8)).fields().forEach(conditions::check);
        } catch (FormRefused e) {
            throw new FormRefused(form.getName() + ": " + e.getMessage());
        }
    }
}
