package org.redress.models;

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

/** The reader follows the good case from left to right on one row, and no line misleads. */
final class FlowLayout {

    private static final int MOST_LOOPS = 1;

    static final List<Rule> ALL = List.of(
            each("drawing-ends", "A line runs from the edge of an element to the edge of another",
                    FlowLayout::looseEnd),
            each("drawing-angles", "Lines are drawn at right angles",
                    FlowLayout::slanted),
            each("drawing-through", "No line runs through an element",
                    FlowLayout::throughShape),
            each("drawing-levels", "The lines of a sub-process stay inside",
                    FlowLayout::leavesLevel),
            each("drawing-directions", "Lines run from left to right; one that goes back leads over the row",
                    FlowLayout::wrongWay),
            Convention.drawing("drawing-crossings", "No two lines cross",
                    drawing -> Pairs.of(drawing.drawnFlows()), FlowLayout::crossing),
            Convention.drawing("drawing-loops", "At most one line of a level goes back",
                    drawing -> drawing.file().levels(), FlowLayout::tooManyLoops),
            Convention.drawing("drawing-row", "The good case is on one row, from its start to an end",
                    drawing -> drawing.file().all(StartEvent.class).filter(drawing.shapes()::containsKey).filter(start -> !joins(start)), FlowLayout::bentRow));

    private FlowLayout() {}

    private static Rule each(String id, String sentence, BiFunction<Drawing, SequenceFlow, Stream<Finding>> faults) {
        return Convention.drawing(id, sentence, drawing -> drawing.drawnFlows().stream(), faults);
    }

    private static Stream<Finding> looseEnd(Drawing drawing, SequenceFlow flow) {
        Line line = drawing.lines().get(flow);
        return Stream.concat(
                unless(drawing.shapes().get(flow.getSource()).touches(line.start()), drawing.at(flow).says("does not begin at the edge of " + flow.getSource().getId() + " but at " + line.start())),
                unless(drawing.shapes().get(flow.getTarget()).touches(line.end()), drawing.at(flow).says("does not end at the edge of " + flow.getTarget().getId() + " but at " + line.end())));
    }

    private static Stream<Finding> slanted(Drawing drawing, SequenceFlow flow) {
        return drawing.lines().get(flow).segments().stream()
                .filter(piece -> !piece.isHorizontal() && !piece.isVertical())
                .map(piece -> drawing.at(flow).says("slants from " + piece.from() + " to " + piece.to()
                        + "; draw it at right angles"));
    }

    private static Stream<Finding> throughShape(Drawing drawing, SequenceFlow flow) {
        List<SubProcess> around = BpmnFile.enclosing(flow);
        return drawing.drawnNodes().stream().filter(node -> !around.contains(node))
                .filter(node -> pieces(drawing, flow, node).stream()
                        .anyMatch(piece -> piece.runsThrough(drawing.shapes().get(node))))
                .map(node -> drawing.at(flow).says("runs through " + node.getId() + "; lead it around"));
    }

    /** The pieces that have no business in this element: not the first in the source nor the last in the target. */
    private static List<Line.Segment> pieces(Drawing drawing, SequenceFlow flow, FlowNode node) {
        List<Line.Segment> pieces = drawing.lines().get(flow).segments();
        int first = node.equals(flow.getSource()) ? 1 : 0;
        int last = node.equals(flow.getTarget()) ? pieces.size() - 1 : pieces.size();
        return first < last ? pieces.subList(first, last) : List.of();
    }

    private static Stream<Finding> leavesLevel(Drawing drawing, SequenceFlow flow) {
        return BpmnFile.enclosing(flow).stream().limit(1).filter(drawing.shapes()::containsKey)
                .map(drawing.shapes()::get)
                .flatMap(border -> drawing.lines().get(flow).points().stream()
                        .filter(point -> !border.contains(new Box(point.x(), point.y(), point.x(), point.y()), 0))
                        .limit(1))
                .map(point -> drawing.at(flow).says("leaves its sub-process at " + point + "; keep it inside"));
    }

    private static Stream<Finding> wrongWay(Drawing drawing, SequenceFlow flow) {
        Line line = drawing.lines().get(flow);
        if (goesBack(drawing, flow)) {
            return unless(!line.leavesHorizontally() && !line.arrivesHorizontally(), drawing.at(flow).says("goes back through the row; lead it over the row, from top to top"));
        }
        return line.segments().stream().filter(Line.Segment::goesLeft)
                .map(piece -> drawing.at(flow).says("goes left from " + piece.from() + " to " + piece.to()
                        + ", although its target is on the right; draw it from left to right"));
    }

    private static Stream<Finding> crossing(Drawing drawing, Pairs<SequenceFlow> pair) {
        Line first = drawing.lines().get(pair.first());
        Line second = drawing.lines().get(pair.second());
        return first.segments().stream()
                .flatMap(piece -> second.segments().stream().flatMap(other -> piece.common(other).stream()))
                .filter(common -> !(common.isPoint() && first.endsAt(common.centre())
                        && second.endsAt(common.centre())))
                .limit(1)
                .map(common -> drawing.at(pair.first()).says("crosses or runs along " + pair.second().getId() + " at "
                        + common + "; two lines may meet only where both end"));
    }

    private static Stream<Finding> tooManyLoops(Drawing drawing, BaseElement level) {
        List<String> back = drawing.drawnFlows().stream().filter(flow -> level.equals(flow.getParentElement()))
                // what interrupts the good case and leads back is no loop of it
                .filter(flow -> !(flow.getSource() instanceof BoundaryEvent) && goesBack(drawing, flow)).map(SequenceFlow::getId).toList();
        return unless(back.size() <= MOST_LOOPS, drawing.at(level).says("is hard to follow: " + back.size()
                + " lines go back " + back + "; draw one of the loops as a sub-process"));
    }

    private static boolean goesBack(Drawing drawing, SequenceFlow flow) {
        return drawing.shapes().get(flow.getTarget()).centre().x()
                < drawing.shapes().get(flow.getSource()).centre().x() - Point.TOLERANCE;
    }

    private static Stream<Finding> bentRow(Drawing drawing, StartEvent start) {
        double row = drawing.shapes().get(start).centre().y();
        List<SequenceFlow> way = goodCase(drawing, start);
        FlowNode last = way.isEmpty() ? start : way.get(way.size() - 1).getTarget();
        return Stream.concat(
                way.stream().filter(flow -> !isOnRow(drawing, flow, row)).limit(1).map(flow -> drawing.at(flow).says("bends the row of " + start.getId() + "; draw it and " + flow.getTarget().getId()
                        + " straight, at y " + Math.round(row))),
                unless(last instanceof EndEvent, drawing.at(last).says("breaks the row of " + start.getId()
                        + " before an end event: " + onwards(drawing, last).size()
                        + " lines go on; from a gateway exactly one leaves horizontally")));
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
