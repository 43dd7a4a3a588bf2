package org.redress.attachments;

/** A file is not taken, or not given out; the sentence says why and what to do. */
public final class AttachmentRefused extends RuntimeException {
    /** Why, for whoever answers over HTTP. */
    public enum Because {
        /** There is no such case or file for this person. */
        NONE,
        /** They see it, and may not do this with it. */
        NOT_ALLOWED,
        /** What is said of it is missing or wrong. */
        WRONG,
        /** It is too large, or the case is full. */
        TOO_LARGE,
        /** Files of this kind are not taken. */
        NOT_TAKEN,
        /** It cannot be opened now. */
        CLOSED,
        /** What it says of itself has to be looked at first. */
        ASKED_BACK,
        /** Something failed here. */
        FAULT
    }

    private final Because because;

    AttachmentRefused(Because because, String sentence) {
        super(sentence);
        this.because = because;
    }

    public Because because() {
        return because;
    }

    static AttachmentRefused none() {
        return new AttachmentRefused(Because.NONE, "There is no such case or file for you.");
    }

    static AttachmentRefused wrong(String sentence) {
        return new AttachmentRefused(Because.WRONG, sentence);
    }
}
