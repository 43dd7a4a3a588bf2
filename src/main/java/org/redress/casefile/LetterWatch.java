package org.redress.casefile;

/** Somebody who follows the letters that come from the other side: told in the transaction that keeps them. */
public interface LetterWatch {
    /** A letter arrived in a case of a council, or of an Ombudsman. */
    void arrived(String reference, String council, boolean ombudsmans);
}
