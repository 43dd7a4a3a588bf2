package org.redress.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.models.CheckCommand;
import org.redress.models.CompareCommand;
import org.redress.models.ModelFolder;
import org.redress.models.PageEdits;

/**
 * The five changes of docs/process-owners.md, made as they stand on the page: each in a copy of the models, checked, compared, deployed into the engine, and tried with the
 * cases that the page has. What the commands print is what the page shows.
 */
class TutorialTests {
    private static final Path PAGE = Path.of("docs/process-owners.md");
    private static final String PRODUCT = ".";
    private static final String CHECK = "./redress check my-models";
    /** Where the pages of the approval step are, for docs/pictures/compare-approval.png. */
    private static final Path PICTURES = Path.of("target/compare-approval");

    @TempDir
    private static Path directory;
    private static ReplayApplication application;
    private static String deployed = PRODUCT;

    /** The end of a command, and what it printed. */
    private record Ended(int code, String out) {}

    private interface Command {
        int run(List<String> words, PrintStream out, PrintStream err);
    }

    @BeforeAll
    static void theProductIsThere() {
        Vocabulary.take(PRODUCT);
        application = ReplayApplication.start(PRODUCT);
    }

    @AfterAll
    static void theProductEnds() {
        application.close();
        Vocabulary.forget();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"## 1. A period from a day on, january.yaml, january.yaml", "## 2. A question more in a form, 22 016 374, large-print.yaml", "## 3. An approval step, , request.yaml",
        "## 4. A third stage, , third-stage.yaml", "## 5. Another Ombudsman's periods, 21 000 259, "})
    void isMadeAsThePageSays(String heading, @Nullable String tried, @Nullable String played) throws IOException {
        var page = new PageEdits(PAGE, heading);
        var models = changed(page, heading).toString();

        if (tried == null) {
            take(models);
        } else {
            take(PRODUCT);
            var differences = run((words, out, err) -> TryCommand.run(application, PRODUCT, models, words, false, out, err), file(page, tried));
            deployed = models;

            assertThat(differences.code()).as(differences.out()).isOne();
            // of a case that stops, all tasks that it does not come to follow
            page.shows("./redress try my-models " + (tried.contains(" ") ? "\"" + tried + "\"" : tried), differences.out().replace(directory + "/", "").replaceFirst("(?s)(it stops\\. [^\n]*\n).*", "$1"));
        }
        if (played != null) {
            assertThat(application.play(CaseScripts.find(file(page, played))).expectations()).isNotEmpty().allSatisfy(expected -> assertThat(expected.met()).as(expected.toString()).isTrue());
        }
    }

    @Test
    void areFive() throws IOException {
        assertThat(Files.readString(PAGE).lines().filter(line -> line.matches("## \\d\\. .*"))).hasSize(5);
    }

    /** A copy of the models with the changes of the page, which a start takes without advice, and which differ as the page says. */
    private static Path changed(PageEdits page, String heading) throws IOException {
        var folder = directory.resolve("changed " + heading.replaceAll("\\W+", "-"));
        var models = ModelFolder.copyTo(folder);
        page.apply(models.path());
        var checked = run(CheckCommand::run, models.path().toString());
        assertThat(checked.code()).as(checked.out()).isZero();
        if (page.names(CHECK)) {
            page.shows(CHECK, checked.out().replace(models.path().toString(), "my-models"));
        } else {
            assertThat(checked.out()).contains("no things that a start refuses, no pieces of advice");
        }
        var pictures = (heading.contains("approval") ? PICTURES : folder.resolve("pictures")).toString();
        var compared = run(CompareCommand::run, PRODUCT, models.path().toString(), "--pictures=" + pictures);
        assertThat(compared.code()).isOne();
        page.shows("./redress compare my-models", compared.out().replace(PRODUCT + " → " + models.path(), "the product → my-models"));
        return models.path();
    }

    /** A script of the page as a file, or the reference of a published case. */
    private static String file(PageEdits page, String script) throws IOException {
        return script.endsWith(".yaml") ? Files.writeString(directory.resolve(script), page.block("yaml")).toString() : script;
    }

    private static void take(String models) {
        if (!deployed.equals(models)) {
            Vocabulary.take(models);
            application.takeModels(models);
            deployed = models;
        }
    }

    private static Ended run(Command command, String... words) {
        var out = new ByteArrayOutputStream();
        int code;
        try (var printed = new PrintStream(out, true, StandardCharsets.UTF_8); var progress = new PrintStream(OutputStream.nullOutputStream())) {
            code = command.run(new ArrayList<>(List.of(words)), printed, progress);
        }
        return new Ended(code, out.toString(StandardCharsets.UTF_8));
    }
}
