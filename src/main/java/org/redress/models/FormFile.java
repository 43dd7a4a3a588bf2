package org.redress.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A form as its file has it.
 *
 * @param components all of them, those in groups too
 */
record FormFile(String name, String text, JsonNode root, List<JsonNode> components) {
    private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "datetime", "checkbox", "select", "radio");

    String id() {
        return root.path("id").asText();
    }

    String stem() {
        return name.replaceFirst(".*/", "").replaceFirst("\\.form$", "");
    }

    Stream<JsonNode> inputs() {
        return components.stream().filter(component -> INPUTS.contains(component.path("type").asText()));
    }

    /** Whether a field only shows a text of the record. */
    static boolean shows(JsonNode input) {
        return input.path("readonly").asBoolean() && input.path("properties").has("ofRecord");
    }

    /** When the component is hidden. */
    static Optional<String> condition(JsonNode component) {
        return Optional.of(component.path("conditional").path("hide").asText()).filter(hide -> !hide.isBlank());
    }

    static List<String> options(JsonNode field) {
        return field.path("values").findValuesAsText("value");
    }

    Finding finding(String rule, JsonNode component, String why) {
        return at(component).says(why).under(rule);
    }

    Spot at(JsonNode component) {
        var known = Stream.of("key", "id").map(key -> component.path(key).asText()).filter(id -> !id.isEmpty()).findFirst().orElse("");
        return new Spot(name, components.indexOf(component), (component.path("type").asText("component") + " " + known).strip());
    }

    /** The form itself. */
    Spot itself() {
        return new Spot(name, -1, "the form");
    }
}
