package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.api.Browsers;
import org.redress.api.HttpTest;
import org.redress.gate.Tables;
import org.redress.identity.ApiTokens;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Attacks on the running product, with the engine's REST API switched on: each is denied, changes nothing in any table, tells nothing of
 * the inside, and leaves a line in the log where that is promised. What came of them is the table in docs/security.md.
 */
@HttpTest
@TestPropertySource(properties = {"redress.rest.enabled=true", "redress.feeds.enabled=true", "spring.datasource.url=jdbc:h2:mem:attacks;DB_CLOSE_DELAY=-1",
    // what is waited for here
    "redress.limits.body-before-sign-in-within=4s", "redress.limits.head-within=2s"})
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AttackTests {
    private static final Path RESULTS = Path.of("target/attacks.md");
    private static final List<String> HEAD = List.of("| No | Who | Tries to | Way | Answer | Result |", "|---|---|---|---|---|---|");

    private final List<String> rows = new ArrayList<>(HEAD);

    @Autowired
    private JdbcTemplate database;

    private Scene scene;
    private Tables.State state;

    @BeforeAll
    void thereAreCases(@Autowired ProcessEngine engine, @Autowired Office office, @Autowired Casework casework, @Autowired OmbudsmanCasework ombudsmans,
            @Autowired Browsers browsers, @Autowired ApiTokens tokens, @Autowired ConfigurableEnvironment settings,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping, @LocalServerPort int port) {
        ProcessEngines.registerProcessEngine(engine);
        scene = new Scene(engine, office, casework, ombudsmans, browsers, tokens, settings, mapping, port);
        scene.set();
        state = Tables.all(database);
    }

    static Stream<Attack> attacks() {
        return Stream.of(EngineAttacks.ALL, CaseAttacks.ALL, WebAttacks.ALL, DraftAttacks.ALL, CouncilAttacks.ALL, HandOverAttacks.ALL, PutRightAttacks.ALL, AuthorityAttacks.ALL, SignInAttacks.ALL, SessionAttacks.ALL, BoundAttacks.ALL, LetterAttacks.ALL, BoardAttacks.ALL, NoticeAttacks.ALL, AttachmentAttacks.ALL, FindAttacks.ALL, RouteAttacks.ALL).flatMap(List::stream);
    }

    @Test
    @Order(0)
    void wouldNoticeAnythingThatChanges() {
        var claimed = scene.asBrowser(Person.OFFICER, "POST", "/camunda/api/engine/engine/default/task/{free}/claim", "{\"userId\": \"kent-officer\"}");
        var readings = scene.asBrowser(Person.OFFICER, "GET", "/redress/api/tasks/{free}/case", "");
        var givenBack = scene.asBrowser(Person.OFFICER, "POST", "/camunda/api/engine/engine/default/task/{free}/unclaim", "");

        assertThat(Stream.of(claimed, readings, givenBack).map(Answer::outcome)).containsExactly(204, 200, 204);
        assertThat(Tables.changed(database, state)).hasSizeGreaterThan(2);
        state = Tables.all(database);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    @Order(1)
    void isDenied(Attack attack, CapturedOutput log) {
        var answers = attack.attempt().apply(scene).toList();

        var changed = Tables.changed(database, state);
        state = changed.isEmpty() ? state : Tables.all(database);
        assertThat(answers).isNotEmpty();
        assertThat(answers.stream().filter(answer -> !attack.answers().contains(answer.outcome()))).as("answered in another way than " + attack.answers()).isEmpty();
        assertThat(answers.stream().filter(Answer::tells)).as("tells of the inside").isEmpty();
        var recorded = changed.stream().filter(row -> row.startsWith("AUDIT: ") && row.contains(" | refuse | ")).toList();
        // who asked for a file that is not theirs is an entry, and with it the chain has another end
        assertThat(changed).as("what changed").allMatch(row -> recorded.contains(row) || !recorded.isEmpty() && row.startsWith("AUDIT_HEAD: "));
        attack.notes().forEach(note -> assertThat(log.getAll().lines().filter(line -> line.contains(note)))
                .as("lines with: " + note).hasSizeGreaterThanOrEqualTo(Collections.frequency(attack.notes(), note)));
        rows.add(attack.row(answers, !recorded.isEmpty()));
    }

    @Test
    @Order(2)
    void areInTheDocumentationAsTheyEnded() throws IOException {
        Files.write(RESULTS, rows);

        var section = Files.readString(Path.of("docs/security.md")).split("\n## Attacks\n")[1].split("\n## ")[0];
        assertThat(attacks().map(Attack::id).distinct()).hasSizeGreaterThanOrEqualTo(60).hasSize((int) attacks().count());
        assertThat(section.lines().filter(line -> line.startsWith("|"))).as("copy target/attacks.md into docs/security.md, Attacks").isEqualTo(rows);
    }
}
