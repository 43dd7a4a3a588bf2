package org.redress.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened: the civil day, when it was recorded (Europe/London), by whom (a user id, or "Redress" for what
 * the product did by itself), what, and the answers that were given with it.
 */
public record Happening(
        LocalDate on, LocalDateTime recordedAt, String who, String what, @Nullable String detail, List<Given> answers) {

    /** One answer: form and field ids, the label as shown, the content as text. */
    public record Given(String form, String field, String label, @Nullable String content) {}
}
