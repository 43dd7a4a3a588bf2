package org.redress.access;

import java.time.Duration;
import org.redress.identity.TooManyTries;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts to sign in; {@code after} is how long to wait. */
class TooMany extends AuthenticationException {
    private final transient Duration after;

    TooMany(Duration after) {
        this("Too many attempts to sign in. Try again in " + TooManyTries.inWords(after) + ".", after);
    }

    TooMany(String sentence, Duration after) {
        super(sentence);
        this.after = after;
    }

    Duration after() {
        return after;
    }
}
