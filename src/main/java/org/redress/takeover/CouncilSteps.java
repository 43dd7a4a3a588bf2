package org.redress.takeover;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.redress.replay.CaseScript.Kind;

/** A council's case, from its receipt to the stage that is owed now. */
final class CouncilSteps {
    private static final Set<String> UPHELD = Set.of("upheld", "partly-upheld");

    private final Row row;
    private final StepsOfRow steps;

    private CouncilSteps(Row row) {
        this.row = row;
        this.steps = new StepsOfRow(row);
    }

    static StepsOfRow.Steps of(Row row) {
        var of = new CouncilSteps(row);
        of.check();
        if (of.steps.stands()) {
            of.build();
        }
        return of.steps.done();
    }

    private void check() {
        steps.check(Column.Side.COUNCIL);
        steps.needs(Column.ACKNOWLEDGED_ON, Column.RECEIVED_ON);
        steps.needs(Column.SUBJECT, Column.ACKNOWLEDGED_ON);
        steps.needs(Column.WITH, Column.SUBJECT);
        steps.needs(Column.STAGE_1_ANSWERED_ON, Column.SUBJECT);
        steps.needs(Column.STAGE_1_ANSWERED_ON, Column.STAGE_1_FINDINGS);
        steps.needs(Column.STAGE_1_ANSWERED_ON, Column.STAGE_1_ANSWERED_BY);
        steps.needs(Column.STAGE_2_ASKED_ON, Column.STAGE_1_ANSWERED_ON);
        steps.needs(Column.STAGE_2_ACKNOWLEDGED_ON, Column.STAGE_2_ASKED_ON);
        steps.needs(Column.EXTENDED_TO, Column.EXTENDED_ON);
        steps.needs(Column.EXTENDED_ON, Column.EXTENDED_TO);
        steps.needs(Column.EXTENDED_ON, Column.SUBJECT);
        steps.oneForEachIssue(Column.STAGE_1_FINDINGS);
    }

    private void build() {
        var received = row.day(Column.RECEIVED_ON).orElseThrow();
        steps.add(received, Kind.START, "complaint", null, Map.of(), steps.answers("complaint", Map.of("receivedOn", Column.RECEIVED_ON, "channel", Column.CHANNEL, "complainant", Column.COMPLAINANT,
                "complainantRole", Column.COMPLAINANT_ROLE, "careService", Column.CARE_SERVICE, "complaintText", Column.COMPLAINT, "outcomeWanted", Column.OUTCOME_WANTED),
                Map.of("otherPeople", steps.lines(Column.OTHER_PEOPLE))));
        row.day(Column.ACKNOWLEDGED_ON).ifPresent(on -> acknowledge(on, Column.ACKNOWLEDGED_ON));
        if (!row.has(Column.SUBJECT)) {
            return;
        }
        steps.task(received, "Assess complaint", null, steps.answers("Assess complaint", Map.of("subject", Column.SUBJECT, "knewOn", row.has(Column.KNOWN_ON) ? Column.KNOWN_ON : Column.RECEIVED_ON,
                "aroseOn", row.has(Column.AROSE_ON) ? Column.AROSE_ON : row.has(Column.KNOWN_ON) ? Column.KNOWN_ON : Column.RECEIVED_ON),
                Map.of("assessment", "accept", "issues", String.join("\n", steps.issues()))));
        var answered = row.day(Column.STAGE_1_ANSWERED_ON);
        if (answered.isPresent()) {
            answer(answered.get());
            row.day(Column.STAGE_2_ASKED_ON).ifPresent(this::goOn);
        } else if (row.has(Column.WITH)) {
            give(Column.WITH);
        }
        row.day(Column.EXTENDED_ON).ifPresent(on -> steps.add(on, Kind.START, "case-event", null, Map.of(), steps.answers("case-event", Map.of("happenedOn", Column.EXTENDED_ON, "newDueDate", Column.EXTENDED_TO),
                Map.of("happening", "extension", "extends", "response", "details", StepsOfRow.BEFORE, "noticeWithOmbudsman", "true", "complex", "true"))));
    }

    private void goOn(LocalDate on) {
        steps.task(on, "Record complainant’s wish", null,
                steps.answers("Record complainant’s wish", Map.of("saidOn", Column.STAGE_2_ASKED_ON), Map.of("wish", "next-stage", "wishNote", StepsOfRow.BEFORE)));
        row.day(Column.STAGE_2_ACKNOWLEDGED_ON).ifPresent(acknowledged -> acknowledge(acknowledged, Column.STAGE_2_ACKNOWLEDGED_ON));
        if (row.has(Column.WITH) && row.has(Column.STAGE_2_ACKNOWLEDGED_ON)) {
            give(Column.WITH);
        }
    }

    private void acknowledge(LocalDate on, Column column) {
        var given = new HashMap<>(Map.of("letterChannel", "letter", "understanding", row.text(Column.COMPLAINT).orElseThrow(), "namedContact", "Complaints team"));
        if (row.has(Column.CARE_SERVICE)) {
            given.put("discussionOffered", "true");
        }
        steps.task(on, "Acknowledge complaint", null, steps.answers("Acknowledge complaint", Map.of("acknowledgedOn", column), given));
    }

    private void give(Column to) {
        steps.task(row.day(Column.RECEIVED_ON).orElseThrow(), "Decide who answers", null, steps.answers("Decide who answers", Map.of("responder", to, "service", Column.SERVICE), Map.of()));
    }

    private void answer(LocalDate on) {
        var by = row.text(Column.STAGE_1_ANSWERED_BY).orElseThrow();
        var text = row.text(Column.STAGE_1_ANSWER).orElse(StepsOfRow.BEFORE);
        give(Column.STAGE_1_ANSWERED_BY);
        steps.task(on, "Investigate complaint", by, Map.of("found", StepsOfRow.BEFORE));
        for (int issue = 1; issue <= steps.issues().size(); issue++) {
            var finding = steps.ofIssue(Column.STAGE_1_FINDINGS, issue);
            var given = new LinkedHashMap<String, Object>(Map.of("finding", finding, "reasons", text));
            if (UPHELD.contains(finding.toLowerCase(Locale.ROOT).replace(' ', '-'))) {
                given.put("cause", "other");
                given.put("lesson", StepsOfRow.BEFORE);
                given.put("remedy", StepsOfRow.BEFORE);
            }
            steps.comesFrom("Answer issue", "finding", Column.STAGE_1_FINDINGS);
            steps.add(on, Kind.TASK, "Answer issue", by, Map.of("issueNumber", issue), given);
        }
        steps.task(on, "Draft response", by, Map.of("letterText", text));
        steps.comesFrom("Approve response", "approvedOn", Column.STAGE_1_ANSWERED_ON);
        steps.task(on, "Approve response", row.text(Column.STAGE_1_APPROVED_BY).orElse(null), Map.of("approval", "approve", "approvedOn", on.toString()));
        steps.task(on, "Send response", null, steps.answers("Send response", Map.of("responseSentOn", Column.STAGE_1_ANSWERED_ON), Map.of("letterChannel", "letter")));
    }
}
