package org.redress.gate;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Sight.Content;

/**
 * A text of the record that the form of a task stands on: what the task is about, shown in a field that cannot be changed, or the last version, with
 * which a field that can be changed begins. A field names it in its property {@code ofRecord}. It goes from the case file to the form and is never
 * one of the engine's variables, nor an answer of its own.
 */
public interface FromRecord {
    /** What the form's field calls it, for example {@code issue}. */
    String name();

    /** What of a case somebody must be allowed to read to be shown it. */
    Content content();

    /** The text as it stands now; none, and the field is empty. */
    Optional<String> text(Asking asking);

    /**
     * For whom and for what it is asked.
     *
     * @param person the user id of whoever does the step
     * @param process the variables of the task
     */
    record Asking(String person, String reference, Function<String, @Nullable Object> process) {
        /** A number among the variables, such as that of the issue. */
        public Optional<Integer> number(String variable) {
            return process.apply(variable) instanceof Number n ? Optional.of(n.intValue()) : Optional.empty();
        }

        /** The stage, or 0. */
        public int stage() {
            return number("stageNumber").orElse(0);
        }
    }
}
