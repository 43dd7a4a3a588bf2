package org.redress.reading;

/** A file has no text for us; the sentence says why and what to do, and nothing of what the file holds. */
public final class NotReadable extends RuntimeException {
    public NotReadable(String sentence) {
        super(sentence, null, false, false);
    }
}
