package org.redress.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.models.FormFile;

/** What forms keep: fields whose answers the server can check, fixed texts, and nothing from elsewhere. */
final class FormRules {
    /** What Tasklist shows and the server checks. */
    static final List<String> TYPES = List.of("textfield", "textarea", "number", "datetime", "checkbox", "select", "radio", "text", "separator", "spacer", "group");
    private static final List<String> TEXTS = List.of("label", "description", "dateLabel", "timeLabel", "text", "content", "alt");
    private static final Pattern MARKUP = Pattern.compile("<\\s*[/!]?\\s*[A-Za-z]|!\\[|\\]\\(\\s*(?!https://|/|#)");
    private static final int LONGEST_TEXT = 50_000;
    /** A reference that people type is looked up in their own council. */
    private static final Set<String> OWN = BpmnRules.OWN.stream().filter(name -> !name.equals("caseReference")).collect(Collectors.toSet());

    static final List<Rule> ALL = List.of(
            new Rule("form-fields", Rule.About.FORMS, "What a form asks for is what the server can check: kinds of fields, settings, keys, options, what a condition asks of days and numbers",
                    models -> models.forms().flatMap(form -> models.surroundings().formFaults().apply(form.text()).stream()
                            .map(why -> new Finding("form-fields", form.name(), place(form, why), "the form", why)))),
            each("form-parts", "A form has fields, texts, groups and what stands between them; no frames, pictures, tables, buttons or markup of its own", FormRules::part),
            each("form-texts", "Texts of a form are fixed, without markup, pictures or links to anything but https", FormRules::text),
            each("form-patterns", "A pattern has at most " + Patterns.LONGEST + " characters, repeats nothing that repeats or chooses itself, and is compared quickly with the longest text", FormRules::pattern),
            each("form-own-names", "No field has the name of what the product itself says of a case: " + String.join(", ", OWN.stream().sorted().toList()), FormRules::ownName));

    private FormRules() {}

    /** The server's own check names the field by its key. */
    private static int place(FormFile form, String why) {
        return IntStream.range(0, form.components().size()).filter(i -> form.components().get(i).hasNonNull("key") && why.startsWith("Field " + form.components().get(i).path("key").asText() + ":")).findFirst().orElse(-1);
    }

    private static Rule each(String id, String sentence, BiFunction<FormFile, JsonNode, Stream<String>> faults) {
        return new Rule(id, Rule.About.FORMS, sentence, models -> models.forms()
                .flatMap(form -> form.components().stream().flatMap(component -> faults.apply(form, component).map(why -> form.finding(id, component, why)))));
    }

    private static Stream<String> part(FormFile form, JsonNode component) {
        var type = component.path("type").asText();
        boolean asked = component.hasNonNull("key") && !component.path("disabled").asBoolean() && !component.has("components");
        return asked || TYPES.contains(type) ? Stream.empty() : Stream.of("is of the type " + type + ", which is not shown here; use one of " + String.join(", ", TYPES));
    }

    private static Stream<String> text(FormFile form, JsonNode component) {
        var texts = new ArrayList<String>();
        TEXTS.forEach(name -> texts.add(component.path(name).asText()));
        component.path("appearance").forEach(one -> texts.add(one.asText()));
        component.path("values").forEach(option -> texts.add(option.path("label").asText()));
        return texts.stream().flatMap(text -> Stream.concat(
                text.contains("{{") || text.startsWith("=") ? Stream.of("has a text that is computed (" + shortened(text) + "); what people wrote could be shown as markup, so write fixed text only")
                        : Stream.empty(),
                MARKUP.matcher(text).find() ? Stream.of("has markup, a picture or a link in its text (" + shortened(text) + "); write plain text") : Stream.empty()));
    }

    private static Stream<String> pattern(FormFile form, JsonNode component) {
        var rules = component.path("validate");
        if (!rules.path("pattern").isTextual() || rules.path("pattern").asText().isEmpty()) {
            return Stream.empty();
        }
        int longest = rules.path("maxLength").isInt() ? Math.min(rules.path("maxLength").asInt(), LONGEST_TEXT) : LONGEST_TEXT;
        return Patterns.fault(rules.path("pattern").asText(), longest).stream();
    }

    private static Stream<String> ownName(FormFile form, JsonNode component) {
        var key = component.path("key").asText();
        return OWN.contains(key) && !component.path("readonly").asBoolean() && !component.path("disabled").asBoolean()
                ? Stream.of("has the key " + key + ", which the product itself says of a case; give it another one") : Stream.empty();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
