package org.redress.board;

/** When something is due, as a supervisor asks: the next five working days follow today. */
public enum Due {
    OVERDUE("Overdue"),
    TODAY("Due today"),
    SOON("Due in the next five working days"),
    LATER("Later"),
    NO_DAY("No day");

    private final String title;

    Due(String title) {
        this.title = title;
    }

    /** As people read it. */
    public String title() {
        return title;
    }
}
