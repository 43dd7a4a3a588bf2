package org.redress.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How often something may be done: a few times at once, then once in a while. Nobody waits here, they are told when to come back.
 * It remembers so many keys and no more, and none that is long, so that it cannot be filled up; the longest unused goes first.
 */
public final class Throttle {
    private static final int KEYS = 10_000;
    private static final int LONGEST_KEY = 64;

    private final Clock clock;
    private final int atOnce;
    private final Duration each;
    /** When all of it is allowed again, by key; the further away, the more was done. */
    private final Map<String, Instant> free = remembering();

    /**
     * A throttle.
     *
     * @param atOnce how often in a row
     * @param each after how long once more
     */
    public Throttle(Clock clock, int atOnce, Duration each) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.each = each;
    }

    /** Counts one more, unless it is too many: then how long to wait. */
    public synchronized Optional<Duration> take(String key) {
        var now = clock.instant();
        var more = done(key, now).plus(each);
        var wait = tooLong(more, now);
        if (wait.isEmpty()) {
            free.put(small(key), more);
        }
        return wait;
    }

    /** How long to wait for one more, without counting it. */
    synchronized Optional<Duration> look(String key) {
        var now = clock.instant();
        return tooLong(done(key, now).plus(each), now);
    }

    private Instant done(String key, Instant now) {
        var until = later(free.getOrDefault(small(key), now), now);
        // no count reaches that far: the clock went back, and what was counted before says nothing any more
        return until.isAfter(now.plus(each.multipliedBy(atOnce))) ? now : until;
    }

    private Optional<Duration> tooLong(Instant more, Instant now) {
        var full = now.plus(each.multipliedBy(atOnce));
        return more.isAfter(full) ? Optional.of(Duration.between(full, more)) : Optional.empty();
    }

    /** Takes back one that was counted and turned out well. */
    synchronized void giveBack(String key) {
        free.computeIfPresent(small(key), (same, until) -> until.minus(each));
    }

    /** The key, or what stands for one that is long: whoever chooses it chooses its length too. */
    static String small(String key) {
        return key.length() <= LONGEST_KEY ? key : "# " + HexFormat.of().formatHex(digest(key), 0, LONGEST_KEY / 4);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A map that forgets what was not used for the longest time. */
    private static <V> Map<String, V> remembering() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > KEYS;
            }
        });
    }

    /** A set that forgets what was not used for the longest time. */
    static Set<String> some() {
        return Collections.newSetFromMap(remembering());
    }

    synchronized void forget(String key) {
        free.remove(small(key));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
