package org.redress.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often something may be done: a few times at once, then once in a while. Nobody waits here, they are told when to come back.
 * It remembers so many keys and no more, so that it cannot be filled up; the longest unused goes first.
 */
final class Throttle {
    private static final int KEYS = 10_000;

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
    Throttle(Clock clock, int atOnce, Duration each) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.each = each;
    }

    /** Counts one more, unless it is too many: then how long to wait. */
    synchronized Optional<Duration> take(String key) {
        var now = clock.instant();
        var full = now.plus(each.multipliedBy(atOnce));
        var until = later(free.getOrDefault(key, now), now);
        // no count reaches that far: the clock went back, and what was counted before says nothing any more
        var done = until.isAfter(full) ? now : until;
        var more = done.plus(each);
        boolean tooMany = more.isAfter(full);
        free.put(key, tooMany ? done : more);
        return tooMany ? Optional.of(Duration.between(full, more)) : Optional.empty();
    }

    /** Takes back one that was counted and turned out well. */
    synchronized void giveBack(String key) {
        free.computeIfPresent(key, (same, until) -> until.minus(each));
    }

    /** A map that forgets what was not used for the longest time. */
    static <V> Map<String, V> remembering() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > KEYS;
            }
        });
    }

    synchronized void forget(String key) {
        free.remove(key);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
