package org.redress.takeover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.replay.CaseScript.Kind;
import org.redress.replay.CaseScript.Step;
import org.redress.replay.ScriptRefused;

/** What has to be done in the product, in its own forms, so that a case stands where a line says; what is wrong is found all at once. */
final class StepsOfRow {
    /** What nobody knows here any more. */
    static final String BEFORE = "In the system before; see there.";

    private final Row row;
    private final List<Step> steps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    /** The column from which an answer comes, by the name of the step and the key of the answer. */
    private final Map<String, Column> columns = new HashMap<>();

    StepsOfRow(Row row) {
        this.row = row;
    }

    /**
     * The steps of a line.
     *
     * @param columns from which column an answer comes, by step and key
     */
    record Steps(List<Step> steps, Map<String, Column> columns) {}

    /** All that can be said without playing it is said at once: what is missing, what is no day, what belongs to the other side. */
    void check(Column.Side side) {
        for (var column : Column.values()) {
            if (!column.of(side)) {
                if (row.has(column)) {
                    found(column, "this is for " + (side == Column.Side.COUNCIL ? "the Ombudsman’s cases" : "a council’s cases") + "; leave it empty.");
                }
            } else if (column.needed(side) && !row.has(column)) {
                found(column, "an answer is needed.");
            } else if (column.yesOrNo() && !row.text(column).filter(text -> !text.matches("(?i)yes|no")).isEmpty()) {
                found(column, "write yes, or leave it empty.");
            } else if (column.day()) {
                try {
                    row.day(column);
                } catch (NotTakenOver e) {
                    findings.addAll(e.findings());
                }
            }
        }
    }

    void needs(Column column, Column other) {
        if (row.has(column) && !row.has(other)) {
            found(other, "an answer is needed, because there is one in the column " + column.title() + ".");
        }
    }

    /** A cell with one answer for each issue, or one for all. */
    void oneForEachIssue(Column column) {
        int answers = row.parts(column).size();
        if (answers > 1 && answers != issues().size()) {
            found(column, "there are " + issues().size() + " issues and " + answers + " findings; write one for each, or one for all.");
        }
    }

    void found(Column column, String what) {
        findings.add(row.finding(column, what));
    }

    boolean stands() {
        return findings.isEmpty();
    }

    /** The steps, if nothing is wrong. */
    Steps done() {
        if (!findings.isEmpty()) {
            throw new NotTakenOver(findings);
        }
        return new Steps(List.copyOf(steps), Map.copyOf(columns));
    }

    List<String> issues() {
        return row.has(Column.ISSUES) ? row.parts(Column.ISSUES) : row.text(Column.COMPLAINT).map(text -> text.replaceAll("\\s+", " ")).stream().toList();
    }

    /** What a column says of an issue. */
    String ofIssue(Column column, int issue) {
        var parts = row.parts(column);
        return parts.get(parts.size() == 1 ? 0 : issue - 1);
    }

    String lines(Column column) {
        return row.parts(column).stream().collect(Collectors.joining("\n"));
    }

    /** Answers to a step: some come from columns, the others are given. */
    Map<String, Object> answers(String step, Map<String, Column> from, Map<String, String> given) {
        var answers = new LinkedHashMap<String, Object>();
        given.forEach((key, value) -> {
            if (!value.isEmpty()) {
                answers.put(key, value);
            }
        });
        from.forEach((key, column) -> {
            columns.put(step + "." + key, column);
            row.text(column).ifPresent(text -> answers.put(key, column.day() ? row.day(column).orElseThrow().toString() : text));
        });
        return answers;
    }

    /** An answer that comes from a column by more than its words. */
    void comesFrom(String step, String key, Column column) {
        columns.put(step + "." + key, column);
    }

    /** A task for the whole case. */
    void task(LocalDate on, String name, @Nullable String as, Map<String, Object> answers) {
        add(on, Kind.TASK, name, as, Map.of(), answers);
    }

    /** A choice is written by its words or its code; what is none of them is found here. */
    void add(LocalDate on, Kind kind, String name, @Nullable String as, Map<String, Integer> numbers, Map<String, Object> answers) {
        var left = new LinkedHashMap<>(answers);
        while (true) {
            try {
                steps.add(Step.of(row.line(), on, kind, name, as, numbers, left));
                return;
            } catch (ScriptRefused e) {
                var why = String.valueOf(e.getMessage()).replaceFirst("^Line \\d+: ", "");
                var key = why.startsWith("\"") ? why.substring(1, why.indexOf('"', 1)) : "";
                var column = columns.get(name + "." + key);
                findings.add(row.finding(column, column == null ? why : why.replace("\"" + key + "\" is", "write").replaceFirst(", not [^,]*$", ".")));
                if (left.remove(key) == null) {
                    return;
                }
            }
        }
    }
}
