package org.redress.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/**
 * What a card in Tasklist says beside the task's name. People who may only work on a task see its own variables and not those of
 * its process, so every task gets these few as its own.
 */
@Component
@NullUnmarked
class TaskCards extends AbstractProcessEnginePlugin {
    /** The variables by the word that the card shows for them. */
    static final Map<String, String> SHOWN = new LinkedHashMap<>();

    static {
        SHOWN.put("caseReference", "Case");
        SHOWN.put("stageNumber", "Stage");
        SHOWN.put("issueNumber", "Issue");
        SHOWN.put("actionNumber", "Action");
        SHOWN.put("commentNumber", "Comment");
        SHOWN.put("personNumber", "Person");
        SHOWN.put("missedDeadline", "Missed");
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = Optional.ofNullable(configuration.getCustomPreBPMNParseListeners()).orElseGet(ArrayList::new);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, TaskCards::write);
            }
        });
        configuration.setCustomPreBPMNParseListeners(listeners);
    }

    private static void write(DelegateTask task) {
        SHOWN.keySet().forEach(name -> {
            var value = task.getVariable(name);
            // before the first stage and outside stages there is none to tell
            if (value != null && !(name.equals("stageNumber") && Integer.valueOf(0).equals(value))) {
                task.setVariableLocal(name, value);
            }
        });
    }
}
