package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.models.Convention.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One question a field, and an answer of known length or from a list. */
class FieldConventionTests {

    private static final Set<String> TEXTS = Set.of("textfield", "textarea");
    private static final Set<String> CHOICES = Set.of("select", "radio");
    private static final long LARGEST_NUMBER = 1_000_000_000;
    private static final Map<String, List<String>> DATE_LABELS = Map.of("date", List.of("dateLabel"),
            "time", List.of("timeLabel"), "datetime", List.of("dateLabel", "timeLabel"));

    private static final Pattern ASKS_FOR_A_REFERENCE = Pattern.compile("\\breference\\b|\\bOur case\\b|[A-Z]{4,}-\\d{4}-\\d{5}|\\d\\d \\d{3} \\d{3}");
    private static final int LONGEST_REFERENCE = 100;

    private static final Convention<FormFile, JsonNode> KEYS =
            new Convention<>(FormFile::inputs, FieldConventionTests::otherKey);
    private static final Convention<FormFile, FormFile> UNIQUE_KEYS =
            new Convention<>(Stream::of, (form, self) -> sameKey(form));
    private static final Convention<FormFile, JsonNode> LABELS =
            new Convention<>(FormFile::inputs, FieldConventionTests::otherLabel);
    private static final Convention<FormFile, JsonNode> TEXT_LENGTHS =
            of(TEXTS, FieldConventionTests::endless);
    private static final Convention<FormFile, JsonNode> NUMBERS = where(
            field -> "number".equals(type(field)) && !field.path("readonly").asBoolean(), FieldConventionTests::endlessNumber);
    private static final Convention<FormFile, JsonNode> OPTIONS = of(CHOICES, FieldConventionTests::otherOptions);
    private static final Convention<FormFile, JsonNode> REFERENCES = of(Set.of("textfield"), FieldConventionTests::otherReference);

    @Test
    void namesTheVariableOfEveryField() {
        KEYS.holdsIn(ProjectFiles.forms());
    }

    @Test
    void asksForEachVariableOnce() {
        UNIQUE_KEYS.holdsIn(ProjectFiles.forms());
    }

    @Test
    void labelsEveryFieldInSentenceCase() {
        LABELS.holdsIn(ProjectFiles.forms());
    }

    @Test
    void limitsEveryText() {
        TEXT_LENGTHS.holdsIn(ProjectFiles.forms());
    }

    @Test
    void limitsEveryNumber() {
        NUMBERS.holdsIn(ProjectFiles.forms());
    }

    @Test
    void offersChoicesWithCodes() {
        OPTIONS.holdsIn(ProjectFiles.forms());
    }

    @Test
    void readsEveryReferenceAsPeopleWriteIt() {
        REFERENCES.holdsIn(ProjectFiles.forms());
        assertThat(ProjectFiles.forms().stream().flatMap(FormFile::inputs).filter(field -> field.path("key").asText().endsWith("Reference")))
                .hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void findsNothingWrongWithTheSample() {
        assertThat(faults(SampleForm.file())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "key": "answerText"         | "id": "x"                    | names no variable
            "key": "answerText"         | "key": "answer-text"         | names no variable
            "key": "answerText"         | "key": "tone"                | twice
            "label": "Your answer"      | "id": "x"                    | no label
            "label": "Your answer"      | "label": "Your Answer"       | sentence case
            "label": "Your answer"      | "label": "your answer"       | sentence case
            "dateLabel": "Sent on"      | "label": "Sent on"           | no dateLabel
            "dateLabel": "Sent on"      | "dateLabel": "Sent On"       | sentence case
            "maxLength": 2000           | "minLength": 1               | any length
            "value": "plain"            | "value": "Plain"             | lower case
            "value": "formal"           | "value": "plain"             | same value
            "radio", "key": "tone", "label": "Tone", "values" | "select", "key": "tone", "label": "Tone", "x" | options
            "textarea", "key": "answerText" | "textfield", "description": "Its reference.", "key": "answerText" | end in Reference
            "textarea", "key": "answerText" | "textfield", "key": "caseReference" | 100 characters
            """)
    void findsWhatIsWrong(String now, String then, String fault) {
        assertThat(faults(SampleForm.file(now, then)))
                .anySatisfy(text -> assertThat(text).contains("answer-letter.form", fault));
    }

    @Test
    void findsARadioWithTooManyChoices() {
        String five = Stream.of("a", "b", "c", "d", "plain", "formal")
                .map("{\"label\": \"X\", \"value\": \"%s\"}"::formatted).collect(Collectors.joining(","));
        FormFile form = SampleForm.file("\"values\": [", "\"values\": [" + five + "], \"unused\": [");

        assertThat(faults(form)).singleElement().asString().contains("radio tone", "6 choices");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "validate": {"max": 20}                                 | digits
            "validate": {"max": 20}, "decimalDigits": 3             | digits
            "validate": {"min": 0}, "decimalDigits": 2              | any size
            "validate": {"max": 1000000000000}, "decimalDigits": 2  | any size
            """)
    void findsANumberWithoutLimits(String settings, String fault) {
        assertThat(faults(SampleForm.with("{ \"type\": \"number\", \"key\": \"copies\", \"label\": \"Copies\", " + settings + " },"))).singleElement().asString()
                .contains("answer-letter.form", "number copies", fault);
    }

    @Test
    void acceptsANumberWithLimitsAndOneThatIsOnlyShown() {
        assertThat(faults(SampleForm.with("""
                { "type": "number", "key": "copies", "label": "Copies", "validate": { "max": 20 }, "decimalDigits": 0 },
                { "type": "number", "key": "letterNumber", "label": "Letter", "readonly": true },"""))).isEmpty();
    }

    @Test
    void acceptsChoicesThatComeFromAVariableOnlyInASelect() {
        assertThat(faults(SampleForm.file("\"values\": [", "\"valuesKey\": \"tones\", \"unused\": [")))
                .anySatisfy(text -> assertThat(text).contains("radio tone", "0 choices"));
        assertThat(faults(SampleForm.file("\"values\": [", "\"valuesKey\": \"tones\", \"unused\": [",
                "\"type\": \"radio\"", "\"type\": \"select\"", "=tone != \\\"plain\\\"", "=tone = null"))).isEmpty();
    }

    private static List<String> faults(FormFile form) {
        return Stream.of(KEYS, UNIQUE_KEYS, LABELS, TEXT_LENGTHS, NUMBERS, OPTIONS, REFERENCES)
                .flatMap(rule -> rule.faultsIn(form)).toList();
    }

    private static Convention<FormFile, JsonNode> of(Set<String> types,
            BiFunction<FormFile, JsonNode, Stream<String>> faults) {
        return where(field -> types.contains(type(field)), faults);
    }

    private static Convention<FormFile, JsonNode> where(Predicate<JsonNode> subjects,
            BiFunction<FormFile, JsonNode, Stream<String>> faults) {
        return new Convention<>(form -> form.components().filter(subjects), faults);
    }

    private static Stream<String> otherKey(FormFile form, JsonNode field) {
        return unless(Words.isCamelCase(field.path("key").asText()), form.at(field)
                + "names no variable; set Key to one like responseSentOn");
    }

    private static Stream<String> sameKey(FormFile form) {
        Set<String> seen = new HashSet<>();
        return form.inputs().filter(field -> !seen.add(field.path("key").asText()))
                .map(field -> form.at(field) + "asks for the same variable twice; give it a key of its own");
    }

    private static Stream<String> otherLabel(FormFile form, JsonNode field) {
        List<String> labels = "datetime".equals(type(field))
                ? DATE_LABELS.getOrDefault(field.path("subtype").asText(), List.of("subtype")) : List.of("label");
        return labels.stream().flatMap(label -> Stream.concat(
                unless(!field.path(label).asText().isBlank(), form.at(field) + "has no " + label
                        + "; ask one question in it"),
                unless(field.path(label).asText().isBlank() || Words.isSentenceCase(field.path(label).asText()),
                        form.at(field) + "has a " + label + " that is not in sentence case: "
                                + field.path(label).asText())));
    }

    /** The gate reads a text whose key ends in "Reference" with {@code casefile.Reference}. */
    private static Stream<String> otherReference(FormFile form, JsonNode field) {
        String asks = field.path("label").asText() + " " + field.path("description").asText();
        boolean reads = field.path("key").asText().endsWith("Reference");
        return Stream.concat(
                unless(reads || !ASKS_FOR_A_REFERENCE.matcher(asks).find() || field.path("readonly").asBoolean(), form.at(field)
                        + "asks for a reference; let its key end in Reference, so that it is read as people write it"),
                unless(!reads || field.path("validate").path("maxLength").asInt() == LONGEST_REFERENCE, form.at(field)
                        + "asks for a reference; let it take " + LONGEST_REFERENCE + " characters, because pasted ones are longer"));
    }

    private static Stream<String> endless(FormFile form, JsonNode field) {
        return unless(field.path("validate").path("maxLength").asInt() > 0, form.at(field)
                + "takes a text of any length; set Maximum length, 20000 for a letter");
    }

    private static Stream<String> endlessNumber(FormFile form, JsonNode field) {
        int digits = field.path("decimalDigits").asInt(-1);
        long most = field.path("validate").path("max").asLong(0);
        return Stream.concat(
                unless(0 <= digits && digits <= 2, form.at(field)
                        + "does not say how many digits follow the point; set Decimal digits, 0 for whole numbers, 2 for pounds"),
                unless(0 < most && most <= LARGEST_NUMBER, form.at(field)
                        + "takes a number of any size; set Maximum, 1000000 for pounds"));
    }

    private static Stream<String> otherOptions(FormFile form, JsonNode field) {
        List<String> values = FormFile.options(field);
        boolean radio = "radio".equals(type(field));
        return Stream.of(
                unless(!radio || values.size() >= 2 && values.size() <= 4, form.at(field) + "has " + values.size()
                        + " choices; a radio has 2 to 4, a select any number"),
                unless(radio || !values.isEmpty() || field.hasNonNull("valuesKey"), form.at(field)
                        + "has no options; list them, or set Input values key to the variable that holds them"),
                unless(values.size() == Set.copyOf(values).size(), form.at(field)
                        + "has two options with the same value " + values),
                values.stream().filter(value -> !Words.isKebabCase(value)).map(value -> form.at(field)
                        + "has the value “" + value + "”, which is not in lower case with hyphens, like in-person"))
                .flatMap(faults -> faults);
    }

    private static String type(JsonNode component) {
        return component.path("type").asText();
    }
}
