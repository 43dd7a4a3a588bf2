package org.redress.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.decision.Tables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Refuses what cannot happen to a case as it stands, after the table "happening", for the events of both sides: nothing is recorded that
 * would have no effect (CHD-12, CHD-31, LGA-02, LGS-22).
 */
@Component
public class WhatCanHappen {
    static final String TABLE = "happening";

    private static final String FIELD = "happening";

    private final Tables tables;
    private final ObjectProvider<HowFar> howFar;

    // as they are asked for: who says how far a case is asks what can happen to it
    WhatCanHappen(Tables tables, ObjectProvider<HowFar> howFar) {
        this.tables = tables;
        this.howFar = howFar;
    }

    /** What of the options of a start form can happen to a case now; nothing where the form does not ask what happened. */
    List<CaseStarts.Happening> of(Work.Item start, CaseSummary complaint) {
        var options = start.options(FIELD);
        return howFar.orderedStream().filter(one -> one.form().equals(start.form())).findFirst().map(one -> {
            var standing = one.standing(complaint);
            return options.entrySet().stream().filter(option -> row(option.getKey(), complaint, standing).isEmpty())
                    .map(option -> new CaseStarts.Happening(option.getKey(), option.getValue())).toList();
        }).orElse(List.of());
    }

    /**
     * Refuses with the table's sentence what a row names.
     *
     * @param standing how far the case is, as the table's column names it
     */
    public void need(Submission event, CaseSummary complaint, String standing) {
        row(event.text(FIELD), complaint, standing).ifPresent(row -> {
            var since = complaint.status() == CaseStatus.OPEN ? ""
                    : "the case is " + complaint.status().text().toLowerCase(Locale.ROOT) + " since " + Dates.text(complaint.statusSince()) + "; ";
            throw event.refuse(FIELD, since + row.get("why") + " (" + row.get("rule") + ").");
        });
    }

    /** The row that keeps it from happening, if there is one. */
    private Optional<Map<String, Object>> row(String happening, CaseSummary complaint, String standing) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("happening", happening);
        facts.put("status", group(complaint.status()));
        facts.put("standing", standing);
        facts.put("procedure", complaint.procedure());
        return tables.rows(TABLE, null, facts).stream().findFirst();
    }

    private static String group(CaseStatus status) {
        return status.over() ? "over" : status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
