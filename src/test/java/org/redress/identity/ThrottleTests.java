package org.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often something may be done. */
class ThrottleTests {
    private static final Instant MON_2026_06_01_NOON = Instant.parse("2026-06-01T12:00:00Z");

    private Instant now = MON_2026_06_01_NOON;
    private final Throttle throttle = new Throttle(((InstantSource) () -> now).withZone(ZoneOffset.UTC), 3, Duration.ofSeconds(10));

    @Test
    void allowsSomeAtOnceAndThenOneAfterTheOther() {
        assertThat(IntStream.range(0, 3).mapToObj(i -> throttle.take("pat"))).allMatch(wait -> wait.isEmpty());
        assertThat(throttle.take("pat")).contains(Duration.ofSeconds(10));

        now = now.plusSeconds(4);
        assertThat(throttle.take("pat")).contains(Duration.ofSeconds(6));

        now = now.plusSeconds(6);
        assertThat(throttle.take("pat")).isEmpty();
        assertThat(throttle.take("pat")).contains(Duration.ofSeconds(10));
    }

    @Test
    void doesNotCountWhatWasRefused() {
        IntStream.range(0, 1000).forEach(i -> throttle.take("pat"));

        now = now.plusSeconds(10);

        assertThat(throttle.take("pat")).isEmpty();
    }

    @Test
    void knowsOneFromTheOther() {
        IntStream.range(0, 4).forEach(i -> throttle.take("pat"));

        assertThat(throttle.take("sam")).isEmpty();
    }

    @Test
    void givesBackWhatTurnedOutWell() {
        IntStream.range(0, 3).forEach(i -> throttle.take("pat"));

        throttle.giveBack("pat");

        assertThat(throttle.take("pat")).isEmpty();
        assertThat(throttle.take("pat")).isPresent();
    }

    @Test
    void countsAnewWhenTheClockGoesBack() {
        IntStream.range(0, 4).forEach(i -> throttle.take("pat"));
        assertThat(throttle.take("pat")).isPresent();

        now = now.minus(Duration.ofDays(365));

        assertThat(throttle.take("pat")).isEmpty();
    }

    @Test
    void remembersSoManyAndNoMore() {
        IntStream.range(0, 4).forEach(i -> throttle.take("pat"));

        IntStream.range(0, 10_000).forEach(i -> throttle.take("somebody " + i));

        assertThat(throttle.take("pat")).isEmpty();
    }

    @Test
    void remembersNoLongKeys() {
        var one = "x".repeat(1_000_000) + 1;
        var other = "x".repeat(1_000_000) + 2;

        IntStream.range(0, 4).forEach(i -> throttle.take(one));

        assertThat(throttle.take(one)).isPresent();
        assertThat(throttle.take(other)).isEmpty();
        assertThat(Throttle.small(one)).hasSizeLessThan(70).isNotEqualTo(Throttle.small(other));
    }

    @Test
    void looksWithoutCounting() {
        IntStream.range(0, 10).forEach(i -> assertThat(throttle.look("pat")).isEmpty());
        IntStream.range(0, 3).forEach(i -> throttle.take("pat"));

        assertThat(throttle.look("pat")).contains(Duration.ofSeconds(10));
    }

    @Test
    void letsNoMoreThroughWhenAllComeTogether() {
        Set<Integer> through = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 1000).parallel().filter(i -> throttle.take("pat").isEmpty()).forEach(through::add);

        assertThat(through).hasSize(3);
    }
}
