package org.redress.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.models.GeneratedPage;

/** docs/process-owners.md has every letter with what must be in it, and every name that can be filled in. */
class LetterTableTests {
    private static final Path PAGE = Path.of("docs/process-owners.md");

    @Test
    void hasEveryLetterWithItsLegalParts() throws IOException {
        var rows = Stream.concat(Stream.of("| Letter | File | Must have | Rule |", "|---|---|---|---|"), Stream.of(LetterKind.values()).map(kind -> {
            var parts = kind.parts().entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey)).toList();
            return "| " + kind.words() + " | `" + kind.code() + ".md` | " + parts.stream().map(part -> "`{{> " + part.getKey().code() + "}}` " + part.getKey().words()).collect(Collectors.joining("; "))
                    + " | " + parts.stream().map(Map.Entry::getValue).distinct().collect(Collectors.joining(", ")) + " |";
        })).collect(Collectors.joining("\n"));

        compare("| Letter | File |", rows);
    }

    @Test
    void hasEveryNameThatCanBeFilledIn() throws IOException {
        var rows = Stream.concat(Stream.of("| Name | What is filled in |", "|---|---|"), Names.inOrder().entrySet().stream().map(name -> "| `" + name.getKey() + "` | " + name.getValue() + " |"))
                .collect(Collectors.joining("\n"));

        compare("| Name | What is filled in |", rows);
    }

    private static void compare(String begins, String made) throws IOException {
        var page = Files.readString(PAGE);
        int from = page.indexOf(begins);
        int to = page.indexOf("\n\n", from);
        GeneratedPage.write(PAGE, page.substring(0, from) + made + page.substring(to));

        assertThat(page.substring(from, to)).as(GeneratedPage.HOW).isEqualTo(made);
    }
}
