package org.redress.casefile;

/** What was written has no room in the case file as it stands; the sentence says what to do. */
public final class CannotBeKept extends RuntimeException {
    public CannotBeKept(String sentence) {
        super(sentence);
    }
}
