package org.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords are the first that somebody tries who guesses. */
class CommonPasswordsTests {
    private final CommonPasswords common = new CommonPasswords(() -> List.of("kent", "cheshire-east"), "");

    CommonPasswordsTests() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {"Summer2026!", "summer-2026-A", "2026Summer!", "Password1!", "P@ssw0rd2026", "P4ssw0rd!!", "!!Passw0rd12", "5ummer2026!", "Cheshire-2026", "KentCouncil-26", "Kent.Council.1",
        "WelcomeWelcome1!", "Welcome2Kent!", "November-2026", "Complaints-26!", "Liverpool-1892", "L3tm31n-2026", "$ummer-20-26"})
    void knowsWordsWithAYearOrSignsAroundThem(String password) {
        assertThat(common.why(password)).hasValueSatisfying(why -> assertThat(why).startsWith("This password is a word that many people choose"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Qwertyuiop-1", "1qwertyuiopA-", "Asdfgh-123456", "abcdefgh-A1", "0987654321-Aa", "Zxcvbnm-9876"})
    void knowsRowsOfKeys(String password) {
        assertThat(common.why(password)).hasValueSatisfying(why -> assertThat(why).startsWith("This password is mostly keys that lie beside each other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aa1-Aa1-Aa1-", "111111111aA-", "aA-1aA-1aA-1"})
    void knowsTheSameAgainAndAgain(String password) {
        assertThat(common.why(password)).hasValueSatisfying(why -> assertThat(why).startsWith("This password is the same few characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Everybody-1", "Zz1-k9Lm_42-aaQd", "Copper lamp 4 seldom rivers!", "Summer-welcome-football-kent-7", "Kettle-9-Marmalade", "Summer-83920485720-x", "Grüße-aus-Tunbridge-1"})
    void takesWhatNobodyGuesses(String password) {
        assertThat(common.why(password)).isEmpty();
    }

    @Test
    void takesEveryPasswordThatTheProductMakes() {
        assertThat(IntStream.range(0, 300).mapToObj(i -> Passwords.random())).allSatisfy(password -> assertThat(common.why(password)).isEmpty());
    }

    @Test
    void knowsTheWordsOfTheInstallationToo(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("words.txt"), "# our buildings\nInvicta House\ninvicta\n");

        assertThat(common.why("Invicta-2026")).isEmpty();
        assertThat(new CommonPasswords(List::of, file.toString()).why("Invicta-2026")).isPresent();
        assertThatThrownBy(() -> new CommonPasswords(List::of, "/no/such/file")).isInstanceOf(StartRefused.class)
                .hasMessage("The list of common passwords (redress.sign-in.common-passwords) cannot be read: /no/such/file.");
    }
}
