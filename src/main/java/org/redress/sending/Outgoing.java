package org.redress.sending;

import org.jspecify.annotations.Nullable;

/**
 * A letter on its way out.
 *
 * @param ourReference made at random
 * @param address where it goes: an e-mail address, or what stands on the envelope
 * @param subject one line
 * @param text what it says
 * @param pdf the letter as it is printed, where there is one
 */
record Outgoing(String ourReference, String caseReference, String address, String subject, String text, byte @Nullable [] pdf) {
    /** Nothing of it may stand in a log. */
    @Override
    public String toString() {
        return "Outgoing[" + ourReference + "]";
    }
}
