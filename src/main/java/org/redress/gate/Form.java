package org.redress.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A Camunda Form as far as the gate checks it: its id and its input fields in their order, groups unfolded. */
record Form(String id, List<Field> fields) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a {@code .form} file; refuses text that is not one. */
    static Form read(String json) {
        try {
            var root = JSON.readTree(json);
            var fields = new ArrayList<Field>();
            collect(root, fields);
            return new Form(root.path("id").asText(), List.copyOf(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is not a Camunda Form: " + e.getOriginalMessage(), e);
        }
    }

    private static void collect(JsonNode parent, List<Field> fields) {
        StreamSupport.stream(parent.path("components").spliterator(), false).forEach(component -> {
            if (component.has("components")) {
                collect(component, fields);
            } else if (component.hasNonNull("key") && !component.path("disabled").asBoolean()) {
                fields.add(Field.read(component));
            }
        });
    }
}
