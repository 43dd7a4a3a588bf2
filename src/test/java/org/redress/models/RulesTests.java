package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md has every rule: cited by code, models, tables or forms, or not kept, with the reason. */
class RulesTests {
    private static final Path RULES = Path.of("docs/rules.md");
    private static final String NOT_KEPT = "Not kept";
    private static final Pattern RULE = Pattern.compile("\\b(CORP|CHD|ADT|LGA|LGS|REM|CMP|WD|DQ|DAT|ACC)-(\\d{1,2})(?:(?:…| to )(?:\\1-)?(\\d{1,2})\\b)?");

    @Test
    void keepsEveryRuleOrSaysWhyNot() {
        var listed = listed();
        // a package that says "LGA-01 to LGA-30" of all that it is about keeps none of them by that
        var cited = cited(false);

        assertThat(listed).hasSizeGreaterThan(190);
        assertThat(listed.entrySet()).as("rules that nothing cites; cite them, or say \"Not kept: \" with the reason")
                .filteredOn(rule -> !rule.getValue().contains(NOT_KEPT) && !cited.contains(rule.getKey())).isEmpty();
        assertThat(listed.entrySet()).as("rules that are said not to be kept, and are cited")
                .filteredOn(rule -> rule.getValue().contains(NOT_KEPT) && cited.contains(rule.getKey())).isEmpty();
        assertThat(listed.values().stream().filter(row -> row.contains(NOT_KEPT))).as("each with its reason").allMatch(row -> row.matches(".*Not kept[^:]*: .{20,}"));
    }

    @Test
    void listsEveryRuleThatIsCited() {
        assertThat(cited(true)).as("rules that are cited and have no row in " + RULES).isSubsetOf(listed().keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CORP-30…CORP-32  | CORP-30 CORP-31 CORP-32
            CHD-40…41, DAT-1 | CHD-40 CHD-41 DAT-01
            DQ-1 to DQ-3     | DQ-1 DQ-2 DQ-3
            UTF-8, ISO-8601  | ''
            """)
    void readsRulesAsTheyAreCited(String text, String rules) {
        assertThat(String.join(" ", rules(text))).isEqualTo(rules);
    }

    /** Each rule with its row. */
    private static Map<String, String> listed() {
        var rows = new TreeMap<String, String>();
        for (var line : read(RULES).lines().filter(row -> row.startsWith("| ")).toList()) {
            rules(line.split("\\|")[1]).forEach(rule -> rows.put(rule, line));
        }
        return rows;
    }

    private static Set<String> cited(boolean inRanges) {
        try (var sources = Files.walk(Path.of("src/main/java")); var models = Files.walk(Path.of("processes")); var forms = Files.walk(Path.of("forms"))) {
            return Stream.of(sources, models, forms).flatMap(files -> files).filter(Files::isRegularFile).flatMap(file -> rules(read(file), inRanges).stream()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> rules(String text) {
        return rules(text, true);
    }

    private static Set<String> rules(String text, boolean inRanges) {
        var found = new TreeSet<String>();
        var matcher = RULE.matcher(text);
        while (matcher.find()) {
            if (matcher.group(3) != null && !inRanges) {
                continue;
            }
            int first = Integer.parseInt(matcher.group(2));
            int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
            for (int number = first; number <= last; number++) {
                found.add(matcher.group(1) + (matcher.group(1).equals("DQ") ? "-" + number : "-%02d".formatted(number)));
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
