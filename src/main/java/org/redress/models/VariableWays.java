package org.redress.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Which variables a process has at each of its elements, whatever way led there: the engine stops where an expression reads one that
 * nobody has set. What the product's own steps give, and what comes with a message, is taken to be there.
 */
final class VariableWays {
    static final String RULE = "variables-set";

    private static final Set<String> NODES = Set.of("startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent", "userTask", "serviceTask",
            "sendTask", "receiveTask", "businessRuleTask", "manualTask", "callActivity", "subProcess", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway");
    private static final Set<String> WAITING = Set.of("userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway", "callActivity");
    private static final Set<String> FREE_TEXT = Set.of("textfield", "textarea");
    private static final int MOST_ROUNDS = 200;
    private static final int MOST_NAMED = 6;

    private final Models models;
    private final XmlFile file;
    private final Element process;
    private final Map<String, Element> nodes = new LinkedHashMap<>();
    private final Map<String, List<Element>> leading = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    /** What is set when an element begins and when it has ended; none yet, or none known, where nothing is entered. */
    private final Map<String, Set<String>> before = new HashMap<>();
    private final Map<String, Set<String>> after = new HashMap<>();
    private final Set<String> everything;

    private VariableWays(Models models, XmlFile file, Element process) {
        this.models = models;
        this.file = file;
        this.process = process;
        this.everything = models.names().settable();
        file.elements().stream().filter(this::inside).forEach(element -> {
            if (NODES.contains(element.getLocalName())) {
                nodes.put(element.getAttribute("id"), element);
            } else if (element.getLocalName().equals("sequenceFlow")) {
                leading.computeIfAbsent(element.getAttribute("targetRef"), id -> new ArrayList<>()).add(element);
                left.add(element.getAttribute("sourceRef"));
            }
        });
    }

    /** Each variable that something reads and that is not set on every way there. */
    static Stream<Finding> findings(Models models) {
        return models.processes().flatMap(file -> file.all("process").flatMap(process -> {
            var ways = new VariableWays(models, file, process);
            ways.settle();
            return ways.unset();
        }));
    }

    /** What expressions of the models read that it looks at. */
    static Stream<String> read(Models models) {
        return models.processes().flatMap(file -> file.all("process").flatMap(process -> new VariableWays(models, file, process).reads().stream())).map(Read::name);
    }

    private boolean inside(Element element) {
        for (Node node = element; node != null; node = node.getParentNode()) {
            if (node == process) {
                return true;
            }
        }
        return false;
    }

    private void settle() {
        boolean changed = true;
        for (int round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (var node : nodes.values()) {
                var id = node.getAttribute("id");
                var begins = begins(node);
                if (begins != null && !begins.equals(before.get(id))) {
                    before.put(id, begins);
                    changed = true;
                }
                var ends = begins == null ? null : ends(node, begins);
                if (ends != null && !ends.equals(after.get(id))) {
                    after.put(id, ends);
                    changed = true;
                }
            }
        }
    }

    private @Nullable Set<String> begins(Element node) {
        var id = node.getAttribute("id");
        if (node.getLocalName().equals("boundaryEvent")) {
            var host = nodes.get(node.getAttribute("attachedToRef"));
            var waiting = waitingIn(host);
            // what a called process gives comes with its error
            return waiting == null || XmlFile.children(node, "errorEventDefinition").isEmpty() ? waiting : with(waiting, mapped(host, "out", "target"));
        }
        if (node.getLocalName().equals("startEvent")) {
            return started(node);
        }
        if (triggered(node)) {
            return node.getParentNode() == process ? first(process) : waitingIn((Element) node.getParentNode());
        }
        var ways = leading.getOrDefault(id, List.of()).stream().map(flow -> after.get(flow.getAttribute("sourceRef"))).toList();
        // what nothing leads to never begins
        return ways.isEmpty() ? null : node.getLocalName().matches("parallelGateway|inclusiveGateway") ? all(ways) : common(ways);
    }

    private @Nullable Set<String> started(Element start) {
        var scope = (Element) start.getParentNode();
        if (scope != process) {
            return inScope(scope);
        }
        // whoever sends the message gives what the way needs
        return XmlFile.children(start, "messageEventDefinition").isEmpty() ? entered() : everything;
    }

    private @Nullable Set<String> inScope(Element scope) {
        var begun = before.get(scope.getAttribute("id"));
        return begun == null ? null : with(begun, local(scope));
    }

    /** What whoever begins the process hands in: what every caller does, or nothing, where people or the product begin it. */
    private Set<String> entered() {
        var handedIn = models.names().callersOf(process.getAttribute("id")).map(call -> mapped(call, "in", "target")).toList();
        return handedIn.isEmpty() ? Set.of() : common(handedIn);
    }

    private Set<String> ends(Element node, Set<String> begins) {
        if (!node.getLocalName().equals("subProcess")) {
            return with(begins, given(node));
        }
        var id = node.getAttribute("id");
        var within = nodes.values().stream().filter(one -> one.getParentNode() == node).toList();
        boolean atOnce = within.stream().anyMatch(one -> one.getLocalName().matches("parallelGateway|inclusiveGateway"));
        var outcomes = within.stream().filter(one -> !left.contains(one.getAttribute("id")) && !triggered(one) && !beside(one, new HashSet<>()))
                .map(one -> after.get(one.getAttribute("id"))).filter(set -> set != null).toList();
        if (outcomes.isEmpty() && !triggered(node)) {
            // never ends, as far as can be told
            return after.getOrDefault(id, everything);
        }
        var kept = new TreeSet<>(outcomes.isEmpty() ? Set.of() : atOnce ? all(outcomes) : common(outcomes));
        kept.removeAll(local(node));
        return with(with(kept, begins), given(node));
    }

    /** Whether something is reached only beside the way of its level, which goes on without it. */
    private boolean beside(Element node, Set<String> seen) {
        if (node.getLocalName().equals("boundaryEvent")) {
            return "false".equals(node.getAttribute("cancelActivity"));
        }
        var ways = leading.getOrDefault(node.getAttribute("id"), List.of());
        return seen.add(node.getAttribute("id")) && !ways.isEmpty()
                && ways.stream().map(flow -> nodes.get(flow.getAttribute("sourceRef"))).allMatch(source -> source != null && beside(source, seen));
    }

    /** What is set when something that waits has begun to wait: of a part of the model, at the first of what waits in it. */
    private @Nullable Set<String> waitingIn(@Nullable Element host) {
        if (host == null) {
            return null;
        }
        var begun = before.get(host.getAttribute("id"));
        return begun == null ? null : host.getLocalName().equals("subProcess") ? with(begun, first(host)) : begun;
    }

    private @Nullable Set<String> first(Element scope) {
        var starts = nodes.values().stream().filter(node -> node.getLocalName().equals("startEvent") && node.getParentNode() == scope).toList();
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(starts.stream().map(node -> node.getAttribute("id")).toList());
        var waits = new ArrayList<@Nullable Set<String>>();
        while (!open.isEmpty()) {
            var id = open.pop();
            if (!nodes.containsKey(id) || !reached.add(id)) {
                continue;
            }
            var node = nodes.get(id);
            if (node.getLocalName().equals("subProcess")) {
                waits.add(waitingIn(node));
            } else if (WAITING.contains(node.getLocalName()) || Stream.of("asyncBefore", "asyncAfter").anyMatch(name -> "true".equals(node.getAttributeNS(BpmnRules.CAMUNDA, name)))) {
                waits.add(before.get(id));
            } else {
                leading.forEach((target, flows) -> flows.stream().filter(flow -> flow.getAttribute("sourceRef").equals(id)).forEach(flow -> open.add(target)));
            }
        }
        // what waits for nothing is over before anything can happen
        return waits.isEmpty() ? everything : common(waits);
    }

    private static boolean triggered(Element node) {
        return "true".equals(node.getAttribute("triggeredByEvent"));
    }

    /** What an element has set when it has ended. */
    private Set<String> given(Element node) {
        var given = new TreeSet<String>();
        for (var name : List.of("resultVariable", "errorCodeVariable", "errorMessageVariable")) {
            given.add(node.getAttributeNS(BpmnRules.CAMUNDA, name));
            XmlFile.children(node, "errorEventDefinition").forEach(error -> given.add(error.getAttributeNS(BpmnRules.CAMUNDA, name)));
        }
        parameters(node, "outputParameter").forEach(parameter -> given.add(parameter.getAttribute("name")));
        parameters(node, "inputParameter").filter(parameter -> parameter.getAttribute("name").equals(Deadlines.INPUT))
                .forEach(parameter -> given.add(Names.variable(parameter.getTextContent().strip())));
        given.addAll(mapped(node, "out", "target"));
        var form = node.getAttributeNS(BpmnRules.CAMUNDA, "formRef");
        if (!form.isEmpty() && !(node.getLocalName().equals("startEvent") && models.names().callersOf(process.getAttribute("id")).findAny().isPresent())) {
            given.addAll(asked(form));
        }
        given.remove("");
        return given;
    }

    private Set<String> asked(String form) {
        return models.forms().filter(one -> one.id().equals(form)).flatMap(FormFile::inputs)
                .filter(field -> !FREE_TEXT.contains(field.path("type").asText()) && !field.path("readonly").asBoolean() && !field.path("disabled").asBoolean())
                .map(field -> field.path("key").asText()).collect(Collectors.toSet());
    }

    /** What is there only within an element. */
    private static Set<String> local(Element node) {
        var local = parameters(node, "inputParameter").map(parameter -> parameter.getAttribute("name")).collect(Collectors.toCollection(TreeSet::new));
        XmlFile.children(node, "multiInstanceLoopCharacteristics").forEach(repeated -> local.add(repeated.getAttributeNS(BpmnRules.CAMUNDA, "elementVariable")));
        return local;
    }

    private static Stream<Element> parameters(Element node, String name) {
        return XmlFile.children(node, "extensionElements").stream().flatMap(extensions -> XmlFile.children(extensions, "inputOutput").stream())
                .flatMap(mapping -> XmlFile.children(mapping, name).stream());
    }

    private static Set<String> mapped(Element node, String direction, String attribute) {
        return XmlFile.children(node, "extensionElements").stream().flatMap(extensions -> XmlFile.children(extensions, direction).stream())
                .map(mapping -> mapping.getAttribute(attribute)).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    /** A variable that something reads: before the element, after it, or while it waits. */
    private record Read(Element where, Element node, boolean atTheEnd, String name) {}

    private List<Read> reads() {
        var reads = new ArrayList<Read>();
        models.parts().filter(part -> part.file() == file && inside(part.element()) && !part.element().getLocalName().equals("documentation")).forEach(part -> {
            var element = part.element();
            var names = part.computed().stream().flatMap(text -> models.expression(text).names().stream()).collect(Collectors.toSet());
            if (names.isEmpty()) {
                return;
            }
            if (element.getLocalName().equals("conditionExpression")) {
                var flow = (Element) element.getParentNode();
                Optional.ofNullable(nodes.get(flow.getAttribute("sourceRef"))).ifPresent(source -> names.forEach(name -> reads.add(new Read(flow, source, true, name))));
            } else {
                around(element).ifPresent(node -> names.forEach(name -> reads.add(new Read(node, node, Set.of("outputParameter", "out").contains(element.getLocalName()), name))));
            }
        });
        return reads;
    }

    private Optional<Element> around(Element element) {
        for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
            if (NODES.contains(one.getLocalName())) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private Stream<Finding> unset() {
        return reads().stream().filter(read -> everything.contains(read.name())).flatMap(read -> {
            var id = read.node().getAttribute("id");
            var set = read.atTheEnd() ? after.get(id) : before.get(id);
            return set == null || set.contains(read.name()) || local(read.node()).contains(read.name()) || hostHas(read) ? Stream.empty()
                    : Stream.of(file.finding(RULE, read.where(), "reads " + read.name() + ", which is not set on every way there: " + way(read)
                            + "; let a form, a table or a step on that way give it, or let whatever calls this model hand it in"));
        });
    }

    private boolean hostHas(Read read) {
        return read.node().getLocalName().equals("boundaryEvent") && Optional.ofNullable(nodes.get(read.node().getAttribute("attachedToRef"))).filter(host -> local(host).contains(read.name())).isPresent();
    }

    /** A shortest way on which it is not set, as people see it. */
    private String way(Read read) {
        var from = new HashMap<String, String>();
        var open = new ArrayDeque<String>();
        var id = read.node().getAttribute("id");
        open.add(id);
        from.put(id, "");
        var last = id;
        while (!open.isEmpty()) {
            last = open.poll();
            var node = nodes.get(last);
            var earlier = earlier(node).stream().filter(one -> !from.containsKey(one) && after.get(one) != null && !after.get(one).contains(read.name())).toList();
            if (node.getLocalName().equals("startEvent") || earlier.isEmpty() && leading.getOrDefault(last, List.of()).isEmpty()) {
                break;
            }
            for (var one : earlier) {
                from.put(one, last);
                open.add(one);
            }
        }
        var names = new ArrayList<String>();
        for (var step = last; !step.isEmpty(); step = from.get(step)) {
            var name = nodes.get(step).getAttribute("name");
            if (!name.isBlank()) {
                names.add("“" + name.replaceAll("\\s+", " ").strip() + "”");
            }
        }
        if (names.isEmpty()) {
            return "it begins there";
        }
        return "from " + (names.size() <= MOST_NAMED ? String.join(" to ", names)
                : String.join(" to ", names.subList(0, 2)) + " and on to " + String.join(" to ", names.subList(names.size() - 2, names.size())));
    }

    private List<String> earlier(Element node) {
        if (node.getLocalName().equals("boundaryEvent")) {
            return List.of(node.getAttribute("attachedToRef"));
        }
        return leading.getOrDefault(node.getAttribute("id"), List.of()).stream().map(flow -> flow.getAttribute("sourceRef")).filter(nodes::containsKey).toList();
    }

    private static Set<String> with(Set<String> one, @Nullable Set<String> other) {
        var both = new TreeSet<>(one);
        if (other != null) {
            both.addAll(other);
        }
        return both;
    }

    /** What is set on all ways that are known so far; none where no way is. */
    private static @Nullable Set<String> common(List<? extends @Nullable Set<String>> ways) {
        Set<String> common = null;
        for (var way : ways) {
            if (way != null) {
                if (common == null) {
                    common = new TreeSet<>(way);
                } else {
                    common.retainAll(way);
                }
            }
        }
        return common;
    }

    /** What is set on one of the ways, all of which are gone. */
    private static @Nullable Set<String> all(List<? extends @Nullable Set<String>> ways) {
        Set<String> all = null;
        for (var way : ways) {
            if (way != null) {
                all = with(way, all);
            }
        }
        return all;
    }
}
