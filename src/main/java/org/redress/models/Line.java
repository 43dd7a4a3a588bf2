package org.redress.models;

import static org.redress.models.Point.TOLERANCE;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The line of a flow, from corner to corner. */
record Line(List<Point> points) {

    /** A straight piece of a line. */
    record Segment(Point from, Point to) {

        boolean isHorizontal() {
            return Math.abs(from.y() - to.y()) <= TOLERANCE;
        }

        boolean isVertical() {
            return Math.abs(from.x() - to.x()) <= TOLERANCE;
        }

        boolean goesLeft() {
            return to.x() < from.x() - TOLERANCE;
        }

        /** The piece as a box without width or height. */
        Box box() {
            return new Box(Math.min(from.x(), to.x()), Math.min(from.y(), to.y()),
                    Math.max(from.x(), to.x()), Math.max(from.y(), to.y()));
        }

        boolean runsThrough(Box box) {
            Box inner = new Box(box.left() + 1, box.top() + 1, box.right() - 1, box.bottom() - 1);
            return box().left() < inner.right() && inner.left() < box().right()
                    && box().top() < inner.bottom() && inner.top() < box().bottom();
        }

        /** What two pieces have in common: a point where they meet, or a stretch on which they run together. */
        Optional<Box> common(Segment other) {
            Box common = new Box(Math.max(box().left(), other.box().left()), Math.max(box().top(), other.box().top()),
                    Math.min(box().right(), other.box().right()), Math.min(box().bottom(), other.box().bottom()));
            boolean meets = common.width() >= -TOLERANCE && common.height() >= -TOLERANCE;
            return meets ? Optional.of(common) : Optional.empty();
        }
    }

    List<Segment> segments() {
        return IntStream.range(1, points.size()).mapToObj(i -> new Segment(points.get(i - 1), points.get(i)))
                .toList();
    }

    Point start() {
        return points.get(0);
    }

    Point end() {
        return points.get(points.size() - 1);
    }

    boolean endsAt(Point point) {
        return start().isAt(point) || end().isAt(point);
    }

    boolean leavesHorizontally() {
        return segments().get(0).isHorizontal();
    }

    boolean arrivesHorizontally() {
        return segments().get(segments().size() - 1).isHorizontal();
    }
}
