package org.redress.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Element;

/**
 * A model as an SVG with what differs marked: by a sign and a number as well as by colour. What is gone is drawn where it stood. It is drawn here and not by a script, so
 * that a page with a model of somebody else needs none.
 */
final class ModelPicture {
    /** A drawing that is larger would be no picture; the largest of the product is 3,000 wide. */
    private static final double LARGEST = 30_000;
    private static final double MARGIN = 30;
    private static final double BESIDE = 13;
    /** Stands before the ids of what is gone. */
    private static final String GONE = "\n";
    private static final double LINE = 13;
    private static final double TASK_TEXT = 82;
    private static final double LABEL_TEXT = 90;
    private static final Set<String> BOXES = Set.of("subProcess", "transaction", "adHocSubProcess", "participant", "lane");

    /** How something is marked: its class, the sign before its number, and the number under which it is listed. */
    record Mark(String style, String sign, int number) {}

    /** Something drawn. */
    private record Shape(Element element, Box box, @Nullable Box label, boolean expanded) {}

    private record Edge(Element element, List<Point> points, @Nullable Box label) {}

    private final Map<String, Mark> marks;
    private final StringBuilder svg = new StringBuilder();
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, Edge> edges = new LinkedHashMap<>();
    private final Set<String> defaults = new HashSet<>();
    private final String link;

    private ModelPicture(Map<String, Mark> marks, String link) {
        this.marks = marks;
        this.link = link;
    }

    /**
     * Draws a model.
     *
     * @param gone a version that had more, from which what is named is drawn too, or null
     * @param marks what is marked, by the ids of this version
     * @param goneMarks what is drawn of the other version, and how it is marked, by its ids
     * @param link what stands before the number in the ids of what is marked, so that a list can lead there; empty for none
     * @param title what the picture shows
     */
    static String of(XmlFile file, @Nullable XmlFile gone, Map<String, Mark> marks, Map<String, Mark> goneMarks, String link, String title) {
        var all = new HashMap<>(marks);
        var picture = new ModelPicture(all, link);
        picture.read(file, Optional.empty());
        if (gone != null) {
            goneMarks.forEach((id, mark) -> all.put(GONE + id, mark));
            picture.read(gone, Optional.of(goneMarks.keySet()));
        }
        return picture.draw(title);
    }

    private void read(XmlFile file, Optional<Set<String>> only) {
        var byId = new HashMap<String, Element>();
        file.elements().forEach(element -> byId.putIfAbsent(element.getAttribute("id"), element));
        file.elements().stream().map(element -> element.getAttribute("default")).filter(id -> !id.isEmpty()).forEach(defaults::add);
        var root = file.elements().get(0);
        for (var drawn : ModelThings.drawn(root, "BPMNShape")) {
            var element = byId.get(drawn.getAttribute("bpmnElement"));
            var box = child(drawn, "Bounds").flatMap(ModelPicture::box);
            if (element != null && box.isPresent() && only.map(ids -> ids.contains(element.getAttribute("id"))).orElse(true)) {
                shapes.put(key(element, only), new Shape(element, box.get(), label(drawn), !drawn.getAttribute("isExpanded").equals("false")));
            }
        }
        for (var drawn : ModelThings.drawn(root, "BPMNEdge")) {
            var element = byId.get(drawn.getAttribute("bpmnElement"));
            var points = new ArrayList<Point>();
            XmlFile.children(drawn, "waypoint").forEach(point -> number(point, "x").ifPresent(x -> number(point, "y").ifPresent(y -> points.add(new Point(x, y)))));
            if (element != null && points.size() > 1 && only.map(ids -> ids.contains(element.getAttribute("id"))).orElse(true)) {
                edges.put(key(element, only), new Edge(element, points, label(drawn)));
            }
        }
    }

    /** What is gone may have an id that something else has now. */
    private static String key(Element element, Optional<Set<String>> only) {
        return (only.isPresent() ? GONE : "") + element.getAttribute("id");
    }

    private static @Nullable Box label(Element drawn) {
        return child(drawn, "BPMNLabel").flatMap(label -> child(label, "Bounds")).flatMap(ModelPicture::box).orElse(null);
    }

    private static Optional<Element> child(Element element, String name) {
        return XmlFile.children(element, name).stream().findFirst();
    }

    private static Optional<Box> box(Element bounds) {
        var x = number(bounds, "x");
        var y = number(bounds, "y");
        var width = number(bounds, "width");
        var height = number(bounds, "height");
        return x.isPresent() && y.isPresent() && width.isPresent() && height.isPresent() && width.get() >= 0 && height.get() >= 0
                ? Optional.of(new Box(x.get(), y.get(), x.get() + width.get(), y.get() + height.get())) : Optional.empty();
    }

    private static Optional<Double> number(Element element, String name) {
        try {
            double number = Double.parseDouble(element.getAttribute(name));
            return Math.abs(number) <= LARGEST ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            // an element without a place is not drawn; check says so
            return Optional.empty();
        }
    }

    private String draw(String title) {
        var all = new ArrayList<Box>();
        shapes.values().forEach(shape -> {
            all.add(shape.box());
            if (shape.label() != null) {
                all.add(shape.label());
            }
        });
        edges.values().forEach(edge -> edge.points().forEach(point -> all.add(new Box(point.x(), point.y(), point.x(), point.y()))));
        if (all.isEmpty()) {
            return "<p>Nothing is drawn in this model.</p>\n";
        }
        double left = all.stream().mapToDouble(Box::left).min().orElse(0) - MARGIN;
        double top = all.stream().mapToDouble(Box::top).min().orElse(0) - MARGIN;
        double width = all.stream().mapToDouble(Box::right).max().orElse(0) + MARGIN - left;
        double height = all.stream().mapToDouble(Box::bottom).max().orElse(0) + MARGIN - top;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"group\" aria-label=\"").append(text(title)).append("\" viewBox=\"%s %s %s %s\" width=\"%s\" height=\"%s\">\n".formatted(
                n(left), n(top), n(width), n(height), n(width), n(height)));
        shapes.entrySet().stream().filter(one -> BOXES.contains(kind(one.getValue()))).sorted(Comparator.comparingDouble(one -> -one.getValue().box().width() * one.getValue().box().height()))
                .forEach(one -> group(one.getKey(), one.getValue().element(), () -> shape(one.getValue())));
        // what is gone lies under what came in its place
        Stream.of(true, false).forEach(before -> edges.entrySet().stream().filter(one -> one.getKey().startsWith(GONE) == before)
                .forEach(one -> group(one.getKey(), one.getValue().element(), () -> edge(one.getValue()))));
        for (boolean boundary : new boolean[] {false, true}) {
            shapes.entrySet().stream().filter(one -> !BOXES.contains(kind(one.getValue())) && kind(one.getValue()).equals("boundaryEvent") == boundary)
                    .forEach(one -> group(one.getKey(), one.getValue().element(), () -> shape(one.getValue())));
        }
        edges.forEach((key, edge) -> badge(marks.get(key), beside(edge, key.startsWith(GONE))));
        shapes.forEach((key, shape) -> badge(marks.get(key), new Point(shape.box().left(), shape.box().top())));
        return svg.append("</svg>\n").toString();
    }

    private void group(String key, Element element, Runnable inside) {
        var mark = marks.get(key);
        svg.append("<g class=\"").append(mark == null ? "same" : mark.style()).append('"').append(mark == null || link.isEmpty() ? "" : " id=\"" + link + mark.number() + "\"").append('>');
        var name = element.getAttribute("name");
        svg.append("<title>").append(text(name.isBlank() ? element.getAttribute("id") : name)).append("</title>");
        inside.run();
        svg.append("</g>\n");
    }

    private void badge(@Nullable Mark mark, Point at) {
        if (mark != null) {
            var words = mark.sign() + mark.number();
            double width = 12 + 8 * words.length();
            var badge = "<g class=\"badge %s\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"20\" rx=\"4\"/><text x=\"%s\" y=\"%s\">%s</text></g>".formatted(mark.style(), n(at.x() - width / 2), n(at.y() - 10), n(width), n(at.x()), n(at.y() + 5), words);
            svg.append(link.isEmpty() ? badge : "<a href=\"#said-" + mark.number() + "\">" + badge + "</a>").append('\n');
        }
    }

    private static String kind(Shape shape) {
        return shape.element().getLocalName();
    }

    private void shape(Shape shape) {
        var kind = kind(shape);
        var box = shape.box();
        var centre = box.centre();
        var name = shape.element().getAttribute("name");
        if (kind.endsWith("Event")) {
            event(shape);
            beside(name, shape.label() == null ? below(box) : shape.label());
        } else if (kind.endsWith("Gateway")) {
            path("M%s %s L%s %s L%s %s L%s %s Z", centre.x(), box.top(), box.right(), centre.y(), centre.x(), box.bottom(), box.left(), centre.y());
            gateway(kind, centre);
            beside(name, shape.label() == null ? below(box) : shape.label());
        } else if (kind.equals("textAnnotation")) {
            path("M%s %s L%s %s L%s %s L%s %s", box.left() + 12, box.top(), box.left(), box.top(), box.left(), box.bottom(), box.left() + 12, box.bottom());
            lines(XmlFile.text(shape.element(), "text"), box.left() + box.width() / 2, box.top() + 16, box.width() - 8, "");
        } else {
            task(shape, kind);
        }
    }

    private void task(Shape shape, String kind) {
        var box = shape.box();
        boolean around = BOXES.contains(kind);
        boolean event = shape.element().getAttribute("triggeredByEvent").equals("true");
        svg.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>".formatted(event ? "dotted" : kind.equals("callActivity") ? "thick" : "plain",
                n(box.left()), n(box.top()), n(box.width()), n(box.height()), kind.matches("participant|lane") ? "0" : "10"));
        icon(kind, box.left() + 14, box.top() + 14);
        child(shape.element(), "multiInstanceLoopCharacteristics").ifPresent(loop -> {
            boolean lying = loop.getAttribute("isSequential").equals("true");
            for (int i = -1; i <= 1; i++) {
                double x = box.centre().x() + (lying ? 0 : i * 5);
                double y = box.bottom() - 9 + (lying ? i * 4 : 0);
                path(lying ? "M%s %s L%s %s" : "M%s %s L%s %s", lying ? x - 6 : x, lying ? y : y - 6, lying ? x + 6 : x, lying ? y : y + 6);
            }
        });
        var name = shape.element().getAttribute("name");
        if (around && shape.expanded()) {
            lines(name, box.centre().x(), box.top() + 18, Math.max(TASK_TEXT, box.width() - 30), "");
        } else {
            int count = LabelText.lines(name, TASK_TEXT).size();
            lines(name, box.centre().x(), box.centre().y() + 4 - (count - 1) * LINE / 2, TASK_TEXT, "");
        }
    }

    private void event(Shape shape) {
        var box = shape.box();
        var centre = box.centre();
        var kind = kind(shape);
        double radius = box.width() / 2;
        boolean interrupts = !shape.element().getAttribute("cancelActivity").equals("false") && !shape.element().getAttribute("isInterrupting").equals("false");
        circle(centre, radius, (kind.equals("endEvent") ? "thick" : "plain") + (interrupts ? "" : " dashed"));
        if (!kind.equals("startEvent") && !kind.equals("endEvent")) {
            circle(centre, radius - 3, "plain" + (interrupts ? "" : " dashed"));
        }
        XmlFile.children(shape.element()).stream().map(Element::getLocalName).filter(child -> child.endsWith("EventDefinition")).findFirst()
                .ifPresent(event -> symbol(event, centre, kind.equals("endEvent") || kind.equals("intermediateThrowEvent")));
    }

    private void symbol(String event, Point at, boolean thrown) {
        double x = at.x();
        double y = at.y();
        switch (event) {
            case "timerEventDefinition" -> {
                circle(at, 9, "plain");
                path("M%s %s L%s %s L%s %s", x, y - 6, x, y, x + 4, y + 2);
            }
            case "messageEventDefinition" -> {
                svg.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"16\" height=\"11\"/>".formatted(thrown ? "full" : "plain", n(x - 8), n(y - 5.5)));
                svg.append("<path class=\"%s\" d=\"M%s %s L%s %s L%s %s\"/>".formatted(thrown ? "line light" : "line", n(x - 8), n(y - 5.5), n(x), n(y + 1), n(x + 8), n(y - 5.5)));
            }
            case "errorEventDefinition" -> svg.append("<path class=\"%s\" d=\"M%s %s L%s %s L%s %s L%s %s L%s %s L%s %s Z\"/>".formatted(thrown ? "full" : "plain", n(x - 7), n(y + 7), n(x - 3), n(y - 6), n(x + 2), n(y + 1), n(x + 7), n(y - 7), n(x + 3), n(y + 6), n(x - 2), n(y - 1)));
            case "terminateEventDefinition" -> circle(at, 10, "full");
            case "signalEventDefinition", "escalationEventDefinition" -> svg.append("<path class=\"%s\" d=\"M%s %s L%s %s L%s %s Z\"/>".formatted(thrown ? "full" : "plain", n(x), n(y - 8), n(x + 8), n(y + 6), n(x - 8), n(y + 6)));
            case "conditionalEventDefinition" -> {
                svg.append("<rect class=\"plain\" x=\"%s\" y=\"%s\" width=\"14\" height=\"16\"/>".formatted(n(x - 7), n(y - 8)));
                path("M%s %s L%s %s", x - 4, y, x + 4, y);
            }
            default -> {
                // a kind that the house does not draw is told by its name
            }
        }
    }

    private void gateway(String kind, Point at) {
        double x = at.x();
        double y = at.y();
        switch (kind) {
            case "exclusiveGateway" -> svg.append("<path class=\"line thick\" d=\"M%s %s L%s %s M%s %s L%s %s\"/>".formatted(n(x - 7), n(y - 9), n(x + 7), n(y + 9), n(x + 7), n(y - 9), n(x - 7), n(y + 9)));
            case "parallelGateway" -> svg.append("<path class=\"line thick\" d=\"M%s %s L%s %s M%s %s L%s %s\"/>".formatted(n(x - 11), n(y), n(x + 11), n(y), n(x), n(y - 11), n(x), n(y + 11)));
            case "inclusiveGateway" -> circle(at, 11, "thick");
            default -> {
                circle(at, 12, "plain");
                circle(at, 9, "plain");
            }
        }
    }

    private void icon(String kind, double x, double y) {
        switch (kind) {
            case "userTask" -> {
                circle(new Point(x, y - 3), 4, "plain");
                path("M%s %s C%s %s %s %s %s %s Z", x - 7, y + 8, x - 6, y, x + 6, y, x + 7, y + 8);
            }
            case "serviceTask" -> {
                circle(new Point(x, y), 6, "plain cog");
                circle(new Point(x, y), 2.5, "plain");
            }
            case "businessRuleTask" -> {
                svg.append("<rect class=\"plain\" x=\"%s\" y=\"%s\" width=\"16\" height=\"12\"/>".formatted(n(x - 8), n(y - 6)));
                path("M%s %s L%s %s", x - 8, y - 2, x + 8, y - 2);
                path("M%s %s L%s %s", x - 3, y - 2, x - 3, y + 6);
            }
            case "sendTask", "receiveTask" -> {
                svg.append("<rect class=\"plain\" x=\"%s\" y=\"%s\" width=\"16\" height=\"11\"/>".formatted(n(x - 8), n(y - 5)));
                path("M%s %s L%s %s L%s %s", x - 8, y - 5, x, y + 1, x + 8, y - 5);
            }
            default -> {
                // a plain box
            }
        }
    }

    private void edge(Edge edge) {
        var points = edge.points();
        var line = new StringBuilder();
        points.forEach(point -> line.append(line.isEmpty() ? "M" : " L").append(n(point.x())).append(' ').append(n(point.y())));
        boolean flow = edge.element().getLocalName().equals("sequenceFlow");
        svg.append("<path class=\"line").append(flow ? "" : " dashed").append("\" d=\"").append(line).append("\"/>");
        if (flow) {
            arrow(points.get(points.size() - 2), points.get(points.size() - 1));
            if (defaults.contains(edge.element().getAttribute("id"))) {
                slash(points.get(0), points.get(1));
            }
        }
        var name = edge.element().getAttribute("name");
        var middle = middle(edge);
        beside(name, edge.label() == null ? new Box(middle.x() - 20, middle.y() - 18, middle.x() + 20, middle.y() - 4) : edge.label());
    }

    private void arrow(Point from, Point to) {
        double angle = Math.atan2(to.y() - from.y(), to.x() - from.x());
        svg.append("<path class=\"full\" d=\"M%s %s L%s %s L%s %s Z\"/>".formatted(n(to.x()), n(to.y()), n(to.x() - 10 * Math.cos(angle - 0.4)), n(to.y() - 10 * Math.sin(angle - 0.4)),
                n(to.x() - 10 * Math.cos(angle + 0.4)), n(to.y() - 10 * Math.sin(angle + 0.4))));
    }

    /** The mark of a default flow. */
    private void slash(Point from, Point to) {
        double angle = Math.atan2(to.y() - from.y(), to.x() - from.x());
        double x = from.x() + 12 * Math.cos(angle);
        double y = from.y() + 12 * Math.sin(angle);
        path("M%s %s L%s %s", x - 6 * Math.cos(angle + 1), y - 6 * Math.sin(angle + 1), x + 6 * Math.cos(angle + 1), y + 6 * Math.sin(angle + 1));
    }

    /** The middle of the longest piece. */
    private static Point middle(Edge edge) {
        var longest = new Line(edge.points()).segments().stream().max(Comparator.comparingDouble(piece -> piece.box().width() + piece.box().height())).orElseThrow();
        return longest.box().centre();
    }

    /** The place of a flow's number: under the line, and over it for one that is gone, where another may have come. */
    private static Point beside(Edge edge, boolean gone) {
        var middle = middle(edge);
        return new Point(middle.x(), middle.y() + (gone ? -BESIDE : BESIDE));
    }

    private static Box below(Box box) {
        return new Box(box.left() - 30, box.bottom() + 5, box.right() + 30, box.bottom() + 19);
    }

    private void beside(String name, Box label) {
        lines(name, label.centre().x(), label.top() + 10, LABEL_TEXT, "small");
    }

    private void lines(String text, double x, double y, double widest, String style) {
        if (!text.isBlank()) {
            double line = y;
            for (var one : LabelText.lines(DifferenceText.oneLine(text), widest)) {
                svg.append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>".formatted(style, n(x), n(line), text(one)));
                line += LINE;
            }
        }
    }

    private void circle(Point at, double radius, String style) {
        svg.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>".formatted(style, n(at.x()), n(at.y()), n(Math.max(0, radius))));
    }

    private void path(String format, Object... numbers) {
        var written = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            written[i] = n((Double) numbers[i]);
        }
        svg.append("<path class=\"plain\" d=\"").append(format.formatted(written)).append("\"/>");
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(DifferenceText.oneLine(text), "UTF-8");
    }

    private static String n(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "");
    }
}
