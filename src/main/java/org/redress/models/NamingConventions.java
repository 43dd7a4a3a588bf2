package org.redress.models;

import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** One phrase for each element: its name says it to people, its id to the engine. */
final class NamingConventions {

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("startEvent", "StartEvent_"), Map.entry("endEvent", "EndEvent_"),
            Map.entry("intermediateCatchEvent", "IntermediateEvent_"),
            Map.entry("intermediateThrowEvent", "IntermediateEvent_"),
            Map.entry("boundaryEvent", "BoundaryEvent_"), Map.entry("userTask", "UserTask_"),
            Map.entry("serviceTask", "ServiceTask_"), Map.entry("businessRuleTask", "BusinessRuleTask_"),
            Map.entry("callActivity", "CallActivity_"), Map.entry("subProcess", "SubProcess_"),
            Map.entry("exclusiveGateway", "Gateway_"), Map.entry("parallelGateway", "Gateway_"),
            Map.entry("inclusiveGateway", "Gateway_"), Map.entry("eventBasedGateway", "Gateway_"));

    static final List<Rule> ALL = List.of(
            Convention.model("writing-kinds", "Only kinds of elements are drawn that the house uses",
                    BpmnFile::nodes, NamingConventions::unknownKind),
            Convention.model("writing-ids", "The id of an element is its kind and its name",
                    file -> file.nodes().filter(node -> PREFIXES.containsKey(kind(node))), NamingConventions::otherId),
            Convention.model("writing-flow-ids", "The id of a flow is what it leaves and its answer, or what it leaves and where it leads",
                    BpmnFile::flows, NamingConventions::otherFlowId),
            Convention.model("writing-message-ids", "The id of a message follows its name",
                    file -> file.all(Message.class), NamingConventions::otherMessageId),
            Convention.model("writing-names", "Every task and event has a name",
                     file -> file.nodes().filter(node -> !(node instanceof Gateway)), NamingConventions::noName),
            Convention.model("writing-sentence-case", "Names are in sentence case, without blanks too many",
                     file -> file.all(FlowElement.class).filter(element -> element.getName() != null), NamingConventions::notASentence),
            Convention.model("writing-questions", "Where the way divides, the gateway asks a question, and its flows are named with the answers",
                     file -> gateways(file, true), NamingConventions::notAQuestion),
            Convention.model("writing-joins", "A gateway that only joins or forks has no name",
                     file -> gateways(file, false), NamingConventions::namedJoin));

    private NamingConventions() {}

    private static Stream<Finding> unknownKind(BpmnFile file, FlowNode node) {
        return unless(PREFIXES.containsKey(kind(node)), file.at(node).says("is a " + kind(node)
                + "; the house draws only " + PREFIXES.keySet().stream().sorted().toList()));
    }

    private static Stream<Finding> otherId(BpmnFile file, FlowNode node) {
        String prefix = PREFIXES.get(kind(node));
        if (isNamed(node)) {
            String expected = prefix + Words.pascalCase(node.getName());
            return unless(expected.equals(node.getId()), file.at(node).says("has an id that does not follow its name; call it " + expected));
        }
        return unless(String.valueOf(node.getId()).matches(prefix + "[A-Z][A-Za-z0-9]*"), file.at(node).says("has no telling id; call it " + prefix + " and a phrase, like Gateway_ComplaintAccepted"));
    }

    private static Stream<Finding> otherFlowId(BpmnFile file, SequenceFlow flow) {
        String expected = "Flow_" + phrase(flow.getSource())
                + (isNamed(flow) ? Words.pascalCase(flow.getName()) : "To" + phrase(flow.getTarget()));
        return unless(expected.equals(flow.getId()), file.at(flow).says("has an id that does not follow its ends; call it " + expected));
    }

    private static Stream<Finding> otherMessageId(BpmnFile file, Message message) {
        String expected = "Message_" + message.getName();
        return unless(expected.equals(message.getId()), file.at(message).says("has an id that does not follow its name; call it " + expected));
    }

    private static Stream<Finding> noName(BpmnFile file, FlowNode node) {
        return unless(isNamed(node), file.at(node).says("has no name; a task is verb and object, an event object and state"));
    }

    private static Stream<Finding> notASentence(BpmnFile file, FlowElement element) {
        String name = element.getName();
        return Stream.concat(
                unless(name.equals(name.strip().replaceAll("\\s+", " ")), file.at(element).says("has a blank or a line break too many in its name; type the name again")),
                unless(name.isBlank() || Words.isSentenceCase(name), file.at(element).says("is not in sentence case; only its first word and proper names begin with a capital")));
    }

    private static Stream<Finding> notAQuestion(BpmnFile file, Gateway gateway) {
        return Stream.concat(
                unless(isNamed(gateway) && gateway.getName().endsWith("?"), file.at(gateway).says("does not ask a question; name it with one, like Response approved?")),
                file.outgoing(gateway).filter(flow -> !isNamed(flow))
                        .map(flow -> file.at(flow).says("is no answer to the question; name it, for example Yes")));
    }

    private static Stream<Finding> namedJoin(BpmnFile file, Gateway gateway) {
        return unless(!isNamed(gateway), file.at(gateway).says("only joins or forks, but has a name; remove the name, the lines say enough"));
    }

    private static Stream<Gateway> gateways(BpmnFile file, boolean asking) {
        return file.all(Gateway.class).filter(gateway -> !(gateway instanceof EventBasedGateway))
                .filter(gateway -> asking == (!(gateway instanceof ParallelGateway)
                        && file.outgoing(gateway).count() > 1));
    }

    private static boolean isNamed(FlowElement element) {
        return element.getName() != null && !element.getName().isBlank();
    }

    private static String kind(FlowNode node) {
        return node.getElementType().getTypeName();
    }

    private static String phrase(FlowNode node) {
        return node.getId().substring(node.getId().indexOf('_') + 1);
    }
}
