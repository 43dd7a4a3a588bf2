package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes to the browser in place of fields that would change what is typed in them. */
class ServedFormTests {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What form-js reads, rounds, rolls over or drops by itself. */
    private static final Set<String> CHANGE_WHAT_IS_TYPED = Set.of("datetime", "number");

    @ParameterizedTest
    @MethodSource("forms")
    void asksInNoFormOfTheProductWithAFieldThatChangesWhatIsTyped(Path file) throws IOException {
        var deployed = JSON.readTree(file.toFile());

        var served = served(Files.readString(file));

        assertThat(components(served)).extracting(component -> component.path("key").asText())
                .isEqualTo(components(deployed).stream().map(component -> component.path("key").asText()).toList());
        assertThat(components(served)).filteredOn(component -> !component.path("readonly").asBoolean())
                .extracting(component -> component.path("type").asText()).isNotEmpty().doesNotContainAnyElementsOf(CHANGE_WHAT_IS_TYPED);
        assertThat(components(served)).extracting(component -> component.path("id").asText()).doesNotHaveDuplicates();
    }

    @Test
    void asksWhoSendsALetterOnlyWhereTheProductCanAndOnlyForWhatItCan() throws IOException {
        var form = """
                {"id": "f", "components": [{"type": "radio", "id": "F", "key": "whoSends", "label": "Who sends it", "values": [{"label": "I", "value": "by-hand"}, {"label": "E-mail", "value": "redress-email"}, {"label": "Post", "value": "notify-letter"}]},
                {"type": "textfield", "id": "G", "key": "g", "label": "G"}]}""";

        assertThat(components(JSON.readTree(ServedForm.of(stream(form), key -> Optional.empty(), Set.of("redress-email"))))).first()
                .satisfies(asked -> assertThat(asked.path("values").findValuesAsText("value")).containsExactly("by-hand", "redress-email"));
        assertThat(components(JSON.readTree(ServedForm.of(stream(form), key -> Optional.empty(), Set.of())))).extracting(component -> component.path("key").asText()).containsExactly("g");
    }

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "datetime", "id": "F", "key": "sentOn", "subtype": "date", "dateLabel": "Sent on", "description": "The day.", "validate": {"required": true}} | {"type": "textfield", "id": "F-as-day", "key": "sentOn", "label": "Sent on", "description": "The day.", "validate": {"required": true}}
            {"type": "datetime", "key": "seenOn", "subtype": "date", "dateLabel": "Seen on", "readonly": true, "defaultValue": "2026-11-03"} | {"type": "textfield", "id": "seenOn-as-day", "key": "seenOn", "label": "Seen on", "readonly": true, "defaultValue": "03/11/2026"}
            {"type": "datetime", "id": "F", "key": "at", "subtype": "time", "timeLabel": "At", "use24h": true, "timeInterval": 15} | {"type": "textfield", "id": "F-as-time", "key": "at", "label": "At"}
            {"type": "number", "id": "F", "key": "n", "label": "How many", "decimalDigits": 0, "validate": {"required": true, "min": 0, "max": 20}, "conditional": {"hide": "=a"}, "layout": {"row": "R"}, "defaultValue": 3} | {"type": "textfield", "id": "F-as-number", "key": "n", "label": "How many", "validate": {"required": true}, "conditional": {"hide": "=a"}, "layout": {"row": "R"}, "defaultValue": "3"}
            {"type": "number", "id": "F", "key": "n", "label": "Issue", "readonly": true} | {"type": "number", "id": "F", "key": "n", "label": "Issue", "readonly": true}
            {"type": "textfield", "id": "F", "key": "n", "label": "Phone", "validate": {"validationType": "phone", "maxLength": 30}} | {"type": "textfield", "id": "F", "key": "n", "label": "Phone", "validate": {"maxLength": 30}}
            {"type": "textfield", "id": "F", "key": "n", "label": "E-mail", "validate": {"validationType": "email"}} | {"type": "textfield", "id": "F", "key": "n", "label": "E-mail", "validate": {"validationType": "email"}}
            {"type": "group", "components": [{"type": "number", "id": "F", "key": "n", "label": "N"}]} | {"type": "group", "components": [{"type": "textfield", "id": "F-as-number", "key": "n", "label": "N"}]}
            {"type": "number", "id": "F", "key": "n", "label": "N"}, {"type": "checkbox", "id": "C", "key": "c", "conditional": {"hide": "=n = null and x != n or m = null or n!=null"}} | {"type": "textfield", "id": "F-as-number", "key": "n", "label": "N"}, {"type": "checkbox", "id": "C", "key": "c", "conditional": {"hide": "=(n = null or n = \\"\\") and x != n or m = null or (n != null and n != \\"\\")"}}
            {"type": "textarea", "id": "F", "key": "shown", "label": "S", "readonly": true, "conditional": {"hide": "=shown = null"}} | {"type": "textarea", "id": "F", "key": "shown", "label": "S", "readonly": true, "conditional": {"hide": "=(shown = null or shown = \\"\\")"}}
            {"type": "select", "id": "F", "key": "s", "label": "S", "values": [{"label": "A", "value": "a"}]} | {"type": "select", "id": "F", "key": "s", "label": "S", "values": [{"label": "A", "value": "a"}]}
            {"type": "select", "id": "F", "key": "s", "label": "S", "valuesKey": "councils"} | {"type": "select", "id": "F", "key": "s", "label": "S", "values": [{"label": "Kent County Council", "value": "kent"}]}
            {"type": "select", "id": "F", "key": "s", "label": "S", "valuesKey": "people"} | {"type": "select", "id": "F", "key": "s", "label": "S", "valuesKey": "people"}
            """)
    void servesAnyForm(String deployed, String served) throws IOException {
        assertThat(served("{\"id\": \"f\", \"components\": [" + deployed + "]}")).isEqualTo(JSON.readTree("{\"id\": \"f\", \"components\": [" + served + "]}"));
    }

    @Test
    void beginsWithDaysInTheBritishOrder() {
        var variables = Variables.createVariables().putValue("newDueDate", "2026-11-03").putValue("other", "2026-11-03").putValue("at", "16:30").putValue("soon", "soon");

        ServedForm.begin(variables, stream("""
                {"components": [{"type": "datetime", "key": "newDueDate", "subtype": "date"}, {"type": "datetime", "key": "at", "subtype": "time"},
                  {"type": "datetime", "key": "soon", "subtype": "date"}, {"type": "datetime", "key": "none", "subtype": "date"}, {"type": "textfield", "key": "other"}]}
                """));

        assertThat(variables).isEqualTo(Variables.createVariables().putValue("newDueDate", "03/11/2026").putValue("other", "2026-11-03").putValue("at", "16:30")
                .putValue("soon", "soon"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "radio", "key": "given"} | false
            {"type": "select", "key": "given"} | false
            {"type": "checkbox", "key": "given"} | false
            {"type": "group", "components": [{"type": "checkbox", "key": "given"}]} | false
            {"type": "datetime", "key": "given", "subtype": "date"} | true
            {"type": "datetime", "key": "sentOn", "subtype": "date"} | false
            {"type": "datetime", "key": "sentOn", "subtype": "date", "readonly": true} | true
            {"type": "select", "key": "given", "readonly": true} | true
            {"type": "select", "key": "given", "properties": {"begins": "as-given"}} | true
            {"type": "datetime", "key": "sentOn", "subtype": "date", "properties": {"begins": "as-given"}} | true
            {"type": "radio", "key": "given"}, {"type": "checkbox", "key": "more", "properties": {"begins": "as-given"}} | false
            {"type": "number", "key": "given"} | true
            {"type": "radio", "key": "given"}, {"type": "textarea", "key": "shown", "readonly": true, "properties": {"ofRecord": "draft"}} | false
            {"type": "radio", "key": "given"}, {"type": "textarea", "key": "letterText", "properties": {"ofRecord": "draft"}} | true
            """)
    void beginsUndecidedUnlessItSaysOtherwiseOrGoesOnWithAVersion(String components, boolean there) {
        var key = components.contains("sentOn") ? "sentOn" : "given";
        var variables = Variables.createVariables().putValue(key, "before");

        ServedForm.begin(variables, stream("{\"components\": [" + components + "]}"));

        assertThat(variables.containsKey(key)).isEqualTo(there);
    }

    private static JsonNode served(String form) throws IOException {
        return JSON.readTree(ServedForm.of(stream(form), key -> Optional.of(Map.of("kent", "Kent County Council")).filter(councils -> key.equals("councils")), Set.of("redress-email", "notify-email")));
    }

    private static InputStream stream(String form) {
        return new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8));
    }

    private static List<JsonNode> components(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false).flatMap(child -> Stream.concat(Stream.of(child), components(child).stream())).toList();
    }
}
