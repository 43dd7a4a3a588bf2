package org.redress.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.script.ScriptEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.scripting.engine.CamundaScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/** Has every deployment looked at before it is read. What got past it would still find no script engine and no bean but those for models. */
@Component
@NullUnmarked
class ModelLookPlugin extends AbstractProcessEnginePlugin {
    private final ModelLook look;
    private final ExpressionBeans beans;

    ModelLookPlugin(ModelLook look, ExpressionBeans beans) {
        this.look = look;
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new ModelExpressions(beans));
        configuration.setScriptEngineResolver(new NoScripts());
        var deployers = Optional.ofNullable(configuration.getCustomPreDeployers()).orElseGet(ArrayList::new);
        deployers.add((Deployer) this::check);
        configuration.setCustomPreDeployers(deployers);
    }

    private void check(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            look.look(files(deployment), new Inside(Context.getCommandContext()));
        }
    }

    private static Map<String, byte[]> files(DeploymentEntity deployment) {
        var files = new HashMap<String, byte[]>();
        deployment.getResources().values().forEach(resource -> files.put(resource.getName(), resource.getBytes()));
        return files;
    }

    /** No model and no table runs a script, in whatever language. */
    private static final class NoScripts extends DefaultScriptEngineResolver {
        NoScripts() {
            super(new CamundaScriptEngineManager());
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean cached) {
            throw new ProcessEngineException("Scripts do not run here.");
        }
    }
}
