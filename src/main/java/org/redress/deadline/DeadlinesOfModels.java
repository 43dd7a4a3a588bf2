package org.redress.deadline;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.NullUnmarked;
import org.redress.casefile.CaseFiles;
import org.redress.engine.DeployedProcess;
import org.redress.engine.EveryModel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What holds for every model: a task that begins after its deadline has priority from the start, and a process that ends leaves
 * no deadline open.
 */
@Component
@NullUnmarked
class DeadlinesOfModels implements EveryModel {
    private final ObjectProvider<Deadlines> deadlines;
    private final CaseFiles cases;

    DeadlinesOfModels(ObjectProvider<Deadlines> deadlines, CaseFiles cases) {
        this.deadlines = deadlines;
        this.cases = cases;
    }

    private static String words(DelegateTask task) {
        return task.getDueDate() != null && task.getVariable("agreedWithin") instanceof String within ? within : null;
    }

    @Override
    public void userTask(WhoseTask whose, Listening<TaskListener> listening) {
        listening.on(TaskListener.EVENTNAME_CREATE, task -> {
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
    public void process(DeployedProcess process, Listening<ExecutionListener> listening) {
        listening.on(ExecutionListener.EVENTNAME_END, execution -> {
            if (execution.getVariable("caseReference") instanceof String reference) {
                var file = cases.get(reference);
                boolean over = file.status().over();
                // what ended the case decides, not the day on which it was recorded
                deadlines.getObject().cancelOf(reference, execution.getProcessInstanceId(),
                        over ? "the case is over: " + file.status().text().toLowerCase(Locale.ROOT) : "the step that it belonged to has ended",
                        over ? file.statusSince() : null);
            }
        });
    }
}
