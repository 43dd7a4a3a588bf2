package org.redress.sending;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param provider by what the channel knows it, where it says so
 * @param because why it was not accepted, in a sentence that names nobody
 * @param at when the channel took it over, where it says so; otherwise now
 * @param silent whether the channel itself does not answer, so that others wait too
 */
record Outcome(Kind kind, @Nullable String provider, @Nullable String because, @Nullable Instant at, boolean silent) {
    enum Kind {
        /** The channel has taken it over. */
        ACCEPTED,
        /** It certainly did not go out, and may at another time. */
        LATER,
        /** The same, because of what whoever runs the product has set; nothing goes through this channel until it is put right. */
        WRONGLY_SET,
        /** It did not go out and never will like this. */
        REFUSED,
        /** Nobody knows whether it went out. */
        UNKNOWN
    }

    static Outcome accepted(@Nullable String provider) {
        return new Outcome(Kind.ACCEPTED, provider, null, null, false);
    }

    /** It was found at the channel, which had taken it over earlier. */
    static Outcome acceptedAt(Instant at, String provider) {
        return new Outcome(Kind.ACCEPTED, provider, null, at, false);
    }

    static Outcome later(String because) {
        return new Outcome(Kind.LATER, null, because, null, false);
    }

    /** The same, because the channel cannot be reached: the next letter has no better chance. */
    static Outcome notThere(String because) {
        return new Outcome(Kind.LATER, null, because, null, true);
    }

    static Outcome wronglySet(String because) {
        return new Outcome(Kind.WRONGLY_SET, null, because, null, true);
    }

    static Outcome refused(String because) {
        return new Outcome(Kind.REFUSED, null, because, null, false);
    }

    static Outcome unknown(String because) {
        return new Outcome(Kind.UNKNOWN, null, because, null, false);
    }

    /** The same, because the channel does not answer. */
    static Outcome noAnswer(String because) {
        return new Outcome(Kind.UNKNOWN, null, because, null, true);
    }
}
