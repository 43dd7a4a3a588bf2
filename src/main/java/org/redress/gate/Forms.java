package org.redress.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells of a form whether the gate could check its answers; otherwise only its first user would notice. */
@Component
public class Forms {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Conditions conditions = new Conditions();

    /** What the server could not check in a form; a sentence names the field. */
    public List<String> faults(String json) {
        try {
            FormReader.read(json).fields().forEach(conditions::check);
            return List.of();
        } catch (FormRefused e) {
            return List.of(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        }
    }

    /** The id by which models name a form; none if it cannot be read. */
    public Optional<String> id(String json) {
        try {
            return Optional.of(JSON.readTree(json).path("id").asText()).filter(id -> !id.isEmpty());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
