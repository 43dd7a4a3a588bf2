package org.redress.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.gate.FormField;

/**
 * The JSON Schema of case scripts, made from the keys that the reader knows and the words of the models, forms and tables, so that an
 * editor completes and checks them. What a step says must be turned down may have any answers.
 */
public final class ScriptSchema {
    private static final Map<String, Object> TEXT = Map.of("type", List.of("string", "number", "boolean"));
    private static final Map<String, Object> NUMBER = Map.of("type", "integer");
    private static final Map<String, Object> DAY = Map.of("type", "string", "pattern", "^\\d{4}-\\d{2}-\\d{2}$");

    private final Vocabulary vocabulary = Vocabulary.ofTheProduct();

    private ScriptSchema() {}

    /** The schema as text, ending with a new line. */
    public static String text() {
        try {
            return new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).writerWithDefaultPrettyPrinter().writeValueAsString(new ScriptSchema().script()).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> script() {
        var councils = new LinkedHashSet<String>();
        Vocabulary.councils().forEach((id, name) -> councils.addAll(List.of(id, name)));
        var keys = keys(ScriptReader.CASE_KEYS, Map.of(
                "council", Map.of("enum", councils),
                "in flight on", Map.of("oneOf", List.of(DAY, list(DAY))),
                "summary", object(keys(ScriptReader.SUMMARY_KEYS, Map.of("faults", NUMBER)), List.of()),
                "steps", Map.of("type", "array", "minItems", 1, "items", step()),
                "expect", list(expectation()),
                "findings", list(object(keys(ScriptReader.FINDING_KEYS, Map.of()), List.of("rule", "words")))));
        var schema = ordered("$schema", "http://json-schema.org/draft-07/schema#", "title", "Case script of Redress");
        schema.putAll(object(keys, List.of("case", "council", "title", "source", "steps")));
        return schema;
    }

    private Map<String, Object> step() {
        var reasons = Map.of("type", "object", "additionalProperties", TEXT);
        var known = new LinkedHashMap<String, Object>(Map.of(
                "on", DAY, "as written", DAY, "cites", list(DAY), "names", list(TEXT),
                "formal", Map.of("enum", List.of("letter", "meeting")), "confirmed", Map.of("enum", List.of(true, false, "yes", "no")),
                "answers", Map.of("type", "object"), "assumed", reasons, "written", reasons));
        ScriptReader.NUMBERS.keySet().forEach(key -> known.put(key, NUMBER));
        known.put("start", Map.of("enum", vocabulary.starts()));
        known.put("task", Map.of("enum", vocabulary.tasks().stream().flatMap(name -> spellings(name).stream()).toList()));
        var step = object(keys(ScriptReader.STEP_KEYS, known), List.of("on"));
        step.put("oneOf", List.of("start", "task", "note").stream().map(kind -> Map.of("required", List.of(kind))).toList());
        var answers = new ArrayList<Object>();
        vocabulary.starts().forEach(name -> answers.add(answered("start", List.of(name), vocabulary.fields(name).values())));
        vocabulary.tasks().forEach(name -> answers.add(answered("task", spellings(name), vocabulary.fields(name).values())));
        step.put("allOf", answers);
        return step;
    }

    /** With the apostrophe of the models and with that of the keyboard. */
    private static Set<String> spellings(String name) {
        return new LinkedHashSet<>(List.of(name, name.replace('’', '\'')));
    }

    private static Map<String, Object> answered(String kind, Collection<String> names, Collection<FormField> fields) {
        var asked = new LinkedHashMap<String, Object>();
        fields.forEach(field -> asked.put(field.key(), field(field)));
        return ordered("if", ordered("properties", Map.of(kind, Map.of("enum", names)), "required", List.of(kind), "not", Map.of("required", List.of("turned down"))),
                "then", Map.of("properties", Map.of("answers", object(asked, List.of()))));
    }

    private static Map<String, Object> field(FormField field) {
        var schema = ordered("title", field.label());
        switch (field.type()) {
            case "box" -> schema.put("enum", List.of(true, false, "yes", "no"));
            case "number" -> schema.put("type", List.of("number", "string"));
            case "date", "time" -> schema.put("type", "string");
            case "choice" -> {
                if (field.options().isEmpty()) {
                    schema.putAll(TEXT);
                } else {
                    var words = new LinkedHashSet<Object>(field.options().keySet());
                    words.addAll(field.options().values());
                    if (field.options().containsKey("yes")) {
                        words.addAll(List.of(true, false));
                    }
                    schema.put("enum", words);
                    schema.put("description", String.join("; ", field.options().entrySet().stream().map(option -> option.getKey() + ": " + option.getValue()).toList()));
                }
            }
            default -> schema.putAll(TEXT);
        }
        return schema;
    }

    private Map<String, Object> expectation() {
        var known = new LinkedHashMap<String, Object>(Map.of("stage", NUMBER, "item", NUMBER, "due", DAY, "on", DAY, "excluded", NUMBER, "action", NUMBER,
                "amount", NUMBER, "target", DAY));
        known.put("deadline", Map.of("enum", vocabulary.deadlines()));
        var expectation = object(keys(ScriptReader.EXPECT_KEYS, known), List.of());
        expectation.put("oneOf", List.of(required("deadline", "due", "outcome"), required("decision", "reason", "on"), required("excluded", "ground"),
                required("action", "kind", "outcome"), required("intake", "on")));
        return expectation;
    }

    private static Map<String, Object> required(String... keys) {
        return Map.of("required", List.of(keys));
    }

    /** Every key that the reader knows; one of which nothing more is known is a text. */
    private static Map<String, Object> keys(Set<String> all, Map<String, Object> known) {
        var keys = new LinkedHashMap<String, Object>();
        all.stream().sorted().forEach(key -> keys.put(key, known.getOrDefault(key, TEXT)));
        return keys;
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        var object = ordered("type", "object", "additionalProperties", false, "properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    private static Map<String, Object> list(Object items) {
        return ordered("type", "array", "items", items);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
