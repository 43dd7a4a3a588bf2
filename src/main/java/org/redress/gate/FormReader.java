package org.redress.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.redress.gate.Field.Kind;

/** Reads {@code .form} files. What the browser would check or change and the server cannot is refused, with the field's key. */
final class FormReader {
    /** No text may be longer than this, whatever the form says. */
    private static final int LONGEST_TEXT = 50_000;

    /** Pounds and pence; a form may say less. */
    private static final int MOST_DECIMALS = 2;

    /** What the case file has room for beside an answer. */
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_LABEL = 400;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> UNCHECKED = List.of("valuesExpression", "serializeToString", "disallowPassedDates", "increment");
    private static final Map<String, Pattern> KINDS_OF_TEXT = Map.of(
            "email", Pattern.compile("^[^@\\s]+@[^@\\s]+$"),
            "phone", Pattern.compile("^\\+?[0-9 ()./-]+$"));

    private FormReader() {}

    /** @throws FormRefused at the first thing that the server could not check */
    static Form read(String json) {
        return read(json, fault -> {
            throw fault;
        });
    }

    /** Everything that the server could not check. */
    static List<FormRefused> faults(String json) {
        var faults = new ArrayList<FormRefused>();
        read(json, faults::add);
        return faults;
    }

    private static Form read(String json, Consumer<FormRefused> fault) {
        try {
            var root = JSON.readTree(json);
            var fields = new ArrayList<Field>();
            collect(root, null, fields, fault);
            unless(fault, () -> refuseSameKeys(fields));
            refuseConditionsOnWhatIsRead(root, fields, fault);
            return new Form(root.path("id").asText(), List.copyOf(fields));
        } catch (JsonProcessingException e) {
            throw new FormRefused("This is not a Camunda Form: " + e.getOriginalMessage());
        }
    }

    private static void collect(JsonNode parent, @Nullable String hiddenWhen, List<Field> fields, Consumer<FormRefused> fault) {
        for (var component : parent.path("components")) {
            var hidden = either(hiddenWhen, hide(component));
            if (component.has("components")) {
                unless(fault, () -> refuseOwnData(component));
                collect(component, hidden, fields, fault);
            } else {
                unless(fault, () -> {
                    if (component.hasNonNull("key") && !yes(component, "disabled")) {
                        fields.add(field(component, hidden));
                    }
                });
            }
        }
    }

    private static void unless(Consumer<FormRefused> fault, Runnable step) {
        try {
            step.run();
        } catch (FormRefused e) {
            fault.accept(e);
        }
    }

    private static void refuseOwnData(JsonNode group) {
        var path = group.path("path").asText();
        if (!path.isEmpty()) {
            throw new FormRefused("The " + group.path("type").asText() + " " + path + " keeps its answers apart; leave its path empty.");
        }
    }

    private static void refuseSameKeys(List<Field> fields) {
        var keys = new HashSet<String>();
        fields.stream().map(Field::key).filter(key -> !keys.add(key)).findFirst().ifPresent(key -> {
            throw new FormRefused("Two fields have the key " + key + ".");
        });
    }

    /** In the browser a day, a time or a number is what is typed, not yet what it says: only whether there is any can be asked there. */
    private static void refuseConditionsOnWhatIsRead(JsonNode parent, List<Field> fields, Consumer<FormRefused> fault) {
        for (var component : parent.path("components")) {
            var hide = Objects.requireNonNullElse(hide(component), "").replaceAll("\"[^\"]*\"", "");
            fields.stream().filter(field -> field.kind().read() && !field.readonly())
                    .filter(field -> named(field.key()).matcher(answered(field.key()).matcher(hide).replaceAll("")).find()).findFirst().ifPresent(field -> fault.accept(
                            new FormRefused((component.hasNonNull("key") ? "Field " + component.get("key").asText() : "A " + component.path("type").asText())
                                    + ": the condition compares " + field.key() + ", which is a day, a time or a number; it can only ask whether it is null.")));
            refuseConditionsOnWhatIsRead(component, fields, fault);
        }
    }

    private static Pattern named(String key) {
        return Pattern.compile("\\b" + Pattern.quote(key) + "\\b");
    }

    /** Where a condition asks whether a field has an answer. */
    static Pattern answered(String key) {
        return Pattern.compile("\\b" + Pattern.quote(key) + "\\s*!?=\\s*null\\b");
    }

    private static @Nullable String hide(JsonNode component) {
        var hide = component.path("conditional").path("hide");
        return hide.isTextual() && !hide.asText().isBlank() ? hide.asText().replaceFirst("^=", "") : null;
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return "(" + one + ") or (" + other + ")";
    }

    private static Field field(JsonNode json, @Nullable String hiddenWhen) {
        refuseUnchecked(json);
        refuseUnkeepable(json);
        refuseReserved(json);
        refuseOtherBeginning(json);
        var rules = json.path("validate");
        var kind = kind(json);
        return new Field(
                json.get("key").asText(),
                kind,
                label(json),
                yes(rules, "required"),
                yes(json, "readonly"),
                number(rules, "min"),
                number(rules, "max"),
                Objects.requireNonNullElse(whole(json, "decimalDigits"), MOST_DECIMALS),
                whole(rules, "minLength"),
                Math.min(Objects.requireNonNullElse(whole(rules, "maxLength"), LONGEST_TEXT), LONGEST_TEXT),
                pattern(json, rules),
                kind == Kind.CHOICE ? options(json) : Map.of(),
                json.hasNonNull("valuesKey") ? json.get("valuesKey").asText() : null,
                hiddenWhen,
                todayWhenEmpty(json, kind),
                ServedForm.takesWhatIsGiven(json),
                ofRecord(json, kind));
    }

    private static boolean todayWhenEmpty(JsonNode json, Kind kind) {
        var whenEmpty = json.path("properties").path("whenEmpty").asText();
        if (!whenEmpty.isEmpty() && (kind != Kind.DATE || !whenEmpty.equals("today"))) {
            throw refused(json, "whenEmpty is a property of dates, and today its only value");
        }
        return whenEmpty.equals("today");
    }

    private static void refuseOtherBeginning(JsonNode json) {
        var begins = json.path("properties").path("begins").asText();
        if (!begins.isEmpty() && !(begins.equals("as-given") && ServedForm.asksForADecision(json))) {
            throw refused(json, "begins is a property of choices, boxes and days whose key ends in On, and as-given its only value");
        }
    }

    private static @Nullable String ofRecord(JsonNode json, Kind kind) {
        var name = json.path("properties").path("ofRecord").asText();
        if (!name.isEmpty() && !kind.freeText() && (kind == Kind.YES_NO || !Field.isProposal(name))) {
            throw refused(json, "ofRecord is a property of fields for text; what was read (read-…) may also be a choice, a number or a day");
        }
        return name.isEmpty() ? null : name;
    }

    private static Kind kind(JsonNode json) {
        return switch (json.path("type").asText()) {
            case "textfield" -> Kind.LINE;
            case "textarea" -> Kind.TEXT;
            case "select", "radio" -> Kind.CHOICE;
            case "checkbox" -> Kind.YES_NO;
            case "number" -> Kind.NUMBER;
            case "datetime" -> switch (json.path("subtype").asText()) {
                case "date" -> Kind.DATE;
                case "time" -> Kind.TIME;
                default -> throw refused(json, "ask for the date and the time in two fields");
            };
            default -> throw refused(json, "the type " + json.path("type").asText()
                    + " is not one of textfield, textarea, select, radio, checkbox, number, date and time");
        };
    }

    private static void refuseUnchecked(JsonNode json) {
        for (var setting : UNCHECKED) {
            boolean off = json.path(setting).isBoolean() && !json.get(setting).asBoolean();
            if (json.hasNonNull(setting) && !off) {
                throw refused(json, "the setting " + setting + " cannot be checked on the server; leave it out");
            }
        }
        if (!json.path("timeSerializingFormat").asText("no_timezone").equals("no_timezone")) {
            throw refused(json, "a time is the time here; set timeSerializingFormat to no_timezone");
        }
    }

    private static void refuseReserved(JsonNode json) {
        if (Envelope.KEYS.contains(json.get("key").asText())) {
            throw refused(json, "this key is the product's own; take another one");
        }
    }

    private static void refuseUnkeepable(JsonNode json) {
        if (json.get("key").asText().length() > LONGEST_KEY || label(json).length() > LONGEST_LABEL) {
            throw refused(json, "a key has at most " + LONGEST_KEY + " characters and a label " + LONGEST_LABEL);
        }
    }

    private static String label(JsonNode json) {
        for (var name : List.of("label", "dateLabel", "timeLabel")) {
            if (json.hasNonNull(name)) {
                return json.get(name).asText();
            }
        }
        return json.path("key").asText();
    }

    private static Map<String, String> options(JsonNode json) {
        var options = new LinkedHashMap<String, String>();
        for (var option : json.path("values")) {
            if (!option.path("value").isTextual()) {
                throw refused(json, "the value of an option is text");
            }
            options.put(option.path("value").asText(), option.path("label").asText());
        }
        if (options.isEmpty() && !json.hasNonNull("valuesKey")) {
            throw refused(json, "it offers nothing to choose from");
        }
        return options;
    }

    private static @Nullable Pattern pattern(JsonNode field, JsonNode rules) {
        var named = KINDS_OF_TEXT.get(rules.path("validationType").asText());
        if (named != null) {
            return named;
        }
        try {
            return rules.hasNonNull("pattern") ? Pattern.compile(rules.get("pattern").asText()) : null;
        } catch (PatternSyntaxException e) {
            throw refused(field, "the pattern cannot be read: " + e.getDescription());
        }
    }

    private static boolean yes(JsonNode json, String rule) {
        if (json.hasNonNull(rule) && !json.get(rule).isBoolean()) {
            throw new FormRefused("The setting " + rule + " is true or false; \"" + json.get(rule).asText()
                    + "\" cannot be checked on the server.");
        }
        return json.path(rule).asBoolean();
    }

    private static @Nullable BigDecimal number(JsonNode json, String rule) {
        var text = json.path(rule).asText();
        if (text.isBlank() || json.path(rule).isNull()) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new FormRefused("The setting " + rule + " is a number; \"" + text + "\" cannot be checked on the server.");
        }
    }

    private static @Nullable Integer whole(JsonNode json, String rule) {
        var number = number(json, rule);
        return number == null ? null : number.intValue();
    }

    private static FormRefused refused(JsonNode field, String why) {
        return new FormRefused("Field " + field.get("key").asText() + ": " + why + ".");
    }
}
