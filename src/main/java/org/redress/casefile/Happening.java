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

    /**
     * One answer: form and field ids, the label as shown, the content as text, and as a value what it is to the product: an ISO day or
     * time, a number, the code of an option, true or false. Free text is no value. Where it was put right later, {@code rightIs} has the
     * words that count.
     */
    public record Given(String form, String field, String label, @Nullable String content, @Nullable String value, @Nullable String rightIs) {

        /** Free text, which has no value. */
        public Given(String form, String field, String label, @Nullable String content) {
            this(form, field, label, content, null, null);
        }

        /** An answer that nothing has put right. */
        public Given(String form, String field, String label, @Nullable String content, @Nullable String value) {
            this(form, field, label, content, value, null);
        }
    }
}
