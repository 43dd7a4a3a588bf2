package org.redress.gate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;

/** One input of a form with the rules that its file declares. */
record Field(
        String key,
        Kind kind,
        String label,
        boolean required,
        boolean readonly,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer decimals,
        @Nullable Integer minLength,
        int maxLength,
        @Nullable Pattern pattern,
        Map<String, String> options,
        @Nullable String optionsVariable,
        @Nullable String hiddenWhen) {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** What an input asks for. Only free text stays out of the engine. */
    enum Kind {
        TEXT, CHOICE, YES_NO, NUMBER, DATE, TIME;

        boolean freeText() {
            return this == TEXT;
        }

        /** Whether a browser could show this value, finished or not, in a field of this kind. */
        boolean holds(@Nullable Object value) {
            return value == null || switch (this) {
                case YES_NO -> value instanceof Boolean;
                case NUMBER -> value instanceof Number || value instanceof String;
                default -> value instanceof String;
            };
        }
    }

    /**
     * The answer as a value of this field's kind: {@code String}, {@code Boolean}, {@code Long}, {@code Double},
     * {@code LocalDate}, {@code LocalTime}, or null where nothing was answered.
     *
     * @throws NotAnAnswer with a sentence without the field's name, if the rules of the form are not kept
     */
    @Nullable Object answer(@Nullable Object given, Map<String, String> choices, LocalDate today) throws NotAnAnswer {
        if (nothing(given)) {
            if (required) {
                throw new NotAnAnswer(kind == Kind.YES_NO ? "must be confirmed" : "an answer is needed");
            }
            // an untouched box is a no; the models and tables read it as one
            return kind == Kind.YES_NO ? Boolean.FALSE : null;
        }
        var value = Objects.requireNonNull(given);
        return switch (kind) {
            case TEXT -> text(value);
            case CHOICE -> choice(value, choices);
            case YES_NO -> as(Boolean.class, value, "answer yes or no");
            case NUMBER -> number(value);
            case DATE -> date(value, today);
            case TIME -> time(value);
        };
    }

    /**
     * What a field that cannot be changed shows, as a value of its kind; null if the process has nothing that fits.
     *
     * @throws NotAnAnswer if something else was sent
     */
    @Nullable Object unchanged(@Nullable Object given, @Nullable Object current) throws NotAnAnswer {
        if (!nothing(given) && !String.valueOf(given).equals(String.valueOf(current))) {
            throw new NotAnAnswer("cannot be changed");
        }
        try {
            return switch (kind) {
                case DATE -> current instanceof String text ? LocalDate.parse(text) : null;
                case TIME -> current instanceof String text ? LocalTime.parse(text) : null;
                default -> current;
            };
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Whether this is what the browser sends for a field that nobody touched. */
    private boolean nothing(@Nullable Object given) {
        return given == null || given instanceof String text && text.isBlank() || kind == Kind.YES_NO && Boolean.FALSE.equals(given);
    }

    private String text(Object value) throws NotAnAnswer {
        var text = as(String.class, value, "write text");
        int length = text.strip().length();
        if (length > maxLength) {
            throw new NotAnAnswer("at most " + maxLength + " characters, these are " + length);
        }
        if (minLength != null && length < minLength) {
            throw new NotAnAnswer("at least " + minLength + " characters");
        }
        if (text.codePoints().anyMatch(Field::unprintable)) {
            throw new NotAnAnswer("control characters are not text");
        }
        if (pattern != null && !pattern.matcher(text).find()) {
            throw new NotAnAnswer("is not written as the form asks");
        }
        return text;
    }

    private static boolean unprintable(int c) {
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return half || Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    private String choice(Object value, Map<String, String> choices) throws NotAnAnswer {
        var choice = as(String.class, value, "choose one of the options");
        if (!choices.containsKey(choice)) {
            throw new NotAnAnswer("choose one of " + String.join(", ", choices.values()));
        }
        return choice;
    }

    private Number number(Object value) throws NotAnAnswer {
        var number = exact(as(Number.class, value, "write a number"));
        if (min != null && number.compareTo(min) < 0) {
            throw new NotAnAnswer("at least " + min.toPlainString());
        }
        if (max != null && number.compareTo(max) > 0) {
            throw new NotAnAnswer("at most " + max.toPlainString());
        }
        if (decimals != null && number.scale() > decimals) {
            throw new NotAnAnswer(decimals == 0 ? "write a whole number" : "at most " + decimals + " digits after the point");
        }
        // the browser sends 3 as an integer and 3.5 as a double; a variable that changes its type helps nobody
        return number.scale() <= 0 ? (Number) number.longValue() : (Number) number.doubleValue();
    }

    private static BigDecimal exact(Number number) throws NotAnAnswer {
        try {
            var exact = new BigDecimal(number.toString()).stripTrailingZeros();
            if (exact.abs().compareTo(LARGEST) > 0) {
                throw new NotAnAnswer("the number is too large");
            }
            return exact;
        } catch (NumberFormatException e) {
            throw new NotAnAnswer("write a number");
        }
    }

    /** A date; one whose key ends in "On" says when something happened, so it cannot be in the future. */
    private LocalDate date(Object value, LocalDate today) throws NotAnAnswer {
        try {
            var date = LocalDate.parse(as(String.class, value, "write a date"));
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                throw new NotAnAnswer("the year " + date.getYear() + " cannot be right");
            }
            if (happened() && date.isAfter(today)) {
                throw new NotAnAnswer("is in the future");
            }
            return date;
        } catch (DateTimeParseException e) {
            throw new NotAnAnswer("write a date, for example 2026-02-03");
        }
    }

    /** Whether a date in this field is the day on which something happened. */
    boolean happened() {
        return kind == Kind.DATE && !readonly && key.endsWith("On");
    }

    private LocalTime time(Object value) throws NotAnAnswer {
        try {
            return LocalTime.parse(as(String.class, value, "write a time"));
        } catch (DateTimeParseException e) {
            throw new NotAnAnswer("write a time, for example 16:30");
        }
    }

    private static <T> T as(Class<T> type, Object value, String otherwise) throws NotAnAnswer {
        if (!type.isInstance(value)) {
            throw new NotAnAnswer(otherwise);
        }
        return type.cast(value);
    }

    /** The answer in words, as the chronology shows it. */
    @Nullable String words(@Nullable Object answer, Map<String, String> choices) {
        if (answer == null) {
            return null;
        }
        return switch (kind) {
            case YES_NO -> Boolean.TRUE.equals(answer) ? "Yes" : "No";
            case CHOICE -> choices.getOrDefault(answer.toString(), answer.toString());
            case DATE -> Dates.text((LocalDate) answer);
            default -> answer.toString();
        };
    }

    /** Why something is not an answer, in words that follow the field's label. */
    static final class NotAnAnswer extends Exception {
        NotAnAnswer(String why) {
            super(why, null, false, false);
        }
    }
}
