package org.redress.cost;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.redress.testing.Statements.Work;

/** The two ways of a complaint on the floor: the same claims, submissions and timers, with the answers that the product gives to the engine as well, through the engine's own services. */
final class FloorPaths {
    private static final String DAY = "2026-06-01";
    private static final String MOMENT = "2026-06-01T09:30:00";
    private static final AtomicInteger CASES = new AtomicInteger();

    private final ProcessEngine engine;
    /** Does what is counted or timed. */
    private final Consumer<Work> counted;

    FloorPaths(ProcessEngine engine, Consumer<Work> counted) {
        this.engine = engine;
        this.counted = counted;
    }

    void simple() {
        var reference = "C-" + CASES.incrementAndGet();
        council(reference);
        complete(reference, "Record complainant’s wish", Map.of("wish", "satisfied", "saidOn", DAY));
        over(reference);
    }

    /** A complaint that nobody has acknowledged. */
    void received() {
        begin("C-" + CASES.incrementAndGet());
    }

    void full() {
        int number = CASES.incrementAndGet();
        var council = "C-" + number;
        var ombudsman = "O-" + number;
        council(council);
        complete(council, "Record complainant’s wish", Map.of("wish", "next-stage", "saidOn", DAY, "requestedOn", DAY));
        complete(council, "Acknowledge complaint", Map.of("acknowledgedOn", DAY, "letterChannel", "email"));
        respond(council, "director");
        complete(council, "Signpost the Ombudsman", Map.of("signpostedOn", DAY, "signpostedIn", "final-response", "twelveMonths", true));
        start("ombudsman-intake", "ombudsman", "ombudsman-case", ombudsman, with(Map.of("receivedOn", DAY, "channel", "online", "authority", Floor.COUNCIL, "standing", "affected", "procedure", "ombudsman",
                "receivedAt", MOMENT, "inWriting", true, "remedyAccepted", "no"), Map.of()));
        complete(ombudsman, "Assess jurisdiction", with(Map.of("knewOn", "2025-12-01", "councilToldOn", "2025-12-01", "councilAnsweredOn", DAY, "otherRoute", "none", "exclusion", "none", "late", false,
                "premature", false), Map.of()));
        complete(ombudsman, "Decide on intake", Map.of("intake", "forward", "category", "childrens-services", "intakeDecidedOn", DAY, "forwardedOn", DAY));
        complete(ombudsman, "Allocate case", Map.of("investigator", "ombudsman-investigator", "allocatedOn", DAY));
        complete(ombudsman, "Notify council", Map.of("statementAgreedOn", DAY, "noticeSentOn", DAY));
        complete(ombudsman, "Weigh evidence", Map.of("evidence", "ask", "askedOf", "council", "enquirySentOn", DAY, "enquiryNumber", 1));
        complete(council, "Reply to enquiry", Map.of("enquiryAnsweredOn", DAY));
        complete(ombudsman, "Weigh evidence", Map.of("evidence", "enough"));
        each(ombudsman, "Find on issue", Map.of("fault", "yes", "injustice", "yes"));
        complete(ombudsman, "Draft decision", Map.of("actionCount", 1));
        complete(ombudsman, "Propose action", Map.of("actionKind", "apology", "within", "1 month", "countsFrom", "decision"));
        complete(ombudsman, "Approve draft", Map.of("approval", "approve"));
        complete(ombudsman, "Send draft", Map.of("draftSentOn", DAY, "letterChannel", "email", "sharingChecked", true, "statesConfidence", true));
        complete(ombudsman, "Record complainant’s comments", Map.of("commented", "no", "complainantCommentedOn", DAY));
        complete(ombudsman, "Record council’s comments", Map.of("commented", "no", "councilCommentedOn", DAY));
        complete(ombudsman, "Decide on draft", Map.of("draftStands", "final", "faultFound", "yes", "injusticeFound", "yes", "remedyAccepted", "investigation", "remedyStands", "agreed"));
        complete(ombudsman, "Issue decision", Map.of("decidedOn", DAY, "statementKind", "statement", "informationSharing", "stated", "anonymised", true, "statesReview", true));
        complete(council, "Carry out action", Map.of("actionDoneOn", DAY));
        complete(council, "Hand in evidence", Map.of("evidenceSentOn", DAY));
        complete(ombudsman, "Judge evidence", Map.of("verdict", "accepted", "verdictOn", DAY, "moreAskedFor", false, "escalated", false));
        timers(ombudsman);
        complete(ombudsman, "Publish decision", Map.of("publication", "yes", "publishedOn", "2026-07-13"));
        over(ombudsman);
        over(council);
    }

    private void council(String reference) {
        begin(reference);
        complete(reference, "Acknowledge complaint", Map.of("acknowledgedOn", DAY, "letterChannel", "email"));
        var assessed = new HashMap<String, Object>(Map.of("subject", "other-service", "knewOn", DAY, "assessment", "accept"));
        assessed.put("sufficientInterest", null);
        assessed.put("voluntaryStatutory", null);
        complete(reference, "Assess complaint", assessed);
        respond(reference, "manager");
    }

    private void begin(String reference) {
        start(Floor.COUNCIL + "-officer", Floor.COUNCIL, "complaint", reference, with(Map.of("receivedOn", DAY, "channel", "email", "complainantRole", "resident", "receivedAt", MOMENT, "oral", false,
                "stageDone", 0, "straightToStage2", false), Map.of()));
    }

    private void respond(String reference, String responder) {
        complete(reference, "Decide who answers", Map.of("responder", Floor.COUNCIL + "-" + responder));
        complete(reference, "Investigate complaint", Map.of());
        each(reference, "Answer issue", Map.of("finding", "upheld"));
        var drafted = new HashMap<String, Object>();
        drafted.put("approval", null);
        complete(reference, "Draft response", drafted);
        complete(reference, "Approve response", Map.of("approval", "approve"));
        complete(reference, "Send response", Map.of("responseSentOn", DAY, "letterChannel", "email", "statesDefinition", true, "givesReasons", true, "statesRemedy", true, "statesNextStep", true));
    }

    private void start(String person, String council, String process, String reference, Map<String, Object> answers) {
        var definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
        answers.put("council", council);
        answers.put("caseReference", reference);
        as(person);
        counted.accept(() -> engine.getFormService().submitStartForm(definition, reference, answers));
        engine.getIdentityService().clearAuthentication();
    }

    private void each(String reference, String name, Map<String, Object> answers) {
        tasks(reference, name).forEach(task -> complete(task, answers));
    }

    private void complete(String reference, String name, Map<String, Object> answers) {
        var found = tasks(reference, name);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " tasks " + name + " of " + reference + "; open are " + engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).list().stream().map(Task::getName).toList());
        }
        complete(found.get(0), answers);
    }

    private void complete(Task task, Map<String, Object> answers) {
        var person = Objects.requireNonNullElseGet(task.getAssignee(), () -> engine.getTaskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
                .flatMap(group -> engine.getIdentityService().createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()).findFirst().orElseThrow().getId());
        as(person);
        counted.accept(() -> {
            if (task.getAssignee() == null) {
                engine.getTaskService().claim(task.getId(), person);
            }
            engine.getFormService().submitTaskForm(task.getId(), answers);
        });
        engine.getIdentityService().clearAuthentication();
    }

    private void timers(String reference) {
        var until = Date.from(Instant.parse("2026-07-13T22:00:00Z"));
        engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(instance -> engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).timers().duedateLowerThan(until).list().stream())
                .sorted(Comparator.comparing(Job::getDuedate)).forEach(job -> counted.accept(() -> engine.getManagementService().executeJob(job.getId())));
    }

    private void as(String person) {
        var identity = engine.getIdentityService();
        identity.clearAuthentication();
        var groups = identity.createGroupQuery().groupMember(person).list().stream().map(group -> group.getId()).toList();
        var councils = identity.createTenantQuery().userMember(person).list().stream().map(tenant -> tenant.getId()).toList();
        identity.setAuthentication(person, groups, councils);
    }

    private List<Task> tasks(String reference, String name) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).taskName(name).list();
    }

    private void over(String reference) {
        if (engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(reference).count() > 0) {
            throw new AssertionError(reference + " is still open: " + engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).list());
        }
    }

    private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> other) {
        var all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }
}
