package org.redress.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * A form as it goes to the browser. The stock fields for days, times and numbers change what is typed before it is sent: 31/02/2026
 * becomes 3 March, 03/11/2026 is 11 March in a browser of another language, and 1,000 becomes 1. So these are served as fields for
 * text, what is typed comes back as it was typed, and the gate reads it. Choices that the record has are written into it: a start form
 * has no process whose variables could hold them.
 */
final class ServedForm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Set<String> KEPT = Set.of("key", "description", "readonly", "conditional", "layout", "properties", "appearance");

    private ServedForm() {}

    /**
     * The form that is served for a deployed one, with the choices that the record has under some values keys, and asking who sends a letter only where the product can.
     *
     * @param sends what of it is possible
     */
    static InputStream of(InputStream deployed, Function<String, Optional<Map<String, String>>> ofRecord, Set<String> sends) {
        try (deployed) {
            var form = JSON.readTree(deployed);
            eachComponent(form, component -> keys(form).forEach(key -> askForNothing(component, key)));
            eachComponent(form, ServedForm::serve);
            eachComponent(form, component -> offer(component, ofRecord));
            askWhoSends(form, sends);
            return new ByteArrayInputStream(JSON.writeValueAsBytes(form));
        } catch (IOException e) {
            throw new FormRefused("The form cannot be read.");
        }
    }

    /**
     * Shows the days among the variables that a form begins with in the British order, and leaves out what was decided when a form asked for the same
     * before: a second look begins undecided. Who goes on with their last version finds it as it was, and a field can say that it begins with what the
     * process has: a fact that the model suggests, or that is put right.
     */
    static void begin(VariableMap variables, InputStream deployed) {
        try (deployed) {
            var form = JSON.readTree(deployed);
            if (!goesOn(form)) {
                eachComponent(form, component -> {
                    if (asksForADecision(component) && !takesWhatIsGiven(component) && !proposes(component)) {
                        variables.remove(component.path("key").asText());
                    }
                });
            }
            eachComponent(form, component -> {
                if ("day".equals(reads(component)) && variables.get(component.path("key").asText()) instanceof String day) {
                    variables.putValue(component.path("key").asText(), british(day));
                }
            });
        } catch (IOException e) {
            throw new FormRefused("The form cannot be read.");
        }
    }

    /** Whether a form begins with the last version of its text. */
    private static boolean goesOn(JsonNode form) {
        var texts = new ArrayList<String>();
        eachComponent(form, component -> {
            if (component.path("properties").hasNonNull("ofRecord") && !component.path("readonly").asBoolean() && !proposes(component)) {
                texts.add(component.path("key").asText());
            }
        });
        return !texts.isEmpty();
    }

    /** Whether a field begins with what was read in a letter; the gate has put that between the variables, and nothing that was answered before. */
    private static boolean proposes(JsonNode component) {
        return Field.isProposal(component.path("properties").path("ofRecord").asText());
    }

    /** Whether a field says that it begins with what the process has under its key. */
    static boolean takesWhatIsGiven(JsonNode component) {
        return component.path("properties").path("begins").asText().equals("as-given");
    }

    /** Whether a field asks for a decision, or for the day on which something happened; other days are suggestions of the models. */
    static boolean asksForADecision(JsonNode component) {
        return !component.path("readonly").asBoolean() && switch (component.path("type").asText()) {
            case "radio", "select", "checkbox" -> true;
            case "datetime" -> component.path("key").asText().endsWith("On");
            default -> false;
        };
    }

    private static List<String> keys(JsonNode form) {
        var keys = new ArrayList<String>();
        eachComponent(form, component -> {
            if (reads(component) != null || shows(component)) {
                keys.add(component.path("key").asText());
            }
        });
        return keys;
    }

    /** Whether a field only shows a text, which is not always there. */
    private static boolean shows(JsonNode component) {
        return component.path("readonly").asBoolean() && component.path("type").asText().startsWith("text");
    }

    /** An empty field for text is not null but an empty text. */
    private static void askForNothing(ObjectNode component, String key) {
        var hide = component.path("conditional").path("hide").asText();
        if (!hide.isEmpty()) {
            ((ObjectNode) component.get("conditional")).put("hide", FormReader.answered(key).matcher(hide).replaceAll(asked ->
                    asked.group().contains("!") ? "(%1$s != null and %1$s != \"\")".formatted(key) : "(%1$s = null or %1$s = \"\")".formatted(key)));
        }
    }

    private static void eachComponent(JsonNode parent, Consumer<ObjectNode> use) {
        for (var component : parent.path("components")) {
            eachComponent(component, use);
            use.accept((ObjectNode) component);
        }
    }

    private static void serve(ObjectNode component) {
        var reads = reads(component);
        if (reads != null) {
            var field = JSON.createObjectNode();
            field.put("type", "textfield");
            // by the end of its id the script in the page knows where a calendar helps
            field.put("id", component.path("id").asText(component.path("key").asText()) + "-as-" + reads);
            field.put("label", label(component));
            KEPT.stream().filter(component::has).forEach(setting -> field.set(setting, component.get(setting)));
            if (component.hasNonNull("defaultValue")) {
                field.put("defaultValue", british(component.get("defaultValue").asText()));
            }
            if (component.path("validate").path("required").asBoolean()) {
                field.putObject("validate").put("required", true);
            }
            component.removeAll();
            component.setAll(field);
        } else if (component.path("validate").path("validationType").asText().equals("phone")) {
            // the browser knows only numbers that begin with a country's code; the gate knows the others too
            ((ObjectNode) component.get("validate")).remove("validationType");
        }
    }

    private static void offer(ObjectNode component, Function<String, Optional<Map<String, String>>> ofRecord) {
        if (component.hasNonNull("valuesKey")) {
            ofRecord.apply(component.get("valuesKey").asText()).ifPresent(options -> {
                component.remove("valuesKey");
                var values = component.putArray("values");
                options.forEach((value, label) -> values.addObject().put("label", label).put("value", value));
            });
        }
    }

    /** Nobody is asked who sends a letter where only they can. */
    private static void askWhoSends(JsonNode parent, Set<String> sends) {
        for (var components = parent.path("components").elements(); components.hasNext();) {
            var component = components.next();
            if (component.path("key").asText().equals(SendsFirst.WHO_SENDS)) {
                if (sends.isEmpty()) {
                    components.remove();
                } else {
                    for (var values = component.path("values").elements(); values.hasNext();) {
                        var value = values.next().path("value").asText();
                        if (!value.equals(SendsFirst.BY_HAND) && !sends.contains(value)) {
                            values.remove();
                        }
                    }
                }
            } else {
                askWhoSends(component, sends);
            }
        }
    }

    /** What the gate reads from what is typed; null for fields that take it as it is, or only show something. */
    private static @Nullable String reads(JsonNode component) {
        return switch (component.path("type").asText()) {
            case "datetime" -> component.path("subtype").asText().equals("time") ? "time" : "day";
            case "number" -> component.path("readonly").asBoolean() ? null : "number";
            default -> null;
        };
    }

    private static String label(JsonNode component) {
        return List.of("label", "dateLabel", "timeLabel").stream().filter(component::hasNonNull).map(name -> component.get(name).asText()).findFirst().orElse("");
    }

    private static String british(String day) {
        try {
            return BRITISH.format(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return day;
        }
    }
}
