package org.redress.ombudsman;

import java.util.LinkedHashSet;
import java.util.List;
import org.redress.gate.Submission;

/** Why a complaint is closed without a finding: one or more of the published reasons, which the table outcome reads (LGA-02, LGS-02). */
final class ClosingReasons {
    static final String VARIABLE = "closingReasons";

    /** The fields of a form in which reasons are given; the first is needed. */
    static final List<String> FIELDS = List.of("closingReason", "furtherReason", "thirdReason");

    private ClosingReasons() {}

    /** The codes of a form's reasons, one or more, with commas between; refuses the same twice. */
    static String of(Submission form) {
        var given = new LinkedHashSet<String>();
        FIELDS.forEach(field -> form.optionalText(field).filter(reason -> !given.add(reason)).ifPresent(twice -> {
            throw form.refuse(field, "is given twice.");
        }));
        return String.join(",", given);
    }
}
