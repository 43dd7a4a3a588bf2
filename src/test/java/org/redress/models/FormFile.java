package org.redress.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One form: its file name and its content. */
record FormFile(String name, JsonNode root) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> INPUTS =
            Set.of("textfield", "textarea", "number", "datetime", "checkbox", "select", "radio");

    static FormFile parse(String name, String json) {
        try {
            return new FormFile(name, JSON.readTree(json));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(name + " is not valid JSON: " + broken.getMessage(), broken);
        }
    }

    String stem() {
        return name.replace(".form", "");
    }

    /** Every component, also those in groups. */
    Stream<JsonNode> components() {
        return componentsOf(root);
    }

    /** Whether a field only shows a text of the record. */
    static boolean shows(JsonNode input) {
        return input.path("readonly").asBoolean() && input.path("properties").has("ofRecord");
    }

    Stream<JsonNode> inputs() {
        return components().filter(component -> INPUTS.contains(component.path("type").asText()));
    }

    String at(JsonNode component) {
        String known = component.path("key").asText(component.path("id").asText());
        return name + ": " + component.path("type").asText() + " " + known + " ";
    }

    /** When the component is hidden. */
    static Optional<String> condition(JsonNode component) {
        return Optional.of(component.path("conditional").path("hide").asText()).filter(hide -> !hide.isBlank());
    }

    static List<String> options(JsonNode field) {
        return field.path("values").findValuesAsText("value");
    }

    private static Stream<JsonNode> componentsOf(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(child -> Stream.concat(Stream.of(child), componentsOf(child)));
    }
}
