package org.redress.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What Camunda Modeler offers for one element, so that nobody types an expression there: some settings are fixed, the others are chosen.
 *
 * @param id under which a model names it, in {@code camunda:modelerTemplate}
 * @param version the next one when a fixed setting, or which settings there are, changes
 * @param from the kind that a new element has before, as {@code Task}, empty if it is the kind itself
 * @param kind the kind of element that it makes, as {@code ServiceTask}
 * @param words by which it is found besides
 */
record ElementTemplate(String id, int version, String name, String description, String from, String kind, List<String> words, List<Setting> settings) {
    static final String SCHEMA = "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

    private static final String GROUP = "redress";
    private static final String PARAMETER = "camunda:inputParameter";
    private static final String PROPERTY = "camunda:property";
    private static final String IN = "camunda:in";
    private static final String OUT = "camunda:out";
    private static final String CASE = "camunda:in:businessKey";
    private static final String ATTRIBUTE = "property";
    private static final String PREFIX = "camunda:";

    /** A value that can be chosen, and how people read it. */
    record Choice(String value, String name) {}

    /**
     * Where in the element something is set, as the Modeler writes it.
     *
     * @param type the kind of place, by the names of Camunda's schema of templates
     * @param name of the attribute, parameter, property or variable; empty for the case
     * @param computed whether a variable is handed over from an expression, not from a variable
     */
    record Place(String type, String name, boolean computed) {
        static Place attribute(String name) {
            return new Place(ATTRIBUTE, name, false);
        }

        static Place parameter(String name) {
            return new Place(PARAMETER, name, false);
        }

        static Place property(String name) {
            return new Place(PROPERTY, name, false);
        }

        private Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("type", type);
            if (!name.isEmpty()) {
                json.put(switch (type) {
                    case IN -> "target";
                    case OUT -> "source";
                    default -> "name";
                }, name);
            }
            if (computed) {
                json.put("expression", true);
            }
            return json;
        }

        @Override
        public String toString() {
            return switch (type) {
                case ATTRIBUTE -> name.replaceFirst("^camunda:", "");
                case PARAMETER -> "the input parameter " + name;
                case PROPERTY -> "the extension property " + name;
                case IN -> "the in mapping to " + name;
                case OUT -> "the out mapping of " + name;
                default -> "the business key";
            };
        }
    }

    /**
     * One thing that the template sets.
     *
     * @param label what the field is called, empty if it is fixed and not shown
     * @param help what stands below the field
     * @param value what is set where it is fixed; where it is chosen, nothing is set until somebody chooses
     * @param choices what can be chosen; empty if it is fixed, or the name of a variable is written
     */
    record Setting(Place place, String label, String help, String value, List<Choice> choices) {
        static Setting fixed(Place place, String value) {
            return new Setting(place, "", "", value, List.of());
        }

        static Setting chosen(Place place, String label, String help, List<Choice> choices) {
            return new Setting(place, label, help, "", choices);
        }

        static Setting written(Place place, String label, String help) {
            return new Setting(place, label, help, "", List.of());
        }

        boolean isFixed() {
            return label.isEmpty();
        }

        private Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            if (!isFixed()) {
                json.put("label", label);
                json.put("description", help);
            }
            json.put("type", isFixed() ? "Hidden" : choices.isEmpty() ? "String" : "Dropdown");
            if (!value.isEmpty()) {
                json.put("value", value);
            }
            if (!choices.isEmpty()) {
                json.put("choices", choices.stream().map(choice -> Map.of("name", choice.name(), "value", choice.value())).map(TreeMap::new).toList());
            }
            if (!isFixed()) {
                json.put("group", GROUP);
                json.put("constraints", choices.isEmpty() ? Map.of("pattern", new TreeMap<>(Map.of("value", "^[a-z][A-Za-z0-9]*$", "message", "A variable begins with a small letter and has letters and digits only"))) : Map.of("notEmpty", true));
            }
            json.put("binding", place.json());
            return json;
        }
    }

    /** What a called process is handed or gives: the case, variables of the same name, and {@code source>target} for others; an expression is handed over as it is computed. */
    static Stream<Setting> handed(String type, String... variables) {
        return Stream.of(variables).map(text -> {
            var source = text.replaceFirst(">.*", "");
            var target = text.replaceFirst(".*>", "");
            return type.equals(OUT) ? Setting.fixed(new Place(OUT, source, false), target) : Setting.fixed(new Place(IN, target, ExpressionCheck.computes(source)), source);
        });
    }

    static Stream<Setting> in(String... variables) {
        return Stream.concat(Stream.of(Setting.fixed(new Place(CASE, "", false), "#{execution.processBusinessKey}")), handed(IN, variables));
    }

    static Stream<Setting> out(String... variables) {
        return handed(OUT, variables);
    }

    /** The template as the Modeler reads it. */
    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("$schema", SCHEMA);
        json.put("name", name);
        json.put("id", id);
        json.put("version", version);
        json.put("description", description);
        if (!words.isEmpty()) {
            json.put("keywords", words);
        }
        json.put("appliesTo", Stream.of(from, kind).filter(one -> !one.isEmpty()).map(one -> "bpmn:" + one).toList());
        json.put("elementType", Map.of("value", "bpmn:" + kind));
        json.put("groups", List.of(new TreeMap<>(Map.of("id", GROUP, "label", "Redress"))));
        json.put("properties", settings.stream().map(Setting::json).toList());
        return json;
    }

    /** What an element sets in all places that templates know; what else it has counts as a place of its own kind. */
    static Map<Place, String> set(Element element) {
        var set = new LinkedHashMap<Place, String>();
        for (var attribute : XmlFile.attributes(element)) {
            if (BpmnRules.CAMUNDA.equals(attribute.getNamespaceURI())) {
                set.put(Place.attribute(PREFIX + attribute.getLocalName()), attribute.getValue());
            } else if (attribute.getLocalName().equals("calledElement")) {
                set.put(Place.attribute("calledElement"), attribute.getValue());
            }
        }
        set.remove(Place.attribute("camunda:modelerTemplate"));
        set.remove(Place.attribute("camunda:modelerTemplateVersion"));
        XmlFile.children(element, "extensionElements").stream().flatMap(extensions -> XmlFile.children(extensions).stream()).forEach(extension -> {
            switch (extension.getLocalName()) {
                case "inputOutput" -> XmlFile.children(extension).forEach(one -> set.put(new Place(PREFIX + one.getLocalName(), one.getAttribute("name"), false), one.getTextContent()));
                case "properties" -> XmlFile.children(extension).forEach(one -> set.put(Place.property(one.getAttribute("name")), one.getAttribute("value")));
                case "in" -> in(extension, set);
                case "out" -> set.put(new Place(OUT, extension.getAttribute("source"), false), extension.getAttribute("target"));
                default -> set.put(new Place(PREFIX + extension.getLocalName(), "", false), extension.getTextContent());
            }
        });
        return set;
    }

    private static void in(Element in, Map<Place, String> set) {
        if (in.hasAttribute("businessKey")) {
            set.put(new Place(CASE, "", false), in.getAttribute("businessKey"));
        } else {
            boolean computed = in.hasAttribute("sourceExpression");
            set.put(new Place(IN, in.getAttribute("target"), computed), in.getAttribute(computed ? "sourceExpression" : "source"));
        }
    }

    /** Whether an element is wholly what this template makes: its kind, its fixed settings, something chosen for each other one, and nothing besides. */
    boolean makes(Element element) {
        var set = set(element);
        return isOf(element) && set.size() == settings.size() && misfit(set).isEmpty() && settings.stream().allMatch(setting -> setting.choices().isEmpty()
                || setting.choices().stream().anyMatch(choice -> choice.value().equals(set.get(setting.place()))));
    }

    boolean isOf(Element element) {
        return element.getLocalName().equals(Character.toLowerCase(kind.charAt(0)) + kind.substring(1));
    }

    /** What of an element does not fit, in words, if anything: a fixed setting that was changed, or something that has to be chosen and is not. */
    Optional<String> misfit(Map<Place, String> set) {
        var misfits = new ArrayList<String>();
        for (var setting : settings) {
            var is = set.getOrDefault(setting.place(), "").strip();
            if (setting.isFixed() && !is.equals(setting.value())) {
                misfits.add(setting.place() + (is.isEmpty() ? " is missing" : " is " + is) + " instead of " + setting.value());
            } else if (is.isEmpty()) {
                misfits.add("nothing is chosen for " + setting.label());
            }
        }
        return misfits.stream().findFirst();
    }
}
