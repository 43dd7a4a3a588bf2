package org.redress.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A letter as the document that it was when somebody approved or printed it, before it went out.
 *
 * @param place its place among those that were made together, one for each address; from 1
 * @param dated the day that stands on it
 * @param content what it says, as data
 */
public record ProofView(Because because, String kind, int stage, int place, LocalDate dated, String sha256, String content, String by, LocalDateTime at) {
    /** Why it was made. */
    public enum Because { APPROVED, PRINTED }

    /** Nothing of it may stand in a log. */
    @Override
    public String toString() {
        return "Proof " + place + " of " + kind + ", SHA-256 " + sha256;
    }
}
