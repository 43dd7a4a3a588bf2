package org.redress.sending;

import org.redress.gate.SendsFirst.Asked;

/**
 * A letter to one person that is to be sent.
 *
 * @param step the step that is done with it
 * @param answers what was answered there, as data
 * @param letter the kind of letter, {@code text} what somebody wrote in it
 */
record NewDispatch(Asked step, String answers, String letter, String subject, String text, int party, String name, SendingBy by, String address) {
    /** Nothing of it may stand in a log. */
    @Override
    public String toString() {
        return "NewDispatch of " + step.reference();
    }
}
