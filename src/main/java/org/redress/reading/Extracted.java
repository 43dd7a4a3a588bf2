package org.redress.reading;

import java.util.List;

/**
 * The text of a file.
 *
 * @param parts one for each part that has a text: an e-mail has itself and its attachments
 * @param notes what was left out, in sentences
 */
public record Extracted(List<Part> parts, List<String> notes) {
    /** A part and its name: that of the file, or of an attachment in it. */
    public record Part(String name, String text) {}

    public Extracted {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }
}
