package org.redress.ombudsman;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.gate.Submission;

/** Why a complaint is closed without a finding: one or more of the published reasons, which the table outcome reads (LGA-02, LGS-02). */
final class ClosingReasons {
    static final String VARIABLE = "closingReasons";

    private ClosingReasons() {}

    /** The codes of a form's first and further reason, with commas between; refuses the same twice. */
    static String of(Submission form) {
        var first = form.text("closingReason");
        var further = form.optionalText("furtherReason");
        further.filter(first::equals).ifPresent(same -> {
            throw form.refuse("furtherReason", "is the first again.");
        });
        return Stream.concat(Stream.of(first), further.stream()).collect(Collectors.joining(","));
    }
}
