package org.redress.move;

/** A case cannot go on with the newer version as it stands; the message says why, in a sentence for people. */
final class CannotMove extends RuntimeException {
    CannotMove(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
