package org.redress.deadline;

/** A deadline was not extended; the sentence says why (CORP-21, CORP-22, CHD-32, CHD-44). */
public final class ExtensionRefused extends RuntimeException {
    ExtensionRefused(String sentence) {
        super(sentence);
    }
}
