package org.redress.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/** Tells of every model that the engine reads. */
@Component
@NullUnmarked
class EveryModelPlugin extends AbstractProcessEnginePlugin {
    private final List<EveryModel> told;

    EveryModelPlugin(List<EveryModel> told) {
        this.told = told;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = Optional.ofNullable(configuration.getCustomPreBPMNParseListeners()).orElseGet(ArrayList::new);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                told.forEach(each -> each.userTask(new Whose(definition), definition::addBuiltInTaskListener));
            }

            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity definition) {
                told.forEach(each -> each.process(new DeployedProcess(definition), definition::addBuiltInListener));
            }
        });
        configuration.setCustomPreBPMNParseListeners(listeners);
    }

    private record Whose(TaskDefinition definition) implements EveryModel.WhoseTask {
        @Override
        public List<Expression> groups() {
            return List.copyOf(definition.getCandidateGroupIdExpressions());
        }

        @Override
        public void pass(UnaryOperator<Expression> group, UnaryOperator<Expression> person) {
            var groups = List.copyOf(definition.getCandidateGroupIdExpressions());
            definition.getCandidateGroupIdExpressions().clear();
            groups.forEach(one -> definition.addCandidateGroupIdExpression(group.apply(one)));
            var assignee = definition.getAssigneeExpression();
            if (assignee != null) {
                definition.setAssigneeExpression(person.apply(assignee));
            }
        }
    }
}
