package org.redress.takeover;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.replay.CaseScript.Kind;

/** An Ombudsman's case, from its receipt to where it stands: at intake, assessed, in investigation, with a draft out for comments, or decided with actions that are owed (LGS-02, LGS-12). */
final class OmbudsmanSteps {
    /** Whether there is something to do depends on the facts of an issue: each is assessed apart, and decided on if it does not meet a test. */
    static final Set<String> IF_THEY_WAIT = Set.of("Assess issue", "Decide on issue");

    private static final String FAULT = "fault and injustice";
    private static final Map<String, Map<String, String>> FINDINGS = Map.of(FAULT, Map.of("fault", "yes", "injustice", "yes"), "fault and uncertainty", Map.of("fault", "yes", "injustice", "uncertainty"),
            "fault", Map.of("fault", "yes", "injustice", "no"), "no fault", Map.of("fault", "no"), "no finding", Map.of("fault", "no-finding"));
    private static final List<String> PARTS = List.of("actionKind", "beneficiary", "within", "wording", "amount");
    private static final int NEEDED_PARTS = 4;

    private final Row row;
    private final @Nullable String authority;
    private final @Nullable String councilReference;
    private final StepsOfRow steps;

    private OmbudsmanSteps(Row row, @Nullable String authority, @Nullable String councilReference) {
        this.row = row;
        this.authority = authority;
        this.councilReference = councilReference;
        this.steps = new StepsOfRow(row);
    }

    /**
     * The steps of a line.
     *
     * @param authority the council that works here, by its id; nothing for one that does not
     * @param councilReference the number of its case, that here if it was taken over too
     */
    static StepsOfRow.Steps of(Row row, @Nullable String authority, @Nullable String councilReference) {
        var of = new OmbudsmanSteps(row, authority, councilReference);
        of.check();
        if (of.steps.stands()) {
            of.build();
        }
        return of.steps.done();
    }

    /** Where a case stands by what a line says of it, in the words of its column. */
    static String stage(Row row) {
        return row.has(Column.DECIDED_ON) ? "decided" : row.has(Column.DRAFT_SENT_ON) ? "draft" : row.has(Column.FORWARDED_ON) ? "investigation" : row.has(Column.KNOWN_ON) ? "assessment" : "intake";
    }

    private void check() {
        steps.check(Column.Side.OMBUDSMAN);
        steps.needs(Column.ISSUES, Column.KNOWN_ON);
        steps.needs(Column.OTHER_PEOPLE, Column.KNOWN_ON);
        steps.needs(Column.COUNCIL_TOLD_ON, Column.KNOWN_ON);
        steps.needs(Column.COUNCIL_ANSWERED_ON, Column.KNOWN_ON);
        steps.needs(Column.FORWARDED_ON, Column.KNOWN_ON);
        steps.needs(Column.FORWARDED_ON, Column.CATEGORY);
        steps.needs(Column.ALLOCATED_ON, Column.FORWARDED_ON);
        steps.needs(Column.ALLOCATED_ON, Column.WITH);
        steps.needs(Column.WITH, Column.ALLOCATED_ON);
        steps.needs(Column.COUNCIL_NOTIFIED_ON, Column.ALLOCATED_ON);
        steps.needs(Column.ENQUIRY_SENT_ON, Column.COUNCIL_NOTIFIED_ON);
        steps.needs(Column.DRAFT_SENT_ON, Column.COUNCIL_NOTIFIED_ON);
        steps.needs(Column.DRAFT_SENT_ON, Column.FINDINGS);
        steps.needs(Column.COMMENTS_BY, Column.DRAFT_SENT_ON);
        steps.needs(Column.COMPLAINANT_COMMENTED_ON, Column.DRAFT_SENT_ON);
        steps.needs(Column.COUNCIL_COMMENTED_ON, Column.DRAFT_SENT_ON);
        steps.needs(Column.AGREED_ACTIONS, Column.DRAFT_SENT_ON);
        steps.needs(Column.DECIDED_ON, Column.DRAFT_SENT_ON);
        if (row.has(Column.DECIDED_ON) && !row.has(Column.COMMENTS_BY) && !(row.has(Column.COMPLAINANT_COMMENTED_ON) && row.has(Column.COUNCIL_COMMENTED_ON))) {
            steps.found(Column.COMMENTS_BY, "an answer is needed, because the draft is decided on and not both have commented: until then nothing came.");
        }
        if (row.has(Column.DRAFT_SENT_ON) && row.has(Column.ENQUIRY_SENT_ON)) {
            steps.found(Column.ENQUIRY_SENT_ON, "only an enquiry that is not answered stands here, and a draft is written when all are; leave it empty.");
        }
        steps.oneForEachIssue(Column.FINDINGS);
        row.parts(Column.FINDINGS).stream().filter(finding -> !FINDINGS.containsKey(finding.toLowerCase(Locale.ROOT))).findFirst()
                .ifPresent(finding -> steps.found(Column.FINDINGS, "write one of " + String.join(", ", FINDINGS.keySet().stream().sorted().toList()) + " for each issue."));
        row.parts(Column.AGREED_ACTIONS).stream().filter(action -> !List.of(NEEDED_PARTS, PARTS.size()).contains(parts(action).length)).findFirst()
                .ifPresent(action -> steps.found(Column.AGREED_ACTIONS, "write each as kind – for whom – within – wording, and for a payment – pounds."));
    }

    private void build() {
        var received = row.day(Column.RECEIVED_ON).orElseThrow();
        steps.add(received, Kind.START, "ombudsman-case", null, Map.of(), received());
        row.day(Column.KNOWN_ON).ifPresent(known -> assess(received));
        row.day(Column.FORWARDED_ON).ifPresent(on -> steps.task(on, "Decide on intake", null,
                steps.answers("Decide on intake", Map.of("intakeDecidedOn", Column.FORWARDED_ON, "category", Column.CATEGORY), Map.of("intake", "forward"))));
        row.day(Column.ALLOCATED_ON).ifPresent(on -> steps.task(on, "Allocate case", null, steps.answers("Allocate case", Map.of("investigator", Column.WITH, "allocatedOn", Column.ALLOCATED_ON), Map.of())));
        row.day(Column.COUNCIL_NOTIFIED_ON).ifPresent(on -> steps.task(on, "Notify council", null,
                steps.answers("Notify council", Map.of("noticeSentOn", Column.COUNCIL_NOTIFIED_ON), Map.of("statementText", row.text(Column.COMPLAINT).orElseThrow()))));
        row.day(Column.ENQUIRY_SENT_ON).ifPresent(on -> steps.task(on, "Weigh evidence", null,
                steps.answers("Weigh evidence", Map.of("enquirySentOn", Column.ENQUIRY_SENT_ON), Map.of("evidence", "ask", "askedOf", "council", "letterText", StepsOfRow.BEFORE))));
        row.day(Column.DRAFT_SENT_ON).ifPresent(this::draft);
        row.day(Column.DECIDED_ON).ifPresent(this::decide);
    }

    private Map<String, Object> received() {
        var answers = steps.answers("ombudsman-case", Map.of("receivedOn", Column.RECEIVED_ON, "channel", Column.CHANNEL, "complainant", Column.COMPLAINANT, "standing", Column.STANDING, "personAffected",
                Column.PERSON_AFFECTED, "complaintText", Column.COMPLAINT, "ombudsmanReference", Column.OMBUDSMAN_REFERENCE, "otherAuthority", Column.AUTHORITY, "councilReference", Column.COUNCIL_REFERENCE), Map.of());
        if (authority != null) {
            answers.remove("otherAuthority");
            answers.put("authority", authority);
            steps.comesFrom("ombudsman-case", "authority", Column.AUTHORITY);
        }
        if (councilReference != null) {
            answers.put("councilReference", councilReference);
        }
        return answers;
    }

    /** Everything is in, or the line says nothing more: what is not investigated is recorded in the product. */
    private void assess(LocalDate on) {
        var given = new LinkedHashMap<>(Map.of("otherRoute", "none", "exclusion", "none", "issues", String.join("\n", steps.issues()), "otherPeople", steps.lines(Column.OTHER_PEOPLE)));
        steps.task(on, "Assess jurisdiction", null, steps.answers("Assess jurisdiction", Map.of("knewOn", Column.KNOWN_ON, "councilToldOn", Column.COUNCIL_TOLD_ON, "councilAnsweredOn", Column.COUNCIL_ANSWERED_ON), given));
        ofEachIssue(issue -> steps.add(on, Kind.TASK, "Assess issue", null, Map.of("issueNumber", issue), Map.of("issueFacts", "complaint")));
        if (row.has(Column.FORWARDED_ON)) {
            ofEachIssue(issue -> steps.add(on, Kind.TASK, "Decide on issue", null, Map.of("issueNumber", issue), Map.of("issueDecision", "in", "reasons", StepsOfRow.BEFORE)));
        }
    }

    private void draft(LocalDate on) {
        steps.task(on, "Weigh evidence", null, Map.of("evidence", "enough"));
        ofEachIssue(issue -> {
            var given = new LinkedHashMap<String, Object>(FINDINGS.get(steps.ofIssue(Column.FINDINGS, issue).toLowerCase(Locale.ROOT)));
            given.put("reasons", StepsOfRow.BEFORE);
            steps.add(on, Kind.TASK, "Find on issue", null, Map.of("issueNumber", issue), given);
        });
        var actions = row.parts(Column.AGREED_ACTIONS);
        steps.comesFrom("Draft decision", "actionCount", Column.AGREED_ACTIONS);
        steps.task(on, "Draft decision", null, Map.of("letterText", StepsOfRow.BEFORE, "actionCount", actions.size()));
        for (int number = 1; number <= actions.size(); number++) {
            var given = new LinkedHashMap<String, Object>(Map.of("countsFrom", "decision"));
            var parts = parts(actions.get(number - 1));
            for (int part = 0; part < parts.length; part++) {
                given.put(PARTS.get(part), parts[part].matches("\\d{1,9}") ? Integer.valueOf(parts[part]) : parts[part]);
                steps.comesFrom("Propose action", PARTS.get(part), Column.AGREED_ACTIONS);
            }
            steps.add(on, Kind.TASK, "Propose action", null, Map.of("actionNumber", number), given);
        }
        steps.comesFrom("Approve draft", "approval", Column.APPROVED_BY);
        steps.comesFrom("Approve draft", "approvedOn", Column.DRAFT_SENT_ON);
        steps.task(on, "Approve draft", row.text(Column.APPROVED_BY).orElse(null), Map.of("approval", "approve", "approvedOn", on.toString()));
        steps.task(on, "Send draft", null, steps.answers("Send draft", Map.of("draftSentOn", Column.DRAFT_SENT_ON, "commentsBy", Column.COMMENTS_BY),
                Map.of("letterChannel", "letter", "sharingChecked", "true")));
        commented("Record complainant’s comments", "complainantCommentedOn", Column.COMPLAINANT_COMMENTED_ON);
        commented("Record council’s comments", "councilCommentedOn", Column.COUNCIL_COMMENTED_ON);
    }

    /** What they said is in the system before; of a decided case, whoever said nothing had no comments when the time for them was over. */
    private void commented(String task, String key, Column column) {
        if (row.has(column)) {
            steps.task(row.day(column).orElseThrow(), task, null, steps.answers(task, Map.of(key, column), Map.of("commented", "yes", "comments", StepsOfRow.BEFORE)));
        } else if (row.has(Column.DECIDED_ON)) {
            var until = row.day(Column.COMMENTS_BY).filter(by -> by.isBefore(row.day(Column.DECIDED_ON).orElseThrow())).isPresent() ? Column.COMMENTS_BY : Column.DECIDED_ON;
            steps.task(row.day(until).orElseThrow(), task, null, steps.answers(task, Map.of(key, until), Map.of("commented", "no")));
        }
    }

    private void decide(LocalDate on) {
        long comments = Stream.of(Column.COMPLAINANT_COMMENTED_ON, Column.COUNCIL_COMMENTED_ON).filter(row::has).count();
        for (int comment = 1; comment <= comments; comment++) {
            steps.add(on, Kind.TASK, "Consider comment", null, Map.of("commentNumber", comment), Map.of("consideration", StepsOfRow.BEFORE));
        }
        steps.task(on, "Decide on draft", null, Map.of("draftStands", "final"));
        steps.task(on, "Issue decision", null, steps.answers("Issue decision", Map.of("decidedOn", Column.DECIDED_ON, "fundamentalStandard", Column.FUNDAMENTAL_STANDARD),
                Map.of("statementKind", "statement", "letterText", StepsOfRow.BEFORE, "informationSharing", "stated", "anonymised", "true")));
    }

    private void ofEachIssue(IntConsumer done) {
        for (int issue = 1; issue <= steps.issues().size(); issue++) {
            done.accept(issue);
        }
    }

    /** What stands between dashes. */
    private static String[] parts(String action) {
        return action.split("\\s+[–—-]\\s+");
    }
}
