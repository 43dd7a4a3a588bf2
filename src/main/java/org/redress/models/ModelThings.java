package org.redress.models;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.redress.models.Thing.Fact;
import org.redress.models.Thing.Use;
import org.w3c.dom.Element;

/**
 * What a model, or a table beside its columns and rows, consists of, with everything that its file says of each: what has a word in the Modeler under that word, and
 * all else under the name that the file gives it, so that nothing differs unseen.
 */
final class ModelThings {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    /** What holds steps, flows and what they name. */
    private static final Set<String> AROUND = Set.of("definitions", "process", "subProcess", "transaction", "adHocSubProcess", "collaboration", "laneSet", "childLaneSet", "lane");
    /** What lies directly in it and belongs to it. */
    private static final Set<String> OF_IT = Set.of("documentation", "description", "extensionElements", "incoming", "outgoing", "flowNodeRef", "multiInstanceLoopCharacteristics", "standardLoopCharacteristics", "ioSpecification", "import");
    /** Who wrote a file, and with what. */
    private static final Set<String> WRITTEN_WITH = Set.of("exporter", "exporterVersion", "executionPlatform", "executionPlatformVersion", "targetNamespace", "namespace", "modelerTemplateIcon");
    private static final Set<String> OTHERS = Set.of("sourceRef", "targetRef", "default", "attachedToRef", "messageRef", "errorRef", "signalRef", "escalationRef");
    /** What holds something and says nothing itself. */
    private static final Set<String> ONLY_HOLDS = Set.of("extensionElements", "inputOutput", "properties", "formalExpression", "decisionTable");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final int LONGEST_NAME = 80;

    /** The words of the Modeler for what the file says. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("formRef", "form"), entry("candidateGroups", "groups"), entry("candidateUsers", "people"), entry("delegateExpression", "delegate"), entry("decisionRef", "decision"),
            entry("calledElement", "called process"), entry("attachedToRef", "on the border of"), entry("cancelActivity", "interrupts"), entry("isInterrupting", "interrupts"), entry("default", "default flow"),
            entry("sourceRef", "from"), entry("targetRef", "to"), entry("isExecutable", "executable"), entry("isStartableInTasklist", "startable in Tasklist"), entry("historyTimeToLive", "history time to live"),
            entry("collection", "for each of"), entry("elementVariable", "each as"), entry("isSequential", "one after the other"), entry("messageRef", "message"), entry("errorRef", "error"),
            entry("signalRef", "signal"), entry("escalationRef", "escalation"), entry("asyncBefore", "asynchronous before"), entry("asyncAfter", "asynchronous after"), entry("modelerTemplate", "template"),
            entry("modelerTemplateVersion", "version of the template"), entry("conditionExpression", "condition"), entry("triggeredByEvent", "begun by an event"), entry("multiInstanceLoopCharacteristics", "done several times"),
            entry("timeDate", "timer"), entry("timeDuration", "timer"), entry("timeCycle", "timer"), entry("description", "description"), entry("hitPolicy", "hit policy"), entry("formRefBinding", "form binding"),
            entry("decisionRefBinding", "decision binding"), entry("calledElementBinding", "called process binding"));
    private static final Map<String, String> TIMERS = Map.of("timeDate", "date", "timeDuration", "duration", "timeCycle", "cycle");
    private static final Map<String, String> KINDS = Map.of("sequenceFlow", "Flow", "exclusiveGateway", "Gateway", "eventBasedGateway", "Event-based gateway", "subProcess", "Sub-process", "definitions", "The file", "decision", "Table");

    private final XmlFile file;
    private final Map<String, Element> byId = new LinkedHashMap<>();
    private final Map<String, String> places;

    private ModelThings(XmlFile file) {
        this.file = file;
        file.elements().forEach(element -> byId.putIfAbsent(element.getAttribute("id"), element));
        places = places(file.elements().get(0));
    }

    static List<Thing> of(XmlFile file) {
        var things = new ModelThings(file);
        return file.elements().stream().filter(ModelThings::isThing).map(things::thing).toList();
    }

    private static boolean isThing(Element element) {
        return element.getParentNode() instanceof Element parent ? AROUND.contains(parent.getLocalName()) && !OF_IT.contains(element.getLocalName()) : true;
    }

    private Thing thing(Element element) {
        var facts = new LinkedHashMap<String, Fact>();
        add(facts, Thing.KIND, Fact.of(kind(element)));
        attributes(element, "", facts);
        if (element.getParentNode() instanceof Element parent && Set.of("subProcess", "transaction", "adHocSubProcess", "lane").contains(parent.getLocalName())) {
            add(facts, "inside", other(parent.getAttribute("id")));
        }
        XmlFile.children(element).stream().filter(child -> !isThing(child)).forEach(child -> collect(child, "", facts));
        ways(element, facts);
        var key = element.getAttribute("id").isEmpty() ? element.getLocalName() + " " + element.getAttribute("name") : element.getAttribute("id");
        // the file has one root, whatever its id
        return new Thing(element.getParentNode() instanceof Element ? key : "", kind(element), name(element), what(element), facts, places.getOrDefault(key, ""));
    }

    private void attributes(Element element, String prefix, Map<String, Fact> facts) {
        for (var attribute : XmlFile.attributes(element)) {
            var name = attribute.getLocalName();
            if (name.equals("id")) {
                continue;
            }
            var value = attribute.getValue();
            var fact = OTHERS.contains(name) ? other(value) : Set.of("true", "false").contains(value) ? Fact.of(value.equals("true") ? "yes" : "no") : Fact.of(value);
            boolean written = WRITTEN_WITH.contains(name) || XSI.equals(attribute.getNamespaceURI());
            add(facts, (prefix + words(name)).strip(), written ? new Fact(value, value, List.of(), Use.NOTHING) : fact);
        }
    }

    /** What lies in a thing and belongs to it. */
    private void collect(Element element, String prefix, Map<String, Fact> facts) {
        var name = element.getLocalName();
        var given = element.getAttribute("name");
        switch (name) {
            case "incoming", "outgoing" -> {
                // the flows say where they lead
            }
            // the columns and rows of a table are compared by themselves
            case "input", "output", "rule" -> {
                if (!"decisionTable".equals(element.getParentNode().getLocalName())) {
                    anything(element, prefix, facts);
                }
            }
            case "timeDate", "timeDuration", "timeCycle" -> add(facts, prefix + "timer", Fact.of(TIMERS.get(name) + " " + content(element)));
            case "inputParameter" -> add(facts, prefix + "input “" + given + "”", Fact.of(content(element)));
            case "outputParameter" -> add(facts, prefix + "output “" + given + "”", Fact.of(content(element)));
            case "property" -> add(facts, prefix + "property “" + given + "”", Fact.of(element.getAttribute("value")));
            case "in" -> add(facts, prefix + (handedOver(element).equals("business key") ? "hands over the business key" : "hands over “" + handedOver(element) + "”"), Fact.of(from(element)));
            case "out" -> add(facts, prefix + "takes back “" + handedOver(element) + "”", Fact.of(from(element)));
            case "conditionExpression" -> {
                attributes(element, "condition ", facts);
                add(facts, prefix + "condition", Fact.of(content(element)));
            }
            default -> anything(element, prefix, facts);
        }
    }

    private void anything(Element element, String prefix, Map<String, Fact> facts) {
        var name = element.getLocalName();
        boolean event = name.endsWith("EventDefinition");
        var inside = ONLY_HOLDS.contains(name) || event || name.equals("multiInstanceLoopCharacteristics") ? prefix : prefix + words(name) + " ";
        if (name.equals("multiInstanceLoopCharacteristics")) {
            add(facts, "done several times", Fact.of("yes"));
        }
        attributes(element, inside, facts);
        var children = XmlFile.children(element);
        if (children.isEmpty() && !element.getTextContent().isBlank()) {
            add(facts, inside.strip(), Fact.of(content(element)));
        }
        children.forEach(child -> collect(child, inside, facts));
    }

    /** A gateway asks its flows in the order of the file. */
    private void ways(Element element, Map<String, Fact> facts) {
        if (Set.of("exclusiveGateway", "inclusiveGateway", "complexGateway").contains(element.getLocalName())) {
            var ways = file.all("sequenceFlow").filter(flow -> flow.getAttribute("sourceRef").equals(element.getAttribute("id"))).map(flow -> flow.getAttribute("id")).toList();
            if (ways.size() > 1) {
                facts.put("order in which its flows are asked", new Fact(ways.stream().map(this::called).collect(Collectors.joining(", ")), "", ways, Use.ORDER));
            }
        }
    }

    private static void add(Map<String, Fact> facts, String name, Fact fact) {
        var key = name.isEmpty() ? "text" : name;
        facts.merge(key, fact, (one, other) -> new Fact(one.text() + "; " + other.text(), one.means() + "; " + other.means(),
                Stream.concat(one.others().stream(), other.others().stream()).toList(), one.use() == Use.COUNTS ? Use.COUNTS : other.use()));
    }

    private Fact other(String id) {
        return new Fact(called(id), id, List.of(id), Use.COUNTS);
    }

    /** The name of a thing with this id, or the id if it has none. */
    private String called(String id) {
        var element = byId.get(id);
        return element == null || name(element).isEmpty() ? id : "“" + name(element) + "”";
    }

    private static String name(Element element) {
        var name = element.getAttribute("name").strip().replaceAll("\\s+", " ");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    private String what(Element element) {
        if (!(element.getParentNode() instanceof Element)) {
            return "The file";
        }
        var name = name(element).isEmpty() ? "" : " “" + name(element) + "”";
        return kind(element) + name + (element.getLocalName().equals("sequenceFlow") ? " from " + called(element.getAttribute("sourceRef")) + " to " + called(element.getAttribute("targetRef")) : "");
    }

    private static String kind(Element element) {
        var name = element.getLocalName();
        if (name.equals("subProcess") && element.getAttribute("triggeredByEvent").equals("true")) {
            return "Event sub-process";
        }
        var words = Optional.ofNullable(KINDS.get(name)).orElseGet(() -> capital(words(name)));
        return XmlFile.children(element).stream().map(Element::getLocalName).filter(child -> child.endsWith("EventDefinition")).findFirst()
                .map(event -> capital(words(event.replaceFirst("EventDefinition$", "")) + " " + words.toLowerCase(Locale.ROOT))).orElse(words);
    }

    private static String handedOver(Element mapping) {
        return Stream.of("target", "businessKey", "variables").filter(name -> !mapping.getAttribute(name).isEmpty()).findFirst()
                .map(name -> name.equals("target") ? mapping.getAttribute(name) : name.equals("businessKey") ? "business key" : "all variables").orElse("");
    }

    private static String from(Element mapping) {
        return XmlFile.attributes(mapping).stream().filter(attribute -> !attribute.getLocalName().equals("target"))
                .map(attribute -> Set.of("source", "sourceExpression", "businessKey").contains(attribute.getLocalName()) ? attribute.getValue() : attribute.getLocalName() + " " + attribute.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The text of an element, or of all that lies in it. */
    private static String content(Element element) {
        var children = XmlFile.children(element);
        if (children.isEmpty()) {
            return element.getTextContent().strip();
        }
        return children.stream().map(child -> child.getLocalName() + " " + XmlFile.attributes(child).stream().map(one -> one.getLocalName() + " " + one.getValue() + " ").collect(Collectors.joining()) + content(child))
                .collect(Collectors.joining(", "));
    }

    /** The name of an attribute or element as words. */
    static String words(String name) {
        return WORDS.getOrDefault(name, HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT));
    }

    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** How each element is drawn, by its id. */
    private static Map<String, String> places(Element root) {
        var places = new LinkedHashMap<String, String>();
        for (var kind : List.of("BPMNShape", "BPMNEdge", "DMNShape", "DMNEdge")) {
            drawn(root, kind).forEach(shape -> places.merge(shape.getAttribute("bpmnElement") + shape.getAttribute("dmnElementRef"), place(shape), (one, other) -> one + other));
        }
        return places;
    }

    /** The parts of the drawing of a kind, such as BPMNShape. */
    static List<Element> drawn(Element root, String kind) {
        var nodes = root.getElementsByTagNameNS("*", kind);
        var drawn = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            drawn.add((Element) nodes.item(i));
        }
        return drawn;
    }

    private static String place(Element shape) {
        var said = new TreeMap<String, String>();
        XmlFile.attributes(shape).stream().filter(attribute -> !attribute.getLocalName().equals("id") && attribute.getNamespaceURI() != XMLConstants.XML_NS_URI)
                .forEach(attribute -> said.put(attribute.getLocalName(), attribute.getValue().replaceFirst("\\.0+$", "")));
        return shape.getLocalName() + said + XmlFile.children(shape).stream().map(ModelThings::place).collect(Collectors.joining());
    }
}
