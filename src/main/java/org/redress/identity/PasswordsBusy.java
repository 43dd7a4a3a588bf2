package org.redress.identity;

import org.camunda.bpm.engine.BadUserRequestException;

/** More passwords have come at the same time than can be compared; nothing is wrong with this one. */
public class PasswordsBusy extends BadUserRequestException {
    PasswordsBusy() {
        super("Too many people are signing in at this moment. Try again in a few seconds.");
    }
}
