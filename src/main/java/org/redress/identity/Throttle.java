package org.redress.identity;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * How often something may be done: a few times at once, then once in a while. Nobody waits here, they are told when to come back.
 * It remembers so many keys and no more, and none that is long, so that it cannot be filled up; the longest unused goes first.
 */
public final class Throttle {
    private static final int KEYS = 10_000;
    private static final int LONGEST_KEY = 64;

    private final Function<String, Bucket> buckets;

    /**
     * A throttle of this node.
     *
     * @param atOnce how often in a row
     * @param each after how long once more
     */
    public Throttle(Clock clock, int atOnce, Duration each) {
        var meter = Throttles.meter(clock);
        Map<String, Bucket> counted = remembering();
        var latest = new AtomicReference<>(clock.instant());
        this.buckets = key -> {
            var now = clock.instant();
            // the clock went back: what was counted before says nothing any more
            if (now.isBefore(latest.getAndSet(now).minus(each))) {
                counted.clear();
            }
            return counted.computeIfAbsent(small(key), first -> Bucket.builder().addLimit(limit(atOnce, each)).withCustomTimePrecision(meter).build());
        };
    }

    /** A throttle of all nodes; the keys in its store are digests. */
    Throttle(ProxyManager<String> shared, String name, int atOnce, Duration each) {
        var limits = BucketConfiguration.builder().addLimit(limit(atOnce, each)).build();
        this.buckets = key -> shared.builder().build(HexFormat.of().formatHex(digest(name + " " + key)), () -> limits);
    }

    private static Bandwidth limit(int atOnce, Duration each) {
        return Bandwidth.builder().capacity(atOnce).refillGreedy(1, each).build();
    }

    /** Counts one more, unless it is too many: then how long to wait. */
    public Optional<Duration> take(String key) {
        return after(buckets.apply(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** How long to wait for one more, without counting it. */
    Optional<Duration> look(String key) {
        return after(buckets.apply(key).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private static Optional<Duration> after(long nanos) {
        return nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    /** Takes back one that was counted and turned out well. */
    void giveBack(String key) {
        buckets.apply(key).addTokens(1);
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

    void forget(String key) {
        buckets.apply(key).reset();
    }
}
