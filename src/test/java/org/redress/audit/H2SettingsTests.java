package org.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.identity.StartRefused;
import org.redress.start.H2File;
import org.redress.testing.ClassPath;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What was answered with success is in the file, however the program ends, and who waited for somebody sees what they did. */
class H2SettingsTests {
    private static final int ENOUGH = 40;
    /** 128 and the number of the signal that nobody can catch. */
    private static final int KILLED = 128 + 9;

    @TempDir private Path folder;

    @Test
    void keepsWhatWasAnsweredWhenTheProgramIsKilled() throws Exception {
        var url = "jdbc:h2:file:" + folder.resolve("killed");
        var command = new ArrayList<>(ClassPath.java(Steps.class));
        command.add("--spring.datasource.url=" + url);
        var program = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var answered = new ArrayList<Integer>();
        try (var said = program.inputReader()) {
            read(said, answered, ENOUGH);
            // not the process itself, which would close its output too
            program.toHandle().destroyForcibly();
            read(said, answered, Integer.MAX_VALUE);
        }

        assertThat(program.waitFor()).as("killed").isEqualTo(KILLED);
        assertThat(answered).hasSizeGreaterThanOrEqualTo(ENOUGH);
        try (var connection = DriverManager.getConnection(H2File.uncompacted(url), "redress", ""); var statement = connection.createStatement();
                var found = statement.executeQuery("select number from step order by number")) {
            var kept = new ArrayList<Integer>();
            while (found.next()) {
                kept.add(found.getInt(1));
            }
            assertThat(kept).containsAll(answered);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:./data/redress, jdbc:h2:file:./data/redress;WRITE_DELAY=0;MAX_COMPACT_TIME=0;OPTIMIZE_REUSE_RESULTS=FALSE;DEFAULT_NULL_ORDERING=HIGH",
        "jdbc:h2:~/redress;CACHE_SIZE=1000, jdbc:h2:~/redress;CACHE_SIZE=1000;WRITE_DELAY=0;MAX_COMPACT_TIME=0;OPTIMIZE_REUSE_RESULTS=FALSE;DEFAULT_NULL_ORDERING=HIGH",
        "jdbc:h2:file:./data/redress;write_delay=0;optimize_reuse_results=false, jdbc:h2:file:./data/redress;write_delay=0;optimize_reuse_results=false;MAX_COMPACT_TIME=0;DEFAULT_NULL_ORDERING=HIGH",
        "jdbc:h2:mem:product, jdbc:h2:mem:product;OPTIMIZE_REUSE_RESULTS=FALSE;DEFAULT_NULL_ORDERING=HIGH",
        "jdbc:postgresql://localhost/redress, jdbc:postgresql://localhost/redress",
    })
    void asksEveryDatabaseOfH2ForThem(String configured, String used) {
        assertThat(H2Settings.with(configured)).isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "jdbc:h2:file:./data/redress;Write_Delay=500;CACHE_SIZE=1000 | spring.datasource.url asks for WRITE_DELAY=500: what people were told was done would be gone after a crash. Leave it out, it is 0 then.",
        "jdbc:h2:file:./data/redress;MAX_COMPACT_TIME=200 | spring.datasource.url asks for MAX_COMPACT_TIME=200: rows may be lost when the database is closed. Leave it out, it is 0 then.",
        "jdbc:h2:mem:product;OPTIMIZE_REUSE_RESULTS=true | spring.datasource.url asks for OPTIMIZE_REUSE_RESULTS=true: of two people at once the second would not see what the first has done. Leave it out, it is FALSE then.",
    })
    void refusesToStartWithOthers(String configured, String sentence) {
        assertThatThrownBy(() -> H2Settings.with(configured)).isInstanceOf(StartRefused.class).hasMessage(sentence);
    }

    /** A program may end in the middle of a line; only a whole one is an answer. */
    private static void read(BufferedReader said, List<Integer> answered, int enough) throws IOException {
        for (var line = said.readLine(); line != null; line = answered.size() < enough ? said.readLine() : null) {
            if (line.matches("\\d+\\.")) {
                answered.add(Integer.valueOf(line.replace(".", "")));
            }
        }
    }

    /** Takes steps on the product's own database connections and says each number when it is done, until it is killed. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class})
    @Import(H2Settings.class)
    static class Steps {
        public static void main(String[] settings) {
            try (var product = new SpringApplicationBuilder(Steps.class).web(org.springframework.boot.WebApplicationType.NONE).run(settings)) {
                var jdbc = product.getBean(JdbcTemplate.class);
                var transaction = product.getBean(TransactionTemplate.class);
                jdbc.execute("create table step (number int primary key, words varchar)");
                for (int number = 1; !Thread.currentThread().isInterrupted(); number++) {
                    int step = number;
                    transaction.executeWithoutResult(status -> jdbc.update("insert into step values (?, ?)", step, "Step " + step));
                    System.out.println(step + ".");
                }
            }
        }
    }
}
