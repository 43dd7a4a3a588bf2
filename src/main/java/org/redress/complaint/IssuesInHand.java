package org.redress.complaint;

import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.redress.casefile.CaseSummary;
import org.redress.gate.Submission;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Issues that come into a case while it goes on: each is answered with the others, or gets a task of its own (CORP-34). */
@Component
class IssuesInHand {
    static final String ISSUE_ADDED = "IssueAdded";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;

    // lazily: these are the engine's services, and the engine needs the forms that ask
    IssuesInHand(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy HistoryService history) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
    }

    /** Why no issue can come in any more, if that is so. */
    Optional<String> objection(CaseSummary complaint) {
        return complaint.stage() == 0 || answering(complaint.reference()) ? Optional.empty()
                : Optional.of("the response of stage " + complaint.stage() + " is not being prepared");
    }

    /** Gives an issue its task, if those of the others have been given out without it. */
    void give(Submission event, String reference, int number) {
        // before the stage has handed out its issues, the new one is among them and needs no task of its own
        if (answering(reference) && handedOut(reference) && !hasTask(reference, number)) {
            event.set("issueNumber", number);
            event.set("message", ISSUE_ADDED);
        }
    }

    private boolean answering(String reference) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(reference).messageEventSubscriptionName(ISSUE_ADDED).count() > 0;
    }

    /** Whether the stage that prepares its response has made a task of each issue. */
    private boolean handedOut(String reference) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(reference).messageEventSubscriptionName(ISSUE_ADDED).list().stream()
                .anyMatch(stage -> history.createHistoricActivityInstanceQuery().processInstanceId(stage.getProcessInstanceId())
                        .activityType("multiInstanceBody").count() > 0);
    }

    private boolean hasTask(String reference, int number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                .anyMatch(task -> Integer.valueOf(number).equals(tasks.getVariable(task.getId(), "issueNumber")));
    }
}
