package org.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** How passwords are kept. */
class SlowHashTests {
    private final SlowHash hash = new SlowHash(20);

    @Test
    void knowsAPasswordAgainAndNoOther() {
        var kept = hash.encrypt("a long password");

        assertThat(kept).startsWith("20$").doesNotContain("password");
        assertThat(hash.check("a long password", kept)).isTrue();
        assertThat(hash.check("a long passwort", kept)).isFalse();
        assertThat(hash.encrypt("a long password")).isNotEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 19, 21, 40})
    void knowsPasswordsThatWereKeptWithOtherNumbersOfRounds(int rounds) {
        var kept = new SlowHash(rounds).encrypt("a long password");

        assertThat(hash.check("a long password", kept)).isTrue();
        assertThat(hash.check("a long passwort", kept)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{PBKDF2-SHA256}19$00 | true", "{PBKDF2-SHA256}20$00 | false", "{PBKDF2-SHA256}21$00 | false", "{SHA-512}abc | true", "{SHA}abc | true", " | true"})
    void knowsWhichHaveToBeKeptAnew(String kept, boolean behind) {
        assertThat(hash.isBehind(kept)).isEqualTo(behind);
    }

    @Test
    void tellsWhoComesWhenTooManyAreWorkedOutToComeBack() {
        var nobodysTurn = new SlowHash(20, 0, 1, Duration.ofMillis(5));
        var noPlaceInTheQueue = new SlowHash(20, 0, 0, Duration.ofDays(1));

        assertThatThrownBy(() -> nobodysTurn.encrypt("a long password")).isInstanceOf(PasswordsBusy.class)
                .hasMessage("Too many people are signing in at this moment. Try again in a few seconds.");
        assertThatThrownBy(() -> noPlaceInTheQueue.encrypt("a long password")).isInstanceOf(PasswordsBusy.class);
        assertThatThrownBy(() -> nobodysTurn.encrypt("a long password")).isInstanceOf(PasswordsBusy.class);
    }

    /** The figure of OWASP's Password Storage Cheat Sheet for PBKDF2 with HMAC-SHA-256. */
    @Test
    void isAsSlowAsItsFieldAsksFor() {
        var shipped = new YamlPropertiesFactoryBean();
        shipped.setResources(new ClassPathResource("application.yaml"));

        assertThat((Integer) Objects.requireNonNull(shipped.getObject()).get("redress.sign-in.hash-rounds")).isGreaterThanOrEqualTo(600_000);
    }
}
