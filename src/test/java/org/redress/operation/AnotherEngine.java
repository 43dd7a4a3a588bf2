package org.redress.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.redress.Redress;
import org.redress.audit.AuditCommand;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.replay.PublishedCouncils;
import org.redress.replay.SimulatedTime;
import org.redress.start.H2File;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A database with running cases passes from one engine to another, on H2 and on PostgreSQL: the product on the one leaves it ({@code leave FOLDER}), the product on the other finishes its cases
 * ({@code finish FOLDER}). {@code ./redress-on-operaton take-over} runs both.
 */
final class AnotherEngine {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_02 = LocalDate.of(2026, 6, 2);
    private static final LocalDate TUE_2026_06_30 = LocalDate.of(2026, 6, 30);

    private AnotherEngine() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        // as the product does, before H2 asks for the JVM's zone
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
        var folder = Path.of(arguments[1]).toAbsolutePath();
        Files.createDirectories(folder);
        boolean leaves = arguments[0].equals("leave");
        work(leaves, folder.resolve("h2.properties"), H2File.uncompacted("jdbc:h2:file:" + folder.resolve("redress")), "redress", "");
        try (var postgres = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("postgres")).setCleanDataDirectory(false).setRegisterShutdownHook(false).start()) {
            work(leaves, folder.resolve("postgres.properties"), postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        }
    }

    private static void work(boolean leaves, Path list, String url, String user, String password) throws IOException, SQLException {
        var settings = List.of("--spring.datasource.url=" + url, "--spring.datasource.username=" + user, "--spring.datasource.password=" + password);
        var cases = new Properties();
        if (leaves) {
            try (var product = product(settings, "--redress.admin.id=admin", "--redress.admin.password=" + Office.PASSWORD, "--redress.sign-in.hash-rounds=1")) {
                product.getBean(PublishedCouncils.class).make(Office.PASSWORD);
                leave(product, cases);
            }
            try (var out = Files.newBufferedWriter(list)) {
                cases.store(out, null);
            }
        } else {
            try (var in = Files.newBufferedReader(list)) {
                cases.load(in);
            }
            try (var connection = DriverManager.getConnection(url, user, password)) {
                rename(connection);
            }
            try (var product = product(settings)) {
                finish(product, cases);
            }
            nothingIsWrong(settings);
        }
        System.out.println((leaves ? "Left " : "Finished ") + cases.size() + " cases in " + url.replaceFirst(":file:.*|//.*", "") + ".");
    }

    /** As somebody does who takes a database over. */
    static void rename(Connection connection) throws IOException, SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : Files.readString(Path.of("src", "operaton", "take-over.sql")).replaceAll("(?m)^--.*\\R", "").split(";\\s*")) {
                statement.execute(sql);
            }
        }
    }

    private static ConfigurableApplicationContext product(List<String> settings, String... others) {
        return new SpringApplicationBuilder(Redress.class, Office.class, Casework.class, OmbudsmanCasework.class).web(WebApplicationType.NONE)
                .run(Stream.of(settings.stream(), Stream.of(others), Stream.of("--camunda.bpm.job-execution.enabled=false")).flatMap(each -> each).toArray(String[]::new));
    }

    /** Cases that wait at several steps, with timers, several tasks side by side, called processes, messages between the two sides, and a pause. */
    private static void leave(ConfigurableApplicationContext product, Properties cases) {
        var office = product.getBean(Office.class);
        var casework = product.getBean(Casework.class);
        office.on(MON_2026_06_01);
        cases.setProperty("received", office.receive("kent", Map.of("complainant", "Ms Oldfield")));
        cases.setProperty("acknowledged", casework.acknowledged("kent", Map.of()));
        cases.setProperty("accepted", casework.accepted("kent"));
        cases.setProperty("late", casework.accepted("kent"));
        var paused = casework.accepted("kent");
        office.event(paused, "proceedings-started", Answers.prejudice());
        cases.setProperty("paused", paused);
        var answered = casework.accepted("kent");
        casework.respond(answered, "kent-manager");
        cases.setProperty("answered", answered);
        cases.setProperty("panel", casework.panelRequested("leicestershire"));
        cases.setProperty("decided", product.getBean(OmbudsmanCasework.class).decided("Kent County Council", Map.of(), OmbudsmanAnswers.action("apology", "1 month", Map.of())));
        product.getBean(SimulatedTime.class).end();
    }

    private static void finish(ConfigurableApplicationContext product, Properties cases) {
        var office = product.getBean(Office.class);
        var casework = product.getBean(Casework.class);
        var files = product.getBean(CaseFiles.class);
        var ombudsman = product.getBean(OmbudsmanCasework.class);
        office.on(TUE_2026_06_02);

        office.complete(cases.getProperty("received"), "Acknowledge complaint", Answers.acknowledge(TUE_2026_06_02));
        for (var waiting : List.of("received", "acknowledged")) {
            office.complete(cases.getProperty(waiting), "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));
        }
        for (var waiting : List.of("received", "acknowledged", "accepted")) {
            casework.respond(cases.getProperty(waiting), "kent-manager");
        }
        for (var waiting : List.of("received", "acknowledged", "accepted", "answered")) {
            casework.wish(cases.getProperty(waiting), "satisfied");
            assertThat(files.get(cases.getProperty(waiting)).status()).as(waiting).isEqualTo(CaseStatus.RESOLVED);
            assertThat(office.running(cases.getProperty(waiting))).as(waiting).isFalse();
        }

        assertThat(files.get(cases.getProperty("paused")).status()).isEqualTo(CaseStatus.PAUSED);
        office.event(cases.getProperty("paused"), "withdrawal", Map.of());
        office.complete(cases.getProperty("paused"), "Confirm withdrawal", Answers.confirmWithdrawal(TUE_2026_06_02));
        assertThat(office.running(cases.getProperty("paused"))).isFalse();

        casework.holdPanel(cases.getProperty("panel"), "leicestershire");
        assertThat(office.openTasks(cases.getProperty("panel"))).isNotEmpty();

        ombudsman.show(files.linked("kent", "ombudsman", cases.getProperty("decided")).orElseThrow().reference(), 1, Map.of());
        ombudsman.judge(cases.getProperty("decided"), 1, "accepted", Map.of());

        // the timers that the other engine has set
        office.on(TUE_2026_06_30);
        assertThat(office.chronology(cases.getProperty("late"), "Overdue")).as("told that the answer is late").isNotEmpty();
        casework.respond(cases.getProperty("late"), "kent-manager");
        casework.wish(cases.getProperty("late"), "satisfied");
        assertThat(files.get(cases.getProperty("late")).status()).isEqualTo(CaseStatus.RESOLVED);

        var begun = casework.accepted("kent");
        casework.respond(begun, "kent-manager");
        casework.wish(begun, "satisfied");
        assertThat(files.get(begun).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(product.getBean(ManagementService.class).createJobQuery().noRetriesLeft().count()).as("work that failed").isZero();
        product.getBean(SimulatedTime.class).end();
    }

    private static void nothingIsWrong(List<String> settings) throws IOException {
        assertThat(said(0, AuditCommand::run, Stream.concat(Stream.of("verify"), settings.stream()).toList())).contains("The record of changes is whole.");
        // one is found: no server runs
        var findings = JsonMapper.builder().build().readTree(said(1, InspectCommand::run, Stream.concat(Stream.of("--json"), settings.stream()).toList())).path("findings").findValuesAsText("name");
        assertThat(findings).containsExactly("work that is due and that nobody does");
    }

    private interface Command {
        int run(List<String> words, PrintStream out, PrintStream err);
    }

    private static String said(int code, Command command, List<String> words) {
        var out = new ByteArrayOutputStream();
        var said = new PrintStream(out, true, UTF_8);
        assertThat(command.run(words, said, said)).as(out.toString(UTF_8)).isEqualTo(code);
        return out.toString(UTF_8);
    }
}
