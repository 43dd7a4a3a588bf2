package org.redress.documents;

/** What a document is written as. */
public enum Format {
    /** Tagged, with embedded fonts (PDF/UA-1). */
    PDF("application/pdf", "pdf", "PDF"),
    /** The same in 18 point, with wider lines. */
    LARGE_PRINT("application/pdf", "large-print.pdf", "Large print (PDF)"),
    /** For those who go on writing in it. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "Word (DOCX)"),
    /** For e-mail: 72 characters a line. */
    TEXT("text/plain;charset=UTF-8", "txt", "Plain text");

    private final String type;
    private final String ending;
    private final String label;

    Format(String type, String ending, String label) {
        this.type = type;
        this.ending = ending;
        this.label = label;
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    /** How the name of such a file ends, without the dot before it. */
    public String ending() {
        return ending;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
