package org.redress.gate;

/** Is told when the form of a task shows somebody a text of the record, before they see it. */
public interface RecordShown {
    /** A person opens the form of a task of this case. */
    void shown(String reference, String council, String task);
}
