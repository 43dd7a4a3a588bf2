package org.redress.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.models.DeployedModels;
import org.redress.models.GeneratedPage;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What {@code redress move --preview} prints, for the example of the documentation. */
@ProductTest
class MoveCommandTests {
    private static final Path PAGE = Path.of("docs/process-owners.md");
    private static final String FROM = "<!-- preview -->\n";
    private static final String TO = "<!-- /preview -->";
    private static final String TASK = "name=\"Decide who answers\" camunda:formRef=\"decide-who-answers\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"complaints-team\"";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Moving moving;

    @Autowired
    private DeployedModels deployed;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private ChangedModels models;

    @BeforeEach
    void prepare() {
        models = new ChangedModels(repository);
        office.on(LocalDate.of(2026, 6, 1));
    }

    @AfterAll
    static void restoreTheModels(@Autowired RepositoryService repository) {
        ChangedModels.restore(repository);
    }

    @AfterEach
    void takeTheChangesBack() {
        models.takeBack();
    }

    @Test
    void saysOfEachCaseWhatWouldBecomeOfIt() throws IOException {
        var atDecision = casework.accepted("kent");
        var atAssessment = casework.acknowledged("kent", Map.of());
        casework.accepted("leicestershire");
        changed();

        int code = MoveCommand.run(moving, deployed, "kent", false, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

        var block = FROM + out.toString(StandardCharsets.UTF_8).replaceAll("version \\d+ to \\d+", "version 1 to 2").replace(atDecision, "KENT-2026-00001").replace(atAssessment, "KENT-2026-00002")
                .lines().map(line -> "    " + line + "\n").reduce("", String::concat) + TO;
        var page = Files.readString(PAGE);
        GeneratedPage.write(PAGE, page.substring(0, page.indexOf(FROM)) + ordered(block) + page.substring(page.indexOf(TO) + TO.length()));
        assertThat(Files.readString(PAGE)).as(GeneratedPage.HOW).contains(ordered(block));
        assertThat(code).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("2 that began with an earlier version: 2 can move to version", "The models of this installation are not those that are deployed");
        assertThat(office.openTasks(atDecision)).containsExactly("Decide who answers");
    }

    /** The engine's ids, after which cases come, are other ones each time. */
    private static String ordered(String block) {
        var cases = List.of(block.substring(FROM.length(), block.length() - TO.length()).split("(?m)(?=^    KENT)"));
        return FROM + cases.stream().sorted().reduce("", String::concat) + TO;
    }

    @Test
    void printsData() throws IOException {
        casework.accepted("kent");
        changed();

        MoveCommand.run(moving, deployed, null, true, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

        var task = new ObjectMapper().readTree(out.toByteArray()).path("cases").get(0).path("changes").get(1).path("tasks").get(0);
        assertThat(task.path("nameBefore").asText()).isEqualTo("Decide who answers");
        assertThat(task.path("name").asText()).isEqualTo("Choose who answers");
        assertThat(task.path("groups").get(0).asText()).isEqualTo("supervisors");
        assertThat(task.path("due").asText()).isEqualTo("2026-06-15");
    }

    @Test
    void saysHowItIsAsked() {
        int code = MoveCommand.run(List.of(), new PrintStream(out), new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Say: redress move --preview").contains("a supervisor of the council confirms");
    }

    /** Only a server brings a database to its version. */
    @Test
    void leavesADatabaseOfAnEarlierVersionAsItIs() throws SQLException {
        var url = "jdbc:h2:mem:earlier;DB_CLOSE_DELAY=-1";
        try (var connection = DriverManager.getConnection(url, "sa", ""); var statement = connection.createStatement()) {
            assertThat(asked(url)).isEqualTo("There are no tables of Redress in this database: is it the right one?");
            statement.execute("create table \"flyway_schema_history\" (\"version\" varchar, \"success\" boolean)");
            statement.execute("insert into \"flyway_schema_history\" values ('1', true)");

            assertThat(asked(url)).startsWith("The tables of this database have version 1, and this program knows ");

            try (var tables = connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE", "TABLE"})) {
                assertThat(tables.next()).isTrue();
                assertThat(tables.next()).as("another table").isFalse();
            }
            statement.execute("shutdown");
        }
    }

    private static String asked(String url) {
        var said = new ByteArrayOutputStream();
        int code = MoveCommand.run(List.of("--preview", "--spring.datasource.url=" + url, "--spring.datasource.username=sa", "--spring.datasource.password="), new PrintStream(said), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(2);
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    private void changed() {
        models.with("stage.bpmn", TASK, TASK.replace("Decide who answers", "Choose who answers").replace("complaints-team", "supervisors"))
                .with("stage.bpmn", "<timeDate xsi:type=\"tFormalExpression\">${dueSoon.of(responseDue)}", "<timeDate xsi:type=\"tFormalExpression\">${responseDue}").deploy();
    }
}
