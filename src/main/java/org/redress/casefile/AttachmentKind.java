package org.redress.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an attachment is to the case. */
public enum AttachmentKind {
    EVIDENCE("Evidence"),
    LETTER("Letter received"),
    PHOTOGRAPH("Photograph"),
    OTHER("Something else"),
    /** A letter of ours as it went out; the product puts it there, and nobody else. */
    SENT("Letter sent"),
    /** Of the files and records of one case or more; the product makes it, and whoever does not read all cases of the side does not open it. */
    BUNDLE("Bundle");

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

    /** What people can choose for what they add. */
    public static List<AttachmentKind> chosen() {
        return Stream.of(values()).filter(kind -> kind != SENT && kind != BUNDLE).toList();
    }

    /** The kind that is written like this, of those that people can choose. */
    public static Optional<AttachmentKind> of(String code) {
        return chosen().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
}
