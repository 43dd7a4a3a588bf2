package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.identity.Role;
import org.redress.replay.Replay;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import org.yaml.snakeyaml.Yaml;

/** After all published cases, nothing that anybody wrote and no name of a person is in the engine's tables or in the log. */
@ProductTest
@ExtendWith(OutputCaptureExtension.class)
class LeakTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FORMS = Path.of("forms");

    /** Text fields that hold a reference, numbers of issues, or a period. */
    private static final String NO_PROSE = "[A-Za-z-]+-\\d{4}-\\d+|[\\d, ]+|\\d+ (working days|weeks?|months?)";

    @Autowired
    private Replay replay;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcTemplate database;

    @Test
    void keepsWhatPeopleWroteOutOfTheEngineAndTheLog(CapturedOutput log) throws Exception {
        var written = written();
        // the names of councils and of posts, which everybody knows
        identity.createTenantQuery().list().forEach(council -> written.remove(council.getName()));
        identity.createUserQuery().list().forEach(person -> written.remove(person.getFirstName()));
        // who an improvement of the service is for; the tables speak of the council too
        written.remove("The council");
        assertThat(written).hasSizeGreaterThan(100).contains("Mr X");

        for (var script : scripts()) {
            ReflectionTestUtils.invokeMethod(replay, "play", script);
        }

        var engine = engine();
        assertThat(engine).hasSizeGreaterThan(500);
        assertThat(new Texts(written).in(engine)).as("in the engine's tables").isEmpty();
        assertThat(written).filteredOn(log.getAll()::contains).as("in the log").isEmpty();
        assertThat(database.queryForList("select content from answer", String.class)).as("in the case file").containsAll(answersOfOneLine());
    }

    @Test
    void wouldFindItIfItWereThere() throws Exception {
        var deployment = repository.createDeployment().name("a test's").addString("throw-away.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                  <process id="throw-away" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="s" /></process>
                </definitions>
                """).deploy();
        try {
            runtime.startProcessInstanceByKey("throw-away", Map.of("a", "Mr Planted 1 said “no”", "b", Spin.JSON("{\"x\": \"Mr Planted 2 said “no”\"}"),
                    "c", "{\"x\": \"Mr Planted 3 said \\u201cno\\u201d\"}", "d", List.of("Mr Planted 4 said “no”"), "e", "Mr Planted 5".getBytes(StandardCharsets.UTF_8)));

            var planted = List.of("Mr Planted 1 said “no”", "Mr Planted 2 said “no”", "Mr Planted 3 said “no”", "Mr Planted 4 said “no”", "Mr Planted 5");
            assertThat(new Texts(Stream.concat(planted.stream(), Stream.of("Mr Planted 6")).toList()).in(engine())).containsExactlyInAnyOrderElementsOf(planted);
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    /** Thousands of texts, looked for in a million rows: all at once, by their first characters. */
    private static final class Texts {
        private static final int FIRST = 4;
        private static final int PLACES = 1 << 20;

        private final Map<String, List<String>> byFirst;
        private final BitSet first = new BitSet(PLACES);

        /** @param texts of four characters at least */
        Texts(Collection<String> texts) {
            byFirst = texts.stream().collect(Collectors.groupingBy(text -> text.substring(0, FIRST)));
            byFirst.keySet().forEach(start -> first.set(place(start, 0)));
        }

        /** Those that stand in one of the rows. */
        Set<String> in(Collection<String> rows) {
            var found = new TreeSet<String>();
            for (var row : rows) {
                for (int i = 0; i <= row.length() - FIRST; i++) {
                    if (first.get(place(row, i))) {
                        int from = i;
                        byFirst.getOrDefault(row.substring(i, i + FIRST), List.of()).stream().filter(text -> row.startsWith(text, from)).forEach(found::add);
                    }
                }
            }
            return found;
        }

        private static int place(String text, int from) {
            return (((text.charAt(from) * 31 + text.charAt(from + 1)) * 31 + text.charAt(from + 2)) * 31 + text.charAt(from + 3)) & (PLACES - 1);
        }
    }

    /** All rows of the engine's tables as text, bytes and JSON unpacked, without the models themselves. */
    private List<String> engine() {
        var rows = new ArrayList<String>();
        for (var name : Tables.names(database)) {
            if (name.startsWith("ACT_")) {
                var models = name.equals("ACT_GE_BYTEARRAY") ? " where deployment_id_ is null" : "";
                database.query("select * from " + name + models, row -> {
                    rows.add(name + ": " + text(row));
                });
            }
        }
        return rows;
    }

    private static String text(ResultSet row) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            var text = text(row.getObject(i));
            columns.add(text);
            if (text.startsWith("{") || text.startsWith("[")) {
                columns.add(unpacked(text));
            }
        }
        return String.join(" | ", columns);
    }

    private static String text(Object value) throws SQLException {
        if (value instanceof Blob blob) {
            return new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.UTF_8);
        }
        if (value instanceof Clob clob) {
            return clob.getSubString(1, (int) clob.length());
        }
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }

    private static String unpacked(String json) {
        try {
            return JSON.readTree(json).toString();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static List<?> scripts() throws ClassNotFoundException {
        List<?> scripts = ReflectionTestUtils.invokeMethod(Class.forName("org.redress.replay.CaseScripts"), "published");
        assertThat(scripts).isNotEmpty();
        return scripts;
    }

    /** Every line that somebody wrote in a text field of a script, and each person's label by itself. */
    private static Set<String> written() throws IOException {
        var written = new TreeSet<String>();
        for (var text : answers(step -> true)) {
            text.lines().map(String::strip).forEach(line -> {
                written.add(line);
                written.add(line.split("\\s+[–-]\\s+", 2)[0]);
            });
        }
        written.removeIf(line -> line.length() < 4 || line.matches(NO_PROSE));
        // the name of the group that everybody sees
        Arrays.stream(Role.values()).map(Role::title).forEach(written::remove);
        return written;
    }

    private static List<String> answersOfOneLine() throws IOException {
        return answers(step -> !step.containsKey("turned down")).stream().filter(text -> !text.strip().contains("\n")).toList();
    }

    private static List<String> answers(Predicate<Map<String, ?>> steps) throws IOException {
        var textFields = textFields();
        var options = options();
        var texts = new ArrayList<String>();
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:cases/*.yaml")) {
            try (var stream = resource.getInputStream()) {
                Map<String, List<Map<String, Map<String, Object>>>> script = new Yaml().load(stream);
                script.get("steps").stream().filter(step -> step.containsKey("answers") && steps.test(step))
                        .forEach(step -> step.get("answers").forEach((key, value) -> {
                            if (textFields.contains(key) && !options.contains(key + "=" + value)) {
                                texts.add(value.toString());
                            }
                        }));
            }
        }
        return texts;
    }

    private static Set<String> textFields() throws IOException {
        return fields().stream().filter(field -> field.kind().freeText()).map(Field::key).collect(Collectors.toSet());
    }

    /** What lists offer, by the key of the field: a key that is a text field in one form can be a list in another. */
    private static Set<String> options() throws IOException {
        return fields().stream().flatMap(field -> field.options().keySet().stream().map(option -> field.key() + "=" + option)).collect(Collectors.toSet());
    }

    private static List<Field> fields() throws IOException {
        var fields = new ArrayList<Field>();
        try (var files = Files.list(FORMS)) {
            for (var file : files.filter(path -> path.toString().endsWith(".form")).toList()) {
                fields.addAll(FormReader.read(Files.readString(file)).fields());
            }
        }
        return fields;
    }
}
