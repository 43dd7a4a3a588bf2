package org.redress.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command says before it looks at a database; what it does with one is tried on PostgreSQL. */
class RecountCommandTests {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"preview", "--previw", "-p", "KENT-2026-00012", "--spring.datasource.url", "--preview now", "--preview --preview"})
    void saysHowItIsCalled(String words) {
        int exit = run(List.of(words.split(" ")));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualTo("Say: redress recount [--preview] [--redress.bank-holidays=FILE] [--spring.datasource.url=…]" + System.lineSeparator());
        assertThat(out.size()).isZero();
    }

    @Test
    void makesNoDatabaseWhereThereIsNone(@TempDir Path folder) {
        int exit = run(List.of("--preview", "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("redress")));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualTo("There is no database here yet (" + folder.resolve("redress") + ")." + System.lineSeparator());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysHowFarItIsNowAndThen() {
        var progress = RecountCommand.say(new PrintStream(out, true, UTF_8));
        progress.at(0, 25_000, 0);
        progress.at(9_500, 25_000, 3);
        progress.at(10_000, 25_000, 3);
        progress.at(20_000, 25_000, 1_204);
        progress.at(25_000, 25_000, 1_204);

        assertThat(out.toString(UTF_8).lines()).containsExactly("… 10,000 of 25,000 open deadlines, 3 move", "… 20,000 of 25,000 open deadlines, 1,204 move");
    }

    private int run(List<String> arguments) {
        return RecountCommand.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
