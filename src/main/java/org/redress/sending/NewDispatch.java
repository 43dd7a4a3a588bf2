package org.redress.sending;

import org.jspecify.annotations.Nullable;
import org.redress.gate.SendsFirst.Asked;

/**
 * A letter to one person that is to be sent.
 *
 * @param reference the case in whose file it is
 * @param step the step that is done with it, which may be one of another case that it answers too
 * @param answers what was answered there, as data; none for another case, whose file says nothing of it
 * @param letter the kind of letter, {@code text} what somebody wrote in it
 */
record NewDispatch(String reference, Asked step, @Nullable String answers, String letter, String subject, String text, int party, String name, SendingBy by, String address) {
    /** Nothing of it may stand in a log. */
    @Override
    public String toString() {
        return "NewDispatch of " + reference;
    }
}
