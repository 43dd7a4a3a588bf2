package org.redress.identity;

import java.time.Duration;
import org.camunda.bpm.engine.BadUserRequestException;

/** Too many attempts to give a password; {@code after} is how long to wait. The engine's own ways in answer it as a wrong request. */
public class TooManyTries extends BadUserRequestException {
    private final transient Duration after;

    TooManyTries(Duration after) {
        super("Too many wrong passwords. Try again in " + inWords(after) + ".");
        this.after = after;
    }

    /** The value of the header Retry-After. */
    public static String seconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.toSeconds()));
    }

    /** How long it is, as people say it. */
    public static String inWords(Duration wait) {
        var seconds = Long.parseLong(seconds(wait));
        return seconds < 60 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }

    public Duration after() {
        return after;
    }
}
