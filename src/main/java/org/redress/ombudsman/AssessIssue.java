package org.redress.ombudsman;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The facts of one issue, those of the whole complaint or others, turned into what the tests ask: late and premature among them (LGA-07, LGA-10, LGS-02). */
@Component
class AssessIssue implements SubmissionHandler {
    /** What is asked of the complaint and may be another for an issue. */
    private static final List<String> FACTS = List.of("knewOn", "councilToldOn", "councilAnsweredOn", "statutoryProcedure", "otherRoute", "otherRouteUsed", "exclusion", "allInhabitants");

    private static final String ALIKE = "AssessedAlike";

    private final CaseFiles cases;
    private final JurisdictionDays days;
    private final OtherIssues others;

    AssessIssue(CaseFiles cases, JurisdictionDays days, OtherIssues others) {
        this.cases = cases;
        this.days = days;
        this.others = others;
    }

    @Override
    public String form() {
        return "assess-issue";
    }

    @Override
    public void accept(Submission facts) {
        facts.happenedOn(facts.today());
        var received = cases.get(facts.reference()).receivedAt().toLocalDate();
        boolean own = facts.text("issueFacts").equals("own");
        if (own) {
            days.check(facts, received);
        }
        var known = new HashMap<String, @Nullable Object>();
        for (var fact : FACTS) {
            // an issue begins with the facts of the complaint
            known.put(fact, own ? own(facts, fact) : facts.variable(fact).orElse(null));
        }
        var asked = new HashMap<>(known);
        asked.put("late", days.late(facts, known, received));
        asked.put("premature", days.premature(facts, known, received));
        asked.forEach(facts::set);
        if (facts.text("issueFacts").equals("all")) {
            others.waiting(facts, ALIKE).forEach(issue -> others.goOn(issue, ALIKE, asked));
        }
    }

    private static @Nullable Object own(Submission facts, String fact) {
        return switch (fact) {
            case "statutoryProcedure", "allInhabitants" -> facts.yes(fact);
            default -> facts.optionalText(fact).orElse(null);
        };
    }
}
