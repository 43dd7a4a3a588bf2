package org.redress.engine;

import java.util.ArrayList;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.model.CallableElementParameter;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DefaultCacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/** A process that was moved asks the tables with which it began where a model asks one, and so does what it calls from then on. */
@Component
@NullUnmarked
class MovedCasesPlugin extends AbstractProcessEnginePlugin {
    /** Of the engine's caches, as the engine has it. */
    private static final int CAPACITY = 1000;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = Optional.ofNullable(configuration.getCustomPreBPMNParseListeners()).orElseGet(ArrayList::new);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (activity.getActivityBehavior() instanceof CallableElementActivityBehavior calls) {
                    calls.getCallableElement().addInput(new HandedOn());
                }
            }
        });
        configuration.setCustomPreBPMNParseListeners(listeners);
    }

    /** When the engine has made its own, with what deploys into it. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        var cache = new TablesOfTheBeginning();
        cache.setDeployers(configuration.getDeployers());
        configuration.setDeploymentCache(cache);
    }

    private static final class TablesOfTheBeginning extends DeploymentCache {
        TablesOfTheBeginning() {
            super(new DefaultCacheFactory(), CAPACITY);
        }

        @Override
        public DecisionDefinition findDeployedDecisionDefinitionByDeploymentAndKey(String deployment, String key) {
            var step = Context.getBpmnExecutionContext();
            var began = step == null ? null : (String) step.getExecution().getVariable(BeganWith.VARIABLE);
            var first = began == null ? deployment : findDeployedProcessDefinitionById(began).getDeploymentId();
            return super.findDeployedDecisionDefinitionByDeploymentAndKey(first.equals(deployment) || holds(first, key) ? first : deployment, key);
        }

        /** A table that is new since the case began has no other rules than those of the model that asks it. */
        private static boolean holds(String deployment, String key) {
            return Context.getCommandContext().getDecisionDefinitionManager().findDecisionDefinitionByDeploymentAndKey(deployment, key) != null;
        }
    }

    /** Only where there is something to hand on: other processes have no such variable. */
    private static final class HandedOn extends CallableElementParameter {
        @Override
        public void applyTo(VariableScope caller, VariableMap called) {
            called.putAll(BeganWith.handedOn(caller));
        }
    }
}
