package org.redress.models;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.casefile.CaseFiles;
import org.redress.models.Table.Row;

/**
 * Whether each stage that the table next-stage chooses has a period for the deadlines that its model sets: a case that comes to one that has none is turned down there, months after it began.
 */
final class StagePeriods {
    static final String RULE = "stage-periods";

    private static final String STAGES = "next-stage";
    private static final String ALLOWANCE = "allowance";
    /** The inputs of both tables, by the variables that they read. */
    private static final String PROCEDURE = "procedure";
    private static final String STAGE = "stageNumber";
    private static final String DEADLINE = "deadline";

    private final Models models;
    private final Table stages;
    private final Table allowance;

    private StagePeriods(Models models, Table stages, Table allowance) {
        this.models = models;
        this.stages = stages;
        this.allowance = allowance;
    }

    /** Nothing to say where one of the two tables is not there, or has other columns. */
    static Stream<Finding> findings(Models models) {
        return table(models, STAGES).flatMap(stages -> table(models, ALLOWANCE).flatMap(allowance -> new StagePeriods(models, stages, allowance).findings()));
    }

    /** The procedures, each with the numbers of its stages, and those of requests, which have none; nothing where the table is not there, or has other columns. */
    static Map<String, Set<String>> stages(Models models) {
        var stages = new TreeMap<String, Set<String>>();
        table(models, STAGES).forEach(table -> {
            int procedure = column(table.inputs(), PROCEDURE);
            int number = column(table.outputs(), STAGE);
            if (procedure >= 0 && number >= 0) {
                table.rows().forEach(row -> texts(row.input(procedure)).forEach(one -> stages.computeIfAbsent(one, known -> new TreeSet<>()).add(row.output(number))));
            }
        });
        if (!stages.isEmpty()) {
            List.of(CaseFiles.SERVICE_REQUEST, CaseFiles.ACCESS_REQUEST).forEach(request -> stages.putIfAbsent(request, Set.of()));
        }
        return stages;
    }

    /** The rows that it looks at. */
    static Stream<Row> rows(Models models) {
        return table(models, STAGES).flatMap(table -> table.rows().stream());
    }

    private static Stream<Table> table(Models models, String id) {
        return models.tables().filter(table -> table.id().equals(id));
    }

    private Stream<Finding> findings() {
        int process = column(stages.outputs(), "stageProcess");
        int number = column(stages.outputs(), STAGE);
        int procedure = column(stages.inputs(), PROCEDURE);
        boolean known = Stream.of(process, number, procedure, column(allowance.inputs(), DEADLINE), column(allowance.inputs(), PROCEDURE), column(allowance.inputs(), STAGE)).allMatch(column -> column >= 0);
        return known ? stages.rows().stream().flatMap(row -> texts(row.output(process)).stream().flatMap(called -> texts(row.input(procedure)).stream()
                .flatMap(one -> set(called).stream().filter(deadline -> !hasPeriod(deadline, one, row.output(number)))
                        .map(deadline -> stages.file().finding(RULE, row.element(), stages.at(row), "begins stage " + row.output(number) + " of the procedure " + one + " with " + called + ", which sets the deadline " + deadline
                                + ", for which " + allowance.file().name() + " has no row; add a row for that deadline, procedure and stage"))))) : Stream.empty();
    }

    private static int column(List<Table.Column> columns, String text) {
        return IntStream.range(0, columns.size()).filter(i -> columns.get(i).text().equals(text)).findFirst().orElse(-1);
    }

    private static Set<String> texts(String cell) {
        return new TreeSet<>(Feel.texts(cell).orElse(List.of()));
    }

    /** The deadlines that a model sets on whatever way; what it calls is asked by itself. */
    private Set<String> set(String process) {
        var set = new HashSet<String>();
        models.processes().filter(file -> file.all("process").anyMatch(one -> one.getAttribute("id").equals(process))).forEach(file -> file.all("serviceTask")
                .filter(task -> task.getAttributeNS(BpmnRules.CAMUNDA, "delegateExpression").equals("${setDeadline}")).forEach(task -> Deadlines.named(task).ifPresent(set::add)));
        return new TreeSet<>(set);
    }

    private boolean hasPeriod(String deadline, String procedure, String stage) {
        return allowance.rows().stream().anyMatch(row -> takes(row, DEADLINE, '"' + deadline + '"') && takes(row, PROCEDURE, '"' + procedure + '"') && takes(row, STAGE, stage));
    }

    /** Also where it cannot be told. */
    private boolean takes(Row row, String input, String value) {
        var cell = CellValues.of(row.input(column(allowance.inputs(), input)));
        return cell.certainlyMeets(CellValues.of(value)) || cell.cannotBeTold();
    }
}
