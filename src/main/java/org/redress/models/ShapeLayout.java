package org.redress.models;

import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Every element has its place on the drawing, in the usual size, and hides nothing else. */
final class ShapeLayout {

    private static final double MARGIN = 10;

    static final List<Rule> ALL = List.of(
            Convention.drawing("drawing-complete", "Every element is drawn",
                    ShapeLayout::elements, ShapeLayout::notDrawn),
            Convention.drawing("drawing-labels", "Every name has its place on the drawing",
                    drawing -> elements(drawing).filter(ShapeLayout::hasNameOutside), ShapeLayout::noLabel),
            Convention.drawing("drawing-sizes", "Elements have the standard sizes",
                    drawing -> drawing.drawnNodes().stream().filter(node -> !(node instanceof SubProcess)), ShapeLayout::otherSize),
            Convention.drawing("drawing-expanded", "Sub-processes show what happens in them",
                    ShapeLayout::subProcesses, ShapeLayout::collapsed),
            Convention.drawing("drawing-overlaps", "No element lies over another",
                    drawing -> Pairs.of(drawing.drawnNodes()), ShapeLayout::overlap),
            Convention.drawing("drawing-boundary-events", "Events on a border are on its bottom edge",
                    ShapeLayout::boundaryEvents, ShapeLayout::notOnBottom),
            Convention.drawing("drawing-margins", "What is in a sub-process is drawn inside it",
                    drawing -> drawing.drawnNodes().stream().filter(node -> parent(drawing, node) != null), ShapeLayout::outside),
            Convention.drawing("drawing-names-apart", "No name stands over an element",
                    drawing -> drawing.labelled().stream(), ShapeLayout::labelOnShape),
            Convention.drawing("drawing-names-once", "No name stands over another name",
                    drawing -> Pairs.of(drawing.labelled()), ShapeLayout::labelOnLabel),
            Convention.drawing("drawing-names-and-lines", "No line runs through a name",
                    drawing -> drawing.labelled().stream(), ShapeLayout::labelOnLine));

    private ShapeLayout() {}

    private static Stream<FlowElement> elements(Drawing drawing) {
        return Stream.concat(drawing.file().nodes(), drawing.file().flows());
    }

    private static Stream<Finding> notDrawn(Drawing drawing, FlowElement element) {
        return unless(drawing.shapes().containsKey(element) || drawing.lines().containsKey(element),
                drawing.at(element).says("is not drawn; people work with the picture, so nothing may be missing there"));
    }

    private static boolean hasNameOutside(FlowElement element) {
        return element.getName() != null && !element.getName().isBlank() && !(element instanceof Activity);
    }

    private static Stream<Finding> noLabel(Drawing drawing, FlowElement element) {
        return unless(drawing.labels().containsKey(element), drawing.at(element).says("has no place for its name; move the name once in the Modeler, and it gets one"));
    }

    private static Stream<Finding> otherSize(Drawing drawing, FlowNode node) {
        Box box = drawing.shapes().get(node);
        double width = node instanceof Event ? 36 : node instanceof Gateway ? 50 : 100;
        double height = node instanceof Event ? 36 : node instanceof Gateway ? 50 : 80;
        return unless(box.width() == width && box.height() == height, drawing.at(node).says("is %.0f by %.0f; the standard size is %.0f by %.0f".formatted(box.width(), box.height(), width,
                height)));
    }

    private static Stream<BpmnShape> subProcesses(Drawing drawing) {
        return drawing.file().all(BpmnShape.class).filter(shape -> shape.getBpmnElement() instanceof SubProcess);
    }

    private static Stream<Finding> collapsed(Drawing drawing, BpmnShape shape) {
        return unless(shape.isExpanded(), drawing.at(shape.getBpmnElement()).says("is collapsed; expand it, people must see what happens in it"));
    }

    private static Stream<Finding> overlap(Drawing drawing, Pairs<FlowNode> pair) {
        Box first = drawing.shapes().get(pair.first());
        Box second = drawing.shapes().get(pair.second());
        boolean belongTogether = BpmnFile.enclosing(pair.first()).contains(pair.second())
                || BpmnFile.enclosing(pair.second()).contains(pair.first())
                || isAttached(pair.first(), pair.second()) || isAttached(pair.second(), pair.first());
        return belongTogether || !first.overlaps(second) ? Stream.empty() : Stream.of(drawing.at(pair.first()).says("lies over "
                + pair.second().getId() + " (" + first + " and " + second + "); move them apart"));
    }

    private static boolean isAttached(FlowNode event, FlowNode host) {
        return event instanceof BoundaryEvent boundary && host.equals(boundary.getAttachedTo());
    }

    private static Stream<Finding> notOnBottom(Drawing drawing, BoundaryEvent event) {
        Box host = drawing.shapes().get(event.getAttachedTo());
        Point centre = drawing.shapes().get(event).centre();
        boolean onBottom = new Point(centre.x(), host.bottom()).isAt(centre)
                && host.left() <= centre.x() && centre.x() <= host.right();
        return unless(onBottom, drawing.at(event).says("is not on the bottom edge of " + event.getAttachedTo().getId()
                + ": its centre is " + centre + ", the edge is y " + Math.round(host.bottom())
                + "; exceptions leave the work downwards"));
    }

    private static Stream<Finding> outside(Drawing drawing, FlowNode node) {
        Box parent = parent(drawing, node);
        Box box = drawing.shapes().get(node);
        return unless(parent.contains(box, MARGIN), drawing.at(node).says("stands out of its sub-process or less than "
                + Math.round(MARGIN) + " from its border (" + box + " in " + parent + "); enlarge the sub-process"));
    }

    private static Stream<Finding> labelOnShape(Drawing drawing, FlowElement element) {
        Box label = drawing.labels().get(element);
        return drawing.drawnNodes().stream()
                .filter(node -> !node.equals(element) && label.overlaps(drawing.shapes().get(node)))
                .flatMap(node -> BpmnFile.enclosing(element).contains(node)
                        ? unless(drawing.shapes().get(node).contains(label, 0), drawing.at(element).says("has a name cut by the border of " + node.getId() + " (" + label + "); move the name inside"))
                        : Stream.of(drawing.at(element).says("has a name that stands over the element " + node.getId()
                        + " (" + label + " and " + drawing.shapes().get(node) + "); move the name or the element")));
    }

    private static Stream<Finding> labelOnLabel(Drawing drawing, Pairs<FlowElement> pair) {
        Box first = drawing.labels().get(pair.first());
        Box second = drawing.labels().get(pair.second());
        return !first.overlaps(second) ? Stream.empty() : Stream.of(drawing.at(pair.first()).says("has a name that stands over the name of "
                + pair.second().getId() + " (" + first + " and " + second + "); move one of them"));
    }

    private static Stream<Finding> labelOnLine(Drawing drawing, FlowElement element) {
        Box label = drawing.labels().get(element);
        return drawing.drawnFlows().stream()
                .filter(flow -> drawing.lines().get(flow).segments().stream()
                        .anyMatch(piece -> piece.runsThrough(label)))
                .map(flow -> drawing.at(element).says("has a name that the line " + flow.getId() + " runs through ("
                        + label + "); move the name"));
    }

    private static Box parent(Drawing drawing, FlowNode node) {
        return node.getParentElement() instanceof SubProcess parent ? drawing.shapes().get(parent) : null;
    }

    private static Stream<BoundaryEvent> boundaryEvents(Drawing drawing) {
        return drawing.file().all(BoundaryEvent.class).filter(event -> drawing.shapes().containsKey(event)
                && drawing.shapes().containsKey(event.getAttachedTo()));
    }
}
