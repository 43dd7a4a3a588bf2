package org.redress.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The schema that editors use: the one in docs is that of the code, takes every script that ships and finds what the reader refuses. */
class ScriptSchemaTests {
    private static final Path FILE = Path.of("docs/case-script.schema.json");
    private static final Path CASES = Path.of("src/main/resources/cases");
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(ScriptSchema.text());

    private static final String RIGHT = """
            case: 1
            council: kent
            title: A complaint
            source: Made up
            steps:
              - on: 2026-06-01
                start: complaint
                answers: { channel: email }
              - { on: 2026-06-03, task: Record complainant's wish }
            expect:
              - { deadline: response, stage: 1, due: 2026-06-29, outcome: met }
            """;

    @Test
    void isInDocsAsTheCodeHasIt() throws IOException {
        var written = Files.readAllLines(FILE);
        var code = ScriptSchema.text().lines().toList();

        // the first line that differs says more than two whole files
        for (int i = 0; i < code.size(); i++) {
            assertThat(i < written.size() ? written.get(i) : "").as("line %d; renew it with: ./redress schema > %s", i + 1, FILE).isEqualTo(code.get(i));
        }
        assertThat(written).hasSameSizeAs(code);
    }

    static Stream<Path> shipped() throws IOException {
        try (var files = Files.walk(CASES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void takesEveryShippedScriptWhichNamesIt(Path file) throws IOException {
        var script = Files.readString(file);

        assertThat(wrong(script)).isEmpty();
        var named = script.lines().filter(line -> line.startsWith("# yaml-language-server: $schema=")).findFirst().orElseThrow();
        assertThat(file.resolveSibling(named.substring(named.indexOf('=') + 1)).normalize()).isEqualTo(FILE);
    }

    @Test
    void takesEverySpellingThatTheReaderTakes() {
        assertThat(wrong(RIGHT)).isEmpty();
        assertThat(wrong(RIGHT.replace("channel: email", "channel: E-mail"))).isEmpty();
        assertThat(wrong(RIGHT.replace("channel: email }", "channel: pigeon }\n    turned down: choose one of"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: A complaint   | titel: A complaint
            source: Made up      | ''
            council: kent        | council: kant
            on: 2026-06-01       | on: 1 June 2026
            start: complaint     | start: complaints
            start: complaint     | ''
            channel: email       | chanel: email
            channel: email       | channel: e-post
            complainant's wish   | complainants wish
            deadline: response   | deadline: respons
            stage: 1             | stage: first
            , outcome: met       | ''
            """)
    void findsWhatTheReaderRefuses(String right, String wrong) {
        assertThat(wrong(RIGHT.replace(right, wrong))).isNotEmpty();
    }

    private static Set<ValidationMessage> wrong(String yaml) {
        return SCHEMA.validate(json(new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml))));
    }

    /** As editors read YAML 1.2: true and false are no texts, days and yes are. */
    private static JsonNode json(Node node) {
        var make = JsonNodeFactory.instance;
        if (node instanceof MappingNode mapping) {
            var object = make.objectNode();
            mapping.getValue().forEach(pair -> object.set(((ScalarNode) pair.getKeyNode()).getValue(), json(pair.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            var array = make.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item)));
            return array;
        }
        var scalar = (ScalarNode) node;
        try {
            return scalar.isPlain() && scalar.getValue().matches("true|false|-?(0|[1-9]\\d*)(\\.\\d+)?") ? new ObjectMapper().readTree(scalar.getValue())
                    : make.textNode(scalar.getValue());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
