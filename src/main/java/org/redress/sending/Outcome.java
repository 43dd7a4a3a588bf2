package org.redress.sending;

import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param provider by what the channel knows it, where it says so
 * @param because why it was not accepted, in a sentence that names nobody
 */
record Outcome(Kind kind, @Nullable String provider, @Nullable String because) {
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
        return new Outcome(Kind.ACCEPTED, provider, null);
    }

    static Outcome later(String because) {
        return new Outcome(Kind.LATER, null, because);
    }

    static Outcome wronglySet(String because) {
        return new Outcome(Kind.WRONGLY_SET, null, because);
    }

    static Outcome refused(String because) {
        return new Outcome(Kind.REFUSED, null, because);
    }

    static Outcome unknown(String because) {
        return new Outcome(Kind.UNKNOWN, null, because);
    }
}
