package org.redress.complaint;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Dates;
import org.redress.casefile.IssueView;
import org.redress.deadline.Deadlines;
import org.redress.decision.Tables;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/**
 * Refuses a complaint or a part of it: one of the grounds that there are (CORP-15, CORP-17), which fits the facts of the case, evidence, the partial-acceptance test and the right to the Ombudsman (CORP-16); for
 * concurrent proceedings also which proceedings and how they would be prejudiced, which the form requires (CHD-12, CHD-13, CHD-15).
 * Who finds that the rules do not allow it refuses nothing, and the complaint is considered.
 */
@Component
class SendRefusal implements SubmissionHandler {
    private static final String TABLE = "refusal-ground";
    /** Grounds that end with the proceedings that they name. */
    private static final Set<String> CONCURRENT = Set.of("court-proceedings", "disciplinary", "criminal-investigation", "criminal-proceedings");

    private final CaseFiles cases;
    private final Letters letters;
    private final Tables tables;
    private final Deadlines deadlines;

    SendRefusal(CaseFiles cases, Letters letters, Tables tables, Deadlines deadlines) {
        this.cases = cases;
        this.letters = letters;
        this.tables = tables;
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
        needFit(refused);
        letters.personal(refused, "refusal", text(refused, numbers, part), "refusalSentOn", null);
        if (part) {
            cases.leaveOut(refused.reference(), numbers, refused.text("ground"));
        } else {
            // what a course that was put right owed meanwhile
            deadlines.cancel(refused.reference(), "response", "the complaint was refused", refused.date("refusalSentOn"));
            cases.become(refused.reference(), CaseStatus.REFUSED, refused.text("ground"), refused.date("refusalSentOn"));
        }
    }

    /** What is refused and why, and for proceedings elsewhere which these are and what they leave open (CORP-16, CHD-13, CHD-14). */
    private String text(Submission refused, SortedSet<Integer> numbers, boolean part) {
        var text = new StringBuilder(part ? "We will not consider these parts of your complaint:\n"
                + cases.issues(refused.reference()).stream().filter(issue -> numbers.contains(issue.number())).map(issue -> "- " + issue.text()).collect(Collectors.joining("\n"))
                + "\nWe go on with the rest of it." : "We will not consider your complaint.");
        text.append("\n\n").append(refused.text("evidence"));
        if (CONCURRENT.contains(refused.text("ground"))) {
            refused.optionalText("proceedings").ifPresent(where -> text.append("\n\nIt concerns: ").append(where));
            refused.optionalText("prejudice").ifPresent(why -> text.append("\n\nTo consider it now would prejudice that: ").append(why));
            text.append("\n\nWhen that has ended, you can bring these matters to us again").append(within(refused)).append('.');
        }
        return text.toString();
    }

    /** How long they have for that, by the row (CHD-14). */
    private String within(Submission refused) {
        var facts = new HashMap<String, @Nullable Object>();
        List.of("procedure", "council", "receivedAt").forEach(known -> facts.put(known, refused.variable(known).orElse(null)));
        return deadlines.period("resubmission", refused.processDefinitionId().orElse(null), facts).map(period -> " within " + period + " of its end").orElse("");
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

    /** Each ground is tested against the facts of the case: a row of the table turns down what does not fit them (CORP-13, CHD-20). */
    private void needFit(Submission refused) {
        var facts = new HashMap<String, @Nullable Object>();
        for (var known : List.of("complaintKind", "subject", "complainantRole", "sufficientInterest")) {
            facts.put(known, refused.variable(known).orElse(null));
        }
        facts.put("late", refused.variable("late").filter(Boolean.TRUE::equals).isPresent());
        facts.put("ground", refused.text("ground"));
        facts.put("aboutRequest", refused.variable("aboutRequest").filter(Boolean.TRUE::equals).isPresent());
        facts.put("comesAgain", refused.variable("comesAgain").filter(Boolean.TRUE::equals).isPresent());
        facts.put("bothLimbs", refused.variable("bothLimbs").filter(Boolean.TRUE::equals).isPresent());
        facts.put("earlierCase", refused.optionalText("proceedings").map(earlier -> earlier(refused, earlier)).orElse(null));
        var definition = refused.processDefinitionId().filter(id -> tables.has(TABLE, id)).orElse(null);
        tables.rows(TABLE, definition, facts).stream().findFirst().ifPresent(row -> {
            var until = refused.variable("lateSince").filter(known -> "too-late".equals(refused.text("ground")))
                    .map(last -> "; the time for complaining ended on " + Dates.text(LocalDate.parse(last.toString()))).orElse("");
            throw refused.refuse("ground", row.get("why") + until + " (" + row.get("rule") + ").");
        });
    }

    /** What became of the case in which it is said to have been considered. */
    private String earlier(Submission refused, String said) {
        return cases.find(refused.council(), said).map(earlier -> {
            if (earlier.reference().equals(refused.reference())) {
                throw refused.refuse("proceedings", "that is this case itself; name the one in which it was answered.");
            }
            return !earlier.status().over() ? "open" : earlier.status() == CaseStatus.CLOSED || earlier.status() == CaseStatus.RESOLVED ? "answered" : "not-answered";
        }).orElse("outside");
    }
}
