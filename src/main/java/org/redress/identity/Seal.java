package org.redress.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals texts that only the product may read, wherever they lie: AES-256-GCM with the key that {@code redress.sign-in.secret-key} gives.
 * What a text is for is sealed with it, so that none can be used in the place of another.
 */
@Component
public class Seal {
    private static final int SHORTEST_KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable SecretKey key;

    /** With this key; without one if it is empty. */
    public Seal(@Value("${redress.sign-in.secret-key:}") String key) {
        if (!key.isBlank() && key.length() < SHORTEST_KEY) {
            throw new StartRefused("redress.sign-in.secret-key is too short: it has to be " + SHORTEST_KEY + " random characters or more, such as openssl rand -base64 32 prints.");
        }
        this.key = key.isBlank() ? null : derived(key);
    }

    /** Whether there is a key. */
    public boolean isThere() {
        return key != null;
    }

    /** Seals a text for something. */
    public String close(String purpose, String text) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(text.getBytes(StandardCharsets.UTF_8));
            var all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text again, if it was sealed with this key for this; without a key nothing was. */
    public Optional<String> open(String purpose, String sealed) {
        if (key == null) {
            return Optional.empty();
        }
        try {
            var all = Base64.getUrlDecoder().decode(sealed);
            if (all.length <= NONCE) {
                return Optional.empty();
            }
            return Optional.of(new String(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), purpose).doFinal(all, NONCE, all.length - NONCE), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        if (key == null) {
            throw new IllegalStateException("There is no redress.sign-in.secret-key.");
        }
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** The key is random already; this makes it as long as AES takes it. */
    private static SecretKey derived(String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return new SecretKeySpec(mac.doFinal("what the product seals".getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
