package org.redress.ombudsman;

import java.util.HashMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.IssueView;
import org.redress.decision.Tables;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The outcome of intake: forwards only what is in jurisdiction; a ground of law that closes a case is one on which an issue was left out (LGS-02, LGS-03, LGS-04). */
@Component
class DecideIntake implements SubmissionHandler {
    private static final Set<String> GO_ON = Set.of("forward", "remedied");

    private final CaseFiles cases;
    private final AgreedActions actions;
    private final Tables tables;

    DecideIntake(CaseFiles cases, AgreedActions actions, Tables tables) {
        this.cases = cases;
        this.actions = actions;
        this.tables = tables;
    }

    @Override
    public String form() {
        return "decide-intake";
    }

    @Override
    public void accept(Submission decided) {
        var issues = cases.issues(decided.reference());
        boolean somethingLeft = issues.stream().anyMatch(issue -> issue.notConsidered() == null);
        var grounds = issues.stream().map(IssueView::notConsidered).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
        var intake = decided.text("intake");
        if (GO_ON.contains(intake) && !somethingLeft) {
            throw decided.refuse("intake", "every issue is left out, so there is nothing to go on with. Close it with a reason, or put the facts right with Course correction (LGS-04).");
        }
        if (intake.equals("refer-back") && (somethingLeft || !grounds.contains("premature"))) {
            throw decided.refuse("intake", somethingLeft ? "an issue is in jurisdiction, so not all of it can be referred back (LGS-03)."
                    : "the council had its opportunity to answer, so there is nothing to refer back (LGS-03).");
        }
        boolean close = intake.equals("close");
        if (close) {
            needGrounds(decided, grounds);
        }
        decided.set("intakeCourse", switch (intake) {
            case "forward" -> "on";
            case "enquiry" -> "enquiry";
            default -> "letter";
        });
        // closed or upheld here it is decided; anything else is told by letter, or investigated
        decided.set(Course.VARIABLE, close || intake.equals("remedied") ? Course.INTAKE.slug() : Course.INVESTIGATION.slug());
        decided.set(ClosingReasons.VARIABLE, close ? ClosingReasons.of(decided) : null);
        decided.set("remedyAccepted", intake.equals("remedied") ? "assessment" : "no");
        // what an earlier decision of intake proposed is overtaken by this one
        actions.begin(decided.reference(), decided.optionalNumber("actionCount").orElse(0));
        decided.set("forwardedOn", decided.date("intakeDecidedOn").toString());
    }

    /** Which of the published reasons need an issue that is out, the table closing-ground says. */
    private void needGrounds(Submission decided, Set<String> grounds) {
        for (var field : ClosingReasons.FIELDS) {
            var facts = new HashMap<String, @Nullable Object>();
            facts.put("reason", decided.optionalText(field).orElse(null));
            tables.rows("closing-ground", decided.processDefinitionId().orElse(null), facts).stream()
                    .filter(row -> Stream.of(row.get("grounds").toString().split(",\\s*")).noneMatch(grounds::contains)).findFirst().ifPresent(row -> {
                        throw decided.refuse(field, row.get("why") + " (" + row.get("rule") + ").");
                    });
        }
    }
}
