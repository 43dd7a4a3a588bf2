package org.redress.models;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A form as its file has it.
 *
 * @param components all of them, those in groups too
 * @param lines on which line of the file each of them begins
 */
record FormFile(String name, String text, JsonNode root, List<JsonNode> components, List<Integer> lines) {
    private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "datetime", "checkbox", "select", "radio");

    /** The lines of all components, in the order of the file; none if they are not those that were read. */
    static List<Integer> lines(JsonParser parser, int components) throws IOException {
        var lines = new ArrayList<Integer>();
        // for each object and list that is open: whether it is the form, a component, or a list of components
        var within = new ArrayDeque<Boolean>();
        boolean list = false;
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                boolean component = within.isEmpty() || within.peek() && parser.currentName() == null;
                if (component && !within.isEmpty()) {
                    lines.add(parser.currentTokenLocation().getLineNr());
                }
                within.push(component);
            } else if (token == JsonToken.START_ARRAY) {
                within.push(!within.isEmpty() && within.peek() && list);
            } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                within.pop();
            }
            list = token == JsonToken.FIELD_NAME && parser.currentName().equals("components");
        }
        return lines.size() == components ? List.copyOf(lines) : List.of();
    }

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
