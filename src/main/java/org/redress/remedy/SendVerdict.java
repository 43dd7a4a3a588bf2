package org.redress.remedy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.AgreedActions;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** "Verdict sent": the council’s process gets it, if the council works in the product; "not complete" only when nothing follows (CMP-02, CMP-03). */
@Component
class SendVerdict implements JavaDelegate {
    private final AgreedActions actions;
    private final Verdicts verdicts;
    private final Post post;

    SendVerdict(AgreedActions actions, Verdicts verdicts, Post post) {
        this.actions = actions;
        this.verdicts = verdicts;
        this.post = post;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var own = (String) execution.getVariable("caseReference");
        int number = (Integer) execution.getVariable("actionNumber");
        var verdict = (String) execution.getVariable("verdict");
        boolean openStill = verdict.equals("not-complete") && !Boolean.TRUE.equals(execution.getVariable("escalated"));
        var council = post.toCouncil(own, "verdict");
        if (council.isEmpty() || openStill) {
            return;
        }
        var judged = actions.view(own, number);
        var newDue = (String) execution.getVariable("newDueDate");
        verdicts.take(council.get(), number, judged, new Verdicts.Verdict(verdict, judged.verdictReason(), Objects.requireNonNull(judged.verdictOn()),
                newDue == null ? null : LocalDate.parse(newDue), "ombudsman", true));
        post.tell(council.get(), "EvidenceJudged", Map.entry("actionNumber", number),
                Map.of("verdict", verdict, "moreAskedFor", execution.getVariable("moreAskedFor")));
    }
}
