package org.redress.casefile;

/** Where an agreed action stands; COMPLETE, COMPLETE_LATE and NOT_COMPLETE are the outcomes of CMP-03. What is recommended and not agreed has no compliance (REM-05). */
public enum ActionState {
    PROPOSED("Proposed"),
    AGREED("Agreed"),
    UNDER_WAY("To be done"),
    SHOWN("Evidence handed in"),
    COMPLETE("Complete and satisfied"),
    COMPLETE_LATE("Complete but late"),
    NOT_COMPLETE("Not complete and not satisfied"),
    RECOMMENDED("Recommended, not agreed"),
    SUPERSEDED("Not in the decision");

    private final String text;

    ActionState(String text) {
        this.text = text;
    }

    /** Whether nothing is awaited any more: it is one of the outcomes of CMP-03, or was never agreed. */
    boolean settled() {
        return this == RECOMMENDED || this == COMPLETE || this == COMPLETE_LATE || this == NOT_COMPLETE;
    }

    /** The state as people read it. */
    public String text() {
        return text;
    }
}
