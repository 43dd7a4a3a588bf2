package org.redress.deadline;

/** Where a deadline stands. Being overdue is a fact beside it: an overdue deadline is still open until it is met. */
public enum DeadlineState {
    OPEN,
    PAUSED,
    MET,
    CANCELLED,
    LAPSED
}
