package org.redress.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nodes with different models, and files that would be written elsewhere. How versions come to be: {@code ProcessOwnerTests}. */
@ProductTest
class VersionsTests {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final String ELSEWHERE = "insert into model_node (id, name, digest, version, started_at, seen_at) values ('elsewhere', 'app-2', 'another', 1, current_timestamp - interval '%d' minute, current_timestamp"
            + " - interval '%d' minute)";

    private static final String DIGEST = "12252d287b89e8c6e8a54b2141b1011da5dfe5acbefd62e80e36b1d19f21ba18";

    @Autowired private ThisNode node;
    @Autowired private ModelsHealth health;
    @Autowired private JdbcTemplate database;

    @TempDir
    private Path folder;

    @Test
    void saysNothingOfARestartAndWarnsOfWhatLasts() {
        var restarted = new Nodes(List.of(node("app-1", "old", 90), node("app-2", "old", 80), node("app-1", "new", 5)), NOON);
        var forgotten = new Nodes(List.of(node("app-1", "old", 90), node("app-2", "new", 31)), NOON);

        assertThat(new Nodes(List.of(node("app-1", "old", 90), node("app-2", "old", 31)), NOON).difference()).isEmpty();
        assertThat(restarted.difference()).get().isEqualTo(new Nodes.Difference("The nodes have started with different models: app-1 with version old; app-2 with version old; app-1 with version new."
                + " While nodes are restarted one after the other this is as it should be.", false));
        assertThat(forgotten.difference()).get().satisfies(difference -> {
            assertThat(difference.lasting()).isTrue();
            assertThat(difference.sentence()).contains("for more than 30 minutes: give all nodes the same folder (redress.models)");
        });
    }

    @Test
    void tellsThoseWhoCanDoSomethingOfANodeWithOtherModels() {
        node.stillThere();
        assertThat(node.warning()).isEmpty();

        database.update("update model_node set started_at = current_timestamp - interval '40' minute where name = ?", node.name());
        database.update(ELSEWHERE.formatted(35, 0));
        node.stillThere();
        assertThat(node.warning()).get().asString().contains("app-2 with version 1").contains("redress.models");
        assertThat(health.health().getStatus()).isEqualTo(new Status("WARNING"));

        database.update("delete from model_node where id = 'elsewhere'");
        database.update(ELSEWHERE.formatted(35, 6));
        node.stillThere();
        assertThat(node.warning()).as("a node that has not been seen for minutes has ended").isEmpty();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        database.update("delete from model_node where id = 'elsewhere'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.bpmn", "processes/../../x.bpmn", "/etc/x.bpmn", "processes/.x.bpmn", "processes/x.sh", "processes\\x.bpmn", "processes/a\n.bpmn", "processes//x.bpmn", "elsewhere/x.bpmn", "processes/c:x.bpmn", "processes/x /y.bpmn"})
    void writesNoFileElsewhere(String name) {
        assertThatThrownBy(() -> FilesOfVersion.write(Map.of("forms/a.form", new byte[] {1}, name, new byte[] {2}), folder)).isInstanceOf(FilesOfVersion.NotWritten.class)
                .hasMessageStartingWith("The version has a file with a name that is no safe place in a folder");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writesFoldersWithinTheFolders() throws Exception {
        FilesOfVersion.write(Map.of("processes/children/stage 1.bpmn", new byte[] {1, 2}, "letters/easy-read/parts/contact.md", new byte[] {3}), folder.resolve("new"));

        assertThat(Files.readAllBytes(folder.resolve("new/processes/children/stage 1.bpmn"))).containsExactly(1, 2);
        assertThat(Files.readAllBytes(folder.resolve("new/letters/easy-read/parts/contact.md"))).containsExactly(3);
    }

    /** The numbers are those of {@code sha256sum}. */
    @Test
    void tellsFilesApartByTheirContentAndName() {
        var one = FilesOfVersion.digest(Map.of("forms/a.form", "a".getBytes(StandardCharsets.UTF_8), "processes/b.bpmn", "b".getBytes(StandardCharsets.UTF_8)));

        assertThat(one).isEqualTo(DIGEST).isNotEqualTo(FilesOfVersion.digest(Map.of("forms/b.form", "a".getBytes(StandardCharsets.UTF_8), "processes/b.bpmn", "b".getBytes(StandardCharsets.UTF_8))));
    }

    private static Nodes.Node node(String name, String digest, int minutes) {
        return new Nodes.Node(name, "version " + digest, digest, NOON.minus(Duration.ofMinutes(minutes)));
    }
}
