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

    /** What the file says when a review has found the decision not sound (LGS-22). */
    public static final String SET_ASIDE = "Decision set aside";
    private static final String OUTCOME = "Outcome: ";

    /** Whether it is a decision's outcome that a review set aside later, in a file as it is told (LGS-22). */
    public boolean setAside(List<Happening> told) {
        return what.startsWith(OUTCOME) && told.subList(told.indexOf(this), told.size()).stream().anyMatch(later -> later.what().equals(SET_ASIDE));
    }

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
