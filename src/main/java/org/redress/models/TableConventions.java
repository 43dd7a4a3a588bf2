package org.redress.models;

import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.redress.models.Table.Row;

/** A rule is a row with its clause; where no row applies, the table says nothing. */
final class TableConventions {

    private static final String CLAUSE = "clause";
    private static final Pattern DAY = Pattern.compile("date and time\\(\"");
    private static final Pattern FROM = Pattern.compile("(?:>=\\s*|\\[)date and time\\(\"([^\"]*)\"\\)");
    private static final Pattern UNTIL = Pattern.compile("(?:<\\s*|\\.\\.)date and time\\(\"([^\"]*)\"\\)");

    static final List<Rule> ALL = List.of(
            Convention.table("rows-one-table", "A file holds one decision with one table",
                    Stream::of, (file, self) -> severalDecisions(file)),
            Convention.table("rows-file-name", "A table has a name, its id is in lower case with hyphens, and its file is named after it",
                    file -> file.all(Decision.class), TableConventions::incomplete),
            Convention.table("rows-hit-policy", "One row applies, or the description says why several may",
                    file -> file.all(DecisionTable.class), TableConventions::otherHitPolicy),
            Convention.table("rows-labels", "Every column has a label, and every output the name of a variable",
                    file -> Stream.concat(file.all(Input.class), file.all(Output.class)), TableConventions::unlabelled),
            rows("rows-ids", "The id of a row tells the case that it is for",
                    TableConventions::otherRowId),
            rows("rows-clauses", "Every row names the rule on which it rests, and says it in plain words",
                    TableConventions::noClause),
            Convention.table("rows-clause-last", "The clause is the last column",
                    file -> file.all(DecisionTable.class), TableConventions::clauseNotLast),
            rows("rows-no-catch-all", "No row is for everything else, so that a new case is refused and not guessed",
                    TableConventions::catchesAll),
            new Rule("rows-every-day", Rule.About.ROWS, Rule.Weight.ADVICE, "Where one row is for some days, there are rows for the days before and after",
                    TableConventions::all, models -> onlySomeDays(models).map(finding -> finding.under("rows-every-day"))),
            new Rule("rows-twins", Rule.About.ROWS, Rule.Weight.ADVICE, "No two rows are for the same case",
                    TableConventions::all, models -> twins(models).map(finding -> finding.under("rows-twins"))));

    private TableConventions() {}

    private static Rule rows(String id, String sentence, BiFunction<Table, Row, Stream<Finding>> faults) {
        return new Rule(id, Rule.About.ROWS, Rule.Weight.ADVICE, sentence, TableConventions::all,
                models -> models.tables().flatMap(table -> table.rows().stream().flatMap(row -> faults.apply(table, row))).map(finding -> finding.under(id)));
    }

    private static Stream<Row> all(Models models) {
        return models.tables().flatMap(table -> table.rows().stream());
    }

    private static Stream<Finding> severalDecisions(DmnFile file) {
        long decisions = file.all(Decision.class).count();
        long tables = file.all(DecisionTable.class).count();
        return unless(decisions == 1 && tables == 1, file.itself().says("it has " + decisions + " decisions and " + tables
                + " tables; give each decision a file and a table of its own"));
    }

    private static Stream<Finding> incomplete(DmnFile file, Decision decision) {
        return Stream.of(
                unless(file.stem().equals(decision.getId()), file.at(decision).says("stands in a file of another name; "
                        + "the file is named " + decision.getId() + ".dmn, or the decision " + file.stem())),
                unless(Words.isKebabCase(decision.getId()), file.at(decision).says("is not in lower case with hyphens, like next-stage")),
                unless(isText(decision.getName()), file.at(decision).says("has no name")))
                .flatMap(faults -> faults);
    }

    private static Stream<Finding> otherHitPolicy(DmnFile file, DecisionTable table) {
        String policy = table.getHitPolicy().toString();
        boolean explained = Stream.of(table, (DmnElement) table.getParentElement())
                .anyMatch(element -> DmnFile.text(element.getDescription()).toUpperCase().contains(policy));
        return unless(table.getHitPolicy() == HitPolicy.UNIQUE || explained, file.at(table).says("has the hit policy "
                + policy + "; make it Unique, or say in the documentation why it is " + policy));
    }

    private static Stream<Finding> unlabelled(DmnFile file, DmnElement column) {
        String label = column instanceof Input input ? input.getLabel() : ((Output) column).getLabel();
        boolean variable = !(column instanceof Output output)
                || output.getName() != null && Words.isCamelCase(output.getName());
        return Stream.concat(
                unless(isText(label), file.at(column).says("is a column with no label; say what it holds")),
                unless(variable, file.at(column).says("does not name a variable; name the output like stageNumber")));
    }

    private static Stream<Finding> otherRowId(Table table, Row row) {
        var id = row.element().getAttribute("id");
        return unless(id.matches("Rule_[A-Z][A-Za-z0-9_]*"), at(table, row).says("has no telling id; call it Rule_ and the case, like Rule_StatutoryStage2"));
    }

    private static Stream<Finding> noClause(Table table, Row row) {
        var clause = output(table, row, CLAUSE);
        var sources = output(table, row, "rule").orElse("") + " " + clause.orElse("") + " " + XmlFile.text(row.element(), "description");
        return Stream.concat(
                unless(RuleSource.isNamedIn(sources), at(table, row).says("names no rule; write it into the column rule or "
                        + "clause or into the annotation, " + RuleSource.EXAMPLES)),
                unless(clause.filter(String::isEmpty).isEmpty(), at(table, row).says("has no clause; say in the last column in plain words what the rule says")));
    }

    /** What a row says in a column, without quotation marks. */
    private static Optional<String> output(Table table, Row row, String name) {
        int column = table.outputs().stream().map(Table.Column::text).toList().indexOf(name);
        return column < 0 ? Optional.empty() : Optional.of(row.output(column).replace("\"", ""));
    }

    private static Spot at(Table table, Row row) {
        return new Spot(table.file().name(), table.file().elements().indexOf(row.element()), table.at(row));
    }

    private static Stream<Finding> clauseNotLast(DmnFile file, DecisionTable table) {
        List<String> names = table.getOutputs().stream().map(Output::getName).toList();
        return unless(!names.contains(CLAUSE) || names.indexOf(CLAUSE) == names.size() - 1, file.at(table).says("has columns after clause; move clause to the end, where it is read last"));
    }

    private static Stream<Finding> catchesAll(Table table, Row row) {
        return unless(!inputs(row).stream().allMatch(Feel::any), at(table, row).says("applies to everything; name the cases, so that a new case is refused and not guessed"));
    }

    /** In a table of which one row must apply, nobody is refused because a day is before or after those that were thought of. */
    private static Stream<Finding> onlySomeDays(Models models) {
        return models.tables().filter(table -> !table.hitPolicy().startsWith("COLLECT")).flatMap(table -> {
            var like = table.rows().stream().collect(Collectors.groupingBy(TableConventions::withoutDays));
            return table.rows().stream().filter(row -> inputs(row).stream().anyMatch(cell -> DAY.matcher(cell).find())).filter(row -> {
                var others = like.getOrDefault(withoutDays(row), List.of());
                var from = days(others, FROM);
                return from.isEmpty() || !from.equals(days(others, UNTIL));
            }).map(row -> at(table, row).says("is for only some days; add the rows for the days before and after them, so that no case of another time is refused"));
        });
    }

    private static List<String> withoutDays(Row row) {
        return inputs(row).stream().map(cell -> DAY.matcher(cell).find() ? "" : cell).toList();
    }

    private static Set<String> days(List<Row> rows, Pattern bound) {
        return rows.stream().flatMap(row -> inputs(row).stream()).flatMap(cell -> bound.matcher(cell).results()).map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Of a table that gives one answer, a rule for which a start refuses says more. */
    private static Stream<Finding> twins(Models models) {
        return models.tables().filter(table -> !table.oneRow()).flatMap(table -> table.rows().stream().collect(Collectors.groupingBy(TableConventions::inputs)).values().stream()
                .filter(same -> same.size() > 1).map(same -> at(table, same.get(0)).says("is for the same case as row " + same.get(1).number() + " ("
                        + same.get(1).element().getAttribute("id") + "); keep one of them")));
    }

    private static List<String> inputs(Row row) {
        return row.inputs().stream().map(cell -> XmlFile.text(cell, "text")).toList();
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank();
    }
}
