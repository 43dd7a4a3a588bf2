package org.redress.gate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;
import org.redress.casefile.Reference;

/** One input of a form with the rules that its file declares. */
record Field(
        String key,
        Kind kind,
        String label,
        boolean required,
        boolean readonly,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        int decimals,
        @Nullable Integer minLength,
        int maxLength,
        @Nullable Pattern pattern,
        Map<String, String> options,
        @Nullable String optionsVariable,
        @Nullable String hiddenWhen,
        boolean todayWhenEmpty,
        boolean asGiven,
        @Nullable String ofRecord) {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000L);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** How much of a text tells its writer where something is wrong. */
    private static final int WORDS_BEFORE = 20;

    /** Whether a text of the record is what was read in a letter, with which a field begins whatever it asks for; nobody has answered with it before. */
    static boolean isProposal(@Nullable String ofRecord) {
        return ofRecord != null && ofRecord.startsWith("read-");
    }

    /** Whether it only shows a text of the record, which is no answer. */
    boolean shows() {
        return readonly && ofRecord != null;
    }

    /** Whether it depends on the answer of another field if it is asked. */
    boolean asks(String other) {
        return hiddenWhen != null && hiddenWhen.matches("(?s).*\\b" + Pattern.quote(other) + "\\b.*");
    }

    /** What an input asks for. Only free text stays out of the engine. */
    enum Kind {
        LINE, TEXT, CHOICE, YES_NO, NUMBER, DATE, TIME;

        boolean freeText() {
            return this == LINE || this == TEXT;
        }

        /** Whether people type it and the product reads a value out of it; the browser sends it as it was typed. */
        boolean read() {
            return this == NUMBER || this == DATE || this == TIME;
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
            if (todayWhenEmpty) {
                return today;
            }
            if (required) {
                throw new NotAnAnswer(kind == Kind.YES_NO ? "must be confirmed" : "an answer is needed");
            }
            // an untouched box is a no; the models and tables read it as one
            return kind == Kind.YES_NO ? Boolean.FALSE : null;
        }
        var value = Objects.requireNonNull(given);
        return switch (kind) {
            case LINE, TEXT -> text(value);
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
        var shown = shown(current);
        if (!nothing(given) && !String.valueOf(given).equals(String.valueOf(current)) && (shown == null || !shown.equals(shown(given)))) {
            throw new NotAnAnswer("cannot be changed");
        }
        return shown;
    }

    private @Nullable Object shown(@Nullable Object value) {
        try {
            return switch (kind) {
                case DATE -> value instanceof String text ? Written.day(text) : null;
                case TIME -> value instanceof String text ? Written.time(text) : null;
                default -> value;
            };
        } catch (NotAnAnswer e) {
            return null;
        }
    }

    /** Whether this is what the browser sends for a field that nobody touched. */
    private boolean nothing(@Nullable Object given) {
        return given == null || given instanceof String text && PlainText.blank(text) || kind == Kind.YES_NO && Boolean.FALSE.equals(given);
    }

    /** What a condition of the form sees of this field; an empty day, time or number is null to it, and so is a choice that was taken back. */
    @Nullable Object asked(@Nullable Object given) {
        return (kind.read() || kind == Kind.CHOICE) && nothing(given) ? null : given;
    }

    private String text(Object value) throws NotAnAnswer {
        var written = as(String.class, value, "write text");
        if (reference()) {
            return reference(written);
        }
        var text = kind == Kind.LINE ? PlainText.line(written).strip() : PlainText.lines(written);
        int length = text.strip().length();
        if (length > maxLength) {
            throw new NotAnAnswer("at most " + maxLength + " characters, these are " + length);
        }
        if (minLength != null && length < minLength) {
            throw new NotAnAnswer("at least " + minLength + " characters");
        }
        var noText = PlainText.noText(text);
        if (noText.isPresent()) {
            throw new NotAnAnswer("control characters are not text; there is one " + place(text.substring(0, noText.getAsInt())));
        }
        if (pattern != null && !pattern.matcher(text).find()) {
            throw new NotAnAnswer("is not written as the form asks");
        }
        return text;
    }

    private static String place(String before) {
        var words = before.strip().replaceAll("\\s+", " ");
        int from = words.offsetByCodePoints(words.length(), -Math.min(WORDS_BEFORE, words.codePointCount(0, words.length())));
        return words.isEmpty() ? "at the beginning" : "after “" + words.substring(from) + "”";
    }

    private String choice(Object value, Map<String, String> choices) throws NotAnAnswer {
        var choice = as(String.class, value, "choose one of the options");
        if (!choices.containsKey(choice)) {
            throw new NotAnAnswer("choose one of " + String.join(", ", choices.values()));
        }
        return choice;
    }

    private Number number(Object value) throws NotAnAnswer {
        var written = value instanceof String text ? Written.number(text, decimals) : exact(as(Number.class, value, "write a number"));
        var number = written.stripTrailingZeros();
        if (number.abs().compareTo(LARGEST) > 0) {
            throw new NotAnAnswer("the number is too large");
        }
        if (min != null && number.compareTo(min) < 0) {
            throw new NotAnAnswer("at least " + inWords(min));
        }
        if (max != null && number.compareTo(max) > 0) {
            throw new NotAnAnswer("at most " + inWords(max));
        }
        if (number.scale() > decimals) {
            throw new NotAnAnswer(decimals == 0 ? "write a whole number" : "at most " + decimals + " digits after the point");
        }
        // a program sends 3 as an integer and 3.5 as a double; a variable that changes its type helps nobody
        return number.scale() <= 0 ? (Number) number.longValue() : (Number) number.doubleValue();
    }

    private static BigDecimal exact(Number number) throws NotAnAnswer {
        try {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        } catch (NumberFormatException e) {
            throw new NotAnAnswer("write a number");
        }
    }

    /** A date; one whose key ends in "On" says when something happened, so it cannot be in the future. */
    private LocalDate date(Object value, LocalDate today) throws NotAnAnswer {
        var date = Written.day(as(String.class, value, "write a date"));
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new NotAnAnswer("the year " + date.getYear() + " cannot be right");
        }
        if (happened() && date.isAfter(today)) {
            throw new NotAnAnswer("is in the future");
        }
        return date;
    }

    /** Whether a date in this field is the day on which something happened. */
    boolean happened() {
        return kind == Kind.DATE && !readonly && key.endsWith("On");
    }

    private String reference(String written) throws NotAnAnswer {
        var text = Reference.read(written).text();
        if (text.isEmpty() || text.length() > Reference.LONGEST) {
            throw new NotAnAnswer("write a reference, such as KENT-2026-00012 or 19 010 314");
        }
        return text;
    }

    /** Whether this field asks for the number of a case: one whose key ends in "Reference" is read as people write them. */
    boolean reference() {
        return kind.freeText() && !readonly && (key.endsWith("Reference") || key.equals("reference"));
    }

    private static LocalTime time(Object value) throws NotAnAnswer {
        return Written.time(as(String.class, value, "write a time"));
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
            case NUMBER -> inWords(new BigDecimal(answer.toString()));
            default -> answer.toString();
        };
    }

    /** The answer as a fact of the case: an ISO day or time, a plain number, an option's code, true or false; none for free text. */
    @Nullable String fact(@Nullable Object answer) {
        if (answer == null || kind.freeText()) {
            return null;
        }
        return answer instanceof Double number ? BigDecimal.valueOf(number).toPlainString() : answer.toString();
    }

    /** 1000 as 1,000 and 1000.5 as 1,000.50. */
    private static String inWords(BigDecimal number) {
        int decimals = number.stripTrailingZeros().scale();
        return String.format(Locale.ENGLISH, "%,." + (decimals <= 0 ? 0 : Math.max(decimals, 2)) + "f", number);
    }

    /** Why something is not an answer, in words that follow the field's label. */
    static final class NotAnAnswer extends Exception {
        NotAnAnswer(String why) {
            super(why, null, false, false);
        }
    }
}
