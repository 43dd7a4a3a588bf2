package org.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How often a password may be tried. */
@ExtendWith(OutputCaptureExtension.class)
class PasswordTriesTests {
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    private final PasswordTries tries = new PasswordTries(Throttles.here(CLOCK), CLOCK);

    @Test
    void slowsDownWhoGuessesAtOnePersonFromOneAddressOnly() {
        IntStream.range(0, 10).forEach(i -> assertThat(wrong("pat", HERE, null)).isFalse());

        assertThatThrownBy(() -> right("pat", HERE, null)).isInstanceOfSatisfying(TooManyTries.class, refusal -> assertThat(refusal.after()).isEqualTo(Duration.ofSeconds(30)));
        assertThat(right("pat", ELSEWHERE, null)).isTrue();
        assertThat(right("sam", HERE, null)).isTrue();
    }

    @Test
    void slowsDownAnAddressForWhomItDoesNotKnow() {
        strangeNames(HERE);

        assertThatThrownBy(() -> right("pat", HERE, null)).isInstanceOf(TooManyTries.class);
        assertThat(right("pat", ELSEWHERE, null)).isTrue();
    }

    @Test
    void letsInWhoSignedInFromTheAddressOrInTheBrowserBefore() {
        assertThat(right("pat", HERE, null)).isTrue();
        strangeNames(HERE);

        assertThat(right("pat", HERE, null)).isTrue();
        assertThat(right("sam", HERE, "browser of Sam")).isTrue();
    }

    @Test
    void slowsDownGuessesInAKnownBrowserToo() {
        IntStream.range(0, 10).forEach(i -> wrong("pat", HERE + i, "browser of Pat"));

        assertThatThrownBy(() -> right("pat", HERE, "browser of Pat")).isInstanceOf(TooManyTries.class);
    }

    @Test
    void doesNotForgetWhatWasGuessedForManyStrangeNames() {
        assertThat(right("pat", HERE, null)).isTrue();
        IntStream.range(0, 10).forEach(i -> wrong("pat", HERE, null));
        IntStream.range(0, 20_000).forEach(i -> refused("strange-" + i));

        assertThatThrownBy(() -> right("pat", HERE, null)).isInstanceOf(TooManyTries.class);
    }

    @Test
    void doesNotCountAgainstTheAddressWhatIsRefusedForOnePerson() {
        IntStream.range(0, 1000).forEach(i -> refused("pat"));

        assertThat(right("sam", HERE, null)).isTrue();
    }

    @Test
    void comparesNothingAfterTooManyOwnPasswords() {
        var compared = new AtomicInteger();
        IntStream.range(0, 5).forEach(i -> assertThat(tries.ofOwn("pat", () -> compared.incrementAndGet() < 0)).isFalse());

        assertThat(tries.waitOfOwn("pat")).contains(Duration.ofMinutes(1));
        assertThatThrownBy(() -> tries.ofOwn("pat", () -> compared.incrementAndGet() > 0)).isInstanceOf(TooManyTries.class).hasMessageContaining("Try again in 1 minutes.");
        assertThat(compared).hasValue(5);
        assertThat(tries.ofOwn("sam", () -> true)).isTrue();
    }

    @Test
    void beginsAnewAfterTheRightOwnPassword() {
        IntStream.range(0, 4).forEach(i -> tries.ofOwn("pat", () -> false));
        tries.ofOwn("pat", () -> true);

        IntStream.range(0, 4).forEach(i -> tries.ofOwn("pat", () -> false));

        assertThat(tries.waitOfOwn("pat")).isEmpty();
    }

    @Test
    void doesNotCountWhatCouldNotBeCompared() {
        IntStream.range(0, 100).forEach(i -> {
            assertThatThrownBy(() -> tries.ofOwn("pat", PasswordTriesTests::fails)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> tries.atSignIn("pat", true, HERE, null, PasswordTriesTests::fails)).isInstanceOf(IllegalStateException.class);
        });

        assertThat(tries.waitOfOwn("pat")).isEmpty();
        assertThat(right("pat", HERE, null)).isTrue();
    }

    @Test
    void hasALineForEachRefusalWithNamesOfAccountsOnly(CapturedOutput log) {
        wrong("pat", HERE, null);
        tries.atSignIn("typed-a-password-here", false, HERE, null, () -> false);
        IntStream.range(0, 1000).forEach(i -> refused("strange"));
        IntStream.range(0, 5).forEach(i -> tries.ofOwn("sam", () -> false));

        assertThat(log.getAll()).contains("Sign-in refused: a wrong password of pat, from 192.0.2.1.", "Sign-in refused: nobody with an account, from 192.0.2.1.",
                "Refused: a wrong password of sam, in a session of theirs.").doesNotContain("typed-a-password-here", "strange");
        assertThat(log.getAll().lines().filter(line -> line.contains("too many attempts, from 192.0.2.1"))).hasSize(10);
    }

    @Test
    void hasFewLinesOfWhatGoesOnWithoutEnd() {
        assertThat(IntStream.range(0, 200).filter(i -> tries.mayNote("a token", HERE))).hasSize(50);
        assertThat(tries.mayNote("a code", HERE)).isTrue();
        assertThat(tries.mayNote("a token", "192.0.2.77")).isTrue();
    }

    private void strangeNames(String address) {
        IntStream.range(0, 50).forEach(i -> tries.atSignIn("strange-" + i, false, address, null, () -> false));
    }

    private void refused(String id) {
        try {
            tries.atSignIn(id, false, HERE, null, () -> false);
        } catch (TooManyTries expected) {
            assertThat(expected.after()).isPositive();
        }
    }

    private boolean wrong(String id, String address, @Nullable String browser) {
        return tries.atSignIn(id, true, address, browser, () -> false);
    }

    private boolean right(String id, String address, @Nullable String browser) {
        return tries.atSignIn(id, true, address, browser, () -> true);
    }

    private static boolean fails() {
        throw new IllegalStateException("Busy.");
    }
}
