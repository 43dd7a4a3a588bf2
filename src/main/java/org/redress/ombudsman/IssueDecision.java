package org.redress.ombudsman;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.decision.Tables;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The final decision with its outcome; who else is told is said in it (LGA-18, LGA-19, LGS-16, LGS-17, LGS-22). */
@Component
class IssueDecision implements SubmissionHandler {
    private static final String NOBODY = "nobody";
    private static final Set<String> COMMENTS = Set.of("complainant-comments", "council-comments");

    private final CaseFiles cases;
    private final AgreedActions actions;
    private final Deadlines deadlines;
    private final Tables tables;
    private final BothSides sides;

    IssueDecision(CaseFiles cases, AgreedActions actions, Deadlines deadlines, Tables tables, BothSides sides) {
        this.cases = cases;
        this.actions = actions;
        this.deadlines = deadlines;
        this.tables = tables;
        this.sides = sides;
    }

    @Override
    public String form() {
        return "issue-decision";
    }

    @Override
    public void accept(Submission issued) {
        var outcome = outcome(issued);
        var told = told(issued, outcome.get("decision"));
        if (!told.equals(NOBODY) && !issued.text("informationSharing").equals("stated")) {
            var about = cases.lastAnswer(issued.reference(), "decide-intake", "category").orElse("this").toLowerCase(Locale.ROOT);
            throw issued.refuse("informationSharing", "an upheld decision about " + about + " is shared with " + told + " and says so (LGS-17).");
        }
        boolean report = issued.text("statementKind").equals("report");
        if (!report && !issued.yes("statesReview")) {
            throw issued.refuse("statesReview", "an answer is needed: either party may ask for a review within a month (LGS-22).");
        }
        var on = issued.date("decidedOn");
        heardUntil(issued).filter(on::isBefore).ifPresent(heard -> {
            throw issued.refuse("decidedOn", "both sides were heard until " + Dates.text(heard) + " (LGS-12).");
        });
        var letter = new LetterView(0, report ? "report" : "decision", told, issued.text("letterText"), null, on, null, LetterView.FINAL);
        if (!told.equals(NOBODY)) {
            cases.send(issued.reference(), letter);
        }
        sides.send(issued, letter);
        cases.become(issued.reference(), CaseStatus.DECIDED, outcome.get("reason"), on);
        cases.record(issued.reference(), on, issued.user(), "Outcome: " + outcome.get("decision"), outcome.get("reason") + " (" + outcome.get("clause") + ").", List.of());
        actions.agree(issued.reference(), on);
        issued.set("reportReceivedOn", on.toString());
    }

    /** The day on which the second of the two comment steps was done, or its time was over. */
    private Optional<LocalDate> heardUntil(Submission issued) {
        return deadlines.of(issued.reference()).stream().filter(deadline -> COMMENTS.contains(deadline.kind())).map(DeadlineView::closedOn)
                .filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> outcome(Submission issued) {
        return (Map<String, String>) issued.variable("outcome").orElseThrow();
    }

    private String told(Submission issued, @Nullable String decision) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("decision", decision);
        facts.put("category", issued.variable("category").orElse(null));
        return String.valueOf(tables.rows("information-sharing", issued.processDefinitionId().orElse(null), facts).get(0).get("told"));
    }
}
