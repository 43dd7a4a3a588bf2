package org.redress.models;

import static org.redress.models.Point.TOLERANCE;

/** The rectangle around a shape or a label. */
record Box(double left, double top, double right, double bottom) {

    boolean overlaps(Box other) {
        return left + TOLERANCE < other.right && other.left + TOLERANCE < right
                && top + TOLERANCE < other.bottom && other.top + TOLERANCE < bottom;
    }

    boolean contains(Box other, double margin) {
        return left + margin <= other.left && other.right <= right - margin
                && top + margin <= other.top && other.bottom <= bottom - margin;
    }

    /** A point on the edge of this box; for circles and diamonds the middle of each side is on it, too. */
    boolean touches(Point point) {
        Box around = new Box(point.x() - 1, point.y() - 1, point.x() + 1, point.y() + 1);
        return around.left <= right && left <= around.right && around.top <= bottom && top <= around.bottom
                && !contains(around, 0);
    }

    boolean isPoint() {
        return width() <= TOLERANCE && height() <= TOLERANCE;
    }

    Point centre() {
        return new Point((left + right) / 2, (top + bottom) / 2);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    @Override
    public String toString() {
        return "x %.0f to %.0f, y %.0f to %.0f".formatted(left, right, top, bottom);
    }
}
