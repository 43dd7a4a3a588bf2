package org.redress.models;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.script.ScriptEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.scripting.engine.CamundaScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.jspecify.annotations.NullUnmarked;
import org.redress.gate.Forms;
import org.redress.identity.Role;
import org.springframework.stereotype.Component;

/**
 * Stands before every deployment, whoever asks for it: reads all files, says everything that the product does not run, by file and
 * element, and lets all of them in or none. What got past it would still find no script engine and no bean but those for models.
 */
@Component
@NullUnmarked
class ModelGate extends AbstractProcessEnginePlugin {
    private final ModelBeans beans;
    private final Forms forms;

    ModelGate(ModelBeans beans, Forms forms) {
        this.beans = beans;
        this.forms = forms;
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
        if (!deployment.isNew()) {
            return;
        }
        var resources = deployment.getResources().values().stream().sorted((one, other) -> one.getName().compareTo(other.getName())).toList();
        var formIds = new HashSet<String>();
        var findings = new ArrayList<Finding>();
        for (var resource : resources) {
            if (resource.getName().endsWith(".form")) {
                forms.faults(text(resource)).forEach(why -> findings.add(new Finding(resource.getName(), "the form", why)));
                forms.id(text(resource)).ifPresent(formIds::add);
            }
        }
        var groups = groups();
        resources.forEach(resource -> findings.addAll(findings(resource, groups, formIds)));
        if (!findings.isEmpty()) {
            throw new ModelsRefused(findings);
        }
    }

    private List<Finding> findings(ResourceEntity resource, Set<String> groups, Set<String> formIds) {
        var name = resource.getName();
        try {
            if (name.endsWith(".bpmn")) {
                return BpmnCheck.findings(XmlFile.read(name, resource.getBytes()), new ExpressionCheck(beans), groups::contains, formIds::contains);
            }
            if (name.endsWith(".dmn")) {
                return DmnCheck.findings(XmlFile.read(name, resource.getBytes()));
            }
        } catch (XmlFile.Unreadable e) {
            return List.of(new Finding(name, "the file", e.getMessage()));
        }
        return name.endsWith(".form") ? List.of()
                : List.of(new Finding(name, "the file", "it is neither a model (.bpmn), a table (.dmn) nor a form (.form); leave it out"));
    }

    /** The groups that exist, and the roles, which the first start makes after its models. */
    private static Set<String> groups() {
        var groups = new HashSet<String>();
        Arrays.stream(Role.values()).map(Role::group).forEach(groups::add);
        var context = Context.getCommandContext();
        context.runWithoutAuthorization(() -> context.getReadOnlyIdentityProvider().createGroupQuery(context).list())
                .forEach(group -> groups.add(group.getId()));
        return groups;
    }

    private static String text(ResourceEntity resource) {
        return new String(resource.getBytes(), StandardCharsets.UTF_8);
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
