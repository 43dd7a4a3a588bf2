package org.redress.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.decision.TableFacts;
import org.redress.models.Table.Column;
import org.redress.models.Table.Row;
import org.w3c.dom.Element;

/** What decision tables keep: FEEL and nothing that runs programs, rows that can apply, and a row for whatever a form offers. */
final class TableRules {
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> ELEMENTS = Set.of("definitions", "decision", "description", "question", "allowedAnswers", "variable",
            "decisionTable", "input", "inputExpression", "inputValues", "output", "outputValues", "defaultOutputEntry", "rule", "inputEntry",
            "outputEntry", "text", "inputData", "informationRequirement", "requiredDecision", "requiredInput", "textAnnotation", "association",
            "annotation", "annotationEntry");
    private static final Set<String> ATTRIBUTES = Set.of("historyTimeToLive", "versionTag", "inputVariable", "diagramRelationId");
    private static final Pattern PROGRAM = Pattern.compile("\\bexternal\\b\\s*\\{|\\$\\{|#\\{");
    private static final Pattern NOT = Pattern.compile("not\\((.*)\\)");

    static final List<Rule> ALL = List.of(
            elements("table-parts", "A table has only what the product decides by: elements and settings that it knows", TableRules::unknown),
            elements("table-language", "Tables are written in FEEL", TableRules::language),
            elements("table-programs", "No cell runs a program", (file, element) -> element.getLocalName().equals("text") && PROGRAM.matcher(element.getTextContent()).find()
                    ? Stream.of("runs a program; tables are written in FEEL") : Stream.empty()),
            elements("table-history", "A decision says how long its history is kept", (file, element) -> element.getLocalName().equals("decision")
                    && element.getAttributeNS(CAMUNDA, "historyTimeToLive").isBlank()
                    ? Stream.of("does not say how long its history is kept; set History time to live, for example P2192D for six years") : Stream.empty()),
            new Rule("rows-complete", Rule.About.TABLES, "A row has a cell for every column", models -> models.tables().flatMap(TableRules::incomplete)),
            new Rule("rows-apply", Rule.About.TABLES, "Every row can apply: no range is empty, and no other row of a table that gives one answer takes all its cases",
                    models -> Stream.concat(models.tables().filter(Table::oneRow).flatMap(TableRules::covered), models.inConditions("rows-apply"))),
            new Rule("answers-offered", Rule.About.TABLES, "A cell about an answer of a form names only what the form offers", models -> models.tables().flatMap(table -> strange(models, table))),
            new Rule("answers-taken", Rule.About.TABLES,
                    "Whatever a form offers is taken by some row, unless the description of the table says what it means that no row applies (with the words “no row”)",
                    models -> models.tables().filter(table -> !table.saysWhatNoRowMeans()).flatMap(table -> untaken(models, table))));

    private TableRules() {}

    private static Rule elements(String id, String sentence, BiFunction<XmlFile, Element, Stream<String>> faults) {
        return new Rule(id, Rule.About.TABLES, sentence, models -> models.tableFiles()
                .flatMap(file -> file.elements().stream().flatMap(element -> faults.apply(file, element).map(why -> file.finding(id, element, why)))));
    }

    private static Stream<String> unknown(XmlFile file, Element element) {
        if (!ELEMENTS.contains(element.getLocalName())) {
            return Stream.of("holds " + element.getLocalName() + ", which the product does not decide by; write a decision table");
        }
        return XmlFile.attributes(element).stream().filter(attribute -> CAMUNDA.equals(attribute.getNamespaceURI()) && !ATTRIBUTES.contains(attribute.getLocalName()))
                .map(attribute -> "has " + attribute.getName() + ", which the product does not know; leave it out");
    }

    private static Stream<String> language(XmlFile file, Element element) {
        return XmlFile.attributes(element).stream().filter(attribute -> attribute.getLocalName().equals("expressionLanguage") && !feel(attribute.getValue()))
                .map(attribute -> "is written in " + attribute.getValue() + "; tables are written in FEEL");
    }

    private static boolean feel(String language) {
        return language.isBlank() || language.equalsIgnoreCase("feel") || language.matches("https?://www\\.omg\\.org/spec/(DMN|FEEL).*");
    }

    private static Stream<Finding> incomplete(Table table) {
        return table.rows().stream().filter(row -> row.inputs().size() != table.inputs().size() || row.outputs().size() != table.outputs().size())
                .map(row -> table.file().finding("rows-complete", row.element(), table.at(row), "has " + row.inputs().size() + " and " + row.outputs().size()
                        + " cells, and the table " + table.inputs().size() + " and " + table.outputs().size() + " columns; write it anew in the Modeler"));
    }

    /** Rows all of whose cases another row takes: the first of them answers, or two answer at once. */
    private static Stream<Finding> covered(Table table) {
        var found = new ArrayList<Finding>();
        boolean first = table.hitPolicy().equals("FIRST");
        var cells = table.rows().stream().map(row -> IntStream.range(0, table.inputs().size()).mapToObj(row::input).map(Cell::of).toList()).toList();
        for (int i = 0; i < cells.size(); i++) {
            for (int j = 0; j < (first ? i : cells.size()); j++) {
                // of two equal rows the later one
                if (i != j && takes(cells.get(j), cells.get(i)) && (j < i || !takes(cells.get(i), cells.get(j)))) {
                    var row = table.rows().get(i);
                    var other = "row " + (j + 1) + " (" + table.rows().get(j).element().getAttribute("id") + ") takes all its cases";
                    found.add(table.file().finding("rows-apply", row.element(), table.at(row), first ? "never applies, because " + other + " before; move it up, or take it out"
                            : "never applies alone, because " + other + "; let one of the two leave them out"));
                    break;
                }
            }
        }
        return found.stream();
    }

    /** A cell of an input, and the texts that it lists if it lists nothing else. */
    private record Cell(String text, Set<String> texts) {
        static Cell of(String text) {
            return new Cell(text, new HashSet<>(Feel.texts(text).orElse(List.of())));
        }

        boolean takes(Cell other) {
            return Feel.any(text) || text.equals(other.text) || !other.texts.isEmpty() && texts.containsAll(other.texts);
        }
    }

    private static boolean takes(List<Cell> row, List<Cell> other) {
        return IntStream.range(0, row.size()).allMatch(i -> row.get(i).takes(other.get(i)));
    }

    private static Stream<Finding> strange(Models models, Table table) {
        return IntStream.range(0, table.inputs().size()).boxed().flatMap(i -> answers(models, table, table.inputs().get(i)).stream()
                .flatMap(offered -> table.rows().stream().flatMap(row -> named(row.input(i)).stream().filter(text -> !offered.contains(text))
                        .map(text -> at(table, "answers-offered", row, table.inputs().get(i), row.inputs().get(i), "names \"" + text + "\", which no form offers; "
                                + Names.instead(text, offered))))));
    }

    private static Stream<Finding> untaken(Models models, Table table) {
        return IntStream.range(0, table.inputs().size()).boxed().flatMap(i -> answers(models, table, table.inputs().get(i)).stream()
                .flatMap(offered -> offered.stream().filter(answer -> table.rows().stream().noneMatch(row -> mayTake(row.input(i), answer)))
                        .map(answer -> table.file().finding("answers-taken", table.inputs().get(i).element(), table.at(table.inputs().get(i)), "has no row for \"" + answer
                                + "\", which a form offers; add a row, or say in the description what it means that no row applies"))));
    }

    /** The answers that an input can have, if forms alone give it. */
    private static Optional<Set<String>> answers(Models models, Table table, Column input) {
        var facts = TableFacts.of(table.id());
        return facts.isPresent() ? Optional.of(input.text()).filter(facts.get().answers()::contains).flatMap(models.names()::offered) : models.names().answers(input.text());
    }

    /** The texts that a cell lists, or lists as those that are not meant. */
    private static Set<String> named(String cell) {
        var not = NOT.matcher(cell);
        return new HashSet<>(Feel.texts(not.matches() ? not.group(1) : cell).orElse(List.of()));
    }

    private static boolean mayTake(String cell, String answer) {
        var not = NOT.matcher(cell);
        var texts = Feel.texts(not.matches() ? not.group(1) : cell);
        return texts.isEmpty() || texts.get().contains(answer) != not.matches();
    }

    private static Finding at(Table table, String rule, Row row, Column column, Element cell, String why) {
        return table.file().finding(rule, cell, table.at(row, column), why);
    }
}
