package org.redress.start;

/** What the program answers to whoever started it, beside its sentence; docs/operations.md has the same list, and a test compares them. */
public enum ExitCode {
    DONE(0, "done; nothing is wrong"),
    FINDINGS(1, "done, and something was found or left: what was printed says what"),
    NOT_DONE(2, "not understood, or not done: the sentence says why"),
    NOT_BUILT(3, "the script `redress` could not build the jar"),
    UNFORESEEN(70, "a fault of the product: the log has where"),
    CANNOT_WRITE(74, "the server ended, because its database file could not be written any more: make room and start it again"),
    LATER(75, "the server did not start, and the same start may do later: the database, its file or the port"),
    REFUSED(78, "the server did not start, and does not until somebody changes what the sentence names; `redress check`: it would not");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number. */
    public int code() {
        return code;
    }

    /** What it means, as the list in the docs says it. */
    public String meaning() {
        return meaning;
    }
}
