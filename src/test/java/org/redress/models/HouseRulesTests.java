package org.redress.models;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All rules, those of the start and the advice of the house, over the models of the product and over a sample that is broken in one place at a time. */
class HouseRulesTests {
    private static final Path PAGE = Path.of("docs/check.md");
    private static final int MOST_SHOWN = 150;

    static Stream<Rule> rules() {
        return ModelRules.ALL.stream();
    }

    static Stream<HouseSamples.Broken> broken() {
        return HouseSamples.broken();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void areKeptByTheProduct(Rule rule) {
        var product = ProjectFiles.product();

        assertThat(rule.subjects().apply(product)).as("what the rule is about").isNotEmpty();
        assertThat(rule.findings(product)).overridingErrorMessage(() -> rule.findings(product).map(Finding::toString).collect(joining("\n\n", "\n", "\n"))).isEmpty();
    }

    @Test
    void areKeptByTheSample() {
        var findings = HouseSamples.findings(HouseSamples.models(HouseSamples.files()));

        assertThat(findings).overridingErrorMessage(() -> findings.stream().map(finding -> finding.rule() + ": " + finding).collect(joining("\n"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void sayWhatIsWrong(HouseSamples.Broken broken) {
        assertThat(HouseSamples.said().get(broken)).as(() -> "of what is said: " + HouseSamples.findings(broken.models())).isNotEmpty();
    }

    @Test
    void lookAtEverythingInTheProduct() {
        var product = ProjectFiles.product();

        assertThat(product.drawn()).hasSizeGreaterThan(40).hasSize((int) product.processes().count());
        assertThat(VariableWays.read(product)).as("what is followed through the models").hasSizeGreaterThan(100);
        assertThat(product.feel().different()).isGreaterThan(100);
        assertThat(product.tables().flatMap(table -> table.rows().stream())).hasSizeGreaterThan(400);
    }

    @Test
    void findAFormThatAsksTooMuchAndALevelThatIsTooFull() {
        var fields = IntStream.range(0, 9).mapToObj("{ \"type\": \"checkbox\", \"key\": \"more%d\", \"label\": \"More\" },"::formatted).collect(joining());
        var nodes = IntStream.range(0, 20).mapToObj("<endEvent id='EndEvent_More%d'/>"::formatted).collect(joining());

        assertThat(said(SampleForm.FIRST, fields + SampleForm.FIRST, "forms/answer-letter.form")).contains("fields-few");
        assertThat(said("</process>", nodes + "</process>", Sample.FILE)).contains("writing-level-size");
    }

    @Test
    void findACopy() {
        var files = HouseSamples.files();
        files.put("processes/note.bpmn", Sample.text("<process id=\"letter\"", "<process id=\"note\""));

        assertThat(HouseSamples.findings(HouseSamples.models(files))).extracting(Finding::rule).contains("folder-copies");
    }

    @Test
    void findAFolderThatNobodyCanLookThrough() {
        var files = HouseSamples.files();
        IntStream.range(0, 130).forEach(i -> files.put("forms/more-" + i + ".form", SampleForm.RECEIVED.replace("letter-received", "more-" + i)));

        assertThat(HouseSamples.findings(HouseSamples.models(files))).extracting(Finding::rule).contains("folder-few");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            processes/letter.bpmn | ${tone.process}           | post
            processes/letter.bpmn | camunda:delegateExpression="${setDeadline}" | camunda:modelerTemplate="redress.set-deadline" camunda:modelerTemplateVersion="1" camunda:delegateExpression="${setDeadline}"
            processes/letter.bpmn | camunda:delegateExpression="${setDeadline}" | camunda:modelerTemplate="org.example.own" camunda:modelerTemplateVersion="3" camunda:modelerTemplateIcon="data:image/svg+xml,%3Csvg/%3E" camunda:delegateExpression="${setDeadline}"
            processes/letter.bpmn | camunda:candidateGroups="responders,approvers" | camunda:candidateGroups="responders,approvers" camunda:assignee="${whoever.answers(execution)}"
            processes/tone.dmn    | hitPolicy="UNIQUE">       | hitPolicy="COLLECT"><description>Collect: all that applies is offered.</description>
            processes/allowance.dmn | "10 working days"       | "thirteen weeks"
            processes/allowance.dmn | "5 working days"        | "5 working days, more with good reason"
            forms/answer-letter.form | { "type": "text", "id": "Text_Thanks" | { "type": "number", "key": "letterNumber", "label": "Letter", "readonly": true }, { "type": "text", "id": "Text_Thanks"
            """)
    void letThroughWhatIsRight(String file, String now, String then) {
        assertThat(HouseSamples.findings(HouseSamples.models(file, new String[] {now}, new String[] {then}))).isEmpty();
    }

    /** What check says of every sample: docs/check.md is made here. */
    @Test
    void areShownInTheDocuments() throws IOException {
        var rows = Stream.concat(HouseSamples.said().entrySet().stream().flatMap(one -> one.getValue().stream().limit(1)
                        .map(finding -> row(one.getKey().file(), one.getKey().now(), one.getKey().then(), finding))),
                ModelRulesTests.broken().flatMap(one -> SampleModels.findings(one.file(), one.now(), one.then()).stream()
                        .filter(finding -> finding.rule().equals(one.rule()) && finding.toString().contains(one.sentence())).limit(1)
                        .map(finding -> row(one.file(), one.now(), one.then(), finding)))).toList();
        var page = Files.readString(PAGE);
        var made = page.substring(0, page.indexOf("\n| ") + 1) + String.join("\n", Stream.concat(
                Stream.of("| File | Instead of | stands | and `check` says | Rule |", "|---|---|---|---|---|"), rows.stream()).toList()) + "\n";
        GeneratedPage.write(PAGE, made);

        assertThat(rows).hasSizeGreaterThan(200);
        assertThat(Files.readString(PAGE)).as(GeneratedPage.HOW).isEqualTo(made);
    }

    private static String row(String file, String now, String then, Finding finding) {
        boolean refuses = ModelRules.ALL.stream().anyMatch(rule -> rule.refuses() && rule.id().equals(finding.rule()));
        return "| %s | %s | %s | %s | `%s`%s |".formatted(file.replaceFirst(".*/", ""), code(now), code(then), cell(finding.element() + ": " + finding.why()), finding.rule(), refuses ? "" : ", advice");
    }

    private static String code(String text) {
        var one = text.replaceAll("\\s+", " ").strip();
        var shown = one.length() > MOST_SHOWN ? one.substring(0, MOST_SHOWN) + " …" : one;
        return shown.isEmpty() ? "nothing" : "<code>" + cell(shown) + "</code>";
    }

    private static String cell(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "&#124;").replace("`", "&#96;").replace("*", "&#42;").replace("\n", " ");
    }

    private static List<String> said(String now, String then, String file) {
        return HouseSamples.findings(HouseSamples.models(file, new String[] {now}, new String[] {then})).stream().map(Finding::rule).toList();
    }
}
