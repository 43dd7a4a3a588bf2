package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.models.Convention.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader follows the good case from left to right on one row, and no line misleads. */
class FlowLayoutTests {

    private static final int MOST_LOOPS = 1;

    private static final Convention<Drawing, SequenceFlow> ENDS = each(FlowLayoutTests::looseEnd);
    private static final Convention<Drawing, SequenceFlow> ANGLES = each(FlowLayoutTests::slanted);
    private static final Convention<Drawing, SequenceFlow> THROUGH = each(FlowLayoutTests::throughShape);
    private static final Convention<Drawing, SequenceFlow> LEVELS = each(FlowLayoutTests::leavesLevel);
    private static final Convention<Drawing, SequenceFlow> DIRECTIONS = each(FlowLayoutTests::wrongWay);
    private static final Convention<Drawing, Pairs<SequenceFlow>> CROSSINGS =
            new Convention<>(drawing -> Pairs.of(drawing.drawnFlows()), FlowLayoutTests::crossing);
    private static final Convention<Drawing, BaseElement> LOOPS =
            new Convention<>(drawing -> drawing.file().levels(), FlowLayoutTests::tooManyLoops);
    private static final Convention<Drawing, StartEvent> ROWS =
            new Convention<>(drawing -> drawing.file().all(StartEvent.class).filter(drawing.shapes()::containsKey)
                    .filter(start -> !joins(start)), FlowLayoutTests::bentRow);

    @Test
    void drawsLinesFromElementToElement() {
        ENDS.holdsIn(Drawing.all());
    }

    @Test
    void drawsLinesAtRightAngles() {
        ANGLES.holdsIn(Drawing.all());
    }

    @Test
    void drawsNoLineThroughAnElement() {
        THROUGH.holdsIn(Drawing.all());
    }

    @Test
    void keepsTheLinesOfASubProcessInside() {
        LEVELS.holdsIn(Drawing.all());
    }

    @Test
    void goesFromLeftToRight() {
        DIRECTIONS.holdsIn(Drawing.all());
    }

    @Test
    void crossesNoLines() {
        CROSSINGS.holdsIn(Drawing.all());
    }

    @Test
    void goesBackAtMostOnceOnALevel() {
        LOOPS.holdsIn(Drawing.all());
    }

    @Test
    void keepsTheGoodCaseOnOneRow() {
        ROWS.holdsIn(Drawing.all());
    }

    @Test
    void findsNothingWrongWithTheSample() {
        assertThat(faults(Sample.drawing())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            950,200 1000,200                   ; 950,200 985,200                          ; does not end at
            138,200 190,200                    ; 150,200 190,200                          ; does not begin at
            138,200 190,200                    ; 138,200 190,210                          ; slants
            780,225 780,300 1025,300 1025,225  ; 780,225 780,230 1025,230 1025,225        ; runs through CallActivity
            780,225 780,300 1025,300 1025,225  ; 780,225 780,190 1025,190 1025,225        ; runs through Gateway
            680,175 680,110 540,110 540,160    ; 680,225 680,280 560,280 560,240          ; crosses
            500,258 500,320                    ; 500,258 500,300 590,300 590,330          ; crosses
            168,510 220,510                    ; 168,510 190,510 190,430 270,430 270,470  ; leaves its sub-process
            680,175 680,110 540,110 540,160    ; 680,175 680,110 640,110 640,200 590,200  ; goes back
            780,225 780,300 1025,300 1025,225  ; 780,225 780,300 700,300 700,350 1025,350 1025,225 ; goes left
            805,200 850,200                    ; 780,175 780,140 900,140 900,160          ; 0 lines go on
            """)
    void findsWhatIsWrong(String now, String then, String fault) {
        assertThat(faults(Sample.drawing(now, then)))
                .anySatisfy(text -> assertThat(text).contains("letter.bpmn", fault));
    }

    @Test
    void findsTwoLinesThatLeaveTheQuestionInTheSameDirection() {
        Drawing forked = Sample.drawing("780,225 780,300 1025,300 1025,225",
                "805,200 820,200 820,300 1025,300 1025,225");

        assertThat(faults(forked)).anySatisfy(text -> assertThat(text).contains("2 lines go on"));
    }

    @Test
    void findsABendInTheGoodCase() {
        Drawing bent = Sample.drawing("850,160 100x80", "850,180 100x80", "805,200 850,200",
                "805,200 820,200 820,220 850,220", "950,200 1000,200", "950,220 975,220 975,200 1000,200");

        assertThat(faults(bent)).singleElement().asString().contains("CallActivity_PostAnswer", "bends the row");
    }

    @Test
    void findsASecondWayBack() {
        Drawing loops = Sample.drawing("sourceRef=\"Gateway_ToBePosted\" targetRef=\"Gateway_AnswerDelivered\"",
                "sourceRef=\"Gateway_ToBePosted\" targetRef=\"BusinessRuleTask_DetermineTone\"",
                "780,225 780,300 1025,300 1025,225", "780,175 780,90 390,90 390,160");

        assertThat(faults(loops)).singleElement().asString().contains("letter.bpmn", "2 lines go back");
    }

    @Test
    void findsARowThatDoesNotReachAnEnd() {
        Drawing open = Sample.drawing("sourceRef=\"Gateway_AnswerDelivered\" targetRef=\"EndEvent_LetterAnswered\"",
                "sourceRef=\"Gateway_AnswerDelivered\" targetRef=\"CallActivity_PostAnswer\"");

        assertThat(faults(open)).anySatisfy(text -> assertThat(text).contains("letter.bpmn", "before an end event"));
    }

    private static List<String> faults(Drawing drawing) {
        return Stream.of(ENDS, ANGLES, THROUGH, LEVELS, DIRECTIONS, CROSSINGS, LOOPS, ROWS)
                .flatMap(rule -> rule.faultsIn(drawing)).toList();
    }

    private static Convention<Drawing, SequenceFlow> each(
            BiFunction<Drawing, SequenceFlow, Stream<String>> faults) {
        return new Convention<>(drawing -> drawing.drawnFlows().stream(), faults);
    }

    private static Stream<String> looseEnd(Drawing drawing, SequenceFlow flow) {
        Line line = drawing.lines().get(flow);
        return Stream.concat(
                unless(drawing.shapes().get(flow.getSource()).touches(line.start()), drawing.at(flow)
                        + "does not begin at the edge of " + flow.getSource().getId() + " but at " + line.start()),
                unless(drawing.shapes().get(flow.getTarget()).touches(line.end()), drawing.at(flow)
                        + "does not end at the edge of " + flow.getTarget().getId() + " but at " + line.end()));
    }

    private static Stream<String> slanted(Drawing drawing, SequenceFlow flow) {
        return drawing.lines().get(flow).segments().stream()
                .filter(piece -> !piece.isHorizontal() && !piece.isVertical())
                .map(piece -> drawing.at(flow) + "slants from " + piece.from() + " to " + piece.to()
                        + "; draw it at right angles");
    }

    private static Stream<String> throughShape(Drawing drawing, SequenceFlow flow) {
        List<SubProcess> around = BpmnFile.enclosing(flow);
        return drawing.drawnNodes().stream().filter(node -> !around.contains(node))
                .filter(node -> pieces(drawing, flow, node).stream()
                        .anyMatch(piece -> piece.runsThrough(drawing.shapes().get(node))))
                .map(node -> drawing.at(flow) + "runs through " + node.getId() + "; lead it around");
    }

    /** The pieces that have no business in this element: not the first in the source nor the last in the target. */
    private static List<Line.Segment> pieces(Drawing drawing, SequenceFlow flow, FlowNode node) {
        List<Line.Segment> pieces = drawing.lines().get(flow).segments();
        int first = node.equals(flow.getSource()) ? 1 : 0;
        int last = node.equals(flow.getTarget()) ? pieces.size() - 1 : pieces.size();
        return first < last ? pieces.subList(first, last) : List.of();
    }

    private static Stream<String> leavesLevel(Drawing drawing, SequenceFlow flow) {
        return BpmnFile.enclosing(flow).stream().limit(1).filter(drawing.shapes()::containsKey)
                .map(drawing.shapes()::get)
                .flatMap(border -> drawing.lines().get(flow).points().stream()
                        .filter(point -> !border.contains(new Box(point.x(), point.y(), point.x(), point.y()), 0))
                        .limit(1))
                .map(point -> drawing.at(flow) + "leaves its sub-process at " + point + "; keep it inside");
    }

    private static Stream<String> wrongWay(Drawing drawing, SequenceFlow flow) {
        Line line = drawing.lines().get(flow);
        if (goesBack(drawing, flow)) {
            return unless(!line.leavesHorizontally() && !line.arrivesHorizontally(), drawing.at(flow)
                    + "goes back through the row; lead it over the row, from top to top");
        }
        return line.segments().stream().filter(Line.Segment::goesLeft)
                .map(piece -> drawing.at(flow) + "goes left from " + piece.from() + " to " + piece.to()
                        + ", although its target is on the right; draw it from left to right");
    }

    private static Stream<String> crossing(Drawing drawing, Pairs<SequenceFlow> pair) {
        Line first = drawing.lines().get(pair.first());
        Line second = drawing.lines().get(pair.second());
        return first.segments().stream()
                .flatMap(piece -> second.segments().stream().flatMap(other -> piece.common(other).stream()))
                .filter(common -> !(common.isPoint() && first.endsAt(common.centre())
                        && second.endsAt(common.centre())))
                .limit(1)
                .map(common -> drawing.at(pair.first()) + "crosses or runs along " + pair.second().getId() + " at "
                        + common + "; two lines may meet only where both end");
    }

    private static Stream<String> tooManyLoops(Drawing drawing, BaseElement level) {
        List<String> back = drawing.drawnFlows().stream().filter(flow -> level.equals(flow.getParentElement()))
                // what interrupts the good case and leads back is no loop of it
                .filter(flow -> !(flow.getSource() instanceof BoundaryEvent) && goesBack(drawing, flow)).map(SequenceFlow::getId).toList();
        return unless(back.size() <= MOST_LOOPS, drawing.at(level) + "is hard to follow: " + back.size()
                + " lines go back " + back + "; draw one of the loops as a sub-process");
    }

    private static boolean goesBack(Drawing drawing, SequenceFlow flow) {
        return drawing.shapes().get(flow.getTarget()).centre().x()
                < drawing.shapes().get(flow.getSource()).centre().x() - Point.TOLERANCE;
    }

    private static Stream<String> bentRow(Drawing drawing, StartEvent start) {
        double row = drawing.shapes().get(start).centre().y();
        List<SequenceFlow> way = goodCase(drawing, start);
        FlowNode last = way.isEmpty() ? start : way.get(way.size() - 1).getTarget();
        return Stream.concat(
                way.stream().filter(flow -> !isOnRow(drawing, flow, row)).limit(1).map(flow -> drawing.at(flow)
                        + "bends the row of " + start.getId() + "; draw it and " + flow.getTarget().getId()
                        + " straight, at y " + Math.round(row)),
                unless(last instanceof EndEvent, drawing.at(last) + "breaks the row of " + start.getId()
                        + " before an end event: " + onwards(drawing, last).size()
                        + " lines go on; from a gateway exactly one leaves horizontally"));
    }

    /** A message may start a process also where its row has begun already; then it joins the row from the side. */
    private static boolean joins(StartEvent start) {
        return !start.getEventDefinitions().isEmpty() && start.getParentElement().getChildElementsByType(StartEvent.class).stream()
                .anyMatch(other -> other.getEventDefinitions().isEmpty());
    }

    /** The way from a start event to where no single line goes on, or to where the way has been before. */
    private static List<SequenceFlow> goodCase(Drawing drawing, StartEvent start) {
        List<SequenceFlow> way = new ArrayList<>();
        List<SequenceFlow> onwards = onwards(drawing, start);
        while (onwards.size() == 1 && !way.contains(onwards.get(0))) {
            way.add(onwards.get(0));
            onwards = onwards(drawing, onwards.get(0).getTarget());
        }
        return way;
    }

    /** An open sub-process may hang lower than the row, which then runs through it. */
    private static boolean isOnRow(Drawing drawing, SequenceFlow flow, double row) {
        FlowNode target = flow.getTarget();
        Stream<Point> points = drawing.lines().get(flow).points().stream();
        Stream<Point> centre = target instanceof SubProcess ? Stream.empty()
                : Stream.of(drawing.shapes().get(target).centre());
        return Stream.concat(points, centre).allMatch(point -> Math.abs(point.y() - row) <= Point.TOLERANCE);
    }

    /** Where the good case goes on: the only line, or the one that leaves to the side. */
    private static List<SequenceFlow> onwards(Drawing drawing, FlowNode node) {
        List<SequenceFlow> all = drawing.file().outgoing(node).filter(drawing.drawnFlows()::contains).toList();
        return all.size() == 1 ? all
                : all.stream().filter(flow -> drawing.lines().get(flow).leavesHorizontally()).toList();
    }
}
