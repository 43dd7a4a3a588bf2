package org.redress.ombudsman;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.gate.Submission;

/**
 * What the table outcome says of a complaint: one decision, with one or more reasons and their clauses (LGA-18, rule book 3.3).
 *
 * @param reasons as they are published, {@code clauses} what each rests on
 */
record DecidedAs(String decision, List<String> reasons, List<String> clauses) {
    /** Whether the complaint was upheld, with or without an investigation. */
    boolean upheld() {
        return decision.equals("Upheld");
    }

    /** "Late; Nothing worthwhile to achieve". */
    String because() {
        return String.join("; ", reasons);
    }

    /** The reasons, and in brackets what they rest on. */
    String text() {
        return because() + " (" + clauses.stream().distinct().collect(Collectors.joining("; ")) + ").";
    }

    /** What "Determine outcome" found; refuses rows that do not agree, and none. */
    @SuppressWarnings("unchecked")
    static DecidedAs of(Submission issued) {
        var found = issued.variable("outcome").orElseThrow();
        // a case that began with an earlier table has one row
        var rows = found instanceof Map<?, ?> row ? List.of((Map<String, String>) row) : (List<Map<String, String>>) found;
        var decisions = rows.stream().map(row -> row.get("decision")).distinct().toList();
        if (decisions.size() != 1) {
            throw issued.refuse("letterText", "the table outcome says " + (decisions.isEmpty() ? "nothing" : String.join(" and ", decisions))
                    + " of this case; a process owner corrects its rows.");
        }
        return new DecidedAs(decisions.get(0), rows.stream().map(row -> row.get("reason")).distinct().toList(), rows.stream().map(row -> row.get("clause")).toList());
    }
}
