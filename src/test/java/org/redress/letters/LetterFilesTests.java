package org.redress.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.documents.Block;

/** Templates of letters: those of the product, and what is said of others. */
class LetterFilesTests {
    private static final Map<String, Set<String>> STAGES = Map.of("code", Set.of("1", "2"), "statutory", Set.of("1", "2", "3"), "adult-care", Set.of("1"), "public-health", Set.of("1"), "service-request", Set.of());
    private static final String HOSTILE = "<b>x</b> ![a](http://example.org/a.png) {{reference}} | # not a title\n# nor this\n- no list";

    @Test
    void findsNothingWrongWithThoseOfTheProduct() throws IOException {
        var files = files();

        assertThat(files).hasSizeGreaterThan(30);
        assertThat(LetterFiles.faults(files, STAGES)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasATemplateForEveryLetter(LetterKind kind) {
        assertThat(ProductLetters.text("letters/" + kind.code() + ".md")).as(kind.code()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void hasAFileForEveryPart(LetterPart part) {
        assertThat(ProductLetters.text("letters/parts/" + part.code() + ".md")).as(part.code()).isNotBlank();
    }

    /** What is proposed is proposed by a form, and what is taken in is taken in by a letter. */
    @Test
    void usesEveryFileOfTheProduct() throws IOException {
        var files = files();
        var forms = new StringBuilder();
        for (var form : List.of("draft-response", "decide-panel-answer", "draft-decision")) {
            forms.append(Files.readString(Path.of("forms/" + form + ".form")));
        }
        var texts = String.join("\n", files.values().stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList());

        assertThat(files.keySet()).filteredOn(name -> name.startsWith("letters/proposals/")).containsExactly("letters/proposals/draft-decision.md", "letters/proposals/panel-answer.md", "letters/proposals/response.md");
        assertThat(forms).contains("\"ofRecord\": \"response\"", "\"ofRecord\": \"panel-answer-draft\"", "\"ofRecord\": \"decision\"");
        assertThat(LetterPart.values()).isNotEmpty().allSatisfy(part -> assertThat(texts).contains("{{> " + part.code() + "}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "letters/respons.md | Dear | KIND | there is no letter respons",
        "letters/response.adult-kare.md | # A\\n\\n{{words}} | KIND | there is no procedure adult-kare, so that it would never be used; one is adult-care, code",
        "letters/response.code.3.md | # A\\n\\n{{words}} | KIND | the procedure code has no stage 3, so that it would never be used; it has 1, 2",
        "letters/request-answer.service-request.1.md | # A\\n\\n{{words}} | KIND | the procedure service-request has no stage 1, so that it would never be used; it has none",
        "letters/decision.code.md | # A\\n\\n{{words}} | KIND | the Ombudsman’s letters are the same for all procedures of councils",
        "letters/proposals/refusal.md | Words | KIND | nothing is proposed for the letter refusal, so that nobody would see it; proposals are for draft-decision, panel-answer, response",
        "letters/proposals/respons.md | Words | KIND | there is no letter respons",
        "letters/easy-read/refusal.md | # No\\n\\n{{words}} | KIND | no form asks for the words of the letter refusal in Easy Read, so that it would never be used; Easy Read is for response",
        "letters/easy-read/response.md | # Easy Read\\n\\n{{words}}\\n\\n{{> contact}} | PARTS | it leaves out how to go on",
        "letters/easy-read/parts/ombudsman.md | The {{ombudsman.name}} is {{#panel}}at {{ombudsman.address}}, {{ombudsman.telephone}}, {{ombudsman.web}}{{/panel}}. | PARTS | in some letters it does not say ombudsman.address",
        "letters/easy-read/parts/greeting.md | Hello | KIND | there is no part greeting",
        "letters/parts/greeting.md | Hello | KIND | there is no part greeting",
        "letters/notice.md | # A notice\\n\\n{{words}} {{complainent}} | NAMES | it names complainent",
        "letters/notice.md | # A notice\\n\\n{{words}} {{#council}} | READABLE | cannot be read",
        "letters/notice.md | # A notice\\n\\n{{{words}}} | READABLE | two braces",
        "letters/notice.md | # A notice\\n\\n{{words}}\\n\\n{{> signature}} | READABLE | takes in the part signature",
        "letters/refusal.md | # No\\n\\n{{words}} | PARTS | it leaves out the right to go to the Ombudsman, with the details (CORP-16)",
        "letters/parts/ombudsman.md | You can go to the {{ombudsman.name}}. | PARTS | it does not say {{ombudsman.address}}",
        "letters/refusal.md | # No\\n\\n{{words}}\\n\\n{{#panel}}\\n{{> ombudsman}}\\n{{/panel}} | PARTS | in some letters it leaves out the right to go to the Ombudsman, with the details (CORP-16)",
        "letters/refusal.md | # No\\n\\n{{words}}\\n\\n{{#receivedOn}}\\n{{> ombudsman}}\\n{{/receivedOn}} | PARTS | in some letters it leaves out",
        "letters/parts/ombudsman.md | {{#council}}{{name}} {{address}} {{telephone}} {{web}}{{/council}} | PARTS | in some letters it does not say ombudsman.name",
        "letters/parts/ombudsman.md | {{ombudsman.name}} {{ombudsman.address}} {{ombudsman.telephone}} {{#panel}}{{ombudsman.web}}{{/panel}} | PARTS | in some letters it does not say ombudsman.web",
        "letters/parts/next-step.md | {{#nextStage}}Ask for stage {{nextStage.number}}.{{/nextStage}}{{^nextStage}}This was the last stage.{{#panel}} {{/panel}}{{/nextStage}} | PARTS | in some letters it does not say ombudsman.name",
        "letters/parts/opportunity.md | {{#panel}}Comment on it.{{/panel}} | PARTS | in some letters it says nothing, and so not the opportunity to comment",
        "letters/parts/reply.md | Please reply within 20 working days. | PARTS | it does not say {{replyBy}}",
        "letters/parts/reply.md | {{#panel}}By {{replyBy}}.{{/panel}} Please reply. | PARTS | in some letters it does not say replyBy",
        "letters/notice.md | A notice\\n\\n{{words}} | WRITING | it has no title",
        "letters/notice.md | # A notice\\n\\nNo words | WRITING | {{words}} nowhere",
        "letters/notice.md | # A notice\\n\\n**Loud** {{words}} | WRITING | stars",
        "letters/notice.md | # A notice\\n\\n<p>HTML</p> {{words}} | WRITING | HTML",
        "letters/notice.md | # A notice\\n\\n![seal](https://example.org/seal.png) {{words}} | REMOTE | a picture",
        "letters/notice.md | # A notice\\n\\n[page](https://example.org) {{words}} | REMOTE | a link"})
    void saysWhatIsWrong(String file, String text, Fault.Rule rule, String says) {
        var faults = LetterFiles.faults(Map.of(file, text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8)), STAGES);

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.rule()).isEqualTo(rule);
            assertThat(fault.why()).contains(says);
        });
    }

    @Test
    void takesTheTemplateForTheStageBeforeThatForTheProcedure() {
        var files = new LetterFiles(Map.of("letters/response.code.md", "# Of the Code", "letters/response.code.2.md", "# Of stage 2"), ProductLetters::text);

        assertThat(files.of(LetterKind.RESPONSE, "code", 1).name()).isEqualTo("letters/response.code.md");
        assertThat(files.of(LetterKind.RESPONSE, "code", 2).name()).isEqualTo("letters/response.code.2.md");
        assertThat(files.of(LetterKind.RESPONSE, "general", 2).name()).isEqualTo("letters/response.md");
        assertThat(files.of(LetterKind.RESPONSE, "statutory", 2).name()).isEqualTo("letters/response.statutory.2.md");
    }

    /** Whatever a complainant writes stays what it is. */
    @Test
    void neverTakesAValueForMarkup() {
        var files = new LetterFiles(Map.of("letters/notice.md", "# A notice\n\n## Issue {{reference}}\n\n{{words}}\n\n- {{complaint}}\n\n| One | Two |\n|---|---|\n| {{complaint}} | {{date}} |\n"), ProductLetters::text);

        var blocks = files.of(LetterKind.NOTICE, null, 0).filled(Map.of("words", HOSTILE, "complaint", HOSTILE, "reference", "R # 1", "date", "today"));

        assertThat(blocks.blocks()).containsExactly(new Block.Title(), new Block.Heading(1, "Issue R # 1"), new Block.Paragraph(HOSTILE), new Block.Items(List.of(HOSTILE), false),
                new Block.Table("", List.of("One", "Two"), List.of(List.of(HOSTILE, "today"))));
    }

    static Map<String, byte[]> files() throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> all = Files.walk(Path.of("letters"))) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
