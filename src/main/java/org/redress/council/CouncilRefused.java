package org.redress.council;

import java.util.List;
import java.util.stream.Collectors;

/** A council is not kept like this; nothing was changed. */
public final class CouncilRefused extends RuntimeException {
    private final transient List<Wrong> wrong;

    CouncilRefused(List<Wrong> wrong) {
        super(wrong.stream().map(Wrong::sentence).collect(Collectors.joining(" ")));
        this.wrong = List.copyOf(wrong);
    }

    /** Each thing that is wrong. */
    public List<Wrong> wrong() {
        return wrong;
    }
}
