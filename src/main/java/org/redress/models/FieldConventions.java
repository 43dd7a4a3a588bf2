package org.redress.models;

import static org.redress.models.Convention.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One question a field, and an answer of known length or from a list. */
final class FieldConventions {

    private static final Set<String> TEXTS = Set.of("textfield", "textarea");
    private static final Set<String> CHOICES = Set.of("select", "radio");
    private static final long LARGEST_NUMBER = 1_000_000_000;
    private static final Map<String, List<String>> DATE_LABELS = Map.of("date", List.of("dateLabel"),
            "time", List.of("timeLabel"), "datetime", List.of("dateLabel", "timeLabel"));

    private static final Pattern ASKS_FOR_A_REFERENCE = Pattern.compile("\\breference\\b|\\bOur case\\b|[A-Z]{4,}-\\d{4}-\\d{5}|\\d\\d \\d{3} \\d{3}");
    private static final int LONGEST_REFERENCE = 100;

    static final List<Rule> ALL = List.of(
            Convention.form("fields-keys", "The key of a field is the name of a variable",
                    FormFile::inputs, FieldConventions::otherKey),
            Convention.form("fields-keys-once", "A form asks for each variable once",
                    Stream::of, (form, self) -> sameKey(form)),
            Convention.form("fields-labels", "Every field has a label in sentence case",
                    FormFile::inputs, FieldConventions::otherLabel),
            of("fields-text-length", "Every text has a maximum length",
                    TEXTS, FieldConventions::endless),
            where("fields-numbers", "Every number says how many digits follow the point, and how large it may be",
                     field -> "number".equals(type(field)) && !field.path("readonly").asBoolean(), FieldConventions::endlessNumber),
            of("fields-options", "A radio has 2 to 4 choices, a select any number; their values are in lower case with hyphens",
                    CHOICES, FieldConventions::otherOptions),
            of("fields-references", "A field that asks for a reference has a key that ends in Reference and takes 100 characters",
                    Set.of("textfield"), FieldConventions::otherReference));

    private FieldConventions() {}

    private static Rule of(String id, String sentence, Set<String> types, BiFunction<FormFile, JsonNode, Stream<Finding>> faults) {
        return where(id, sentence, field -> types.contains(type(field)), faults);
    }

    private static Rule where(String id, String sentence, Predicate<JsonNode> subjects, BiFunction<FormFile, JsonNode, Stream<Finding>> faults) {
        return Convention.form(id, sentence, form -> form.components().stream().filter(subjects), faults);
    }

    private static Stream<Finding> otherKey(FormFile form, JsonNode field) {
        return unless(Words.isCamelCase(field.path("key").asText()), form.at(field).says("names no variable; set Key to one like responseSentOn"));
    }

    private static Stream<Finding> sameKey(FormFile form) {
        Set<String> seen = new HashSet<>();
        return form.inputs().filter(field -> !seen.add(field.path("key").asText()))
                .map(field -> form.at(field).says("asks for the same variable twice; give it a key of its own"));
    }

    private static Stream<Finding> otherLabel(FormFile form, JsonNode field) {
        List<String> labels = "datetime".equals(type(field))
                ? DATE_LABELS.getOrDefault(field.path("subtype").asText(), List.of("subtype")) : List.of("label");
        return labels.stream().flatMap(label -> Stream.concat(
                unless(!field.path(label).asText().isBlank(), form.at(field).says("has no " + label
                        + "; ask one question in it")),
                unless(field.path(label).asText().isBlank() || Words.isSentenceCase(field.path(label).asText()),
                        form.at(field).says("has a " + label + " that is not in sentence case: "
                                + field.path(label).asText()))));
    }

    /** The gate reads a text whose key ends in "Reference" with {@code casefile.Reference}. */
    private static Stream<Finding> otherReference(FormFile form, JsonNode field) {
        String asks = field.path("label").asText() + " " + field.path("description").asText();
        boolean reads = field.path("key").asText().endsWith("Reference");
        return Stream.concat(
                unless(reads || !ASKS_FOR_A_REFERENCE.matcher(asks).find() || field.path("readonly").asBoolean(), form.at(field).says("asks for a reference; let its key end in Reference, so that it is read as people write it")),
                unless(!reads || field.path("validate").path("maxLength").asInt() == LONGEST_REFERENCE, form.at(field).says("asks for a reference; let it take " + LONGEST_REFERENCE + " characters, because pasted ones are longer")));
    }

    private static Stream<Finding> endless(FormFile form, JsonNode field) {
        return unless(field.path("validate").path("maxLength").asInt() > 0, form.at(field).says("takes a text of any length; set Maximum length, 20000 for a letter"));
    }

    private static Stream<Finding> endlessNumber(FormFile form, JsonNode field) {
        int digits = field.path("decimalDigits").asInt(-1);
        long most = field.path("validate").path("max").asLong(0);
        return Stream.concat(
                unless(0 <= digits && digits <= 2, form.at(field).says("does not say how many digits follow the point; set Decimal digits, 0 for whole numbers, 2 for pounds")),
                unless(0 < most && most <= LARGEST_NUMBER, form.at(field).says("takes a number of any size; set Maximum, 1000000 for pounds")));
    }

    private static Stream<Finding> otherOptions(FormFile form, JsonNode field) {
        List<String> values = FormFile.options(field);
        boolean radio = "radio".equals(type(field));
        return Stream.of(
                unless(!radio || values.size() >= 2 && values.size() <= 4, form.at(field).says("has " + values.size()
                        + " choices; a radio has 2 to 4, a select any number")),
                unless(radio || !values.isEmpty() || field.hasNonNull("valuesKey"), form.at(field).says("has no options; list them, or set Input values key to the variable that holds them")),
                unless(values.size() == Set.copyOf(values).size(), form.at(field).says("has two options with the same value " + values)),
                values.stream().filter(value -> !Words.isKebabCase(value)).map(value -> form.at(field).says("has the value “" + value + "”, which is not in lower case with hyphens, like in-person")))
                .flatMap(faults -> faults);
    }

    private static String type(JsonNode component) {
        return component.path("type").asText();
    }
}
