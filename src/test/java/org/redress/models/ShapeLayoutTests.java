package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every element has its place on the drawing, in the usual size, and hides nothing else. */
class ShapeLayoutTests {

    private static final double MARGIN = 10;

    private static final Convention<Drawing, FlowElement> DRAWN =
            new Convention<>(ShapeLayoutTests::elements, ShapeLayoutTests::notDrawn);
    private static final Convention<Drawing, FlowElement> LABELLED =
            new Convention<>(drawing -> elements(drawing).filter(ShapeLayoutTests::hasNameOutside),
                    ShapeLayoutTests::noLabel);
    private static final Convention<Drawing, FlowNode> SIZES =
            new Convention<>(drawing -> drawing.drawnNodes().stream().filter(node -> !(node instanceof SubProcess)),
                    ShapeLayoutTests::otherSize);
    private static final Convention<Drawing, BpmnShape> EXPANDED =
            new Convention<>(ShapeLayoutTests::subProcesses, ShapeLayoutTests::collapsed);
    private static final Convention<Drawing, Pairs<FlowNode>> OVERLAPS =
            new Convention<>(drawing -> Pairs.of(drawing.drawnNodes()), ShapeLayoutTests::overlap);
    private static final Convention<Drawing, BoundaryEvent> BOUNDARY_EVENTS =
            new Convention<>(ShapeLayoutTests::boundaryEvents, ShapeLayoutTests::notOnBottom);
    private static final Convention<Drawing, FlowNode> MARGINS =
            new Convention<>(drawing -> drawing.drawnNodes().stream().filter(node -> parent(drawing, node) != null),
                    ShapeLayoutTests::outside);
    private static final Convention<Drawing, FlowElement> LABELS =
            new Convention<>(drawing -> drawing.labelled().stream(), ShapeLayoutTests::labelOnShape);
    private static final Convention<Drawing, Pairs<FlowElement>> LABEL_PAIRS =
            new Convention<>(drawing -> Pairs.of(drawing.labelled()), ShapeLayoutTests::labelOnLabel);
    private static final Convention<Drawing, FlowElement> LABELS_AND_LINES =
            new Convention<>(drawing -> drawing.labelled().stream(), ShapeLayoutTests::labelOnLine);

    @Test
    void drawsEveryElement() {
        DRAWN.holdsIn(Drawing.all());
    }

    @Test
    void givesEveryNameAPlace() {
        LABELLED.holdsIn(Drawing.all());
    }

    @Test
    void drawsElementsInStandardSizes() {
        SIZES.holdsIn(Drawing.all());
    }

    @Test
    void showsWhatIsInASubProcess() {
        EXPANDED.holdsIn(Drawing.all());
    }

    @Test
    void drawsNoElementOverAnother() {
        OVERLAPS.holdsIn(Drawing.all());
    }

    @Test
    void setsBoundaryEventsOnTheBottomEdge() {
        BOUNDARY_EVENTS.holdsIn(Drawing.all());
    }

    @Test
    void drawsChildrenInsideTheirSubProcess() {
        MARGINS.holdsIn(Drawing.all());
    }

    @Test
    void writesNoNameOverAnElement() {
        LABELS.holdsIn(Drawing.all());
    }

    @Test
    void writesNoNameOverAnotherName() {
        LABEL_PAIRS.holdsIn(Drawing.all());
    }

    @Test
    void writesNoNameOverALine() {
        LABELS_AND_LINES.holdsIn(Drawing.all());
    }

    @Test
    void findsNothingWrongWithTheSample() {
        assertThat(faults(Sample.drawing())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            EndEvent_LetterFiled            | 422,492 36x36   | 398,533 84x14 ; ''          ; is not drawn
            Flow_FileLetterToLetterFiled           | 320,510 422,510 ; ''                 ; is not drawn
            | 398,533 84x14               ; ''                                            ; has no place for its name
            | 638,230 84x14               ; ''                                            ; has no place for its name
            | 809,182 22x14               ; ''                                            ; has no place for its name
            190,160 100x80                ; 190,160 120x80                                ; is 120 by 80
            655,175 50x50                 ; 655,175 60x50                                 ; is 60 by 50
            1102,182 36x36                ; 1102,182 30x30                                ; is 30 by 30
            340,160 100x80                ; 280,160 100x80                                ; lies over
            220,470 100x80                ; 150,470 100x80                                ; lies over
            100,440 400x150               ; 100,330 400x150                               ; lies over
            482,222 36x36                 ; 482,142 36x36                                 ; bottom edge
            482,222 36x36                 ; 400,222 36x36                                 ; bottom edge
            422,492 36x36                 ; 460,492 36x36                                 ; stands out of
            422,492 36x36                 ; 422,592 36x36                                 ; stands out of
            78,223 84x28                  ; 118,223 84x28                                 ; stands over the element
            809,182 22x14                 ; 839,182 22x14                                 ; stands over the element
            398,533 84x14                 ; 450,533 84x14                                 ; cut by the border
            638,230 84x14                 ; 738,156 84x14                                 ; stands over the name
            638,230 84x14                 ; 638,156 84x14                                 ; runs through
            """)
    void findsWhatIsWrong(String now, String then, String fault) {
        assertThat(faults(Sample.drawing(now, then)))
                .anySatisfy(text -> assertThat(text).contains("letter.bpmn", fault));
    }

    @Test
    void findsANameThatIsWiderThanItsLabel() {
        Drawing wide = Sample.drawing("\"Answer overdue\"", "\"Acknowledgement overdue\"");

        assertThat(faults(wide)).singleElement().asString().contains("Acknowledgement overdue", "runs through");
    }

    @Test
    void findsASubProcessThatHidesItsContent() {
        Drawing collapsed = Sample.drawing("SubProcess_LetterWithdrawn      | 100,440 400x150",
                "SubProcess_LetterWithdrawn | 100,440 400x150 collapsed");

        assertThat(faults(collapsed)).singleElement().asString().contains("letter.bpmn", "is collapsed");
    }

    private static List<String> faults(Drawing drawing) {
        return Stream.of(DRAWN, LABELLED, SIZES, EXPANDED, OVERLAPS, BOUNDARY_EVENTS, MARGINS, LABELS, LABEL_PAIRS,
                LABELS_AND_LINES)
                .flatMap(rule -> rule.faultsIn(drawing)).toList();
    }

    private static Stream<FlowElement> elements(Drawing drawing) {
        return Stream.concat(drawing.file().nodes(), drawing.file().flows());
    }

    private static Stream<String> notDrawn(Drawing drawing, FlowElement element) {
        return unless(drawing.shapes().containsKey(element) || drawing.lines().containsKey(element),
                drawing.at(element) + "is not drawn; people work with the picture, so nothing may be missing there");
    }

    private static boolean hasNameOutside(FlowElement element) {
        return element.getName() != null && !element.getName().isBlank() && !(element instanceof Activity);
    }

    private static Stream<String> noLabel(Drawing drawing, FlowElement element) {
        return unless(drawing.labels().containsKey(element), drawing.at(element)
                + "has no place for its name; move the name once in the Modeler, and it gets one");
    }

    private static Stream<String> otherSize(Drawing drawing, FlowNode node) {
        Box box = drawing.shapes().get(node);
        double width = node instanceof Event ? 36 : node instanceof Gateway ? 50 : 100;
        double height = node instanceof Event ? 36 : node instanceof Gateway ? 50 : 80;
        return unless(box.width() == width && box.height() == height, drawing.at(node)
                + "is %.0f by %.0f; the standard size is %.0f by %.0f".formatted(box.width(), box.height(), width,
                height));
    }

    private static Stream<BpmnShape> subProcesses(Drawing drawing) {
        return drawing.file().all(BpmnShape.class).filter(shape -> shape.getBpmnElement() instanceof SubProcess);
    }

    private static Stream<String> collapsed(Drawing drawing, BpmnShape shape) {
        return unless(shape.isExpanded(), drawing.at(shape.getBpmnElement())
                + "is collapsed; expand it, people must see what happens in it");
    }

    private static Stream<String> overlap(Drawing drawing, Pairs<FlowNode> pair) {
        Box first = drawing.shapes().get(pair.first());
        Box second = drawing.shapes().get(pair.second());
        boolean belongTogether = BpmnFile.enclosing(pair.first()).contains(pair.second())
                || BpmnFile.enclosing(pair.second()).contains(pair.first())
                || isAttached(pair.first(), pair.second()) || isAttached(pair.second(), pair.first());
        return unless(belongTogether || !first.overlaps(second), drawing.at(pair.first()) + "lies over "
                + pair.second().getId() + " (" + first + " and " + second + "); move them apart");
    }

    private static boolean isAttached(FlowNode event, FlowNode host) {
        return event instanceof BoundaryEvent boundary && host.equals(boundary.getAttachedTo());
    }

    private static Stream<String> notOnBottom(Drawing drawing, BoundaryEvent event) {
        Box host = drawing.shapes().get(event.getAttachedTo());
        Point centre = drawing.shapes().get(event).centre();
        boolean onBottom = new Point(centre.x(), host.bottom()).isAt(centre)
                && host.left() <= centre.x() && centre.x() <= host.right();
        return unless(onBottom, drawing.at(event) + "is not on the bottom edge of " + event.getAttachedTo().getId()
                + ": its centre is " + centre + ", the edge is y " + Math.round(host.bottom())
                + "; exceptions leave the work downwards");
    }

    private static Stream<String> outside(Drawing drawing, FlowNode node) {
        Box parent = parent(drawing, node);
        Box box = drawing.shapes().get(node);
        return unless(parent.contains(box, MARGIN), drawing.at(node) + "stands out of its sub-process or less than "
                + Math.round(MARGIN) + " from its border (" + box + " in " + parent + "); enlarge the sub-process");
    }

    private static Stream<String> labelOnShape(Drawing drawing, FlowElement element) {
        Box label = drawing.labels().get(element);
        return drawing.drawnNodes().stream()
                .filter(node -> !node.equals(element) && label.overlaps(drawing.shapes().get(node)))
                .flatMap(node -> BpmnFile.enclosing(element).contains(node)
                        ? unless(drawing.shapes().get(node).contains(label, 0), drawing.at(element)
                        + "has a name cut by the border of " + node.getId() + " (" + label + "); move the name inside")
                        : Stream.of(drawing.at(element) + "has a name that stands over the element " + node.getId()
                        + " (" + label + " and " + drawing.shapes().get(node) + "); move the name or the element"));
    }

    private static Stream<String> labelOnLabel(Drawing drawing, Pairs<FlowElement> pair) {
        Box first = drawing.labels().get(pair.first());
        Box second = drawing.labels().get(pair.second());
        return unless(!first.overlaps(second), drawing.at(pair.first()) + "has a name that stands over the name of "
                + pair.second().getId() + " (" + first + " and " + second + "); move one of them");
    }

    private static Stream<String> labelOnLine(Drawing drawing, FlowElement element) {
        Box label = drawing.labels().get(element);
        return drawing.drawnFlows().stream()
                .filter(flow -> drawing.lines().get(flow).segments().stream()
                        .anyMatch(piece -> piece.runsThrough(label)))
                .map(flow -> drawing.at(element) + "has a name that the line " + flow.getId() + " runs through ("
                        + label + "); move the name");
    }

    private static Box parent(Drawing drawing, FlowNode node) {
        return node.getParentElement() instanceof SubProcess parent ? drawing.shapes().get(parent) : null;
    }

    private static Stream<BoundaryEvent> boundaryEvents(Drawing drawing) {
        return drawing.file().all(BoundaryEvent.class).filter(event -> drawing.shapes().containsKey(event)
                && drawing.shapes().containsKey(event.getAttachedTo()));
    }
}
