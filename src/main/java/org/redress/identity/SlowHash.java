package org.redress.identity;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.engine.PasswordHash;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * How passwords are kept: PBKDF2 with HMAC-SHA-256 of Spring Security, with the number of rounds beside each, so that it can be raised.
 * It is slow on purpose, so only some are worked out at the same time; a few more wait for a moment, and who comes then is told to come
 * back: whoever sends many passwords at once must not stop the others' pages.
 */
@Component
class SlowHash implements PasswordHash {
    static final String NAME = "PBKDF2-SHA256";
    private static final String PREFIX = "{" + NAME + "}";
    private static final int SALT = 16;
    private static final int WAITING = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final int rounds;
    private final Duration patience;
    private final Semaphore turns;
    private final Semaphore queue;
    private final Map<Integer, Pbkdf2PasswordEncoder> encoders = new ConcurrentHashMap<>();

    @Autowired
    SlowHash(@Value("${redress.sign-in.hash-rounds}") int rounds) {
        this(rounds, Math.max(1, Runtime.getRuntime().availableProcessors() / 2), WAITING, PATIENCE);
    }

    SlowHash(int rounds, int atOnce, int waiting, Duration patience) {
        this.rounds = rounds;
        this.patience = patience;
        this.turns = new Semaphore(atOnce, true);
        this.queue = new Semaphore(atOnce + waiting);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    @Override
    public String encrypt(String password) {
        return rounds + "$" + inTurn(() -> encoder(rounds).encode(password));
    }

    @Override
    public boolean check(String password, String kept) {
        var parts = kept.split("\\$", 2);
        return inTurn(() -> encoder(Integer.parseInt(parts[0])).matches(password, parts[1]));
    }

    /** Whether a password should be kept anew: by another way, or with fewer rounds than now. */
    boolean isBehind(@Nullable String kept) {
        return rounds(kept) < rounds;
    }

    /** Works as long as a password of today's kind needs beyond this one, so that nobody learns from the time that there is an older one. */
    void makeUpFor(@Nullable String kept) {
        if (isBehind(kept)) {
            inTurn(() -> new Pbkdf2PasswordEncoder("", SALT, rounds - rounds(kept), SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256).encode("nobody"));
        }
    }

    private static int rounds(@Nullable String kept) {
        return kept != null && kept.startsWith(PREFIX) ? Integer.parseInt(kept.substring(PREFIX.length(), kept.indexOf('$'))) : 0;
    }

    private Pbkdf2PasswordEncoder encoder(int rounds) {
        return encoders.computeIfAbsent(rounds, many -> new Pbkdf2PasswordEncoder("", SALT, many, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256));
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!queue.tryAcquire()) {
            throw new PasswordsBusy();
        }
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PasswordsBusy();
            }
            try {
                return work.get();
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PasswordsBusy();
        } finally {
            queue.release();
        }
    }
}
