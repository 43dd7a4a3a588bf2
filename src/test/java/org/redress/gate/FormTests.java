package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.gate.Field.Kind;

/** What the gate reads from a form, and the forms that it refuses because it could not check their answers. */
class FormTests {
    private static final String READ_BY_THE_GATE = """
            {"key": "amount", "type": "number"}, {"key": "seenOn", "type": "datetime", "subtype": "date"}, {"key": "seenAt", "type": "datetime", "subtype": "time"}""";

    @ParameterizedTest
    @MethodSource("forms")
    void readsEveryFormOfTheProduct(Path file) throws IOException {
        var form = FormReader.read(Files.readString(file));

        assertThat(form.id()).isEqualTo(file.getFileName().toString().replace(".form", ""));
        assertThat(form.fields()).isNotEmpty();
    }

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LINE   | "type": "textfield"
            TEXT   | "type": "textarea"
            CHOICE | "type": "select", "values": [{"label": "A", "value": "a"}]
            CHOICE | "type": "radio", "valuesKey": "people"
            YES_NO | "type": "checkbox"
            NUMBER | "type": "number", "serializeToString": false
            DATE   | "type": "datetime", "subtype": "date"
            TIME   | "type": "datetime", "subtype": "time", "timeSerializingFormat": "no_timezone"
            """)
    void knowsEachKindOfField(Kind kind, String settings) {
        var field = only(settings);

        assertThat(field.kind()).isEqualTo(kind);
        assertThat(field.key()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "type": "checklist"                                                                 | Field x: the type checklist is not one of textfield, textarea, select, radio, checkbox, number, date and time.
            "type": "datetime", "subtype": "datetime"                                           | Field x: ask for the date and the time in two fields.
            "type": "datetime", "subtype": "time", "timeSerializingFormat": "utc_offset"        | Field x: a time is the time here; set timeSerializingFormat to no_timezone.
            "type": "datetime", "subtype": "date", "disallowPassedDates": true                  | Field x: the setting disallowPassedDates cannot be checked on the server; leave it out.
            "type": "select", "valuesExpression": "=people"                                     | Field x: the setting valuesExpression cannot be checked on the server; leave it out.
            "type": "select"                                                                    | Field x: it offers nothing to choose from.
            "type": "radio", "values": [{"label": "One", "value": 1}]                           | Field x: the value of an option is text.
            "type": "number", "serializeToString": true                                         | Field x: the setting serializeToString cannot be checked on the server; leave it out.
            "type": "number", "validate": {"min": "=least"}                                     | The setting min is a number; "=least" cannot be checked on the server.
            "type": "radio", "values": [{"value": "a", "label": "A"}], "properties": {"begins": "as-before"} | Field x: begins is a property of choices, boxes and days whose key ends in On, and as-given its only value.
            "type": "textfield", "properties": {"begins": "as-given"}                           | Field x: begins is a property of choices, boxes and days whose key ends in On, and as-given its only value.
            "type": "textfield", "readonly": "=locked"                                          | The setting readonly is true or false; "=locked" cannot be checked on the server.
            """)
    void refusesWhatItCouldNotCheck(String settings, String sentence) {
        assertThatThrownBy(() -> only(settings)).isInstanceOf(FormRefused.class).hasMessage(sentence);
    }

    @Test
    void refusesALabelThatTheCaseFileHasNoRoomFor() {
        var settings = "\"type\": \"textfield\", \"label\": \"" + "x".repeat(401) + "\"";

        assertThatThrownBy(() -> only(settings)).isInstanceOf(FormRefused.class)
                .hasMessage("Field x: a key has at most 100 characters and a label 400.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirmed", "submissionKey"})
    void refusesTheKeysOfTheProductItself(String key) {
        var form = form("{\"key\": \"" + key + "\", \"type\": \"textfield\"}");

        assertThatThrownBy(() -> FormReader.read(form)).isInstanceOf(FormRefused.class)
                .hasMessage("Field " + key + ": this key is the product's own; take another one.");
    }

    @Test
    void refusesTwoFieldsWithOneKey() {
        var form = form("{\"key\": \"x\", \"type\": \"textfield\"}, {\"key\": \"x\", \"type\": \"number\"}");

        assertThatThrownBy(() -> FormReader.read(form)).isInstanceOf(FormRefused.class).hasMessage("Two fields have the key x.");
    }

    @Test
    void refusesAGroupThatKeepsItsAnswersApart() {
        var form = form("{\"type\": \"group\", \"path\": \"child\", \"components\": [{\"key\": \"x\", \"type\": \"textfield\"}]}");

        assertThatThrownBy(() -> FormReader.read(form)).isInstanceOf(FormRefused.class)
                .hasMessage("The group child keeps its answers apart; leave its path empty.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "key": "why", "type": "textarea", "conditional": {"hide": "=amount < 100"}           | Field why: the condition compares amount, which is a day, a time or a number; it can only ask whether it is null.
            "key": "why", "type": "textarea", "conditional": {"hide": "=seenOn = today()"}          | Field why: the condition compares seenOn, which is a day, a time or a number; it can only ask whether it is null.
            "type": "text", "text": "Read this", "conditional": {"hide": "=seenOn = null and not(seenAt = x)"}  | A text: the condition compares seenAt, which is a day, a time or a number; it can only ask whether it is null.
            "type": "group", "conditional": {"hide": "=seenOn != null or x = seenOn"}, "components": []         | A group: the condition compares seenOn, which is a day, a time or a number; it can only ask whether it is null.
            """)
    void refusesAConditionOnWhatTheGateReadsFromWhatIsTyped(String component, String sentence) {
        assertThatThrownBy(() -> FormReader.read(form(READ_BY_THE_GATE + ", {" + component + "}"))).isInstanceOf(FormRefused.class).hasMessage(sentence);
    }

    @Test
    void takesAConditionOnWhatIsChosenOnWhatTheProcessKnowsAndOnWhetherThereIsAnAnswer() {
        var form = FormReader.read(form(READ_BY_THE_GATE + """
                , {"key": "whole", "type": "number", "readonly": true}, {"key": "x", "type": "textfield", "conditional": {"hide": "=box or kind = \\"amount\\" or amountPaid > 3 or whole > 3 or seenOn=null"}}
                """));

        assertThat(form.fields()).hasSize(5);
    }

    @Test
    void refusesTextThatIsNoForm() {
        assertThatThrownBy(() -> FormReader.read("<form/>")).isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("This is not a Camunda Form: ");
    }

    @Test
    void hidesTheFieldsOfAGroupWithTheGroup() {
        var form = FormReader.read(form("""
                {"type": "group", "conditional": {"hide": "=a"}, "components": [
                  {"key": "x", "type": "textfield"}, {"key": "y", "type": "textfield", "conditional": {"hide": "=b"}}]}
                """));

        assertThat(form.fields()).extracting(Field::hiddenWhen).containsExactly("a", "(a) or (b)");
    }

    @Test
    void doesNotAskForFieldsThatAreDisabledOrOnlyShow() {
        var form = FormReader.read(form("""
                {"type": "text", "text": "Read this"}, {"type": "separator"}, {"key": "x", "type": "textfield", "disabled": true}
                """));

        assertThat(form.fields()).isEmpty();
    }

    static Field only(String settings) {
        return FormReader.read(form("{\"key\": \"x\", \"label\": \"The x\", " + settings + "}")).fields().get(0);
    }

    private static String form(String components) {
        return "{\"id\": \"some-form\", \"components\": [" + components + "]}";
    }
}
