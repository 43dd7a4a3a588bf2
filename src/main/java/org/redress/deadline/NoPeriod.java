package org.redress.deadline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words of a decision that give no period. What is owed so is asked about from time to time and is never overdue (REM-05). */
public enum NoPeriod {
    /** The decision names an action and no time. */
    NOT_STATED("not stated"),
    /** The usual wording of an urgent action. */
    AS_SOON_AS_POSSIBLE("as soon as possible"),
    /** The same in other words. */
    WITHOUT_DELAY("without delay");

    private final String words;

    NoPeriod(String words) {
        this.words = words;
    }

    /** Reads the words, in capitals or not. */
    public static Optional<NoPeriod> read(@Nullable String text) {
        var plain = text == null ? "" : text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(known -> known.words.equals(plain)).findFirst();
    }

    /** Whether an agreed action was agreed in such words; other deadlines have their period from a row. */
    static boolean of(String kind, @Nullable Object within) {
        return kind.equals("agreed-action") && within instanceof String words && read(words).isPresent();
    }

    /** The words as the file keeps them. */
    @Override
    public String toString() {
        return words;
    }
}
