package org.redress.disclosure;

/**
 * A part of a page as it is seen, from its top left corner, in points (a 72nd of an inch).
 *
 * @param page counted from 1
 */
record Area(int page, float left, float top, float right, float bottom) {
    boolean holds(float x, float y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    Area with(Area other) {
        return new Area(page, Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right), Math.max(bottom, other.bottom));
    }

    /** As it is written down: whole points. */
    String text() {
        return "page " + page + " (" + Math.round(left) + ", " + Math.round(top) + ") to (" + Math.round(right) + ", " + Math.round(bottom) + ")";
    }
}
