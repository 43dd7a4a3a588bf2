package org.redress.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes documents as files. */
public final class Documents {
    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private Documents() {}

    /** The document as data, to be kept beside a file that was made from it. */
    public static String data(Document document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The document that was kept as data. */
    public static Document of(String data) {
        try {
            return JSON.readValue(data, Document.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

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
        return PlainText.ofEMail(document);
    }

    /** The same for a place that breaks lines by itself, such as a field of a form. */
    public static String words(Document document) {
        return PlainText.unbroken(document);
    }

    /**
     * The document as a part of a page of HTML: elements and texts, nothing that a browser would load or run.
     *
     * @param below the level of the heading under which it stands; 5 at most, and so deep are its own headings at most
     */
    public static String html(Document document, int below) {
        return Page.part(document, below);
    }

    /** What of a text a page has no shape for and names instead, each once, such as "grinning face, U+1F600"; empty for nearly every text. */
    public static List<String> notDrawn(String text) {
        return Signs.notDrawn(text, Fonts::draw);
    }
}
