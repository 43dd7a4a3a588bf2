package org.redress.cost;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.Statements;

/**
 * The two ways of a complaint whose cost is counted: to its end at stage 1, and through two stages, the Ombudsman with an enquiry and one agreed action. What is counted are
 * the claims, submissions and timers; what finds out who does the next step is not.
 */
final class CountedPaths {
    /** No other test is at work in these weeks, so there are no other complaints that might be the same. */
    static final LocalDate MON_2027_02_01 = LocalDate.of(2027, 2, 1);
    private static final String COUNCIL = Floor.COUNCIL;
    /** Asked since the facts are those of each issue. */
    private static final List<String> LATER_STEPS = List.of("Assess issue");

    private final Office office;
    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final List<Step> steps = new ArrayList<>();
    /** Each pass is of somebody else, so that none is taken for the complaint of another. */
    private String person = "Ms Thrift";

    CountedPaths(Office office, ProcessEngine engine) {
        this.office = office;
        this.repository = engine.getRepositoryService();
        this.forms = engine.getFormService();
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
    }

    /** What a step is; later ones came after the floor was frozen, and stand apart. */
    enum Kind { SUBMISSION, CLAIM, TIMER, LATER }

    /** One claim, submission, start or timer, and what it sent to the database. */
    record Step(String name, Kind kind, Statements.Recorded recorded, Took took) {}

    /** Received, answered at stage 1, and nothing more is wanted: 11 submissions, 6 of them claimed. */
    List<Step> simple() {
        begin();
        var reference = council();
        complete(reference, "Record complainant’s wish", Answers.wish("satisfied", office.today()));
        return List.copyOf(steps);
    }

    /** Two stages, the Ombudsman with an enquiry, one agreed action, and the end of the time for a review. */
    List<Step> full() {
        begin();
        var council = council();
        complete(council, "Record complainant’s wish", Answers.wish("next-stage", office.today()));
        complete(council, "Acknowledge complaint", Answers.acknowledge(office.today()));
        respond(council, COUNCIL + "-director");
        complete(council, "Signpost the Ombudsman", Answers.signpost(office.today()));
        var ombudsman = start("ombudsman-intake", "ombudsman-case",
                OmbudsmanAnswers.complaint(office.today(), COUNCIL, Map.of("councilReference", council, "complainant", person, "complaintText", words())));
        complete(ombudsman, "Assess jurisdiction", OmbudsmanAnswers.jurisdiction(office.today().minusMonths(6), office.today(), Map.of()));
        each(ombudsman, "Assess issue", Map.of("issueFacts", "complaint"));
        complete(ombudsman, "Decide on intake", OmbudsmanAnswers.forward(office.today(), Map.of()));
        complete(ombudsman, "Allocate case", OmbudsmanAnswers.allocate(office.today()));
        complete(ombudsman, "Notify council", OmbudsmanAnswers.notice(office.today()));
        complete(ombudsman, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));
        complete(council, "Reply to enquiry", OmbudsmanAnswers.reply(office.today(), Map.of()));
        complete(ombudsman, "Weigh evidence", OmbudsmanAnswers.enough());
        each(ombudsman, "Find on issue", OmbudsmanAnswers.finding("yes", "yes"));
        complete(ombudsman, "Draft decision", OmbudsmanAnswers.draft(1, Map.of()));
        complete(ombudsman, "Propose action", OmbudsmanAnswers.action("apology", "1 month", Map.of("beneficiary", person)));
        complete(ombudsman, "Approve draft", Answers.approve());
        complete(ombudsman, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        complete(ombudsman, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(office.today(), null));
        complete(ombudsman, "Record council’s comments", OmbudsmanAnswers.councilComments(office.today(), null));
        complete(ombudsman, "Decide on draft", OmbudsmanAnswers.draftStands());
        complete(ombudsman, "Issue decision", OmbudsmanAnswers.issue(office.today(), Map.of()));
        complete(council, "Carry out action", OmbudsmanAnswers.carryOut(office.today(), Map.of()));
        complete(council, "Hand in evidence", OmbudsmanAnswers.handIn(office.today()));
        complete(ombudsman, "Judge evidence", OmbudsmanAnswers.verdict("accepted", office.today(), Map.of()));
        passes(ombudsman, LocalDate.of(2027, 3, 15));
        complete(ombudsman, "Prepare publication copy", OmbudsmanAnswers.copy());
        complete(ombudsman, "Publish decision", OmbudsmanAnswers.publish(office.today()));
        if (office.running(ombudsman) || office.running(council)) {
            throw new AssertionError("Still open: " + office.openTasks(ombudsman) + office.openTasks(council) + office.timers(ombudsman) + office.timers(council));
        }
        return List.copyOf(steps);
    }

    private void begin() {
        steps.clear();
        person = "Ms Thrift " + UUID.randomUUID();
        if (!office.today().equals(MON_2027_02_01)) {
            office.on(MON_2027_02_01);
        }
    }

    /** Nobody has written the same. */
    private static String words() {
        return Stream.generate(UUID::randomUUID).limit(6).map(id -> id.toString().replace('-', ' ')).collect(Collectors.joining(" "));
    }

    private void step(String name, Kind kind, Statements.Work work) {
        var recorded = new Statements.Recorded[1];
        var took = Took.by(() -> recorded[0] = Statements.of(work));
        steps.add(new Step(name, kind, recorded[0], took));
    }

    private String council() {
        var reference = start(COUNCIL + "-officer", "complaint", Answers.complaint(office.today(),
                Map.of("complainant", person, "complaintText", words())));
        complete(reference, "Acknowledge complaint", Answers.acknowledge(office.today()));
        complete(reference, "Assess complaint", Answers.accept(office.today(), Map.of()));
        respond(reference, COUNCIL + "-manager");
        return reference;
    }

    private void respond(String reference, String responder) {
        complete(reference, "Decide who answers", Answers.responder(responder));
        complete(reference, "Investigate complaint", Answers.investigate());
        each(reference, "Answer issue", Answers.issue(Map.of()));
        complete(reference, "Draft response", Answers.draft());
        complete(reference, "Approve response", Answers.approve());
        complete(reference, "Send response", Answers.send(office.today()));
    }

    private String start(String person, String process, Map<String, Object> answers) {
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
        var sent = new HashMap<>(answers);
        sent.put("submissionKey", UUID.randomUUID().toString());
        office.as(person);
        var reference = new String[1];
        step("Start: " + process, Kind.SUBMISSION, () -> reference[0] = forms.submitStartForm(definition, sent).getBusinessKey());
        office.signOut();
        return Objects.requireNonNull(reference[0]);
    }

    /** The timers of a case that are due until then fire, each at its moment. */
    private void passes(String reference, LocalDate until) {
        var end = Date.from(until.atTime(9, 30).atZone(ZoneId.of("Europe/London")).toInstant());
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).timers().duedateLowerThan(end).list().stream())
                .sorted(Comparator.comparing(Job::getDuedate)).forEach(job -> {
                    ClockUtil.setCurrentTime(job.getDuedate());
                    step("Timer", Kind.TIMER, () -> management.executeJob(job.getId()));
                });
        office.on(until);
    }

    private void each(String reference, String name, Map<String, Object> answers) {
        office.tasks(reference, name).forEach(task -> complete(task, answers));
    }

    private void complete(String reference, String name, Map<String, Object> answers) {
        complete(office.task(reference, name), answers);
    }

    private void complete(Task task, Map<String, Object> answers) {
        var who = Objects.requireNonNullElseGet(task.getAssignee(), () -> office.candidate(task));
        boolean later = LATER_STEPS.contains(task.getName());
        office.as(who);
        if (task.getAssignee() == null) {
            step("Claim: " + task.getName(), later ? Kind.LATER : Kind.CLAIM, () -> tasks.claim(task.getId(), who));
        }
        step(task.getName(), later ? Kind.LATER : Kind.SUBMISSION, () -> forms.submitTaskForm(task.getId(), answers));
        office.signOut();
    }
}
