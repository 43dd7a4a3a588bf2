package org.redress.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Councils that models, tables and forms name. Most do not name any: they are for all councils. Which there are, only an installation knows; what is said of them is advice, because a council may come after the model.
 */
final class CouncilRules {
    private static final String RULE = "councils-there";
    /** What the steps of the product call a council. */
    private static final Set<String> COUNCILS = Set.of("council", "authority");
    private static final String ALL_COUNCILS = "councils";
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    static final List<Rule> ALL = List.of(new Rule(RULE, Rule.About.CONDITIONS, Rule.Weight.ADVICE,
            "A council that a table, a condition or a form names is one of the installation; which there are is said with `--councils`", Stream::of, CouncilRules::findings));

    private CouncilRules() {}

    private static Stream<Finding> findings(Models models) {
        if (models.surroundings().tenants().isEmpty()) {
            return Stream.empty();
        }
        var variables = new TreeSet<>(COUNCILS);
        models.forms().flatMap(form -> form.components().stream()).filter(field -> field.path("valuesKey").asText().equals(ALL_COUNCILS)).map(field -> field.path("key").asText())
                .filter(key -> key.matches("\\w+")).forEach(variables::add);
        var compared = Pattern.compile("\\b(?:" + String.join("|", variables) + ")\\s*(?:==|!=|=|\\beq\\b|\\bne\\b)\\s*(?:\"([^\"]*)\"|'([^']*)')");
        return Stream.of(inTables(models, variables), inModels(models, variables, compared), inForms(models, variables, compared)).flatMap(found -> found);
    }

    private static Stream<Finding> inTables(Models models, Set<String> variables) {
        return models.tables().flatMap(table -> table.rows().stream().flatMap(row -> Stream.concat(
                IntStream.range(0, table.inputs().size()).filter(i -> variables.contains(table.inputs().get(i).text())).boxed()
                        .flatMap(i -> unknown(models, TEXT.matcher(row.input(i)).results().map(found -> found.group(1)))
                                .map(why -> table.file().finding(RULE, row.inputs().get(i), table.at(row, table.inputs().get(i)), why))),
                IntStream.range(0, table.outputs().size()).filter(i -> variables.contains(table.outputs().get(i).text())).boxed()
                        .flatMap(i -> unknown(models, TEXT.matcher(row.output(i)).results().map(found -> found.group(1)))
                                .map(why -> table.file().finding(RULE, row.outputs().get(i), table.at(row, table.outputs().get(i)), why))))));
    }

    private static Stream<Finding> inModels(Models models, Set<String> variables, Pattern compared) {
        return models.processes().flatMap(file -> file.elements().stream().flatMap(element -> {
            boolean leaf = XmlFile.children(element).isEmpty();
            var texts = Stream.concat(leaf ? Stream.of(element.getTextContent()) : Stream.empty(), XmlFile.attributes(element).stream().map(attribute -> attribute.getValue())).filter(ExpressionCheck::computes);
            var handed = leaf && element.getLocalName().equals("inputParameter") && variables.contains(element.getAttribute("name")) && !ExpressionCheck.computes(element.getTextContent())
                    ? Stream.of(element.getTextContent().strip()) : Stream.<String>empty();
            return unknown(models, Stream.concat(texts.flatMap(text -> compared.matcher(text).results().map(CouncilRules::named)), handed)).map(why -> file.finding(RULE, element, why));
        }));
    }

    private static Stream<Finding> inForms(Models models, Set<String> variables, Pattern compared) {
        return models.forms().flatMap(form -> form.components().stream().flatMap(field -> {
            var options = variables.contains(field.path("key").asText()) ? FormFile.options(field).stream() : Stream.<String>empty();
            return unknown(models, Stream.concat(options, conditions(field).flatMap(text -> compared.matcher(text).results().map(CouncilRules::named)))).map(why -> form.finding(RULE, field, why));
        }));
    }

    private static Stream<String> conditions(JsonNode field) {
        return FormFile.condition(field).stream();
    }

    private static String named(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static Stream<String> unknown(Models models, Stream<String> named) {
        var there = models.surroundings().tenants();
        var missing = named.filter(council -> !there.contains(council)).distinct().toList();
        return missing.stream().map(council -> "names the council " + council + ", which there is not; " + Names.instead(council, there));
    }
}
