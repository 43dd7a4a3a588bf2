package org.redress.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that nobody chose, and how long one may be that somebody chose. */
public final class Passwords {
    /** Longer than any passphrase; what is longer still is not even looked at. */
    static final int LONGEST = 200;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** A password of 72 random bits; what stands before them is what the engine's rules want to see in every password. */
    public static String random() {
        var random = new byte[9];
        RANDOM.nextBytes(random);
        return "Zz1-" + Base64.getUrlEncoder().encodeToString(random);
    }
}
