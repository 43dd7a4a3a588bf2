package org.redress.remedy;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.AgreedActions;
import org.redress.deadline.Deadlines;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** "Evidence sent": the Ombudsman’s process gets it, if it works in the product (CMP-02). */
@Component
class SendEvidence implements JavaDelegate {
    private final AgreedActions actions;
    private final Deadlines deadlines;
    private final Post post;

    SendEvidence(AgreedActions actions, Deadlines deadlines, Post post) {
        this.actions = actions;
        this.deadlines = deadlines;
        this.post = post;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var own = (String) execution.getVariable("caseReference");
        int number = (Integer) execution.getVariable("actionNumber");
        post.toOmbudsman(own, "evidence").filter(reference -> post.awaits(reference, "EvidenceSubmitted", Map.entry("actionNumber", number))).ifPresent(reference -> {
            var done = actions.view(own, number);
            var on = Objects.requireNonNull(done.doneOn());
            actions.carriedOut(reference, number, on, String.valueOf(done.doneBy()), String.valueOf(done.whatWasDone()), done.amountPaid(), done.difference());
            actions.show(reference, number, done.evidence());
            deadlines.answered(reference, number, "actionDoneOn", on);
            post.tell(reference, "EvidenceSubmitted", Map.entry("actionNumber", number), Map.of("actionDoneOn", on.toString()));
        });
    }
}
