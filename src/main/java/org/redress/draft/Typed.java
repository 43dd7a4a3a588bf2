package org.redress.draft;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one window of a browser has to keep: answers by their fields, a number that rises with each time that this window keeps
 * something, and the number on which it builds.
 *
 * @param writer the window, as it names itself
 * @param base the version that it last read or wrote; 0 for none
 * @param content the answers as JSON
 */
record Typed(String writer, int base, int version, String content) {
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_KEY = 100;
    private static final int LAST_VERSION = Integer.MAX_VALUE - 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Reads what a browser sent; refuses anything but single values by field. */
    static Typed read(byte[] sent) {
        try {
            var json = JSON.readTree(sent);
            var writer = json.path("writer").asText();
            var base = json.path("base");
            var version = json.path("version");
            if (!writer.matches("[0-9a-f-]{8,40}") || !base.canConvertToInt() || !version.canConvertToInt() || base.intValue() < 0
                    || version.intValue() <= base.intValue() || version.intValue() > LAST_VERSION || !(json.path("values") instanceof ObjectNode values)) {
                throw DraftRefused.unreadable("This is not a draft.");
            }
            check(values);
            return new Typed(writer, base.intValue(), version.intValue(), JSON.writeValueAsString(values));
        } catch (JacksonException e) {
            throw DraftRefused.unreadable("This JSON cannot be read.");
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory cannot be read.", e);
        }
    }

    private static void check(ObjectNode values) {
        if (values.size() > MOST_FIELDS) {
            throw DraftRefused.tooLarge("A draft has at most " + MOST_FIELDS + " answers.");
        }
        for (var value : values.properties()) {
            if (value.getKey().length() > LONGEST_KEY || !single(value.getValue())) {
                throw DraftRefused.unreadable("A draft has text, numbers, yes or no by field.");
            }
        }
    }

    private static boolean single(JsonNode value) {
        return value.isTextual() || value.isNumber() || value.isBoolean() || value.isNull();
    }

    /** The answers of a draft that was kept. */
    static Map<String, @Nullable Object> values(String content) {
        try {
            return JSON.readValue(content, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft that was kept is not JSON any more.");
        }
    }
}
