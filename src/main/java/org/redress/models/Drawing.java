package org.redress.models;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** What the reader sees of a model: the boxes of its elements, the lines of its flows, the places of their names. */
record Drawing(BpmnFile file, Map<FlowNode, Box> shapes, Map<SequenceFlow, Line> lines,
        Map<FlowElement, Box> labels) {

    static Drawing of(BpmnFile file) {
        List<BpmnShape> shapes = file.all(BpmnShape.class)
                .filter(shape -> shape.getBpmnElement() instanceof FlowNode).toList();
        List<BpmnEdge> edges = file.all(BpmnEdge.class)
                .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow).toList();
        return new Drawing(file,
                map(shapes.stream(), shape -> (FlowNode) shape.getBpmnElement(), shape -> box(shape.getBounds())),
                map(edges.stream(), edge -> (SequenceFlow) edge.getBpmnElement(), Drawing::line),
                labels(shapes, edges));
    }

    List<FlowNode> drawnNodes() {
        return new ArrayList<>(shapes.keySet());
    }

    /** The flows that have a line between two boxes. */
    List<SequenceFlow> drawnFlows() {
        return lines.keySet().stream().filter(flow -> shapes.containsKey(flow.getSource())
                && shapes.containsKey(flow.getTarget())).toList();
    }

    List<FlowElement> labelled() {
        return new ArrayList<>(labels.keySet());
    }

    Spot at(BaseElement element) {
        return file.at(element);
    }

    private static Map<FlowElement, Box> labels(List<BpmnShape> shapes, List<BpmnEdge> edges) {
        Map<FlowElement, Box> labels = new LinkedHashMap<>();
        shapes.forEach(shape -> label(labels, (FlowElement) shape.getBpmnElement(), shape.getBpmnLabel()));
        edges.forEach(edge -> label(labels, (FlowElement) edge.getBpmnElement(), edge.getBpmnLabel()));
        return labels;
    }

    private static void label(Map<FlowElement, Box> labels, FlowElement element, BpmnLabel label) {
        if (element.getName() != null && label != null && label.getBounds() != null) {
            labels.put(element, LabelText.place(element.getName(), box(label.getBounds())));
        }
    }

    private static <T, K, V> Map<K, V> map(Stream<T> all, Function<T, K> key, Function<T, V> value) {
        return all.collect(toMap(key, value, (first, second) -> second, LinkedHashMap::new));
    }

    private static Line line(BpmnEdge edge) {
        return new Line(edge.getWaypoints().stream().map(point -> new Point(point.getX(), point.getY())).toList());
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getX() + bounds.getWidth(),
                bounds.getY() + bounds.getHeight());
    }
}
