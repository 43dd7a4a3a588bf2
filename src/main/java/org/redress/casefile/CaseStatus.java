package org.redress.casefile;

/** Where a complaint stands as a whole. */
public enum CaseStatus {
    OPEN("Open"),
    PAUSED("Paused for concurrent proceedings"),
    RESOLVED("Resolved"),
    REFUSED("Refused"),
    WITHDRAWN("Withdrawn"),
    DUPLICATE("Closed as a duplicate"),
    CLOSED_AFTER_DEATH("Closed after a death"),
    CLOSED("Closed after the final response"),
    WITH_OMBUDSMAN("With the Ombudsman"),
    REFERRED_BACK("Referred back to the council"),
    NOT_INVESTIGATED("Not investigated"),
    DISCONTINUED("Discontinued"),
    DECIDED("Decided"),
    PLACED("Its letters are in another case"),
    COMPLETED("Decided, and every agreed action settled");

    private final String text;

    CaseStatus(String text) {
        this.text = text;
    }

    /** The status as people read it. */
    public String text() {
        return text;
    }

    /** Whether the law knows a way back from it; a decision of the Ombudsman is reviewed instead, and letters that were placed are taken back (CHD-11, CHD-14, CHD-35, LGA-02, LGA-11, LGS-22). */
    public boolean canBeTakenUp() {
        return over() && this != COMPLETED && this != PLACED;
    }

    /** Whether nothing more is done on the case. */
    public boolean over() {
        return this != OPEN && this != PAUSED && this != WITH_OMBUDSMAN && this != DECIDED;
    }
}
