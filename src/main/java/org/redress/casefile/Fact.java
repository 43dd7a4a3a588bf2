package org.redress.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a case file holds to be true: an answer with a value, in the version that counts.
 *
 * @param id the number of the answer, by which a correction names it
 * @param form the form that asked, {@code field} its field and {@code label} the words that were shown
 * @param value an ISO day or time, a number, the code of an option, true or false
 * @param content the value in words
 * @param beside the values of the other answers that were given with it, by field
 * @param step what was done when it was answered, such as "Acknowledge complaint"
 * @param on the day on which that happened; {@code recordedAt} and {@code who} tell when and by whom it was recorded
 */
public record Fact(long id, String form, String field, String label, String value, String content, Map<String, String> beside, String step,
        LocalDate on, LocalDateTime recordedAt, String who) {

    public Fact {
        beside = Map.copyOf(beside);
    }

    /** The day that the fact names, if it names one. */
    public Optional<LocalDate> day() {
        return value.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(value)) : Optional.empty();
    }

    /** Whether it says when something happened, which is never in the future. */
    public boolean happened() {
        return field.endsWith("On");
    }

    /** The number of the issue, action or comment that the form was about, if it was about one. */
    public OptionalInt item() {
        return Stream.of("issueNumber", "actionNumber", "commentNumber").filter(beside::containsKey).mapToInt(name -> Integer.parseInt(beside.get(name))).findFirst();
    }
}
