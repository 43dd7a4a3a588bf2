package org.redress.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What a case file holds to be true: an answer with a value, in the version that counts.
 *
 * @param id the number of the answer, by which a correction names it
 * @param form the form that asked, {@code field} its field and {@code label} the words that were shown
 * @param value an ISO day or time, a number, the code of an option, true or false
 * @param content the value in words
 * @param step what was done when it was answered, such as "Acknowledge complaint"
 * @param on the day on which that happened; {@code recordedAt} and {@code who} tell when and by whom it was recorded
 */
public record Fact(long id, String form, String field, String label, String value, String content, String step, LocalDate on,
        LocalDateTime recordedAt, String who) {}
