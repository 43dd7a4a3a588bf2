package org.redress.liaison;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Public notice of a report, with inspection from a day at most a week later (LGA-20). */
@Component
class GiveNotice implements SubmissionHandler {
    private final Deadlines deadlines;

    GiveNotice(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public String form() {
        return "give-notice";
    }

    @Override
    public void accept(Submission given) {
        var on = given.date("noticeGivenOn");
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("procedure", given.variable("procedure").orElse(null));
        facts.put("receivedAt", given.variable("receivedAt").orElse(null));
        facts.put("noticeGivenOn", on.toString());
        var latest = deadlines.lastDay("report-inspection", given.processDefinitionId().orElse(null), facts);
        var from = given.date("inspectionFrom");
        if (from.isBefore(on) || from.isAfter(latest)) {
            throw given.refuse("inspectionFrom", "between " + Dates.text(on) + " and " + Dates.text(latest) + " (LGA-20).");
        }
    }
}
