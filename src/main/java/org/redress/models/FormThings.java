package org.redress.models;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.models.Thing.Fact;
import org.redress.models.Thing.Use;

/** The fields and texts of a form, with everything that its file says of each. */
final class FormThings {
    private static final Set<String> WRITTEN_WITH = Set.of("exporter.name", "exporter.version", "executionPlatform", "executionPlatformVersion");
    private static final Map<String, String> KINDS = Map.of("textfield", "Text field", "textarea", "Text area", "datetime", "Date or time", "radio", "Radio group", "text", "Text", "default", "Form");
    private static final Map<String, String> WORDS = Map.ofEntries(entry("dateLabel", "label"), entry("timeLabel", "label of the time"), entry("validate.required", "must be answered"), entry("validate.maxLength", "maximum length"),
            entry("validate.minLength", "minimum length"), entry("validate.min", "minimum"), entry("validate.max", "maximum"), entry("validate.pattern", "pattern"), entry("conditional.hide", "hidden when"),
            entry("readonly", "read-only"), entry("valuesKey", "options from"), entry("valuesExpression", "options from"), entry("decimalDigits", "decimal digits"), entry("defaultValue", "default value"));
    private static final String OPTIONS = "values";
    private static final int LONGEST_NAME = 60;

    private FormThings() {}

    /** The form itself, then its components in their order. */
    static List<Thing> of(FormFile form) {
        var things = new ArrayList<Thing>();
        things.add(new Thing("", Thing.KIND, "", "The form", facts(form.root()), ""));
        inside(form.root(), "", things);
        return things;
    }

    private static void inside(JsonNode parent, String group, List<Thing> things) {
        for (var component : parent.path("components")) {
            var facts = facts(component);
            if (!group.isEmpty()) {
                facts.put("inside", Fact.of(group));
            }
            var key = component.hasNonNull("key") ? component.path("key").asText() : component.path("id").asText();
            var type = component.path("type").asText("component");
            var kind = KINDS.getOrDefault(type, ModelThings.capital(ModelThings.words(type)));
            things.add(new Thing(key, kind, label(component), kind + (label(component).isEmpty() ? "" : " “" + label(component) + "”"), facts, component.path("layout").toString()));
            inside(component, label(component), things);
        }
    }

    /** What people read at the field. */
    static String label(JsonNode component) {
        var said = List.of("label", "dateLabel", "timeLabel", "text").stream().map(name -> component.path(name).asText("")).filter(text -> !text.isBlank()).findFirst().orElse("").strip().replaceAll("\\s+", " ");
        return said.length() > LONGEST_NAME ? said.substring(0, LONGEST_NAME) + "…" : said;
    }

    private static Map<String, Fact> facts(JsonNode component) {
        var facts = new LinkedHashMap<String, Fact>();
        component.properties().forEach(field -> {
            if (!Set.of("components", "layout", "id").contains(field.getKey()) || field.getKey().equals("id") && component.path("type").asText().equals("default")) {
                add(field.getKey(), field.getValue(), facts);
            }
        });
        return facts;
    }

    private static void add(String path, JsonNode value, Map<String, Fact> facts) {
        if (path.equals(OPTIONS) && value.isArray()) {
            options(value, facts);
        } else if (value.isObject()) {
            value.properties().forEach(field -> add(path + "." + field.getKey(), field.getValue(), facts));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                add(path + "." + (i + 1), value.get(i), facts);
            }
        } else if (!value.isNull()) {
            var text = value.isBoolean() ? (value.asBoolean() ? "yes" : "no") : value.asText();
            facts.put(words(path), WRITTEN_WITH.contains(path) ? new Fact(text, text, List.of(), Use.NOTHING) : Fact.of(text));
        }
    }

    private static void options(JsonNode values, Map<String, Fact> facts) {
        var order = new ArrayList<String>();
        for (var option : values) {
            var value = option.path("value").asText();
            order.add(value);
            facts.put("option “" + value + "”", Fact.of(option.path("label").asText(value)));
            option.properties().forEach(field -> {
                if (!Set.of("label", "value").contains(field.getKey())) {
                    add("option “" + value + "” " + field.getKey(), field.getValue(), facts);
                }
            });
        }
        facts.put("order of the options", new Fact(order.stream().collect(Collectors.joining(", ")), "", order, Use.ORDER));
    }

    private static String words(String path) {
        if (path.equals("type")) {
            return Thing.KIND;
        }
        return path.startsWith("properties.") ? "property “" + path.substring("properties.".length()) + "”" : path.startsWith("option ") ? path
                : WORDS.getOrDefault(path, ModelThings.words(path.replace('.', ' ')));
    }
}
