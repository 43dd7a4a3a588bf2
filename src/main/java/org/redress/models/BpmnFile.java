package org.redress.models;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnParser;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A process model with its drawing, as the Modeler shows it.
 *
 * @param places where each element stands in the file, by its id
 * @param models what lies beside it
 * @param found the elements of each kind, looked for once
 */
record BpmnFile(String name, BpmnModelInstance model, Map<String, Integer> places, Models models, Map<Class<?>, List<?>> found) {
    private static final BpmnParser PARSER = new AfterTheEngine();

    /** The engine's parser has compared the file with the schema of BPMN before. */
    private static final class AfterTheEngine extends BpmnParser {
        @Override
        public void validateModel(DomDocument document) {
            // once is enough
        }
    }

    static BpmnFile read(XmlFile file, byte[] bytes, Models models) {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < file.elements().size(); i++) {
            places.putIfAbsent(file.elements().get(i).getAttribute("id"), i);
        }
        return new BpmnFile(file.name(), PARSER.parseModelFromStream(new ByteArrayInputStream(bytes)), places, models, new ConcurrentHashMap<>());
    }

    String stem() {
        return name.replaceFirst(".*/", "").replaceFirst("\\.bpmn$", "");
    }

    @SuppressWarnings("unchecked")
    <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return ((List<T>) found.computeIfAbsent(type, kind -> List.copyOf(model.getModelElementsByType(type)))).stream();
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

    /** Where a fault is: the id and the name that people see. */
    Spot at(BaseElement element) {
        var label = element instanceof FlowElement named && named.getName() != null ? " (“" + named.getName() + "”)" : "";
        return new Spot(name, places.getOrDefault(String.valueOf(element.getId()), -1), element.getId() + label);
    }

    /** Where a fault is, for what has no id of its own: the nearest element around it. */
    Spot at(Node node) {
        var owner = node instanceof Attr attribute ? attribute.getOwnerElement() : node;
        while (owner instanceof Element element && !element.hasAttribute("id")) {
            owner = owner.getParentNode();
        }
        return owner instanceof Element element ? new Spot(name, places.getOrDefault(element.getAttribute("id"), -1), element.getAttribute("id")) : itself();
    }

    Spot itself() {
        return new Spot(name, -1, "the file");
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
