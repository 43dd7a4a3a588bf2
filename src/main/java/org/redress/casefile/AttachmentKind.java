package org.redress.casefile;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an attachment is to the case. */
public enum AttachmentKind {
    EVIDENCE("Evidence"),
    LETTER("Letter received"),
    PHOTOGRAPH("Photograph"),
    OTHER("Something else");

    private final String text;

    AttachmentKind(String text) {
        this.text = text;
    }

    /** As people read it. */
    public String text() {
        return text;
    }

    /** As forms and programs write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that is written like this. */
    public static Optional<AttachmentKind> of(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
