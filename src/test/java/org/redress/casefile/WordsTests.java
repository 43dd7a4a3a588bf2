package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {
    @Test
    void areLettersAndNumbersOfAnyKindInSmallLettersWithoutAccents() {
        assertThat(Words.of("Don’t pay £1,50 for flat 3²–Ⅳ: Café Straße № 7! 😀 𝐱 ౸x ")).containsExactly("dont", "pay", "1", "50", "for", "flat", "32", "iv", "cafe", "straße", "no", "7", "x", "౸x");
        assertThat(Words.of("one")).containsExactly("one");
        assertThat(Words.of(" … ")).isEmpty();
        assertThat(Words.of("")).isEmpty();
    }

    @Test
    void ofANameAreSpeltInEachWay() {
        assertThat(Words.spellings("O'Brien Smith-Jones")).containsExactly("obrien", "smith", "jones", "o", "brien", "smithjones");
    }
}
