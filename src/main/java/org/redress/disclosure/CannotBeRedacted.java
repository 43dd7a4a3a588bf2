package org.redress.disclosure;

/** Nothing can be taken out of a file with certainty; the sentence says why and what to do. */
public final class CannotBeRedacted extends RuntimeException {
    CannotBeRedacted(String sentence) {
        super(sentence);
    }
}
