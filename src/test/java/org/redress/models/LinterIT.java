package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The linter says of a model what {@code check} says, in the same words, of the product and of every sample that breaks a rule. */
@ExtendWith(NeedsNode.class)
class LinterIT {
    @BeforeAll
    static void installsThePackages() throws Exception {
        ModelerPackages.install();
    }

    @Test
    void saysOfEverySampleWhatTheRulesSay() throws Exception {
        var rules = ModelerPackages.rules();
        var names = new ArrayList<String>();
        var samples = new ArrayList<Map<String, String>>();
        var compared = new ArrayList<Set<String>>();
        var expected = new ArrayList<List<String>>();
        var full = IntStream.range(0, 20).mapToObj("<endEvent id='EndEvent_More%d'/>"::formatted).collect(Collectors.joining());
        Stream.concat(HouseSamples.broken(), Stream.of(new HouseSamples.Broken(Sample.FILE, "</process>", full + "</process>", "elements on one level"))).filter(broken -> broken.file().endsWith(".bpmn")).forEach(broken -> {
            var files = new TreeMap<>(HouseSamples.files());
            files.put(broken.file(), broken.text());
            add(names, samples, compared, expected, broken.toString(), broken.models(), files, rules);
        });
        ModelRulesTests.broken().filter(broken -> broken.file().endsWith(".bpmn")).forEach(broken -> {
            var text = broken.now().isEmpty() ? broken.then() : SampleModels.MODEL.replace(broken.now(), broken.then());
            add(names, samples, compared, expected, broken.toString(), SampleModels.models(broken.file(), broken.now(), broken.then()), Map.of(broken.file(), text), rules);
        });

        var answers = ModelerPackages.ask("lint.mjs", samples);

        var shown = new TreeSet<String>();
        var differences = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            var said = said(answers.get(i), compared.get(i));
            said.forEach(one -> shown.add(one.split(" ", 2)[0]));
            if (!said.equals(expected.get(i))) {
                differences.add(names.get(i) + "\n  check:  " + String.join("\n          ", expected.get(i)) + "\n  linter: " + String.join("\n          ", said));
            }
        }
        assertThat(differences).overridingErrorMessage(() -> differences.size() + " samples of " + names.size() + ":\n" + String.join("\n", differences)).isEmpty();
        assertThat(names).hasSizeGreaterThan(150);
        assertThat(shown).as("rules of the linter that a sample breaks").isEqualTo(new TreeSet<>(rules));
    }

    @Test
    void findsNothingInTheModelsOfTheProduct() throws Exception {
        assertThat(ModelerPackages.run("node", "node_modules/bpmnlint/bin/bpmnlint.js", "--max-warnings", "0", "../processes/*.bpmn")).isBlank();
    }

    @Test
    void takesTheTemplatesByTheSchemaOfCamunda() throws Exception {
        assertThat(ModelerPackages.run("node", "test/templates.mjs", Path.of(ElementTemplates.FILE).toAbsolutePath().toString()))
                .isEqualTo(ElementTemplates.of(ProjectFiles.product()).size() + " templates\n");
    }

    private static void add(List<String> names, List<Map<String, String>> samples, List<Set<String>> compared, List<List<String>> expected, String name, Models models, Map<String, String> files,
            List<String> rules) {
        if (models.unread().findAny().isPresent()) {
            return;
        }
        // of what the engine cannot read, check says only why a start refuses it
        boolean read = files.keySet().stream().filter(file -> file.endsWith(".bpmn")).allMatch(models.engine()::reads);
        var looked = rules.stream().filter(rule -> read || ModelRules.ALL.stream().anyMatch(one -> one.refuses() && one.id().equals(rule))).collect(Collectors.toSet());
        names.add(name);
        samples.add(files.entrySet().stream().filter(file -> file.getKey().endsWith(".bpmn")).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new)));
        compared.add(looked);
        expected.add(HouseSamples.findings(models).stream().filter(finding -> looked.contains(finding.rule()))
                .map(finding -> "%s %s %s: %s".formatted(finding.rule(), finding.file(), finding.element().replaceFirst(" \\(“.*", ""), finding.why())).distinct().sorted().toList());
    }

    private static List<String> said(JsonNode answer, Set<String> compared) {
        return StreamSupport.stream(answer.spliterator(), false).filter(one -> compared.contains(one.path("rule").asText()))
                .map(one -> "%s %s %s: %s".formatted(one.path("rule").asText(), one.path("file").asText(), one.path("element").asText(), one.path("says").asText())).distinct().sorted().toList();
    }
}
