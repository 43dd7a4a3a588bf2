package org.redress.complaint;

/** A case cannot be taken up like this; the sentence says why and what is possible instead. */
class NotTakenUp extends Exception {
    private final String field;

    /** @param field of the form "taking-up" that the sentence is about */
    NotTakenUp(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    String field() {
        return field;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
