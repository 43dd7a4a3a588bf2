package org.redress.find;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for; what is empty does not count. Whoever fills in nothing sees the newest cases.
 *
 * @param words a reference as people write it, or words of the complaint, its issues and the names of its people, all of which have to be there
 * @param person a name, or how its words begin
 * @param state open, waiting or closed
 * @param holder the name or the user id of who has an open task of it, or a role of it by name
 * @param dueFrom the first of the days of the next duty
 * @param after where to go on, as the last page said
 */
public record Wanted(@Nullable String words, @Nullable String person, @Nullable String state, @Nullable Integer stage, @Nullable String procedure, @Nullable String service,
        @Nullable String holder, @Nullable LocalDate receivedFrom, @Nullable LocalDate receivedUntil, @Nullable LocalDate dueFrom, @Nullable LocalDate dueUntil,
        @Nullable LocalDate closedFrom, @Nullable LocalDate closedUntil, @Nullable String after) {
    /** Longer than any name or reference, shorter than a text. */
    static final int LONGEST = 200;

    /** Everything, the newest first. */
    public static Wanted words(String words) {
        return new Wanted(words, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** It cannot be looked for; the message says why. */
    public static final class NotAQuestion extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAQuestion(String sentence) {
            super(sentence);
        }
    }

    /** Refuses what cannot be looked for. */
    public Wanted {
        if (Stream.of(words, person, procedure, service, holder, after).filter(Objects::nonNull).anyMatch(text -> text.length() > LONGEST)) {
            throw new NotAQuestion("That is too long; " + LONGEST + " characters of a name, a reference or a few words are enough.");
        }
        if (given(state) && !state.matches("open|waiting|closed")) {
            throw new NotAQuestion("A case is open, waiting or closed.");
        }
        if (given(after) && !isAfter(after)) {
            throw new NotAQuestion("Go on with the page before.");
        }
    }

    /** A day and a reference. */
    private static boolean isAfter(String text) {
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\d .{1,40}") && LocalDate.parse(text.substring(0, 10)) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
