package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People and texts that are alike whatever the spelling, and those that are not. */
class LikenessTests {
    private static final String BINS = "The bins were not emptied for six weeks, and nobody answered the telephone when I called the council about it.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ms T              | ms t             | true
            Ms T              | Ms. T.           | true
            Zoë O’Neill       | ZOE ONEILL       | true
            John Smith        | Smith, John      | true
            John Smith        | John  Smith      | true
            Ms T              | Mr T             | false
            John Smith        | John Smithson    | false
            Mr X              | Mr Y             | false
            Anonymous         | anonymous        | false
            Name withheld     | Name withheld    | false
            ...               | ...              | false
            """)
    void knowsAPersonByTheWordsOfTheLabel(String one, String other, boolean same) {
        assertThat(Likeness.samePerson(one, other)).isEqualTo(same);
    }

    @Test
    void findsTheSameWordsWhateverTheirSpelling() {
        assertThat(Likeness.of(BINS, BINS.toUpperCase(Locale.ROOT).replace(",", " –\n"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The bins were not emptied for six weeks, and nobody answered the phone when I called the council about it.             | true
            Dear Sir, the bins were not emptied for six weeks, and nobody answered the telephone when I called the council.        | true
            The bins were not emptied again last week, although you promised it.                                                   | false
            My neighbour's tree is on my garage and the council does nothing.                                                      | false
            """)
    void knowsAlmostTheSameFromAnotherMatter(String other, boolean alike) {
        assertThat(Likeness.of(BINS, other) >= 0.5).isEqualTo(alike);
    }

    @ParameterizedTest
    @CsvSource({"Details., details, 1", "Details., Other details., 0", "Bins not emptied, Bins not emptied!, 1"})
    void comparesShortTextsAsAWhole(String one, String other, double share) {
        assertThat(Likeness.of(one, other)).isEqualTo(share);
    }

    @Test
    void looksForNoWordsThatNoIndexTakes() {
        var key = "k".repeat(201);

        assertThat(Likeness.some(key)).isEmpty();
        assertThat(Likeness.some("The key " + key + " was lost.")).containsExactly(List.of("the", "key", "was"), List.of("key", "was", "lost"));
    }

    @Test
    void findsNothingInCommonWhereNothingIsSaid() {
        assertThat(Likeness.of("", "")).isZero();
        assertThat(Likeness.of("...", BINS)).isZero();
    }
}
