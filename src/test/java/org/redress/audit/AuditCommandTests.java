package org.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.start.H2File;
import org.redress.testing.Casework;
import org.redress.testing.ProductTest;
import org.redress.testing.ReadsEverything;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The command {@code redress audit verify} on a database file. */
@ProductTest
@Order(ReadsEverything.FIRST)
class AuditCommandTests {
    private static final String FILE = "redress.mv.db";

    /** Has the file of which each test gets one: written once, because that reads everything. */
    @TempDir private static Path written;

    @TempDir private Path folder;

    @Autowired private Casework casework;
    @Autowired private JdbcTemplate jdbc;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String url;

    @BeforeEach
    void aDatabaseFile() throws SQLException {
        url = url(folder);
        if (Files.notExists(written.resolve(FILE))) {
            casework.acknowledged("kent", Map.of());
            DatabaseCopy.at(url(written), jdbc).close();
        }
    }

    private static String url(Path folder) {
        return H2File.uncompacted("jdbc:h2:file:" + folder.resolve("redress"));
    }

    private void copy() throws IOException {
        Files.copy(written.resolve(FILE), folder.resolve(FILE));
    }

    @Test
    void saysThatTheRecordIsWholeAndGivesTheAnchor() throws Exception {
        copy();

        assertThat(run("verify")).isZero();
        assertThat(text(out)).contains("The record of changes is whole.").containsPattern("Anchor: \\d+:[0-9a-f]{64}\\R");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void acceptsTheAnchorThatItGave() throws Exception {
        copy();
        run("verify");
        var anchor = text(out).replaceAll("(?s).*Anchor: (\\S+).*", "$1");

        assertThat(run("verify", "--since", anchor)).isZero();
        assertThat(run("verify", "--since", "9" + anchor)).isEqualTo(1);
        assertThat(text(out)).contains("its end was cut off");
    }

    @Test
    void namesTheRowThatWasChanged() throws Exception {
        copy();
        try (var changing = DriverManager.getConnection(url, "redress", ""); var statement = changing.createStatement()) {
            statement.executeUpdate("update complaint set stage = 7");
        }

        assertThat(run("verify")).isEqualTo(1);
        assertThat(text(out)).containsPattern("Table complaint, row \\d+: changed behind the product's back\\.").contains("do not agree");
    }

    @Test
    void groupsWhatItFoundAndWritesAllOfIt() throws Exception {
        copy();
        try (var copy = DriverManager.getConnection(url, "redress", ""); var statement = copy.createStatement()) {
            statement.executeUpdate("update answer set content = 'x'");
        }

        assertThat(run("verify", "--out", folder.resolve("all.txt").toString())).isEqualTo(1);

        assertThat(text(out).lines().filter(line -> line.startsWith("Table answer, row"))).hasSize(3);
        assertThat(text(out)).containsPattern("[\\d,]+ more of this kind: Table answer, row …: changed behind the product's back\\.").containsPattern("[\\d,]+ findings of 1 kinds, all of them in ");
        assertThat(Files.readAllLines(folder.resolve("all.txt"))).hasSizeGreaterThan(5).last(STRING).startsWith("Anchor: ");
    }

    @Test
    void beginsAnewWhereSomebodyAnswersForWhatWasFound() throws Exception {
        copy();
        try (var copy = DriverManager.getConnection(url, "redress", ""); var statement = copy.createStatement()) {
            statement.executeUpdate("update complaint set stage = 7");
        }
        run("verify");
        var anchor = text(out).replaceAll("(?s).*Anchor: (\\S+).*", "$1");
        assertThat(run("baseline", "--by=Jane Doe", "--because=Upgrade")).as("nobody would know what").isEqualTo(2);

        assertThat(run("baseline", "--by=Jane Doe", "--because=Upgrade of 3 March", "--out=" + folder.resolve("all.txt"))).isZero();

        out.reset();
        assertThat(run("verify", "--since", anchor)).isZero();
        assertThat(text(out)).containsPattern("Entry \\d+, \\S+, Jane Doe: baseline \\d+ findings taken as they were: Upgrade of 3 March\\.").contains("The record of changes is whole.");
        assertThat(Files.readString(folder.resolve("all.txt"))).contains("Table complaint, row");
        try (var copy = DriverManager.getConnection(url, "redress", ""); var statement = copy.createStatement()) {
            statement.executeUpdate("update complaint set stage = 8");
        }
        assertThat(run("verify")).as("what comes later is found").isEqualTo(1);
    }

    /** A migration writes rows of the record: that is said in the chain, and what had been changed before stays a finding. */
    @Test
    void takesWhatAnUpgradeWritesIntoTheChain() throws Exception {
        copy();
        try (var copy = DriverManager.getConnection(url, "redress", ""); var statement = copy.createStatement()) {
            statement.executeUpdate("update deadline set due_on = due_on + 1 where id = (select min(id) from deadline)");
            var clock = Clock.fixed(Instant.parse("2026-06-01T09:00:00Z"), ZoneOffset.UTC);
            var upgrade = new UpgradedRows(clock);
            upgrade.before(copy);
            statement.executeUpdate("update complaint set stage = 7");
            statement.executeUpdate("update deadline set due_on = due_on + 1 where id = (select min(id) from deadline)");
            // as if it had been ended here, and started again
            upgrade.after(copy);
            new UpgradedRows(clock).after(copy);
        }

        assertThat(run("verify")).isEqualTo(1);
        assertThat(text(out).lines().filter(line -> line.contains("changed behind"))).singleElement().asString().startsWith("Table deadline");
        assertThat(text(out)).contains("Redress: upgrade begun, 1 rows differed.").containsPattern("Redress: upgrade done, \\d+ rows written\\.");
    }

    @Test
    void saysThatARunningServerHoldsTheFile() throws Exception {
        copy();

        // as a server in a process of its own holds it
        try (var file = FileChannel.open(folder.resolve(FILE), StandardOpenOption.READ, StandardOpenOption.WRITE); var lock = file.lock()) {
            assertThat(run("verify")).isEqualTo(2);
            assertThat(lock.isValid()).isTrue();
        }
        assertThat(text(err)).contains("in use by a running server");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void makesNoDatabaseWhereThereIsNone() {
        assertThat(run("verify")).isEqualTo(2);
        assertThat(text(err)).contains("There is no database here yet (");
        assertThat(Files.exists(folder.resolve(FILE))).isFalse();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("repair")).isEqualTo(2);
        assertThat(run("verify", "--since")).isEqualTo(2);
        assertThat(run("verify", "--since", "yesterday")).isEqualTo(2);
        assertThat(text(err)).contains("Say: redress audit verify", "An anchor is");
    }

    private int run(String... words) {
        var arguments = new ArrayList<>(List.of(words));
        arguments.add("--spring.datasource.url=" + url);
        return AuditCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
