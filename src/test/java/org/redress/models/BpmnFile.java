package org.redress.models;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.NestedExceptionUtils;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** One process model: its file name, its content and what it may refer to. */
record BpmnFile(String name, BpmnModelInstance model, Project project) {

    static BpmnFile parse(String name, String xml, Project project) {
        var bytes = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
        try {
            return new BpmnFile(name, Bpmn.readModelFromStream(bytes), project);
        } catch (ModelException broken) {
            throw new AssertionError(name + " is not valid BPMN: " + NestedExceptionUtils.getMostSpecificCause(broken)
                    .getMessage(), broken);
        }
    }

    String stem() {
        return name.replace(".bpmn", "");
    }

    <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    Stream<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    Stream<SequenceFlow> flows() {
        return all(SequenceFlow.class);
    }

    /** The levels of the drawing: the process and each sub-process. */
    Stream<BaseElement> levels() {
        return Stream.concat(all(Process.class), all(SubProcess.class));
    }

    Stream<FlowNode> nodesOn(BaseElement level) {
        return nodes().filter(node -> level.equals(node.getParentElement()));
    }

    Stream<SequenceFlow> outgoing(FlowNode node) {
        return flows().filter(flow -> node.equals(flow.getSource()));
    }

    Stream<SequenceFlow> incoming(FlowNode node) {
        return flows().filter(flow -> node.equals(flow.getTarget()));
    }

    Stream<BoundaryEvent> boundaryEventsOf(BaseElement host) {
        return all(BoundaryEvent.class).filter(event -> host.equals(event.getAttachedTo()));
    }

    /** Where a fault is: the file, the id and the name which people see. */
    String at(BaseElement element) {
        String label = element instanceof FlowElement named && named.getName() != null
                ? " (“" + named.getName() + "”)" : "";
        return name + ": " + element.getId() + label + " ";
    }

    /** Where a fault is, for what has no id of its own: the id of the nearest element around it. */
    String at(Node node) {
        Node owner = node instanceof Attr attribute ? attribute.getOwnerElement() : node;
        while (owner instanceof Element element && !element.hasAttribute("id")) {
            owner = owner.getParentNode();
        }
        return name + ": " + (owner instanceof Element element ? element.getAttribute("id") : "the file") + " ";
    }

    Stream<Node> find(String xpath) {
        try {
            var found = (NodeList) XPathFactory.newInstance().newXPath()
                    .evaluate(xpath, model.getDocument().getDomSource().getNode(), XPathConstants.NODESET);
            return IntStream.range(0, found.getLength()).mapToObj(found::item);
        } catch (XPathExpressionException wrong) {
            throw new IllegalArgumentException(xpath, wrong);
        }
    }

    static List<SubProcess> enclosing(ModelElementInstance element) {
        return Stream.iterate(element.getParentElement(), Objects::nonNull, ModelElementInstance::getParentElement)
                .filter(SubProcess.class::isInstance).map(SubProcess.class::cast).toList();
    }

    static String documentation(BaseElement element) {
        return element.getDocumentations().stream().map(ModelElementInstance::getTextContent).collect(joining(" "));
    }

    static Optional<String> inputParameter(BaseElement element, String parameter) {
        return Stream.ofNullable(element.getExtensionElements())
                .flatMap(extensions -> extensions.getElementsQuery().filterByType(CamundaInputOutput.class).list()
                        .stream())
                .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                .filter(input -> parameter.equals(input.getCamundaName()))
                .map(ModelElementInstance::getTextContent).findFirst();
    }
}
