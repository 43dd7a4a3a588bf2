package org.redress.complaint;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Dates;
import org.redress.casefile.IssueView;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/**
 * Refuses a complaint or a part of it: ground, evidence, the partial-acceptance test and the right to the Ombudsman (CORP-16); for
 * concurrent proceedings also which proceedings and how they would be prejudiced, which the form requires (CHD-12, CHD-13, CHD-15).
 * Who finds that the rules do not allow it refuses nothing, and the complaint is considered.
 */
@Component
class SendRefusal implements SubmissionHandler {
    private final CaseFiles cases;
    private final Letters letters;
    private final Deadlines deadlines;

    SendRefusal(CaseFiles cases, Letters letters, Deadlines deadlines) {
        this.cases = cases;
        this.letters = letters;
        this.deadlines = deadlines;
    }

    @Override
    public String form() {
        return "send-refusal";
    }

    @Override
    public void accept(Submission refused) {
        var numbers = refused.numbers("refusedIssues");
        if ("nothing".equals(refused.text("refused"))) {
            refused.happenedOn(refused.today());
            return;
        }
        boolean part = "part".equals(refused.text("refused"));
        if (part) {
            checkExtent(refused, numbers);
        }
        if ("too-late".equals(refused.text("ground"))) {
            needLate(refused);
        }
        letters.personal(refused, "refusal", refused.text("evidence"), "refusalSentOn", null);
        if (part) {
            cases.leaveOut(refused.reference(), numbers, refused.text("ground"));
        } else {
            cases.become(refused.reference(), CaseStatus.REFUSED, refused.text("ground"), refused.date("refusalSentOn"));
        }
    }

    private void checkExtent(Submission refused, SortedSet<Integer> numbers) {
        List<Integer> issues = cases.issues(refused.reference()).stream().map(IssueView::number).toList();
        if (!issues.containsAll(numbers)) {
            throw refused.refuse("refusedIssues", "the issues are " + issues + ".");
        }
        if (numbers.containsAll(issues)) {
            throw refused.refuse("refusedIssues", "these are all issues, so nothing would be left to consider; choose the whole complaint if none can be.");
        }
    }

    private void needLate(Submission refused) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("knewOn", refused.variable("knewOn").orElse(null));
        facts.put("receivedAt", refused.variable("receivedAt").orElse(null));
        LocalDate last = deadlines.lastDay("complaining", refused.processDefinitionId().orElse(null), facts);
        if (!cases.get(refused.reference()).receivedAt().toLocalDate().isAfter(last)) {
            throw refused.refuse("ground", "it is not late, the 12 months ended on " + Dates.text(last) + " (CORP-14, CHD-16).");
        }
    }
}
