package org.redress.deadline;

import java.util.ArrayList;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.NullUnmarked;
import org.redress.casefile.CaseFiles;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What holds for every model: a task that begins after its deadline has priority from the start, and a process that ends leaves
 * no deadline open.
 */
@Component
@NullUnmarked
class DeadlinePlugin extends AbstractProcessEnginePlugin {
    private final ObjectProvider<Deadlines> deadlines;
    private final CaseFiles cases;

    DeadlinePlugin(ObjectProvider<Deadlines> deadlines, CaseFiles cases) {
        this.deadlines = deadlines;
        this.cases = cases;
    }

    private static String words(DelegateTask task) {
        return task.getDueDate() != null && task.getVariable("agreedWithin") instanceof String within ? within : null;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = Optional.ofNullable(configuration.getCustomPreBPMNParseListeners()).orElseGet(ArrayList::new);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, task -> {
                            if (NoPeriod.read(words(task)).isPresent()
                                    && deadlines.getObject().noPeriod((String) task.getVariable("caseReference"), task.getProcessInstanceId())) {
                                task.setDueDate(null);
                            }
                            if (ModelTimers.overdue(task.getDueDate())) {
                                task.setPriority(ModelTimers.OVERDUE_PRIORITY);
                            }
                        });
            }

            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity definition) {
                ExecutionListener end = execution -> {
                    if (execution.getVariable("caseReference") instanceof String reference) {
                        var file = cases.get(reference);
                        boolean over = file.status().over();
                        // what ended the case decides, not the day on which it was recorded
                        deadlines.getObject().cancelOf(reference, execution.getProcessInstanceId(),
                                over ? "the case is over: " + file.status().text().toLowerCase(java.util.Locale.ROOT) : "the step that it belonged to has ended",
                                over ? file.statusSince() : null);
                    }
                };
                definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, end);
            }
        });
        configuration.setCustomPreBPMNParseListeners(listeners);
    }
}
