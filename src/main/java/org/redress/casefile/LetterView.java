package org.redress.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter: kind (a slug), to whom, text, how, sent on and, where it is known, received on, and who may see it (DAT-04).
 *
 * @param outcome how the Ombudsman ends the complaint, in a letter that ends one (rule book 3.3)
 * @param by the day that the letter names for what it asks for or promises, where whoever sends it set one; the file keeps it in the letter's document only
 */
public record LetterView(
        int stage,
        String kind,
        String to,
        String text,
        @Nullable String channel,
        LocalDate sentOn,
        @Nullable LocalDate receivedOn,
        @Nullable String marking,
        @Nullable OmbudsmanOutcome outcome,
        @Nullable LocalDate by) {

    /** Not for publication nor for anybody who need not comment on it (LGS-14, DAT-04). */
    public static final String DRAFT_CONFIDENTIAL = "draft-confidential";
    /** Part of the record that may be published in due time (LGS-18). */
    public static final String FINAL = "final";

    /** A decision that an amended one replaced (LGS-22). */
    public static final String REPLACED = "replaced";
    /** A decision that was found not to be sound (LGS-22). */
    public static final String SET_ASIDE = "set-aside";
    /** A decision that ended a case which was taken up again (LGA-02). */
    public static final String TAKEN_UP = "taken-up";

    public LetterView(int stage, String kind, String to, String text, @Nullable String channel, LocalDate sentOn, @Nullable LocalDate receivedOn) {
        this(stage, kind, to, text, channel, sentOn, receivedOn, null, null, null);
    }

    /** A letter that ends no complaint at the Ombudsman's. */
    public LetterView(int stage, String kind, String to, String text, @Nullable String channel, LocalDate sentOn, @Nullable LocalDate receivedOn, @Nullable String marking) {
        this(stage, kind, to, text, channel, sentOn, receivedOn, marking, null, null);
    }

    /** Whether it is a confidential draft, or comments on one, which say what it says (LGS-14). */
    public boolean ofConfidentialDraft() {
        return DRAFT_CONFIDENTIAL.equals(marking) || kind.equals("draft-comments");
    }

    /** The same letter, which ends the complaint. */
    public LetterView ends(@Nullable OmbudsmanOutcome as) {
        return new LetterView(stage, kind, to, text, channel, sentOn, receivedOn, marking, as, by);
    }

    /** What a file that is opened for this letter says of the complaint; everybody reads it, so never what a draft says (LGS-14). */
    public String ofTheComplaint() {
        return DRAFT_CONFIDENTIAL.equals(marking) ? "A complaint to the Ombudsman; the letters say what it is about." : text;
    }

    /** The same letter with the names of whom it goes to, and how. */
    public LetterView to(String names, @Nullable String channel) {
        return new LetterView(stage, kind, names, text, channel, sentOn, receivedOn, marking, outcome, by);
    }

    /** The same letter, which names a day for what it asks for or promises. */
    public LetterView by(@Nullable LocalDate day) {
        return new LetterView(stage, kind, to, text, channel, sentOn, receivedOn, marking, outcome, day);
    }

    /** The same letter as the other side keeps it, received on a day. */
    public LetterView receivedOn(LocalDate day) {
        return new LetterView(0, kind, to, text, channel, sentOn, day, marking, outcome, by);
    }
}
