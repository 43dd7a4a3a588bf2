package org.redress.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Dates;
import org.redress.confirmation.Confirmation;
import org.redress.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** "Tell case": sends the message of the event to the process of the case, if the event has one. */
@Component
class TellCase implements JavaDelegate {
    /** The message that ends a case early, on either side. */
    static final String ENDED = "ComplaintEnded";

    private final TakingUp takingUp;
    private final Deadlines deadlines;
    private final CaseFiles cases;

    TellCase(TakingUp takingUp, Deadlines deadlines, CaseFiles cases) {
        this.takingUp = takingUp;
        this.deadlines = deadlines;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var message = (String) execution.getVariable("message");
        if (message == null) {
            return;
        }
        if (message.equals(TakingUp.CASE_TAKEN_UP)) {
            takingUp.begin(execution.getProcessBusinessKey(), Ground.NEXT_STAGE, LocalDate.parse((String) execution.getVariable("happenedOn")));
            return;
        }
        if (execution.getVariable("endsAs") instanceof String as) {
            end(execution, CaseStatus.valueOf(as), message);
        }
        if (message.equals(ENDED)) {
            // before the steps end to which they belong, so that the day counts on which it happened
            deadlines.endEarly(execution.getProcessBusinessKey(), String.valueOf(execution.getVariable("happening")),
                    LocalDate.parse((String) execution.getVariable("happenedOn")));
        }
        var correlation = execution.getProcessEngineServices().getRuntimeService().createMessageCorrelation(message)
                .processInstanceBusinessKey(execution.getProcessBusinessKey());
        if (message.equals(IssuesInHand.ISSUE_ADDED)) {
            // each added issue has a branch of its own
            correlation.setVariableToTriggeredScope("issueNumber", execution.getVariable("issueNumber"));
        } else if (message.equals(CaseEvents.NEXT_STAGE_REQUESTED)) {
            correlation.setVariable("requestedOn", execution.getVariable("happenedOn")).setVariable("wish", "next-stage");
        } else {
            correlation.setVariable("happenedOn", execution.getVariable("happenedOn")).setVariable("happening", execution.getVariable("happening"));
            // what the model of the case reads of the event beside its day
            if (execution.getVariable("carries") instanceof String carried) {
                correlation.setVariable(carried, execution.getVariable(carried));
            }
        }
        correlation.correlate();
    }

    /** What the end of a complaint has to pass before it ends. */
    static Confirmation ofEnd(List<String> owed) {
        return Confirmation.ofEnd("An answer to the complaint", owed);
    }

    /** What was confirmed may have waited: the case is as it was, and no more ends than was shown. */
    private void end(DelegateExecution execution, CaseStatus as, String message) {
        var reference = execution.getProcessBusinessKey();
        var file = cases.get(reference);
        boolean waits = execution.getProcessEngineServices().getRuntimeService().createExecutionQuery().processInstanceBusinessKey(reference)
                .messageEventSubscriptionName(message).count() > 0;
        if (!waits || file.status().over()) {
            throw new CannotBeKept("The case is " + file.status().text().toLowerCase(Locale.ROOT) + " since " + Dates.text(file.statusSince())
                    + " and has gone on; this cannot happen to it any more. Leave it as it is.");
        }
        ofEnd(deadlines.owed(reference)).needNoMoreThanShown(execution);
        cases.become(reference, as, (String) execution.getVariable("endsBecause"), LocalDate.parse((String) execution.getVariable("happenedOn")));
    }
}
