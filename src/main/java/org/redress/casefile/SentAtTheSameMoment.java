package org.redress.casefile;

/** The same form is being recorded at this moment by another thread or another server; it can be looked up when that has ended. */
public final class SentAtTheSameMoment extends RuntimeException {
    SentAtTheSameMoment(Throwable cause) {
        super("This form is being recorded at this moment.", cause);
    }
}
