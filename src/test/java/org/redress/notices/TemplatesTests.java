package org.redress.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of notices, as they are shipped and as an office writes its own. */
class TemplatesTests {
    private static final Map<String, String> VALUES = Map.of("reference", "KENT-2026-0001", "day", "Monday 30 November 2026", "link", "https://x", "choices", "https://y");

    @TempDir
    private Path folder;

    @Test
    void fillsInWhatIsShipped() {
        var filled = new Templates("").fill("overdue", VALUES);

        assertThat(filled.subject()).isEqualTo("KENT-2026-0001: overdue");
        assertThat(filled.text()).contains("It was due: Monday 30 November 2026.", "https://x", "https://y").doesNotContain("{");
    }

    @Test
    void takesTheTextsOfAFolderBeforeThoseThatAreShipped() throws IOException {
        Files.writeString(folder.resolve("overdue.txt"), "Subject: Late: {reference}\n\nSee {link}\n");

        var templates = new Templates(folder.toString());

        assertThat(templates.fill("overdue", VALUES)).isEqualTo(new Templates.Filled("Late: KENT-2026-0001", "See https://x\n"));
        assertThat(templates.fill("letter", VALUES).subject()).isEqualTo("KENT-2026-0001: a letter arrived");
    }

    @Test
    void letsNoValueMakeAnotherLine() throws IOException {
        Files.writeString(folder.resolve("overdue.txt"), "Subject: {reference}\n\n{link}\n");

        var filled = new Templates(folder.toString()).fill("overdue", Map.of("reference", "A\r\nBcc: x@example.org\u2028B", "link", "a\nb"));

        assertThat(filled.subject()).isEqualTo("A Bcc: x@example.org B");
        assertThat(filled.text()).isEqualTo("a b\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Subject: Late\\nBcc: x@example.org\\n\\nText | the second is empty
            Late\\n\\nText                               | the first line of overdue.txt
            Subject:  \\n\\nText                         | the first line of overdue.txt
            Subject: Late\\n\\n{complaint}               | overdue.txt has {complaint}; what can be filled in there is {choices}, {day}, {link}, {reference}.
            Subject: {name}\\n\\nText                    | overdue.txt has {name}""")
    void refusesATextThatCannotBeSent(String text, String because) throws IOException {
        Files.writeString(folder.resolve("overdue.txt"), text.replace("\\n", "\n"));

        assertThatThrownBy(() -> new Templates(folder.toString())).hasMessageContaining(because);
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> new Templates(folder.resolve("none").toString())).hasMessageContaining("there is no folder");
    }
}
