package org.redress.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts to sign in; {@code after} is how long to wait. */
class TooMany extends AuthenticationException {
    private final Duration after;

    TooMany(Duration after) {
        this("Too many attempts to sign in. Try again in " + inWords(after) + ".", after);
    }

    TooMany(String sentence, Duration after) {
        super(sentence);
        this.after = after;
    }

    /** The value of the header Retry-After. */
    static String seconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.toSeconds()));
    }

    static String inWords(Duration wait) {
        var seconds = Long.parseLong(seconds(wait));
        return seconds < 60 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }

    Duration after() {
        return after;
    }
}
