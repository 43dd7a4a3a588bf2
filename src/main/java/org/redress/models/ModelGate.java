package org.redress.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.script.ScriptEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.scripting.engine.CamundaScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.jspecify.annotations.NullUnmarked;
import org.redress.gate.Forms;
import org.redress.identity.Role;
import org.redress.identity.Services;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StopWatch;

/**
 * Stands before every deployment, whoever asks for it: reads all files, says everything that the product does not run, by file and
 * element, and lets all of them in or none. What got past it would still find no script engine and no bean but those for models.
 */
@Component
@NullUnmarked
class ModelGate extends AbstractProcessEnginePlugin {
    private static final Logger LOG = LoggerFactory.getLogger(ModelGate.class);

    private final ModelBeans beans;
    private final Forms forms;
    private ProcessEngineConfigurationImpl engine;
    private volatile boolean looked;

    ModelGate(ModelBeans beans, Forms forms) {
        this.beans = beans;
        this.forms = forms;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        engine = configuration;
        configuration.setExpressionManager(new ModelExpressions(beans));
        configuration.setScriptEngineResolver(new NoScripts());
        var deployers = Optional.ofNullable(configuration.getCustomPreDeployers()).orElseGet(ArrayList::new);
        deployers.add((Deployer) this::check);
        configuration.setCustomPreDeployers(deployers);
    }

    private void check(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            look(files(deployment), Context.getCommandContext());
        }
    }

    private static Map<String, byte[]> files(DeploymentEntity deployment) {
        var files = new HashMap<String, byte[]>();
        deployment.getResources().values().forEach(resource -> files.put(resource.getName(), resource.getBytes()));
        return files;
    }

    /** Whether anything was looked at since the start. */
    boolean looked() {
        return looked;
    }

    /** Looks at files that are deployed already. */
    void look(Map<String, byte[]> files) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            look(files, context);
            return null;
        });
    }

    private void look(Map<String, byte[]> files, CommandContext context) {
        var watch = new StopWatch();
        watch.start();
        var models = Models.of(surroundings(context), files);
        var findings = ModelRules.refused(models);
        watch.stop();
        LOG.info("Checked {} models, tables and forms by {} rules in {} ms; {} cells and conditions were read.", files.size(), ModelRules.ALL.stream().filter(Rule::refuses).count(),
                watch.getTotalTimeMillis(), models.feel().different());
        looked = true;
        if (!findings.isEmpty()) {
            throw new ModelsRefused(findings);
        }
    }

    /** The product as it is, with the groups that exist, and those of the roles, which the first start makes after its models. */
    private Surroundings surroundings(CommandContext context) {
        var groups = new HashSet<String>();
        var councils = new HashSet<String>();
        Arrays.stream(Role.values()).map(Role::group).forEach(groups::add);
        context.runWithoutAuthorization(() -> {
            var identity = context.getReadOnlyIdentityProvider();
            for (var group : identity.createGroupQuery(context).list()) {
                groups.add(group.getId());
                if (Services.isGroup(group.getId()) || Groups.CAMUNDA_ADMIN.equals(group.getId()) || identity.createTenantQuery(context).groupMember(group.getId()).count() > 0) {
                    councils.add(group.getId());
                }
            }
            return null;
        });
        return new Surroundings(beans::delegate, Set.copyOf(groups), Set.copyOf(councils), Set.of(), forms::faults);
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
