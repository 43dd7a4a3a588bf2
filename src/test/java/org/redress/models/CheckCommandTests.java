package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command prints, and with which code it ends. */
class CheckCommandTests {
    private static final String SAVED = "processes/letter.bpmn";

    @TempDir
    private Path folder;

    /** The end of the command, and what it printed. */
    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void aSmallFolder() throws IOException {
        for (var file : HouseSamples.files().entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    @Test
    void saysThatNothingIsWrong() throws IOException {
        assertThat(check(folder.toString())).isEqualTo(new Ended(0, folder + ": no things that a start refuses, no pieces of advice, in 6 files by "
                + ModelRules.ALL.size() + " rules.\n", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "File letter"   | "file letter"    | ''       | 0  | 1 piece of advice
            "File letter"   | "file letter"    | --strict | 1  | A start takes these, and the house advises to change them:
            "File letter"   | "file letter"    | --strict | 1  | UserTask_FileLetter (“file letter”): is not in sentence case
            "${answerDue}"  | "${answersDue}"  | ''       | 78 | A start refuses these:
            "${answerDue}"  | "${answersDue}"  | ''       | 78 | UserTask_AnswerLetter: reads answersDue, which no form, table or step gives; is it answerDue? [model-names]
            ${byPost}       | ${byPosting}     | --strict | 78 | 1 thing that a start refuses
            "complaints-team" | "site-visitors" | ''      | 78 | The groups known here are those of the roles; name those that an administrator has made with --groups=NAME,…
            "complaints-team" | "site-visitors" | --groups=site-visitors,others | 0 | no things that a start refuses
            default="Flow_AnswerGoodNo" | default="Flow_Gone" | '' | 78 | [engine-reads]
            """)
    void tellsWhatAStartRefusesFromAdvice(String now, String then, String option, int code, String says) throws IOException {
        change(SAVED, now, then);

        var ended = option.isEmpty() ? check(folder.toString()) : check(option, folder.toString());

        assertThat(ended.code()).as(ended.out()).isEqualTo(code);
        assertThat(ended.out()).contains(says);
    }

    @Test
    void saysEverythingAtOnceInTheOrderOfTheFiles() throws IOException {
        change(SAVED, "${byPost}", "${byPosting}");
        change(SAVED, "\"responders,approvers\"", "\"nobody-here\"");
        change("processes/tone.dmn", "\"child\"", "child");
        change("forms/answer-letter.form", "\"radio\", \"key\": \"tone\"", "\"checklist\", \"key\": \"tone\"");

        var refused = check(folder.toString()).out().lines().dropWhile(line -> !line.startsWith("A start refuses")).skip(1).takeWhile(line -> !line.isBlank()).toList();

        assertThat(refused).hasSizeGreaterThanOrEqualTo(4);
        assertThat(refused.stream().map(line -> line.split("[:,]")[0])).isSorted();
        assertThat(String.join("\n", refused)).contains("  forms/answer-letter.form:" + line("forms/answer-letter.form", "\"key\": \"tone\"") + ", ", "  processes/letter.bpmn:" + line(SAVED, "${byPosting}") + ", Flow_ToBePostedYes: reads byPosting",
                "is for the group nobody-here", "  processes/tone.dmn:" + line("processes/tone.dmn", ">child<") + ", Tone, row 1 (Rule_Child), column Who writes: “child”");
    }

    /** The folder says itself which procedures and stages there are. */
    @Test
    void saysThatALetterWouldNeverBeUsed() throws IOException {
        Files.copy(Path.of("processes/next-stage.dmn"), folder.resolve("processes/next-stage.dmn"));
        Files.createDirectories(folder.resolve("letters"));
        Files.writeString(folder.resolve("letters/taking-up.adult-kare.md"), "# Again\n\n{{words}}\n\n{{> contact}}\n");
        Files.writeString(folder.resolve("letters/taking-up.code.3.md"), "# Again\n\n{{words}}\n\n{{> contact}}\n");

        var ended = check(folder.toString());

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.out()).contains("letters/taking-up.adult-kare.md, the letter: there is no procedure adult-kare, so that it would never be used; one is access-request, adult-care, code",
                "letters/taking-up.code.3.md, the letter: the procedure code has no stage 3, so that it would never be used; it has 1, 2");
    }

    @Test
    void printsData() throws IOException {
        change(SAVED, "${byPost}", "${byPosting}");
        change(SAVED, "\"File letter\"", "\"file letter\"");

        var ended = check(folder.toString(), "--json");
        var data = new ObjectMapper().readTree(ended.out());

        assertThat(ended.code()).isEqualTo(78);
        assertThat(data.path("refused").findValuesAsText("rule")).containsExactly("model-names");
        assertThat(data.path("refused").get(0).path("file").asText()).isEqualTo(SAVED);
        assertThat(data.path("refused").get(0).path("line").asInt()).isEqualTo(line(SAVED, "${byPosting}")).isGreaterThan(10);
        assertThat(data.path("refused").get(0).path("element").asText()).isEqualTo("Flow_ToBePostedYes");
        assertThat(data.path("refused").get(0).path("says").asText()).startsWith("reads byPosting, which no form, table or step gives");
        assertThat(data.path("advice").findValuesAsText("rule")).containsOnlyOnce("writing-sentence-case");
        assertThat(data.path("files").asInt()).isEqualTo(6);
    }

    @Test
    void knowsTheCouncilsThatAreNamedOrThoseOfAFile() throws IOException {
        change("processes/tone.dmn", "<text>writer</text>", "<text>council</text>");
        var file = folder.resolve("councils.yaml");
        Files.writeString(file, "councils:\n  - id: child\n    name: Child Council\n  - id: kent\n    name: Kent\n");

        assertThat(check(folder.toString()).out()).doesNotContain("names the council");
        assertThat(check("--councils=kent,child", folder.toString()).out()).contains("processes/tone.dmn:" + line("processes/tone.dmn", "\"adult\"")
                + ", Tone, row 2 (Rule_Adult), column Who writes: names the council adult, which there is not; write one of child, kent");
        assertThat(check("--councils", file.toString(), folder.toString()).out()).contains("names the council adult").doesNotContain("names the council child");
        assertThat(check("--councils=" + folder.resolve("nowhere.yaml"), folder.toString())).isEqualTo(new Ended(2, "", "The councils of --councils cannot be read: The file " + folder.resolve("nowhere.yaml")
                + " cannot be read; give a file of councils that is there.\n"));
    }

    @Test
    void saysOnWhichLineAFileCannotBeRead() throws IOException {
        change("processes/tone.dmn", "</rule>", "</row>");
        change("forms/answer-letter.form", "\"key\": \"tone\",", "\"key\" \"tone\",");

        assertThat(check(folder.toString()).out()).contains("processes/tone.dmn:" + line("processes/tone.dmn", "</row>") + ", the file: it is no XML",
                "forms/answer-letter.form:" + line("forms/answer-letter.form", "\"key\" \"tone\"") + ", the form: This is not a Camunda Form");
    }

    @Test
    void saysWhichFolderIsMissing() throws IOException {
        var ended = check(folder.resolve("elsewhere").toString());

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.out()).contains("processes, the folder: redress.models names a folder without processes");
    }

    @Test
    void saysHowItIsCalled() throws IOException {
        assertThat(check("here", "there")).isEqualTo(new Ended(2, "", "Say: redress check [FOLDER] [--json] [--strict] [--groups=NAME,…] [--councils=NAME,…|FILE]\n"));
    }

    /** Without a folder those in the jar, with the delegates that the classes are. */
    @Test
    void looksAtTheModelsOfTheProduct() throws IOException {
        var ended = check();

        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out()).startsWith("The models of the product: no things that a start refuses, no pieces of advice, in ");
    }

    /** The first line with this text. */
    private int line(String file, String text) throws IOException {
        var lines = Files.readAllLines(folder.resolve(file));
        return 1 + lines.indexOf(lines.stream().filter(line -> line.contains(text)).findFirst().orElseThrow());
    }

    private void change(String file, String now, String then) throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(now);
        Files.writeString(path, text.replace(now, then));
    }

    private static Ended check(String... words) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code;
        try (var printed = new PrintStream(out, true, StandardCharsets.UTF_8); var complained = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            code = CheckCommand.run(new ArrayList<>(List.of(words)), printed, complained);
        }
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
