package org.redress.testing;

/** The place among the test classes of those that read the whole database again and again: before the others have filled it. */
public final class ReadsEverything {
    public static final int FIRST = 1;

    private ReadsEverything() {}
}
