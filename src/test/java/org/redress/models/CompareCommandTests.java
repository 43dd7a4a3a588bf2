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
import org.springframework.util.FileSystemUtils;

/** What the command prints and writes, and with which code it ends. */
class CompareCommandTests {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>\u001b[2J\u202egnorw";

    /** Where the pages of the documents' change are, to look at and for docs/pictures/compare.png. */
    private static final Path PICTURES = Path.of("target/compare");

    @TempDir
    private Path folder;
    private Path before;
    private Path after;

    /** The end of the command, and what it printed. */
    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void twoFolders() throws IOException {
        before = house("before");
        after = house("after");
    }

    @Test
    void saysThatNothingDiffers() throws IOException {
        assertThat(compare(before.toString(), after.toString())).isEqualTo(new Ended(0, before + " → " + after + ": nothing differs that a case could meet, of 6 compared.\n", ""));
    }

    @Test
    void endsWithACodeForCiIfSomethingDiffers() throws IOException {
        change("processes/allowance.dmn", "10 working days", "12 working days");

        var ended = compare(before.toString(), after.toString());

        assertThat(ended).isEqualTo(new Ended(1, "processes/allowance.dmn (Allowance)\n  Row 1 (Deadline \"answer\", Stage 1) [Rule_Answer]\n    Allowance: \"10 working days\" → \"12 working days\"\n\n"
                + before + " → " + after + ": 1 file differs, of 6 compared.\n", ""));
    }

    @Test
    void printsData() throws IOException {
        change("processes/letter.bpmn", "${overdue.of(answerDue)}", "${dueSoon.of(answerDue)}");

        var ended = compare("--json", before.toString(), after.toString());
        var difference = new ObjectMapper().readTree(ended.out()).path("files").path(0).path("differences").path(0);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(difference.path("id").asText()).isEqualTo("BoundaryEvent_AnswerOverdue");
        assertThat(difference.path("is").asText()).isEqualTo("changed");
        assertThat(difference.path("changes").toString()).isEqualTo("[{\"what\":\"timer\",\"before\":\"date ${overdue.of(answerDue)}\",\"after\":\"date ${dueSoon.of(answerDue)}\"}]");
    }

    @Test
    void drawsAPageForEachFileThatDiffers() throws IOException {
        change("processes/letter.bpmn", "${overdue.of(answerDue)}", "${dueSoon.of(answerDue)}");
        change("processes/letter.bpmn", "<endEvent id=\"EndEvent_LetterFiled\" name=\"Letter filed\"/>", "");
        change("processes/allowance.dmn", "10 working days", "12 working days");
        change("forms/answer-letter.form", "\"Plain\"", "\"In plain words\"");
        var pictures = folder.resolve("pictures");

        var ended = compare(before.toString(), after.toString(), "--pictures=" + pictures);

        assertThat(ended.err()).isEqualTo("Pictures: " + pictures.resolve("index.html") + "\n");
        try (var written = Files.list(pictures)) {
            assertThat(written.map(page -> page.getFileName().toString())).containsExactlyInAnyOrder("index.html", "letter.bpmn.html", "allowance.dmn.html", "answer-letter.form.html");
        }
        assertThat(Files.readString(pictures.resolve("index.html"))).contains("<a href=\"letter.bpmn.html\">processes/letter.bpmn (Letter)</a>: 1 gone, 1 changed");
        assertThat(Files.readString(pictures.resolve("letter.bpmn.html")))
                .contains("<g class=\"changed\" id=\"marked-1\"><title>Answer overdue</title>", "<g class=\"gone\" id=\"marked-2\"><title>Letter filed</title>", ">~1</text>", ">−2</text>")
                .contains("<dt>timer</dt><dd><del>date ${overdue.of(answerDue)}</del> → <ins>date ${dueSoon.of(answerDue)}</ins></dd>");
        assertThat(Files.readString(pictures.resolve("allowance.dmn.html")))
                .contains("<td class=\"changed\"><del>&quot;10 working days&quot;</del> → <ins>&quot;12 working days&quot;</ins></td>", "<tr><th scope=\"row\">2</th>");
        assertThat(Files.readString(pictures.resolve("answer-letter.form.html"))).contains("<dt>option “plain”</dt>");
    }

    @Test
    void drawsInPlaceOfEarlierPages() throws IOException {
        change("forms/answer-letter.form", "\"Plain\"", "\"In plain words\"");
        change("processes/allowance.dmn", "10 working days", "12 working days");
        Files.copy(after.resolve("processes/letter.bpmn"), after.resolve("processes/Post.bpmn"));
        Files.writeString(after.resolve("processes/post.bpmn"), Files.readString(after.resolve("processes/letter.bpmn")).replace("Answer letter", "Answer post"));
        var pictures = folder.resolve("pictures");
        compare(before.toString(), after.toString(), "--pictures=" + pictures);
        assertThat(names(pictures)).contains("answer-letter.form.html", "Post.bpmn.html", "post.bpmn-2.html");

        change("forms/answer-letter.form", "\"In plain words\"", "\"Plain\"");
        compare(before.toString(), after.toString(), "--pictures=" + pictures);

        assertThat(names(pictures)).contains("index.html", "allowance.dmn.html").doesNotContain("answer-letter.form.html");
    }

    @Test
    void replacesNothingThatIsNotItsOwn() throws IOException {
        change("processes/allowance.dmn", "10 working days", "12 working days");
        var pictures = Files.createDirectory(folder.resolve("pictures"));
        var site = Files.writeString(pictures.resolve("index.html"), "<!DOCTYPE html>\n<title>The council</title>");

        var ended = compare(before.toString(), after.toString(), "--pictures=" + pictures);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("The pictures cannot be written to " + pictures + ": it holds index.html, which is no page of a comparison; name a new folder.\n");
        assertThat(site).hasContent("<!DOCTYPE html>\n<title>The council</title>");
        assertThat(names(pictures)).containsExactly("index.html");

        compare(before.toString(), after.toString(), "--pictures=" + folder.resolve("ours"));
        Files.delete(site);
        Files.createSymbolicLink(pictures.resolve("allowance.dmn.html"), folder.resolve("ours/allowance.dmn.html"));

        assertThat(compare(before.toString(), after.toString(), "--pictures=" + pictures).err()).contains("it holds allowance.dmn.html");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** A model may come from anybody: its texts are texts, on the page and in the terminal, and its numbers are numbers. */
    @Test
    void makesNothingOfWhatStrangersWrite() throws IOException {
        var words = HOSTILE.replace("\u001b", "");
        change("processes/letter.bpmn", "\"Answer letter\"", "\"" + words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + "\"");
        change("processes/letter.bpmn", "x='102'", "x='1e308'");
        change("processes/letter.bpmn", "x='340'", "x='&apos;/&gt;&lt;script&gt;'");
        change("processes/letter.bpmn", "id=\"EndEvent_LetterFiled\"", "id=\"EndEvent_LetterFiled\" xmlns:n=\"n\" n:onload=\"&lt;script&gt;\"");
        change("forms/answer-letter.form", "\"Plain\"", new ObjectMapper().writeValueAsString(HOSTILE));
        change("processes/allowance.dmn", "\"10 working days\"", "\"&lt;script&gt;\"");
        Files.writeString(after.resolve("forms").resolve("'\"><b>&.form"), SampleForm.RECEIVED.replace("letter-received", "more"));
        var pictures = folder.resolve("pictures");

        var ended = compare(before.toString(), after.toString(), "--pictures", pictures.toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).contains("<script>alert(1)</script>").doesNotContain("\u001b", "\u202e");
        try (var written = Files.list(pictures)) {
            assertThat(written).hasSize(5).allSatisfy(page -> {
                assertThat(page.getFileName().toString()).matches("[A-Za-z0-9._-]+");
                var text = Files.readString(page);
                assertThat(text).contains("default-src 'none'").doesNotContainIgnoringCase("<script", "<img", "<b>&", "\u001b", "\u202e", "javascript:", " onload=", " onerror=\"");
                assertThat(text.replaceFirst("(?s)<style>.*</style>", "")).doesNotContain("1e308", "NaN", "Infinity", "style=");
            });
        }
    }

    @Test
    void saysWhatCouldNotBeCompared() throws IOException {
        Files.writeString(after.resolve("processes/post.bpmn"), "<definitions");

        var ended = compare(before.toString(), after.toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("Not compared: processes/post.bpmn:1, the file, as it is now: it is no XML: ");
        assertThat(compare(before.toString(), folder.resolve("elsewhere").toString())).satisfies(missing -> {
            assertThat(missing.code()).isEqualTo(2);
            assertThat(missing.err()).contains("Not compared: processes, the folder: redress.models names a folder without processes: " + folder.resolve("elsewhere/processes") + " does not exist");
        });
    }

    /** The change that docs/compare.md shows, made as it stands there. */
    @Test
    void saysWhatTheDocumentsShow() throws IOException {
        var page = new PageEdits(Path.of("docs/compare.md"), "## One change");
        var changed = ModelFolder.copyTo(folder.resolve("changed"));
        page.apply(changed.path());
        // an earlier run may have had other pages
        FileSystemUtils.deleteRecursively(PICTURES);

        var ended = compare(".", changed.path().toString(), "--pictures=" + PICTURES);

        assertThat(ended.code()).isEqualTo(1);
        page.shows("./redress compare changed", ended.out().replace(". → " + changed.path(), "the product → changed"));
    }

    @Test
    void saysHowItIsCalled() throws IOException {
        assertThat(compare()).isEqualTo(new Ended(2, "", "Say: redress compare [OLD] NEW [--json] [--all] [--pictures=FOLDER], two folders that hold processes, forms and letters; without OLD the product’s own are compared with NEW\n"));
        assertThat(compare("a", "b", "c").code()).isEqualTo(2);
    }

    private Path house(String name) throws IOException {
        var house = folder.resolve(name);
        for (var file : HouseSamples.files().entrySet()) {
            var path = house.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return house;
    }

    private void change(String file, String now, String then) throws IOException {
        var path = after.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(now);
        Files.writeString(path, text.replace(now, then));
    }

    private static Ended compare(String... words) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code;
        try (var printed = new PrintStream(out, true, StandardCharsets.UTF_8); var complained = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            code = CompareCommand.run(new ArrayList<>(List.of(words)), printed, complained);
        }
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
