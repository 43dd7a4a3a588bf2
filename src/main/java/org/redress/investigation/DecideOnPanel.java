package org.redress.investigation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.decision.Tables;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** How a request for stage 3 goes on: a panel; the Ombudsman if all five conditions hold; a refusal only if it is late (CHD-51, CHD-58, CHD-60). */
@Component
class DecideOnPanel implements SubmissionHandler {
    private static final String[] CONDITIONS = {"robustReport", "allUpheld", "actionPlan", "outcomesMet", "complainantAgrees"};

    private final Deadlines deadlines;
    private final Tables tables;

    DecideOnPanel(Deadlines deadlines, Tables tables) {
        this.deadlines = deadlines;
        this.tables = tables;
    }

    @Override
    public String form() {
        return "decide-on-panel";
    }

    @Override
    public void accept(Submission decided) {
        var wayOn = decided.text("wayOn");
        switch (wayOn) {
            case "early-referral" -> needAllConditions(decided);
            case "refuse" -> needLate(decided);
            default -> { }
        }
        decided.set("wish", wayOn.equals("panel") ? "next-stage" : wayOn);
    }

    private void needAllConditions(Submission decided) {
        var answers = new HashMap<String, @Nullable Object>();
        for (var condition : CONDITIONS) {
            answers.put(condition, decided.text(condition));
        }
        var unmet = tables.rows("early-referral", decided.processDefinitionId().orElse(null), answers).stream()
                .map(row -> String.valueOf(row.get("unmet"))).collect(Collectors.joining("; "));
        if (!unmet.isEmpty()) {
            throw decided.refuse("Early referral is not open: " + unmet + ". All five conditions are needed; hold the panel (CHD-60).");
        }
    }

    private void needLate(Submission decided) {
        var requested = LocalDate.parse((String) decided.variable("requestedOn").orElseThrow());
        var last = deadlines.of(decided.reference()).stream()
                .filter(deadline -> deadline.kind().equals("stage-3-request"))
                .map(DeadlineView::dueOn)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        if (!requested.isAfter(last)) {
            throw decided.refuse("wayOn", "the request of " + Dates.text(requested) + " came in time, until " + Dates.text(last)
                    + "; a request in time cannot be refused, whatever its volume (CHD-51).");
        }
    }
}
