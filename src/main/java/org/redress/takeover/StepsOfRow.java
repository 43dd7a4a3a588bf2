package org.redress.takeover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.replay.CaseScript.Kind;
import org.redress.replay.CaseScript.Step;
import org.redress.replay.ScriptRefused;

/** What has to be done in the product, in its own forms, so that a case stands where a line says. */
final class StepsOfRow {
    private static final String BEFORE = "In the system before; see there.";
    private static final Set<String> UPHELD = Set.of("upheld", "partly-upheld");

    private final Row row;
    private final List<Step> steps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    /** The column from which an answer comes, by the name of the step and the key of the answer. */
    private final Map<String, Column> columns = new HashMap<>();

    private StepsOfRow(Row row) {
        this.row = row;
    }

    /**
     * The steps of a line.
     *
     * @param columns from which column an answer comes, by step and key
     */
    record Steps(List<Step> steps, Map<String, Column> columns) {}

    /** All that can be said without playing it is said at once. */
    static Steps of(Row row) {
        var of = new StepsOfRow(row);
        of.check();
        if (of.findings.isEmpty()) {
            of.build();
        }
        if (!of.findings.isEmpty()) {
            throw new NotTakenOver(of.findings);
        }
        return new Steps(List.copyOf(of.steps), Map.copyOf(of.columns));
    }

    private void check() {
        for (var column : Column.values()) {
            if (column.required() && !row.has(column)) {
                findings.add(row.finding(column, "an answer is needed."));
            } else if (column.day()) {
                try {
                    row.day(column);
                } catch (NotTakenOver e) {
                    findings.addAll(e.findings());
                }
            }
        }
        needs(Column.ACKNOWLEDGED_ON, Column.RECEIVED_ON);
        needs(Column.SUBJECT, Column.ACKNOWLEDGED_ON);
        needs(Column.WITH, Column.SUBJECT);
        needs(Column.STAGE_1_ANSWERED_ON, Column.SUBJECT);
        needs(Column.STAGE_1_ANSWERED_ON, Column.STAGE_1_FINDINGS);
        needs(Column.STAGE_1_ANSWERED_ON, Column.STAGE_1_ANSWERED_BY);
        needs(Column.STAGE_2_ASKED_ON, Column.STAGE_1_ANSWERED_ON);
        needs(Column.STAGE_2_ACKNOWLEDGED_ON, Column.STAGE_2_ASKED_ON);
        needs(Column.EXTENDED_TO, Column.EXTENDED_ON);
        needs(Column.EXTENDED_ON, Column.EXTENDED_TO);
        needs(Column.EXTENDED_ON, Column.SUBJECT);
        int issues = issues().size();
        int answers = row.parts(Column.STAGE_1_FINDINGS).size();
        if (answers > 1 && answers != issues) {
            findings.add(row.finding(Column.STAGE_1_FINDINGS, "there are " + issues + " issues and " + answers + " findings; write one for each, or one for all."));
        }
    }

    private void needs(Column column, Column other) {
        if (row.has(column) && !row.has(other)) {
            findings.add(row.finding(other, "an answer is needed, because there is one in the column " + column.title() + "."));
        }
    }

    private List<String> issues() {
        return row.has(Column.ISSUES) ? row.parts(Column.ISSUES) : row.text(Column.COMPLAINT).map(text -> text.replaceAll("\\s+", " ")).stream().toList();
    }

    private void build() {
        var received = row.day(Column.RECEIVED_ON).orElseThrow();
        add(received, Kind.START, "complaint", null, 0, answers("complaint", Map.of("receivedOn", Column.RECEIVED_ON, "channel", Column.CHANNEL, "complainant", Column.COMPLAINANT, "complainantRole",
                Column.COMPLAINANT_ROLE, "careService", Column.CARE_SERVICE, "complaintText", Column.COMPLAINT, "outcomeWanted", Column.OUTCOME_WANTED), Map.of("otherPeople", lines(Column.OTHER_PEOPLE))));
        row.day(Column.ACKNOWLEDGED_ON).ifPresent(on -> acknowledge(on, Column.ACKNOWLEDGED_ON));
        if (!row.has(Column.SUBJECT)) {
            return;
        }
        add(received, Kind.TASK, "Assess complaint", null, 0, answers("Assess complaint", Map.of("subject", Column.SUBJECT, "knewOn", row.has(Column.KNOWN_ON) ? Column.KNOWN_ON : Column.RECEIVED_ON,
                "aroseOn", row.has(Column.AROSE_ON) ? Column.AROSE_ON : row.has(Column.KNOWN_ON) ? Column.KNOWN_ON : Column.RECEIVED_ON), Map.of("assessment", "accept", "issues", String.join("\n", issues()))));
        var answered = row.day(Column.STAGE_1_ANSWERED_ON);
        if (answered.isPresent()) {
            answer(answered.get());
            row.day(Column.STAGE_2_ASKED_ON).ifPresent(on -> {
                add(on, Kind.TASK, "Record complainant’s wish", null, 0, answers("Record complainant’s wish", Map.of("saidOn", Column.STAGE_2_ASKED_ON), Map.of("wish", "next-stage", "wishNote", BEFORE)));
                row.day(Column.STAGE_2_ACKNOWLEDGED_ON).ifPresent(acknowledged -> acknowledge(acknowledged, Column.STAGE_2_ACKNOWLEDGED_ON));
                if (row.has(Column.WITH) && row.has(Column.STAGE_2_ACKNOWLEDGED_ON)) {
                    give(Column.WITH);
                }
            });
        } else if (row.has(Column.WITH)) {
            give(Column.WITH);
        }
        row.day(Column.EXTENDED_ON).ifPresent(on -> add(on, Kind.START, "case-event", null, 0, answers("case-event", Map.of("happenedOn", Column.EXTENDED_ON, "newDueDate", Column.EXTENDED_TO),
                Map.of("happening", "extension", "extends", "response", "details", BEFORE, "noticeWithOmbudsman", "true", "complex", "true"))));
    }

    private void acknowledge(LocalDate on, Column column) {
        var adult = row.has(Column.CARE_SERVICE) ? Map.of("discussionOffered", "true") : Map.<String, String>of();
        var given = new HashMap<>(Map.of("letterChannel", "letter", "understanding", row.text(Column.COMPLAINT).orElseThrow(), "namedContact", "Complaints team"));
        given.putAll(adult);
        add(on, Kind.TASK, "Acknowledge complaint", null, 0, answers("Acknowledge complaint", Map.of("acknowledgedOn", column), given));
    }

    private void give(Column to) {
        add(row.day(Column.RECEIVED_ON).orElseThrow(), Kind.TASK, "Decide who answers", null, 0, answers("Decide who answers", Map.of("responder", to, "service", Column.SERVICE), Map.of()));
    }

    private void answer(LocalDate on) {
        var by = row.text(Column.STAGE_1_ANSWERED_BY).orElseThrow();
        give(Column.STAGE_1_ANSWERED_BY);
        add(on, Kind.TASK, "Investigate complaint", by, 0, Map.of("found", BEFORE));
        var findings = row.parts(Column.STAGE_1_FINDINGS);
        for (int issue = 1; issue <= issues().size(); issue++) {
            var finding = findings.get(findings.size() == 1 ? 0 : issue - 1);
            var given = new LinkedHashMap<String, Object>(Map.of("finding", finding, "reasons", row.text(Column.STAGE_1_ANSWER).orElse(BEFORE)));
            if (UPHELD.contains(finding.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'))) {
                given.put("cause", "other");
                given.put("lesson", BEFORE);
                given.put("remedy", BEFORE);
            }
            columns.put("Answer issue.finding", Column.STAGE_1_FINDINGS);
            add(on, Kind.TASK, "Answer issue", by, issue, given);
        }
        add(on, Kind.TASK, "Draft response", by, 0, Map.of("letterText", row.text(Column.STAGE_1_ANSWER).orElse(BEFORE)));
        add(on, Kind.TASK, "Approve response", row.text(Column.STAGE_1_APPROVED_BY).orElse(null), 0, Map.of("approval", "approve", "approvedOn", on.toString()));
        add(on, Kind.TASK, "Send response", null, 0, answers("Send response", Map.of("responseSentOn", Column.STAGE_1_ANSWERED_ON),
                Map.of("letterChannel", "letter", "statesDefinition", "true", "givesReasons", "true", "statesRemedy", "true", "statesNextStep", "true")));
    }

    private String lines(Column column) {
        return row.parts(column).stream().collect(Collectors.joining("\n"));
    }

    private Map<String, Object> answers(String step, Map<String, Column> from, Map<String, String> given) {
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

    /** A choice is written by its words or its code; what is none of them is found here. */
    private void add(LocalDate on, Kind kind, String name, @Nullable String as, int issue, Map<String, Object> answers) {
        var left = new LinkedHashMap<>(answers);
        while (true) {
            try {
                steps.add(Step.of(row.line(), on, kind, name, as, issue == 0 ? Map.of() : Map.of("issueNumber", issue), left));
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
