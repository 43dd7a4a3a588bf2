package org.redress.casefile;

/** Somebody who follows letters: those that come from the other side, and ours; told in the transaction that keeps them. */
public interface LetterWatch {
    /** A letter arrived in a case of a council, or of an Ombudsman. */
    default void arrived(String reference, String council, boolean ombudsmans) {}

    /** A letter of ours went into the file of a case; {@code id} is its own. */
    default void sent(CaseSummary file, long id, LetterView letter) {}
}
