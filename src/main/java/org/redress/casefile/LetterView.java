package org.redress.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter: kind (a slug), to whom, text, how, sent on and, where it is known, received on, and who may see it (DAT-04).
 *
 * @param outcome how the Ombudsman ends the complaint, in a letter that ends one (rule book 3.3)
 * @param by the day that the letter names for what it asks for or promises, where whoever sends it set one; the file keeps it in the letter's document only
 * @param people the numbers of those of the case to whom it goes, as they were chosen when it was sent; empty for the other side, and for letters from before they were kept
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
        @Nullable LocalDate by,
        List<Integer> people) {

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
        this(stage, kind, to, text, channel, sentOn, receivedOn, null, null, null, List.of());
    }

    /** A letter that ends no complaint at the Ombudsman's. */
    public LetterView(int stage, String kind, String to, String text, @Nullable String channel, LocalDate sentOn, @Nullable LocalDate receivedOn, @Nullable String marking) {
        this(stage, kind, to, text, channel, sentOn, receivedOn, marking, null, null, List.of());
    }

    /** Whether it is a confidential draft, or comments on one, which say what it says (LGS-14). */
    public boolean ofConfidentialDraft() {
        return DRAFT_CONFIDENTIAL.equals(marking) || kind.equals("draft-comments");
    }

    /** The same letter, which ends the complaint. */
    public LetterView ends(@Nullable OmbudsmanOutcome as) {
        return new LetterView(stage, kind, to, text, channel, sentOn, receivedOn, marking, as, by, people);
    }

    /** What a file that is opened for this letter says of the complaint; everybody reads it, so never what a draft says (LGS-14). */
    public String ofTheComplaint() {
        return DRAFT_CONFIDENTIAL.equals(marking) ? "A complaint to the Ombudsman; the letters say what it is about." : text;
    }

    /** The same letter to somebody who is no person of the case, such as the other side, and how. */
    public LetterView to(String names, @Nullable String channel) {
        return new LetterView(stage, kind, names, text, channel, sentOn, receivedOn, marking, outcome, by, List.of());
    }

    /** The same letter to people of the case, under the names that they share, and how. */
    public LetterView to(Addressees addressees, @Nullable String channel) {
        return new LetterView(stage, kind, addressees.names(), text, channel, sentOn, receivedOn, marking, outcome, by, addressees.to().stream().map(PartyView::number).toList());
    }

    /** The same letter with other names on it; it goes to the same people. */
    public LetterView naming(String names) {
        return new LetterView(stage, kind, names, text, channel, sentOn, receivedOn, marking, outcome, by, people);
    }

    /** The same letter, which names a day for what it asks for or promises. */
    public LetterView by(@Nullable LocalDate day) {
        return new LetterView(stage, kind, to, text, channel, sentOn, receivedOn, marking, outcome, day, people);
    }

    /** The same letter of another day. */
    public LetterView dated(LocalDate day) {
        return new LetterView(stage, kind, to, text, channel, day, receivedOn, marking, outcome, by, people);
    }

    /** The same letter as the other side keeps it, received on a day. */
    public LetterView receivedOn(LocalDate day) {
        return new LetterView(0, kind, to, text, channel, sentOn, day, marking, outcome, by, List.of());
    }
}
