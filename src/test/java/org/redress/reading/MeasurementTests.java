package org.redress.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well decisions are read, over texts of our own with what is true beside each; docs/reading.md has the same figures. */
class MeasurementTests {
    private static final Path TEXTS = Path.of("src/test/resources/decisions");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"development", "held-back"})
    void readsAsWellAsTheDocumentationSays(String set) throws IOException {
        var measured = Measurement.of(TEXTS.resolve(set));

        assertThat(measured.texts()).isGreaterThanOrEqualTo(16);
        assertThat(tableOf(set)).as("docs/reading.md; what is wrong:%n%s", String.join(System.lineSeparator(), measured.faults())).isEqualTo(measured.rows());
    }

    @Test
    void inventsNoActionInTextsThatAskForNone() throws IOException {
        int looked = 0;
        for (var set : List.of("development", "held-back")) {
            try (var files = Files.list(TEXTS.resolve(set))) {
                for (var truth : files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                    if (Files.readString(truth).contains("actions: []")) {
                        var text = Files.readString(Path.of(truth.toString().replace(".yaml", ".txt")));
                        assertThat(DecisionReader.read(text).actions()).as(truth.toString()).isEmpty();
                        looked++;
                    }
                }
            }
        }
        assertThat(looked).isGreaterThan(10);
    }

    @Test
    void printsWhatIsRightMissedAndInvented() throws IOException {
        Files.writeString(folder.resolve("one.txt"), """
                Ferndale Council (22 001 001)
                Decision : Upheld
                Decision date : 03 Apr 2023
                Agreed action
                Within one month of my decision the Council will apologise to Mr X.
                """);
        Files.writeString(folder.resolve("one.yaml"), "reference: 22 001 001\nactions:\n  - {kind: payment, for: Mr X, amount: 100, within: 1 month}\n");

        int exit = ReadCommand.run(List.of("--measure=" + folder), print(out), print(err));

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("1 texts").containsPattern("reference +1 +0 +0").containsPattern("actions +0 +1 +1")
                .contains("one.txt: actions: missed {kind=payment").contains("one.txt: actions: invented apology");
    }

    @Test
    void saysThatAFolderHasNothingToMeasure() {
        int exit = ReadCommand.run(List.of("--measure=" + folder), print(out), print(err));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("says what is true");
    }

    @Test
    void printsADecisionInWordsAndAsData() {
        var text = TEXTS.resolve("development/b01-homeless-interim.txt").toString();

        assertThat(ReadCommand.run(List.of(text), print(out), print(err))).isZero();
        assertThat(out.toString(UTF_8)).contains("Reference: 21 004 118", "1. apology, for Ms T, within 4 weeks of the decision, due Mon 14 Mar 2022");

        out.reset();
        ReadCommand.run(List.of(text, "--json"), print(out), print(err));
        assertThat(out.toString(UTF_8)).contains("\"kind\" : \"apology\"").contains("\"due\" : \"2022-03-14\"");
    }

    private static PrintStream print(ByteArrayOutputStream into) {
        return new PrintStream(into, true, UTF_8);
    }

    private static List<String> tableOf(String set) throws IOException {
        var lines = Files.readAllLines(Path.of("docs/reading.md"));
        int from = lines.indexOf("<!-- " + set + " -->");
        int to = lines.indexOf("<!-- end of " + set + " -->");
        assertThat(from).as("the table of " + set).isNotNegative();
        return lines.subList(from, to).stream().filter(line -> line.startsWith("| ") && !line.startsWith("| field") && !line.startsWith("| ---")).map(Objects::requireNonNull).toList();
    }
}
