package org.redress.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.NullUnmarked;
import org.redress.engine.EveryModel;
import org.springframework.stereotype.Component;

/**
 * What a card in Tasklist says beside the task's name. People who may only work on a task see its own variables and not those of
 * its process, so every task gets these few as its own.
 */
@Component
@NullUnmarked
class TaskCards implements EveryModel {
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
    public void userTask(WhoseTask whose, Listening<TaskListener> listening) {
        listening.on(TaskListener.EVENTNAME_CREATE, TaskCards::write);
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
