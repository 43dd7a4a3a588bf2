package org.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list "What a council's security reviewer asks" of docs/security.md names tests, attacks and sections that there are. */
class ReviewerTests {
    private static final String HEADING = "## What a council's security reviewer asks";
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Tests|IT))`");
    private static final Pattern ATTACK = Pattern.compile("\\bA\\d{3}\\b");
    private static final Pattern SECTION = Pattern.compile("\"([A-Z][\\w ]+)\"");

    @Test
    void areAnsweredWithWhatThereIs() throws IOException {
        var page = Files.readString(Path.of("docs/security.md"));
        var rows = page.split("\n" + HEADING + "\n")[1].split("\n## ")[0].lines().filter(line -> line.startsWith("|")).skip(2).toList();
        Set<String> tests;
        try (var files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        }

        assertThat(rows).hasSizeGreaterThanOrEqualTo(25).allMatch(row -> row.split("\\|").length == 4, "a question, an answer and what shows it");
        assertThat(named(TEST, rows)).hasSizeGreaterThan(15).isSubsetOf(tests);
        assertThat(named(ATTACK, rows)).hasSizeGreaterThan(10).allMatch(attack -> page.contains("\n| " + attack + " |"));
        assertThat(named(SECTION, rows)).isNotEmpty().allMatch(section -> page.contains("# " + section + "\n"));
        assertThat(rows).as("what stays open is said").filteredOn(row -> row.contains("Open: ")).hasSizeGreaterThanOrEqualTo(5);
    }

    private static List<String> named(Pattern what, List<String> rows) {
        return rows.stream().flatMap(row -> what.matcher(row).results()).map((MatchResult found) -> found.group(found.groupCount())).distinct().toList();
    }
}
