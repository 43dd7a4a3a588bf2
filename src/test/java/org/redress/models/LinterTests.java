package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which rules the linter has, and which {@code check} alone; what it says of samples is compared where there is Node ({@link LinterIT}). */
class LinterTests {
    private static final Path PACKAGE = ModelerPackages.FOLDER.resolve("bpmnlint-plugin-redress");
    private static final Path PAGE = PACKAGE.resolve("README.md");
    private static final Set<Rule.About> OF_MODELS = EnumSet.of(Rule.About.MODELS, Rule.About.WRITING, Rule.About.DRAWING);

    /** Its ids are ours, so that whoever sees one in Modeler finds it in what check prints, and in the documents. */
    @Test
    void hasOnlyRulesThatCheckHas() throws IOException {
        assertThat(ModelerPackages.rules()).hasSizeGreaterThan(30)
                .isSubsetOf(ModelRules.ALL.stream().filter(rule -> OF_MODELS.contains(rule.about())).map(Rule::id).toList());
    }

    @Test
    void namesTheRulesForWhichAStartRefusesErrors() throws IOException {
        var index = Files.readString(PACKAGE.resolve("index.js"));
        var refused = ModelRules.ALL.stream().filter(Rule::refuses).map(Rule::id).collect(Collectors.toSet());

        assertThat(words(index, "RULES")).isEqualTo(new TreeSet<>(ModelerPackages.rules()));
        assertThat(words(index, "REFUSED")).isEqualTo(ModelerPackages.rules().stream().filter(refused::contains).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void knowsTheSameProperNames() throws IOException {
        assertThat(words(Files.readString(PACKAGE.resolve("lib/words.js")), "PROPER")).isEqualTo(new TreeSet<>(Words.PROPER));
    }

    @Test
    void saysOnItsPageWhatCheckAloneKnows() throws IOException {
        var rules = ModelerPackages.rules();
        var rows = Stream.concat(Stream.of("| Rule | What holds | Seen in Modeler |", "|---|---|---|"), Arrays.stream(Rule.About.values()).filter(OF_MODELS::contains)
                .flatMap(about -> ModelRules.ALL.stream().filter(rule -> rule.about() == about))
                .map(rule -> "| `%s` | %s | %s |".formatted(rule.id(), rule.sentence(), rules.contains(rule.id()) ? rule.refuses() ? "error" : "warning" : "no, `check` alone"))).toList();
        var page = Files.readString(PAGE);
        var made = page.substring(0, page.indexOf("| Rule |")) + String.join("\n", rows) + "\n";
        GeneratedPage.write(PAGE, made);

        assertThat(rows).filteredOn(row -> row.endsWith("`check` alone |")).hasSizeGreaterThan(20);
        assertThat(Files.readString(PAGE)).as(GeneratedPage.HOW).isEqualTo(made);
    }

    /** The texts in a list of a script. */
    private static TreeSet<String> words(String script, String list) {
        var found = Pattern.compile("const " + list + " = \\[(.*?)]", Pattern.DOTALL).matcher(script);
        assertThat(found.find()).as(list).isTrue();
        return Pattern.compile("'([^']+)'").matcher(found.group(1)).results().map((MatchResult text) -> text.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
