package org.redress.models;

/** A place on the drawing. */
record Point(double x, double y) {

    /** Nobody sees half a pixel. */
    static final double TOLERANCE = 0.5;

    boolean isAt(Point other) {
        return Math.abs(x - other.x) <= TOLERANCE && Math.abs(y - other.y) <= TOLERANCE;
    }

    @Override
    public String toString() {
        return "(%.0f, %.0f)".formatted(x, y);
    }
}
