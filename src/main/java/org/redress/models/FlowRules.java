package org.redress.models;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the course of a process keeps: it waits where it comes back, repeats a bounded number of times, and removes nothing that was not reviewed. */
final class FlowRules {
    /** Nothing in a complaint is measured in minutes; a timer that fires all the time keeps everybody else waiting. */
    private static final Duration SHORTEST_TIMER = Duration.ofHours(1);
    private static final Duration SHORTEST_RETRY = Duration.ofMinutes(1);
    private static final int MOST_FIRINGS = 100;
    private static final int MOST_RETRIES = 10;
    private static final int MOST_REPETITIONS = 50;
    private static final int DEEPEST_REPETITION = 2;

    private static final Set<String> NODES = Set.of("startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent", "userTask", "serviceTask",
            "sendTask", "receiveTask", "businessRuleTask", "manualTask", "callActivity", "subProcess", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway");
    private static final Set<String> WAITING = Set.of("userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway", "callActivity", "subProcess");

    private static final Pattern REPEATED = Pattern.compile("R(\\d*)/(?:[^/]+/)?(P[^/]+)");
    private static final Pattern AT_A_TIME = Pattern.compile("\\d{1,2} \\d{1,2} \\d{1,2} \\S+ \\S+ \\S+(?: \\S+)?");

    private static final BehindTwo REMOVAL = new BehindTwo("model-removal", "${removeCases}", List.of(new Seen("review-old-cases", "supervisors"), new Seen("confirm-removal", "supervisors")),
            "${removal == 'remove'}", "removes cases that were not reviewed");
    private static final BehindTwo MOVE = new BehindTwo("model-move", "${moveCases}", List.of(new Seen("decide-on-move", "process-owners"), new Seen("confirm-move", "supervisors")),
            "${moveConfirmation == 'move'}", "moves cases to which nobody agreed");

    /** As many as there were in the beginning. */
    private static final String PORTIONS = "${batchesToMove.of(execution)}";

    static final List<Rule> ALL = List.of(
            elements("model-timers", "A timer reads the day of a deadline; one that does not waits an hour at least, and begins a process at one time of the day or fires at most "
                    + MOST_FIRINGS + " times", Set.of("timeDate", "timeDuration", "timeCycle"), FlowRules::timer),
            elements("model-repetitions", "What is done several times is done for each entry of a list of the case, all at once, or at most " + MOST_REPETITIONS + " times, and at most "
                    + DEEPEST_REPETITION + " of them lie within each other", Set.of("multiInstanceLoopCharacteristics"), FlowRules::repetition),
            elements("model-retries", "Failed work is repeated at most " + MOST_RETRIES + " times, after a minute at least", Set.of("failedJobRetryTimeCycle"), FlowRules::retries),
            new Rule("model-loops", Rule.About.MODELS, "Where a model comes back to where it was, it waits for somebody or something on the way; no model calls itself",
                    models -> Stream.concat(models.processes().flatMap(FlowRules::loops), calls(models))),
            behind(REMOVAL, "Cases are removed after the review alone"), behind(MOVE, "Running cases move after two people alone have agreed"));

    private FlowRules() {}

    /** A task that somebody of a role completes with a form. */
    private record Seen(String form, String role) {
        String words() {
            return form + " for " + role;
        }

        boolean is(Element task) {
            return task.getLocalName().equals("userTask") && form.equals(task.getAttributeNS(BpmnRules.CAMUNDA, "formRef")) && role.equals(task.getAttributeNS(BpmnRules.CAMUNDA, "candidateGroups"));
        }
    }

    /**
     * A step that cannot be undone and that no model does before two people have agreed.
     *
     * @param step as models name it
     * @param asked what its flow asks
     * @param otherwise what it does where they have not
     */
    private record BehindTwo(String rule, String step, List<Seen> seen, String asked, String otherwise) {
        String tasks() {
            return seen.stream().map(Seen::words).collect(Collectors.joining(" and "));
        }
    }

    private static Rule behind(BehindTwo two, String sentence) {
        return new Rule(two.rule(), Rule.About.MODELS, sentence + ": every way to `" + two.step() + "` leads through tasks with the forms " + two.tasks() + ", and its flow asks `" + two.asked() + "`",
                models -> models.processes().flatMap(file -> notAgreed(file, two)));
    }

    private static Rule elements(String id, String sentence, Set<String> names, BiFunction<XmlFile, Element, Stream<String>> faults) {
        return new Rule(id, Rule.About.MODELS, sentence, models -> models.processes().flatMap(file -> file.all(names.toArray(String[]::new))
                .flatMap(element -> faults.apply(file, element).map(why -> file.finding(id, element, why)))));
    }

    private static Stream<String> timer(XmlFile file, Element timer) {
        var text = timer.getTextContent().strip();
        return switch (timer.getLocalName()) {
            case "timeDate" -> readsADay(text) ? Stream.empty()
                    : Stream.of("waits for " + text + ", the same for every case; let it read the day of a deadline, such as ${overdue.of(responseDue)}");
            case "timeDuration" -> atLeast(text, SHORTEST_TIMER) ? Stream.empty()
                    : Stream.of("waits for " + text + ", which is shorter than an hour or cannot be read; write for example PT1H or P1D, or let it read the day of a deadline");
            default -> cycle(text, begins(timer)) ? Stream.empty()
                    : Stream.of("fires at " + text + ", which is more than once an hour, without an end, or cannot be read; write for example 0 0 6 * * ? at the start of a process, or R3/P1D");
        };
    }

    private static boolean readsADay(String text) {
        if (!ExpressionCheck.computes(text)) {
            return false;
        }
        var expression = ExpressionCheck.of(text);
        return expression.bean().isPresent() || expression.variable().isPresent();
    }

    private static boolean begins(Element timer) {
        Node event = timer.getParentNode().getParentNode();
        return "startEvent".equals(event.getLocalName()) && "process".equals(event.getParentNode().getLocalName());
    }

    private static boolean cycle(String text, boolean begins) {
        if (AT_A_TIME.matcher(text).matches()) {
            return begins;
        }
        var repeated = REPEATED.matcher(text);
        if (!repeated.matches()) {
            return false;
        }
        var times = repeated.group(1);
        return times.isEmpty() ? begins && atLeast(repeated.group(2), Duration.ofDays(1))
                : times.length() <= 3 && Integer.parseInt(times) <= MOST_FIRINGS && atLeast(repeated.group(2), SHORTEST_TIMER);
    }

    /** Whether a period as ISO writes it is at least so long; years, months and weeks always are. */
    private static boolean atLeast(String text, Duration shortest) {
        try {
            if (text.matches("P\\d{1,4}[YMW].*")) {
                var days = Period.parse(text.replaceFirst("T.*", ""));
                return !days.isNegative() && !days.isZero();
            }
            return Duration.parse(text).compareTo(shortest) >= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Stream<String> repetition(XmlFile file, Element repetition) {
        var times = XmlFile.text(repetition, "loopCardinality");
        var list = repetition.getAttributeNS(BpmnRules.CAMUNDA, "collection");
        boolean counted = !times.isEmpty() && !(times.matches("\\d{1,4}") && Integer.parseInt(times) <= MOST_REPETITIONS);
        boolean computed = ExpressionCheck.computes(list) && ExpressionCheck.of(list).bean().isEmpty() && ExpressionCheck.of(list).variable().isEmpty();
        // the engine reads the list again before each, and by then there may be fewer or others
        boolean readAgain = !computed && ExpressionCheck.computes(list) && repetition.getAttribute("isSequential").equals("true") && !list.equals(PORTIONS);
        int deep = 0;
        for (Node node = repetition.getParentNode(); node instanceof Element element; node = node.getParentNode()) {
            deep += XmlFile.children(element, "multiInstanceLoopCharacteristics").size();
        }
        return Stream.of(
                counted ? "is repeated " + times + " times; write a number up to " + MOST_REPETITIONS + ", or let it be done for each entry of a list, such as ${issuesToAnswer.of(caseReference)}" : "",
                computed ? "is done for each of " + list + "; write one of the lists for models, such as ${issuesToAnswer.of(caseReference)}" : "",
                readAgain ? "is done for each of " + list + " one after the other; the list is read again before each, when something may have gone from it: let them be done at once (parallel multi-instance)" : "",
                deep > DEEPEST_REPETITION ? "is repeated within something that is repeated within something repeated; draw it as a process of its own" : "")
                .filter(why -> !why.isEmpty());
    }

    private static Stream<String> retries(XmlFile file, Element retries) {
        var text = retries.getTextContent().strip();
        var repeated = REPEATED.matcher(text);
        boolean bounded = repeated.matches()
                ? repeated.group(1).matches("\\d{1,3}") && Integer.parseInt(repeated.group(1)) <= MOST_RETRIES && atLeast(repeated.group(2), SHORTEST_RETRY)
                : text.split(",").length <= MOST_RETRIES && Stream.of(text.split(",")).allMatch(each -> atLeast(each.strip(), SHORTEST_RETRY));
        return bounded ? Stream.empty()
                : Stream.of("is repeated after " + text + "; write at most " + MOST_RETRIES + " times and a minute at least, such as R3/PT5M or PT5M,PT1H");
    }

    /** The nodes of a process and what each leads to, by their ids. */
    private record Graph(Map<String, Element> nodes, Map<String, Set<String>> next) {
        static Graph of(Element process, XmlFile file) {
            var nodes = new LinkedHashMap<String, Element>();
            var next = new HashMap<String, Set<String>>();
            file.elements().stream().filter(element -> within(element, process)).forEach(element -> {
                if (NODES.contains(element.getLocalName())) {
                    nodes.put(element.getAttribute("id"), element);
                }
            });
            file.elements().stream().filter(element -> within(element, process)).forEach(element -> {
                switch (element.getLocalName()) {
                    case "sequenceFlow" -> edge(next, element.getAttribute("sourceRef"), element.getAttribute("targetRef"));
                    case "boundaryEvent" -> edge(next, element.getAttribute("attachedToRef"), element.getAttribute("id"));
                    case "startEvent" -> edge(next, ((Element) element.getParentNode()).getAttribute("id"), element.getAttribute("id"));
                    default -> { }
                }
            });
            return new Graph(nodes, next);
        }

        private static boolean within(Element element, Element process) {
            for (Node node = element; node != null; node = node.getParentNode()) {
                if (node == process) {
                    return true;
                }
            }
            return false;
        }

        private static void edge(Map<String, Set<String>> next, String from, String to) {
            next.computeIfAbsent(from, id -> new LinkedHashSet<>()).add(to);
        }

        Set<String> after(String id) {
            return next.getOrDefault(id, Set.of());
        }

        /** Where a process, or an event within it, can begin: whatever nothing within it leads to. */
        Set<String> beginnings() {
            var reached = new HashSet<String>();
            next.forEach((from, to) -> {
                if (nodes.containsKey(from) && !triggered(from)) {
                    reached.addAll(to);
                }
            });
            var beginnings = new LinkedHashSet<>(nodes.keySet());
            beginnings.removeAll(reached);
            return beginnings;
        }

        private boolean triggered(String id) {
            return "true".equals(nodes.get(id).getAttribute("triggeredByEvent"));
        }

        /** What can be reached from these without going on at what stops. */
        Set<String> reached(Set<String> from, Predicate<Element> stops) {
            var reached = new LinkedHashSet<String>();
            var open = new ArrayDeque<>(from);
            while (!open.isEmpty()) {
                var id = open.pop();
                if (nodes.containsKey(id) && !stops.test(nodes.get(id)) && reached.add(id)) {
                    open.addAll(after(id));
                }
            }
            return reached;
        }
    }

    private static Stream<Finding> loops(XmlFile file) {
        return file.all("process").flatMap(process -> {
            var graph = Graph.of(process, file);
            Predicate<Element> waits = node -> WAITING.contains(node.getLocalName());
            return graph.nodes().entrySet().stream().filter(node -> !waits.test(node.getValue()))
                    .filter(node -> graph.reached(graph.after(node.getKey()), waits).contains(node.getKey()))
                    .map(node -> file.finding("model-loops", node.getValue(), "comes back to itself without waiting for anybody, which never ends; let the way back lead through a task or an event"));
        });
    }

    private static Stream<Finding> calls(Models models) {
        var called = new HashMap<String, Set<String>>();
        models.processes().forEach(file -> file.all("process").forEach(process -> Graph.of(process, file).nodes().values().stream()
                .filter(node -> node.getLocalName().equals("callActivity"))
                .forEach(node -> called.computeIfAbsent(process.getAttribute("id"), id -> new LinkedHashSet<>()).add(node.getAttribute("calledElement")))));
        return models.processes().flatMap(file -> file.all("process").filter(process -> {
            var reached = new HashSet<String>();
            var open = new ArrayDeque<>(called.getOrDefault(process.getAttribute("id"), Set.of()));
            while (!open.isEmpty()) {
                var id = open.pop();
                if (reached.add(id)) {
                    open.addAll(called.getOrDefault(id, Set.of()));
                }
            }
            return reached.contains(process.getAttribute("id"));
        }).map(process -> file.finding("model-loops", process, "calls itself, by itself or through others, which need not end; draw the way back as a flow")));
    }

    private static Stream<Finding> notAgreed(XmlFile file, BehindTwo two) {
        return file.elements().stream().filter(element -> two.step().equals(element.getAttributeNS(BpmnRules.CAMUNDA, "delegateExpression").replaceAll("\\s", "").replace('#', '$')))
                .flatMap(element -> notAgreed(file, element, two).stream().map(why -> file.finding(two.rule(), element, why)));
    }

    private static Optional<String> notAgreed(XmlFile file, Element element, BehindTwo two) {
        Element node = element;
        while (!NODES.contains(node.getLocalName()) && node.getParentNode() instanceof Element parent) {
            node = parent;
        }
        var id = node.getAttribute("id");
        Element process = node;
        while (!"process".equals(process.getLocalName()) && process.getParentNode() instanceof Element parent) {
            process = parent;
        }
        var graph = Graph.of(process, file);
        boolean seen = two.seen().stream().allMatch(one -> !graph.reached(graph.beginnings(), one::is).contains(id));
        boolean asked = file.all("sequenceFlow").filter(flow -> flow.getAttribute("targetRef").equals(id)).allMatch(flow -> two.asked().equals(XmlFile.text(flow, "conditionExpression")));
        return seen && asked ? Optional.empty() : Optional.of(two.otherwise() + "; let every way to it lead through tasks with the forms " + two.tasks()
                + ", and set the condition " + two.asked() + " on its flow");
    }
}
