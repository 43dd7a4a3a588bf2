package org.redress.sending;

import org.jspecify.annotations.Nullable;
import org.redress.gate.SendsFirst.Asked;

/**
 * A letter to one person that is to be sent.
 *
 * @param step the step that is done with it
 * @param answers what was answered there, as data
 * @param letter the kind of letter
 * @param paper the number of the attachment that is the letter as it goes out, where there is one
 */
record NewDispatch(Asked step, String answers, String letter, String subject, String text, @Nullable Integer paper, int party, String name, SendingBy by, String address) {
    /** Nothing of it may stand in a log. */
    @Override
    public String toString() {
        return "NewDispatch of " + step.reference();
    }
}
