package org.redress.ombudsman;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;
import org.redress.casefile.PutRight;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.springframework.stereotype.Component;

/** Whether something came late or too early, from the days that an officer knows (LGA-07, LGA-10, LGA-11). */
@Component
class JurisdictionDays {
    private final Deadlines deadlines;

    JurisdictionDays(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Refuses days that cannot be. */
    void check(Submission facts, LocalDate received) {
        if (facts.date("knewOn").isAfter(received)) {
            throw facts.refuse("knewOn", "the complaint was received on " + Dates.text(received) + ", before that day." + PutRight.FIRST);
        }
        facts.optionalDate("councilAnsweredOn").filter(answered -> facts.optionalDate("councilToldOn").filter(told -> !answered.isBefore(told)).isEmpty())
                .ifPresent(answered -> {
                    throw facts.refuse("councilAnsweredOn", "an answer needs a day before it on which the council was told.");
                });
    }

    /**
     * Whether it was received after the time of the table, which counts from the day on which they knew.
     *
     * @param known the facts, under the names of the forms
     */
    boolean late(Submission facts, Map<String, @Nullable Object> known, LocalDate received) {
        return day(known, "knewOn").filter(knew -> received.isAfter(lastDay(facts, "ombudsman-complaint", "knewOn", knew, facts.variable("procedure").orElse(null)))).isPresent();
    }

    /** Whether the council has neither answered nor had the time of the table to do so, which is another for a statutory procedure. */
    boolean premature(Submission facts, Map<String, @Nullable Object> known, LocalDate received) {
        if (day(known, "councilAnsweredOn").isPresent()) {
            return false;
        }
        // what came too early comes again on the day on which it is taken up; whether it is late, its first day says
        var asked = facts.variable("takenUpOn").map(day -> LocalDate.parse(day.toString())).orElse(received);
        var procedure = Boolean.TRUE.equals(known.get("statutoryProcedure")) ? "statutory" : facts.variable("procedure").orElse(null);
        return day(known, "councilToldOn").map(told -> !asked.isAfter(lastDay(facts, "council-opportunity", "councilToldOn", told, procedure))).orElse(true);
    }

    private static Optional<LocalDate> day(Map<String, @Nullable Object> known, String name) {
        return Optional.ofNullable(known.get(name)).map(day -> LocalDate.parse(day.toString()));
    }

    private LocalDate lastDay(Submission facts, String kind, String from, LocalDate day, @Nullable Object procedure) {
        var known = new HashMap<String, @Nullable Object>();
        known.put(from, day.toString());
        known.put("procedure", procedure);
        known.put("receivedAt", facts.variable("receivedAt").orElse(null));
        return deadlines.lastDay(kind, facts.processDefinitionId().orElse(null), known);
    }
}
