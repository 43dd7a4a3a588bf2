package org.redress.deadline;

/** A day cannot be put right like this, because what it begins or ends could not have been recorded so either; the sentence says why (CORP-24, CHD-12). */
public final class CannotBePutRight extends RuntimeException {
    CannotBePutRight(String sentence) {
        super(sentence);
    }
}
