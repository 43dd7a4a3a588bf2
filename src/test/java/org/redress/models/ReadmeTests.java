package org.redress.models;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

/** The table of deadlines in the README says what the allowance table and the models say. */
class ReadmeTests {

    private static final String HEADING = "## Deadlines";
    private static final List<String> COLUMNS = List.of(
            "Procedure", "Deadline", "Stage", "Period", "Counts from", "Extended at most", "Clause", "Model event");
    private static final String NONE = "–";

    @Test
    void showsEveryRowOfTheAllowanceTable() throws IOException {
        List<String> wanted = expected();
        List<String> found = tableUnder(Files.readAllLines(Path.of("README.md")));

        assertThat(wanted).as("rows of processes/allowance.dmn").hasSizeGreaterThan(10);
        assertThat(found).overridingErrorMessage("README.md, %s: the table is not that of processes/allowance.dmn. It is:%n%n%s%n%n%s%n",
                HEADING, HEADING, String.join("\n", wanted)).isEqualTo(wanted);
    }

    @Test
    void findsTheTableWhateverItsPadding() {
        var readme = List.of("# A product", "", HEADING, "Counted in working days.", "", "| A |  B  |", "|---|:---:|", "| `1` | 2|", "", "| 3 |");

        assertThat(tableUnder(readme)).containsExactly("| A | B |", "|---|---|", "| 1 | 2 |");
    }

    private static List<String> expected() {
        DmnFile table = ProjectFiles.decisions().stream().filter(file -> "allowance".equals(file.stem())).findFirst().orElseThrow();
        Stream<List<String>> rows = table.all(Rule.class).map(row -> cells(table, row));
        return Stream.concat(Stream.of(COLUMNS, COLUMNS.stream().map(column -> "---").toList()), rows).map(ReadmeTests::line).toList();
    }

    private static List<String> cells(DmnFile table, Rule row) {
        String deadline = input(table, row, "deadline");
        return List.of(any(input(table, row, "procedure")), deadline, any(input(table, row, "stageNumber")),
                output(table, row, "allowance"), output(table, row, "countsFrom"), output(table, row, "cap"),
                output(table, row, "rule"), overdueEvent(deadline));
    }

    private static String input(DmnFile table, Rule row, String variable) {
        int column = table.all(InputExpression.class).map(DmnFile::text).toList().indexOf(variable);
        return DmnFile.text(List.copyOf(row.getInputEntries()).get(column)).replace("\"", "");
    }

    private static String output(DmnFile table, Rule row, String name) {
        return table.entry(row, name).filter(entry -> !entry.isEmpty() && !"null".equals(entry)).orElse(NONE);
    }

    private static String any(String cell) {
        return cell.isEmpty() ? "any" : cell;
    }

    /** The boundary event, the same in every model that has one, that fires when the day of this deadline is over. */
    private static String overdueEvent(String deadline) {
        var events = ProjectFiles.models().stream().flatMap(model -> model.all(BoundaryEvent.class))
                .filter(event -> Deadlines.of(event).filter(wait -> wait.isOverdue() && wait.deadline().equals(deadline)).isPresent())
                .map(BoundaryEvent::getId).collect(Collectors.toCollection(java.util.TreeSet::new));
        return events.isEmpty() ? NONE : String.join(", ", events);
    }

    /** The first table after the heading, each line written the same way. */
    private static List<String> tableUnder(List<String> lines) {
        int heading = lines.indexOf(HEADING);
        int first = IntStream.range(heading + 1, lines.size()).filter(i -> heading >= 0 && lines.get(i).startsWith("|")).findFirst().orElse(lines.size());
        return lines.stream().skip(first).takeWhile(line -> line.startsWith("|")).map(ReadmeTests::cellsOf).map(ReadmeTests::line).toList();
    }

    private static List<String> cellsOf(String line) {
        return Arrays.stream(line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1))
                .map(cell -> cell.replace("`", "").strip()).map(cell -> cell.matches(":?-+:?") ? "---" : cell).toList();
    }

    private static String line(List<String> cells) {
        return cells.stream().allMatch("---"::equals) ? cells.stream().collect(joining("|", "|", "|"))
                : cells.stream().collect(joining(" | ", "| ", " |"));
    }
}
