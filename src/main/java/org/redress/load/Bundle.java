package org.redress.load;

import java.time.LocalDate;
import java.util.List;

/**
 * A template: the cases of one script on both sides, which are copied together.
 *
 * @param weeks by how many weeks it can have begun earlier without anything having happened in between that did not
 */
record Bundle(int number, List<Side> sides, int weeks) {
    /** A case of it. */
    record Side(String reference, boolean over, LocalDate received) {}

    long open() {
        return sides.stream().filter(side -> !side.over()).count();
    }

    long closed() {
        return sides.size() - open();
    }
}
