package org.redress.board;

import java.util.List;

/** One page of a list. */
public record Page<T>(List<T> rows, int page, boolean more) {
    /** How many rows a page has. */
    public static final int SIZE = 50;

    /** Of the rows that a query gave: one more than a page has says that there are more. */
    static <T> Page<T> of(List<T> found, int page) {
        return new Page<>(found.subList(0, Math.min(SIZE, found.size())), page, found.size() > SIZE);
    }
}
