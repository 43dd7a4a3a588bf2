package org.redress.quality;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Something in a record that does not fit: the rule, the day it is about if it is about one, and a sentence. */
public record Finding(String rule, @Nullable LocalDate on, String sentence) {
    private static final int SHOWN = 3;

    /** Names the finding, so that somebody can answer it: the first six digits of a sum over rule and sentence. */
    public String code() {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest((rule + " " + sentence).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
