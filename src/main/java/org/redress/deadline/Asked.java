package org.redress.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the allowance table was asked with beside kind, stage and council, so that it can be asked again when a fact or the table changes. */
@Embeddable
record Asked(
        @Column(name = "asked_procedure") @Nullable String procedure,
        @Column(name = "asked_oral") @Nullable Boolean oral,
        @Column(name = "asked_received_at") @Nullable String receivedAt,
        @Column(name = "asked_within") @Nullable String agreedWithin,
        @Column(name = "asked_council") @Nullable String council,
        @Column(name = "asked_letter_day") @Nullable LocalDate letterDay) {
    /** The name of the day that a letter set, for its correction. */
    static final String LETTER_DAY = "setByLetter";

    static Asked of(String kind, Map<String, @Nullable Object> facts) {
        var by = Moments.variable(kind).replaceFirst("Due$", "By");
        return new Asked((String) facts.get("procedure"), facts.get("oral") instanceof Boolean oral ? oral : null, (String) facts.get("receivedAt"),
                (String) facts.get("agreedWithin"), (String) facts.get("council"), facts.get(by) instanceof String day ? LocalDate.parse(day) : null);
    }

    Map<String, @Nullable Object> facts(String kind, int stage) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("deadline", kind);
        facts.put("stageNumber", stage);
        facts.put("procedure", procedure);
        facts.put("council", council);
        facts.put("oral", oral);
        facts.put("receivedAt", receivedAt);
        facts.put("agreedWithin", agreedWithin);
        return facts;
    }

    /** Whether what is owed has no stated period (REM-05). */
    boolean noPeriod(String kind) {
        return NoPeriod.of(kind, agreedWithin);
    }

    /** The same once the procedure is known. */
    Asked under(String known) {
        return new Asked(known, oral, receivedAt, agreedWithin, council, letterDay);
    }

    /** The same with the complaint received on another day, if this is the day on which it was. */
    Asked received(LocalDate before, LocalDate after) {
        return receivedAt != null && receivedAt.startsWith(before.toString())
                ? new Asked(procedure, oral, after + receivedAt.substring(before.toString().length()), agreedWithin, council, letterDay) : this;
    }

    /** The same with the day of the letter put right, if this is the day that it was said to set. */
    Asked setRight(LocalDate before, LocalDate after) {
        return before.equals(letterDay) ? new Asked(procedure, oral, receivedAt, agreedWithin, council, after) : this;
    }
}
