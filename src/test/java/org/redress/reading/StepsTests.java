package org.redress.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.calendar.WorkingCalendar;

/** Whatever a text says, reading it ends: what the patterns look at is counted, and a decision needs little of what is allowed. */
class StepsTests {
    private static final String HEAD = "Ferndale Council (22 001 001)\nDecision : Upheld\nDecision date : 03 Apr 2023\n";
    private static final Path TEXTS = Path.of("src/test/resources/decisions");

    @Test
    void needsLittleOfWhatIsAllowedForADecision() throws IOException {
        int looked = 0;
        for (var set : List.of("development", "held-back")) {
            try (var files = Files.list(TEXTS.resolve(set))) {
                for (var file : files.filter(one -> one.toString().endsWith(".txt")).toList()) {
                    assertThat(steps(Files.readString(file))).as(file.toString()).isLessThan(DecisionReader.MOST_STEPS / 200);
                    looked++;
                }
            }
        }
        assertThat(looked).isGreaterThan(100);
    }

    @Test
    void readsTheLongestTextThatIsReadAtAll() throws IOException {
        var one = Files.readString(TEXTS.resolve("development/b01-homeless-interim.txt"));
        var long400 = one.repeat(DecisionReader.MOST_CHARACTERS / one.length());

        assertThat(steps(long400)).isLessThan(DecisionReader.MOST_STEPS / 2);
    }

    /** Words that nearly fit, again and again: each of these took minutes, a stack or a memory of some reader. */
    @ParameterizedTest
    @ValueSource(strings = {"to ", "a. ", "apologise, ", "A Council ", "( "})
    void endsWhateverIsRepeated(String unit) {
        var paragraph = unit.repeat(4900 / unit.length());

        for (var text : List.of(HEAD + "Agreed action\n" + ("1. The Council will " + paragraph + "\n").repeat(9), HEAD + "Decision\n" + ("The council agreed to " + paragraph + "\n").repeat(9),
                HEAD + "Agreed action\n" + (unit + "\n").repeat(100_000 / (unit.length() + 1)), HEAD + "Decision\n" + unit.repeat(390_000 / unit.length()))) {
            try {
                assertThat(steps(text)).isLessThanOrEqualTo(DecisionReader.MOST_STEPS);
            } catch (Steps.TooMany e) {
                assertThat(DecisionReader.read(text).unread()).extracting(Found::value).containsExactly("Its sentences take more time to read than they may have. Read it yourself, or paste the part that is needed.");
                assertThat(DecisionReader.read(text).actions()).isEmpty();
            }
        }
    }

    @Test
    void endsAPatternThatTriesAgainAndAgain() {
        var evil = Pattern.compile("(a|aa)+b");

        assertThatThrownBy(() -> Steps.within(1000, () -> evil.matcher(Steps.of("a".repeat(200))).find())).isInstanceOf(Steps.TooMany.class);
        assertThat(Steps.within(1000, () -> evil.matcher(Steps.of("aab")).find()).read()).isTrue();
        // and counts for nobody afterwards
        assertThat(Steps.of("text")).isEqualTo("text");
    }

    @Test
    void endsAPatternThatGoesTooDeep() {
        var deep = Pattern.compile("(?:a|b)*");

        assertThatThrownBy(() -> Steps.within(Long.MAX_VALUE, () -> deep.matcher(Steps.of("ab".repeat(1_000_000))).matches())).isInstanceOf(Steps.TooMany.class);
    }

    /** Every pattern of the grammar looks at the text through the counter. */
    @Test
    void countsForEveryPattern() throws IOException {
        int looked = 0;
        for (var name : List.of("ActionGrammar", "Amounts", "Clauses", "Cuts", "DecisionReader", "Draft", "Drafts", "Kinds", "Lines", "Paragraph", "People", "Periods", "Phrasing", "Sentences", "Times", "Verbs")) {
            var code = Files.readString(Path.of("src/main/java/org/redress/reading/" + name + ".java"));
            assertThat(code).as(name).doesNotContainPattern("\\.matcher\\((?!Steps\\.of\\()").doesNotContainPattern("(?<!Steps)\\.split\\(").doesNotContainPattern("(?<!Steps)\\.(?:matches|replaceAll|replaceFirst)\\([^\"()]*\"[^\"]+\"\\s*[,)](?<!\"\"\\))");
            looked++;
        }
        assertThat(looked).isEqualTo(16);
    }

    private static long steps(String text) {
        return DecisionReader.counted(text, WorkingCalendar.englandAndWales(), DecisionReader.MOST_STEPS).steps();
    }
}
