package org.redress.gate;

/** A form asks for something that the server cannot check, so it is not deployed; the sentence names the field. */
public final class FormRefused extends RuntimeException {
    FormRefused(String why) {
        super(why);
    }
}
