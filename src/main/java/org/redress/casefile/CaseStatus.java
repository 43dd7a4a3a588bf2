package org.redress.casefile;

/** Where a complaint stands as a whole. */
public enum CaseStatus {
    OPEN("Open"),
    PAUSED("Paused for concurrent proceedings"),
    RESOLVED("Resolved"),
    REFUSED("Refused"),
    WITHDRAWN("Withdrawn"),
    CLOSED("Closed after the final response");

    private final String text;

    CaseStatus(String text) {
        this.text = text;
    }

    /** The status as people read it. */
    public String text() {
        return text;
    }

    /** Whether nothing more is done on the case. */
    public boolean over() {
        return this != OPEN && this != PAUSED;
    }
}
