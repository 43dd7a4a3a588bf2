package org.redress.gate;

import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.decision.Tables;
import org.springframework.stereotype.Component;

/**
 * Refuses what cannot happen to a case as it stands, after the table "happening", for the events of both sides: nothing is recorded that
 * would have no effect (CHD-12, CHD-31, LGA-02, LGS-22).
 */
@Component
public class WhatCanHappen {
    static final String TABLE = "happening";

    private final Tables tables;

    WhatCanHappen(Tables tables) {
        this.tables = tables;
    }

    /**
     * Refuses with the table's sentence what a row names.
     *
     * @param standing how far the case is, as the table's column names it
     */
    public void need(Submission event, CaseSummary complaint, String standing) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("happening", event.text("happening"));
        facts.put("status", group(complaint.status()));
        facts.put("standing", standing);
        facts.put("procedure", complaint.procedure());
        tables.rows(TABLE, null, facts).stream().findFirst().ifPresent(row -> {
            var since = complaint.status() == CaseStatus.OPEN ? ""
                    : "the case is " + complaint.status().text().toLowerCase(Locale.ROOT) + " since " + Dates.text(complaint.statusSince()) + "; ";
            throw event.refuse("happening", since + row.get("why") + " (" + row.get("rule") + ").");
        });
    }

    private static String group(CaseStatus status) {
        return status.over() ? "over" : status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
