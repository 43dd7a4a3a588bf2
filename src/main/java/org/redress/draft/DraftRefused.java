package org.redress.draft;

/** What was typed cannot be kept; the message is a sentence for its writer, and repeats nothing of it. */
public final class DraftRefused extends RuntimeException {
    private final boolean tooLarge;

    private DraftRefused(String sentence, boolean tooLarge) {
        super(sentence, null, false, false);
        this.tooLarge = tooLarge;
    }

    static DraftRefused unreadable(String sentence) {
        return new DraftRefused(sentence, false);
    }

    static DraftRefused tooLarge(String sentence) {
        return new DraftRefused(sentence, true);
    }

    /** Whether it is refused for its size or for the number of drafts. */
    public boolean tooLarge() {
        return tooLarge;
    }
}
