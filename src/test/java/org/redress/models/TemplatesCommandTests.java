package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command writes, and with which code it ends. */
class TemplatesCommandTests {
    @TempDir
    private Path folder;

    /** The end of the command, and what it printed. */
    private record Ended(int code, String out, String err) {}

    @Test
    void writesWhatTheFolderHas() throws IOException {
        for (var file : HouseSamples.files().entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        var written = folder.resolve(".camunda/element-templates/redress.json");

        assertThat(templates(folder.toString(), "--groups=site-visitors")).isEqualTo(new Ended(0, "Wrote 21 templates to " + written
                + "; in Camunda Modeler, Ctrl+R reads them anew.\n", ""));
        assertThat(written).content().contains("\"answer-letter\"", "\"${answerDue}\"", "\"site-visitors\"").doesNotContain("\"service-housing\"", "\"agree-plan\"");
        assertThat(FolderOfModels.read(folder, List.of("processes", "forms"))).as("what a start deploys").hasSize(6);
    }

    @Test
    void saysWhatIsNotThere() {
        assertThat(templates("here", "there")).isEqualTo(new Ended(2, "", "Say: redress templates [FOLDER] [--groups=NAME,…]\n"));
        assertThat(templates(folder.toString()).err()).contains(folder.toString());
        assertThat(templates(folder.toString()).code()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    private static Ended templates(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = TemplatesCommand.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
