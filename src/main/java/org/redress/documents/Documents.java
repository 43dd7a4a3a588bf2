package org.redress.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes documents as files. */
public final class Documents {
    private Documents() {}

    /** The document in a format; the same document has the same bytes, whenever and wherever it is written. */
    public static byte[] write(Document document, Format format) {
        return switch (format) {
            case PDF -> Pdf.of(document, false);
            case LARGE_PRINT -> Pdf.of(document, true);
            case DOCX -> Docx.of(document);
            case TEXT -> text(document).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The document as plain text for e-mail: no line is longer than 72 characters but for a word that is. */
    public static String text(Document document) {
        return PlainText.of(document);
    }

    /** What of a text a page has no shape for and names instead, each once, such as "grinning face, U+1F600"; empty for nearly every text. */
    public static List<String> notDrawn(String text) {
        return Signs.notDrawn(text, Fonts::draw);
    }
}
