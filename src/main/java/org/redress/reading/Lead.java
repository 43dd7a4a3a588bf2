package org.redress.reading;

import org.jspecify.annotations.Nullable;

/** Words that stand over what follows them. */
final class Lead {
    final int level;
    final Passage passage;
    final Mode mode;
    final @Nullable Period period;
    final @Nullable String council;
    /** The action whose details follow; none where the items are actions. */
    final @Nullable Draft details;
    int items;
    /** Whether its first item says what somebody does. */
    boolean ofVerbs;
    boolean deeper;
    boolean withSubjects;
    boolean asked;

    Lead(int level, Passage passage, Mode mode, @Nullable Period period, @Nullable String council, @Nullable Draft details) {
        this.level = level;
        this.passage = passage;
        this.mode = mode;
        this.period = period;
        this.council = council;
        this.details = details;
    }
}
