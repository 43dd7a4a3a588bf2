package org.redress.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One input of a form with the rules that its file declares. */
record Field(
        String key,
        Kind kind,
        String label,
        boolean required,
        boolean readonly,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer minLength,
        int maxLength,
        @Nullable Pattern pattern,
        Map<String, String> options,
        @Nullable String optionsVariable,
        @Nullable String hiddenWhen) {

    /** What an input asks for. Only free text stays out of the engine. */
    enum Kind {
        TEXT, CHOICE, YES_NO, NUMBER, DATE, TIME;

        boolean freeText() {
            return this == TEXT;
        }
    }

    /** No text may be longer than this, whatever the form says. */
    static final int LONGEST_TEXT = 50_000;

    static Field read(JsonNode json) {
        var type = json.path("type").asText();
        var subtype = json.path("subtype").asText();
        var kind = switch (type) {
            case "textfield", "textarea" -> Kind.TEXT;
            case "select", "radio" -> Kind.CHOICE;
            case "checkbox" -> Kind.YES_NO;
            case "number" -> Kind.NUMBER;
            case "datetime" -> switch (subtype) {
                case "date" -> Kind.DATE;
                case "time" -> Kind.TIME;
                default -> throw new IllegalArgumentException(
                        "Field " + json.path("key").asText() + ": ask for the date and the time in two fields.");
            };
            default -> throw new IllegalArgumentException("Field " + json.path("key").asText() + " has the type " + type
                    + ", which is not one of textfield, textarea, select, radio, checkbox, number, date and time.");
        };
        var rules = json.path("validate");
        var options = new LinkedHashMap<String, String>();
        json.path("values").forEach(o -> options.put(o.path("value").asText(), o.path("label").asText()));
        return new Field(
                json.path("key").asText(),
                kind,
                label(json),
                rules.path("required").asBoolean(),
                json.path("readonly").asBoolean(),
                number(rules, "min"),
                number(rules, "max"),
                rules.hasNonNull("minLength") ? rules.get("minLength").asInt() : null,
                rules.hasNonNull("maxLength") ? Math.min(rules.get("maxLength").asInt(), LONGEST_TEXT) : LONGEST_TEXT,
                rules.hasNonNull("pattern") ? Pattern.compile(rules.get("pattern").asText()) : null,
                options,
                json.hasNonNull("valuesKey") ? json.get("valuesKey").asText() : null,
                json.path("conditional").hasNonNull("hide") ? json.path("conditional").get("hide").asText().replaceFirst("^=", "") : null);
    }

    private static String label(JsonNode json) {
        for (var name : new String[] {"label", "dateLabel", "timeLabel"}) {
            if (json.hasNonNull(name)) {
                return json.get(name).asText();
            }
        }
        return json.path("key").asText();
    }

    private static @Nullable BigDecimal number(JsonNode rules, String name) {
        return rules.hasNonNull(name) && !rules.get(name).asText().isBlank() ? new BigDecimal(rules.get(name).asText()) : null;
    }

    /**
     * The answer as a value of this field's kind: {@code String}, {@code Boolean}, {@code Long}, {@code Double},
     * {@code LocalDate}, {@code LocalTime}, or null where nothing was answered.
     *
     * @throws NotAnAnswer with a sentence without the field's name, if the rules of the form are not kept
     */
    @Nullable Object answer(@Nullable Object given, Map<String, String> choices, LocalDate today) throws NotAnAnswer {
        var value = given instanceof String s && s.isBlank() ? null : given;
        if (value == null || (kind == Kind.YES_NO && Boolean.FALSE.equals(value))) {
            if (required) {
                throw new NotAnAnswer(kind == Kind.YES_NO ? "must be confirmed" : "an answer is needed");
            }
            // an untouched box is a no; the models and tables read it as one
            return kind == Kind.YES_NO ? Boolean.FALSE : null;
        }
        return switch (kind) {
            case TEXT -> text(value);
            case CHOICE -> choice(value, choices);
            case YES_NO -> as(Boolean.class, value, "answer yes or no");
            case NUMBER -> checkedNumber(value);
            case DATE -> date(value, today);
            case TIME -> time(value);
        };
    }

    private String text(Object value) throws NotAnAnswer {
        var text = as(String.class, value, "write text");
        if (text.length() > maxLength) {
            throw new NotAnAnswer("at most " + maxLength + " characters, these are " + text.length());
        }
        if (minLength != null && text.length() < minLength) {
            throw new NotAnAnswer("at least " + minLength + " characters");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            throw new NotAnAnswer("control characters are not text");
        }
        if (pattern != null && !pattern.matcher(text).find()) {
            throw new NotAnAnswer("is not written as the form asks");
        }
        return text;
    }

    private String choice(Object value, Map<String, String> choices) throws NotAnAnswer {
        var choice = as(String.class, value, "choose one of the options");
        if (!choices.containsKey(choice)) {
            throw new NotAnAnswer("choose one of " + String.join(", ", choices.values()));
        }
        return choice;
    }

    private Number checkedNumber(Object value) throws NotAnAnswer {
        var number = as(Number.class, value, "write a number");
        var exact = new BigDecimal(number.toString());
        if (min != null && exact.compareTo(min) < 0) {
            throw new NotAnAnswer("at least " + min.toPlainString());
        }
        if (max != null && exact.compareTo(max) > 0) {
            throw new NotAnAnswer("at most " + max.toPlainString());
        }
        // the browser sends 3 as an integer and 3.5 as a double; a variable that changes its type helps nobody
        return exact.stripTrailingZeros().scale() <= 0 ? (Number) exact.longValue() : (Number) exact.doubleValue();
    }

    /** A date; one whose key ends in "On" says when something happened, so it cannot be in the future. */
    private LocalDate date(Object value, LocalDate today) throws NotAnAnswer {
        try {
            var date = LocalDate.parse(as(String.class, value, "write a date"));
            if (key.endsWith("On") && date.isAfter(today)) {
                throw new NotAnAnswer("is in the future");
            }
            return date;
        } catch (DateTimeParseException e) {
            throw new NotAnAnswer("write a date, for example 2026-02-03");
        }
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
            case CHOICE -> choices.getOrDefault(Objects.toString(answer), Objects.toString(answer));
            case DATE -> org.redress.casefile.Dates.text((LocalDate) answer);
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
