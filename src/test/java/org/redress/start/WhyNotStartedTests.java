package org.redress.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.identity.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;

/** Every foreseen reason for a start that ends is one sentence with what to do, and every word of the command line is known or said. */
class WhyNotStartedTests {
    /** Has one setting of ours and some of Spring's. */
    @EnableConfigurationProperties(DataSourceProperties.class)
    static class Small {
        @Value("${redress.session.idle}") Duration idle = Duration.ZERO;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--redress.session.idle=soon              | The setting redress.session.idle is \"soon\", which is no time, such as 30s, 10m or 12h.",
        "--spring.datasource.embedded-database-connection=oracle | The setting spring.datasource.embedded-database-connection has a value that is no EmbeddedDatabaseConnection.",
    })
    void namesTheSettingThatCannotBeRead(String setting, String sentence) {
        var failure = catchThrowable(() -> new SpringApplicationBuilder(Small.class).web(WebApplicationType.NONE).logStartupInfo(false).run(setting).close());

        assertThat(WhyNotStarted.of(failure)).contains(new WhyNotStarted(sentence, ExitCode.REFUSED));
    }

    /** Files of settings that are not there, cannot be read, or have a name that there is not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "none.yaml  |                             | There is no file of settings /.*none.yaml: look at spring.config.location, .*",
        "cut.yaml   | 'redress: {session: ['      | A file of settings cannot be read: .*, in line \\d+\\.",
        "wrong.yaml | redress.sesion.idle: 1h     | There is no setting redress.sesion.idle; there is redress.session.idle\\.",
        "ulr.yaml   | spring.datasource.ulr: x    | There is no setting spring.datasource.ulr; there is spring.datasource.url\\.",
    })
    void refusesAFileOfSettings(String file, String content, String sentence, @TempDir Path folder) throws IOException {
        if (content != null) {
            Files.writeString(folder.resolve(file), content);
        }

        var failure = catchThrowable(() -> new SpringApplicationBuilder(Small.class).web(WebApplicationType.NONE).logStartupInfo(false).initializers(new SettingNames())
                .run("--spring.config.additional-location=" + folder.resolve(file), "--redress.session.idle=1s").close());

        assertThat(WhyNotStarted.of(failure)).hasValueSatisfying(why -> {
            assertThat(why.sentence()).matches(sentence);
            assertThat(why.code()).isEqualTo(ExitCode.REFUSED);
        });
    }

    @Test
    void namesThePortThatIsInUse() {
        assertThat(WhyNotStarted.of(new WebServerException("x", new PortInUseException(8080)))).hasValueSatisfying(why -> {
            assertThat(why.sentence()).startsWith("Port 8080 is in use");
            assertThat(why.code()).isEqualTo(ExitCode.LATER);
        });
    }

    /** States of PostgreSQL, codes of H2; no word of the database comes along that could be somebody's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "08001 | 0     | LATER   | The database cannot be reached",
        "57P03 | 0     | LATER   | The database cannot be reached",
        "53300 | 0     | LATER   | The database has no connection free",
        "55P03 | 0     | LATER   | A table of the database could not be changed",
        "28P01 | 0     | REFUSED | The database does not let in the user",
        "28000 | 28000 | REFUSED | The database does not let in the user",
        "3D000 | 0     | REFUSED | There is no database of the name",
        "3F000 | 0     | REFUSED | There is no schema",
        "42501 | 0     | REFUSED | The user of the database may not do",
        "25006 | 0     | REFUSED | The database takes no changes",
        "90020 | 90020 | LATER   | The database file is in use",
        "90030 | 90030 | REFUSED | The database file is damaged",
        "90048 | 90048 | REFUSED | The database file was written by another version of H2",
        "90097 | 90097 | REFUSED | The database can be read and not written",
        "90100 | 90100 | LATER   | There is no room left",
        "90028 | 90028 | REFUSED | The database file cannot be read:",
    })
    void saysWhatTheDatabaseSays(String state, int number, ExitCode code, String beginning) {
        var failure = new IllegalStateException("outside", new SQLException("a word", state, number));

        assertThat(WhyNotStarted.of(failure)).hasValueSatisfying(why -> {
            assertThat(why.sentence()).startsWith(beginning);
            assertThat(why.code()).isEqualTo(code);
        });
        assertThat(WhyNotStarted.of(new SQLException("Failing row contains (Mr Oldacre)", "23502"))).isEmpty();
        assertThat(WhyNotStarted.code(new SQLException("a word", "23502"))).isEqualTo(ExitCode.UNFORESEEN);
    }

    @Test
    void refusesTheTablesOfANewerVersion() throws SQLException {
        var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        var ours = Flyway.configure().dataSource(url, "redress", "").locations("classpath:db/migration", "classpath:db/h2").load();
        new SchemaAtStart(List.of(), "redress").migrate(ours);
        try (var connection = DriverManager.getConnection(url, "redress", ""); var statement = connection.createStatement()) {
            statement.execute("insert into \"flyway_schema_history\" select \"installed_rank\" + 1, '9999', 'later', \"type\", 'V9999__later.sql', \"checksum\", \"installed_by\", \"installed_on\","
                    + " \"execution_time\", true from \"flyway_schema_history\" order by \"installed_rank\" desc fetch first row only");
        }

        assertThatThrownBy(() -> new SchemaAtStart(List.of(), "redress").migrate(ours)).isInstanceOf(StartRefused.class)
                .hasMessageMatching("The database was written by a newer version of Redress \\(its tables have version 9999, this program knows \\d+\\): .*");
    }

    @Test
    void saysThatADatabaseOfSomebodyElseIsNotOurs() throws SQLException {
        var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        try (var connection = DriverManager.getConnection(url, "redress", ""); var statement = connection.createStatement()) {
            statement.execute("create table complaint (words varchar)");
        }
        var ours = Flyway.configure().dataSource(url, "redress", "").baselineOnMigrate(true).baselineVersion("0").locations("classpath:db/migration", "classpath:db/h2").load();

        var failure = catchThrowable(() -> new SchemaAtStart(List.of(), "redress").migrate(ours));

        assertThat(WhyNotStarted.of(failure)).hasValueSatisfying(why ->
                assertThat(why.sentence()).startsWith("The database could not be brought to version 1 of its tables (SQL state 42S01): it is no database of Redress"));
    }

    @Test
    void saysThatAnUpgradeWaitedForSomebodyInVain() {
        var step = Flyway.configure().dataSource("jdbc:h2:mem:" + UUID.randomUUID(), "redress", "").locations("classpath:db/migration").load().info().pending()[0];
        var failure = new FlywayMigrateException(step, false, new SQLException("canceling statement due to lock timeout", "55P03"), true, new MigrateResult("", "", "", ""));

        assertThat(WhyNotStarted.code(failure)).isEqualTo(ExitCode.LATER);
        assertThat(WhyNotStarted.of(failure)).hasValueSatisfying(why -> assertThat(why.sentence()).startsWith("A table of the database could not be changed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "jdbc:h2:file:./data/redress;WRITE_DELAY=0 | data/redress.mv.db | true",
        "jdbc:h2:/var/redress;IFEXISTS = TRUE      | /var/redress.mv.db | false",
        "jdbc:h2:mem:redress                       |                    |",
        "jdbc:h2:tcp://host/redress                |                    |",
        "jdbc:postgresql://host/redress            |                    |",
    })
    void knowsWhichFileIsADatabase(String url, String file, Boolean made) {
        var found = H2File.of(url);

        assertThat(found.map(H2File::path)).isEqualTo(file == null ? Optional.empty() : Optional.of(Path.of(file).toAbsolutePath()));
        assertThat(found.map(H2File::made).orElse(null)).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "start                        | \"start\" is no command; the commands are due and help, and without one the server starts.",
        "server.port=0                | \"server.port=0\" is no setting: settings are written --name=value, such as --server.port=9090.",
        "-server.port=0               | \"-server.port=0\" is no setting: settings are written --name=value, such as --server.port=9090.",
        "--json                       | \"--json\" is no setting: settings are written --name=value, such as --server.port=9090.",
        "--as=kent-officer            | There is no setting as.",
        "--servr.port=9090            | There is no setting servr.port.",
        "--spring.datasource.ulr=jdbc:postgresql:x | There is no setting spring.datasource.ulr; there is spring.datasource.url.",
        "--spring.datasource.hikari.max-pool-size=9 | There is no setting spring.datasource.hikari.max-pool-size; there is spring.datasource.hikari.maximum-pool-size.",
        "--management.server.prot=9464 | There is no setting management.server.prot; there is management.server.port.",
        "--camunda.bpm.job-execution.enabld=false | There is no setting camunda.bpm.job-execution.enabld; there is camunda.bpm.job-execution.enabled.",
        "--redress.sign-in.hash-round=1 | There is no setting redress.sign-in.hash-round; there is redress.sign-in.hash-rounds.",
    })
    void takesNothingMistypedForAStart(String words, String sentence) {
        assertThat(CommandLine.wrongForTheServer(List.of(words.split(" ")), "due and help")).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"--debug", "--server.port=9090", "--redress.signIn.hashRounds=1", "--redress.sign-in.councils.kent-server=kent", "--spring.datasource.url=jdbc:h2:mem:x", "--camunda.bpm.x=y",
        "--spring.profiles.active=demo", "--spring.config.additional-location=/etc/redress/", "--spring.jpa.properties.hibernate.x=y", "--logging.level.org.redress=debug",
        "--management.endpoint.health.group.calendar.include=x", "--camunda.bpm.generic-properties.properties.default-number-of-retries=5", "--spring.flyway.placeholders.application=x",
        "--spring.security.oauth2.client.registration.kent.client-id=x", "--server.tomcat.max-http-form-post-size=1MB", "--spring.datasource.hikari.data-source-properties.socketTimeout=30"})
    void takesSettings(String word) {
        assertThat(CommandLine.wrongForTheServer(List.of(word), "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "REDRESS_ADMIN_PASWORD      | The environment has REDRESS_ADMIN_PASWORD, which no setting reads; there is REDRESS_ADMIN_PASSWORD.",
        "SPRING_DATASOURCE_ULR      | The environment has SPRING_DATASOURCE_ULR, which no setting reads; there is SPRING_DATASOURCE_URL.",
        "REDRESS_SIGNIN_SECRETKEY   |",
        "SPRING_DATASOURCE_PASSWORD |",
        "REDRESS_PORT               |",
        "REDRESS_SERVICE_HOST       |",
        "SERVER_PORT                |",
        "PATH                       |",
    })
    void saysWhatTheEnvironmentHasForNothing(String variable, String sentence) {
        assertThat(SettingNames.meantInTheEnvironment(variable).orElse(null)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "due 2019-08-09 --jsn                 |                  | \"--jsn\" is no option of due.",
        "audit verify --sinse=9               | --since,--out    | There is no setting sinse.",
        "takeover x.csv --as=a --dryrun       | --as,--dry-run   | \"--dryrun\" is no option of takeover; its options are --as, --dry-run.",
        "audit verify --since 9:x --out=file --spring.datasource.url=x | --since,--out |",
    })
    void takesNoOptionThatThereIsNot(String words, String options, String sentence) {
        var all = List.of(words.split(" "));

        var wrong = CommandLine.wrongBehind(all.get(0), all.subList(1, all.size()), options == null ? List.of() : List.of(options.split(",")));

        assertThat(wrong.orElse(null)).isEqualTo(sentence);
    }

    @Test
    void listsTheExitCodesInTheDocs() throws IOException {
        var listed = Pattern.compile("(?m)^\\| (\\d+) \\| (.*) \\|$").matcher(Files.readString(Path.of("docs/operations.md"))).results().map(found -> found.group(1) + " " + found.group(2)).toList();

        assertThat(listed).containsExactlyElementsOf(Stream.of(ExitCode.values()).map(code -> code.code() + " " + code.meaning()).toList());
    }

    /** A setting that the code reads and nobody listed would be refused in a file. */
    @Test
    void knowsEverySettingThatIsRead() throws IOException {
        var read = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                Pattern.compile("@Value\\(\"\\$\\{(redress\\.[a-z.-]+)").matcher(Files.readString(file)).results().forEach(found -> read.add(found.group(1)));
            }
        }

        assertThat(read).hasSizeGreaterThan(50).isSubsetOf(SettingNames.known());
    }
}
