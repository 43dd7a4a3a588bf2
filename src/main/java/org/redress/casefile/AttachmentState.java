package org.redress.casefile;

/** Whether an attachment can be opened. */
public enum AttachmentState {
    /** It can be opened. */
    KEPT,
    /** It waits for the scanner, and nobody can open it. */
    WAITING,
    /** The scanner found something in it, and nobody can open it. */
    REFUSED
}
