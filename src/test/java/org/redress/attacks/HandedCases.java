package org.redress.attacks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.redress.gate.AskedBack;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;

/** Cases that are handed over, are stuck, or wait for somebody who confirms a change: what attacks on these need. */
final class HandedCases {
    private static final String CONFIRM = "Confirm colleague’s change";
    private static final LocalDate LONG_AGO = LocalDate.of(2016, 3, 1);

    private final Office office;
    private final Casework casework;
    private final OmbudsmanCasework ombudsmans;
    private final TaskService tasks;
    private final IdentityService identity;
    private final LocalDate today;
    private final Map<String, String> names = new HashMap<>();

    HandedCases(ProcessEngine engine, Office office, Casework casework, OmbudsmanCasework ombudsmans) {
        this.office = office;
        this.casework = casework;
        this.ombudsmans = ombudsmans;
        this.tasks = engine.getTaskService();
        this.identity = engine.getIdentityService();
        this.today = office.today();
    }

    /** The people, before they sign in. */
    void hire() {
        office.hires("kent", "both", "complaints-team", "supervisors");
        office.hires("kent", "head", "responders", "supervisors");
        office.hires("kent", "former", "responders");
        office.hires("kent", "absent", "responders");
        office.hires("kent", "stand-in", "responders");
        office.hires("kent", "of-waste", "responders", "service-waste");
        office.hires("kent", "of-highways", "responders", "service-highways");
        office.hires("kent", "of-none", "responders", "service-highways");
        office.hires("kent", "gone", "approvers");
        office.hires("kent", "demoted", "complaints-team");
        identity.deleteMembership("kent-of-none", "service-highways");
    }

    /** A removal that one supervisor of another council has proposed, of a case that ended more than six years ago. */
    Map<String, String> longOver() {
        ClockUtil.setCurrentTime(Date.from(LONG_AGO.atTime(9, 30).atZone(ZoneId.of("Europe/London")).toInstant()));
        var reference = office.receive("leicestershire", Map.of());
        office.as(Person.NEIGHBOUR.id).start("case-event", Answers.event(reference, "withdrawal", LONG_AGO, Map.of()));
        office.confirmEnd(reference);
        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(LONG_AGO));
        ClockUtil.reset();
        office.as(Person.NEIGHBOURING_SUPERVISOR.id).start("retention-review", Map.of("holdsAsked", true));
        office.signOut();
        office.completeAs(Person.NEIGHBOURING_SUPERVISOR.id, tasks.createTaskQuery().taskName("Review old cases").singleResult(), Map.of("proposal", "propose"));
        return Map.of("removing", tasks.createTaskQuery().taskName("Confirm removal").singleResult().getId());
    }

    /** A case that somebody has who will not have it for long. */
    Task beforeItIsHandedOver() {
        var own = casework.accepted("kent");
        office.complete(own, "Decide who answers", Answers.responder("kent-former"));
        names.put("own", own);
        return office.task(own, "Investigate complaint");
    }

    /** All else, by name; {@code drafted} waits for its approval. */
    Map<String, String> set(String drafted) {
        names.put("neighbours", casework.accepted("leicestershire"));
        handed(drafted);
        services();
        stuck();
        demoted();
        leaves();
        corrections();
        endings();
        longAgo();
        closed();
        office.signOut();
        return names;
    }

    private void handed(String drafted) {
        var own = names.get("own");
        office.complete(beginHandingOver(own, "answers"), successor("kent-director"));
        names.put("investigate", office.task(own, "Investigate complaint").getId());
        names.put("successor", beginHandingOver(own, "answers").getId());
        names.put("approver", beginHandingOver(drafted, "approves").getId());

        var second = casework.accepted("kent");
        casework.respond(second, Person.DRAFTER.id);
        casework.wish(second, "next-stage");
        casework.acknowledgeNextStage(second);
        office.complete(second, "Decide who answers", Answers.responder("kent-director"));
        names.put("second", office.task(second, "Investigate complaint").getId());
        names.put("secondSuccessor", beginHandingOver(second, "answers").getId());

        var statutory = casework.straightToStage2("kent");
        office.complete(statutory, "Appoint investigators", Answers.investigators("kent", today, Map.of()));
        names.put("report", office.task(statutory, "Write independent report").getId());
        names.put("independence", beginHandingOver(statutory, "independent").getId());
    }

    private Task beginHandingOver(String reference, String role) {
        office.as(Person.OFFICER.id).start("hand-over", Map.of("caseReference", reference, "caseRole", role));
        office.signOut();
        return office.task(reference, "Choose successor");
    }

    private Map<String, Object> successor(String person) {
        return Map.of("successor", person, "fromDay", today.toString(), "handingReason", "Has another task now.");
    }

    private void services() {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Map.of("service", "highways", "responder", "kent-of-highways"));
        var task = office.task(reference, "Investigate complaint");
        office.as("kent-of-highways").giveBack(task);
        names.put("highways", task.getId());
    }

    /** An approval of what the manager drafted, by name with somebody who is gone. */
    private void stuck() {
        var reference = casework.accepted("kent");
        casework.answerIssues(reference, Person.DRAFTER.id);
        office.complete(beginHandingOver(reference, "approves"), successor("kent-gone"));
        office.complete(reference, "Draft response", Answers.draft());
        identity.deleteUser("kent-gone");
        names.put("stuck", office.tasksAt("kent", "stuck-work").get(0).getId());
    }

    /** Somebody has claimed a task and typed into its form, and loses the role for it. */
    private void demoted() {
        var task = office.task(office.receive("kent", Map.of()), "Acknowledge complaint");
        office.as(Person.DEMOTED.id);
        tasks.claim(task.getId(), Person.DEMOTED.id);
        office.signOut();
        identity.deleteMembership(Person.DEMOTED.id, "complaints-team");
        names.put("lost", task.getId());
    }

    private void leaves() {
        away("kent-absent", Person.STAND_IN.id);
        names.put("deputy", beginLeave(Person.STAND_IN.id, "own").getId());
        names.put("naming", beginLeave(Person.NEIGHBOURING_SUPERVISOR.id, "colleague").getId());
    }

    private void away(String person, String deputy) {
        office.complete(beginLeave(person, "own"), Map.of("deputy", deputy));
    }

    private Task beginLeave(String person, String whose) {
        office.as(person).start("leave", Map.of("whose", whose, "absence", "away", "awayFrom", today.toString(), "awayUntil", today.plusDays(5).toString()));
        office.signOut();
        return tasks.createTaskQuery().processDefinitionKey("leave").taskAssignee(person).singleResult();
    }

    private void corrections() {
        names.put("confirming", correction(Person.SUPERVISOR.id, null));
        names.put("confirmingBoth", correction(Person.BOTH.id, null));
        names.put("confirmingHead", correction(Person.OFFICER.id, Person.HEAD.id));
        names.put("standing", correction(Person.SUPERVISOR.id, null));
        tasks.setAssignee(names.get("standing"), "kent-supervisor-two");
        away("kent-supervisor-two", Person.SUPERVISOR.id);
        office.complete(tasks.createTaskQuery().processDefinitionKey("leave").taskAssignee(Person.SUPERVISOR.id).singleResult(), Map.of("takeOver", "all"));
        if (!Person.SUPERVISOR.id.equals(tasks.createTaskQuery().taskId(names.get("standing")).singleResult().getAssignee())) {
            throw new AssertionError("The deputy has not taken over.");
        }
        office.people(Person.OFFICER.id, names.get("own"), "add", Map.of("personName", "Mr U", "part", "joint-complainant"));
        names.put("people", office.task(names.get("own"), "Confirm people change").getId());
    }

    /** What one person said ends something that is owed, and waits for another: a letter by which a decision is set aside, and a withdrawal. */
    private void endings() {
        var decided = ombudsmans.letter("kent", "decision", Map.of("ombudsmanReference", "25 010 010", "actionCount", 2));
        ombudsmans.recordLetter("kent", "set-aside", Map.of("ombudsmanReference", "25 010 010"));
        names.put("undoing", office.task(decided, CONFIRM).getId());
        var withdrawn = casework.accepted("kent");
        office.as(Person.BOTH.id).start("case-event", Answers.event(withdrawn, "withdrawal", today, Map.of()));
        office.signOut();
        names.put("ending", office.task(withdrawn, CONFIRM).getId());
    }

    /** Recorded today, with days of 2016. */
    private void longAgo() {
        office.as(Person.OFFICER.id);
        var reference = insisting("complaint", Answers.complaint(LocalDate.of(2016, 3, 1), Map.of()));
        office.as(Person.OFFICER.id);
        insisting("case-event", Answers.event(reference, "withdrawal", LocalDate.of(2016, 3, 2), Map.of()));
        office.confirmEnd(reference);
        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(today));
    }

    private String insisting(String process, Map<String, Object> answers) {
        try {
            return office.start(process, answers);
        } catch (AskedBack back) {
            return office.start(process, Answers.with(answers, Map.of("confirmed", String.join(",", back.questions().stream().map(AskedBack.Question::code).toList()))));
        } finally {
            office.signOut();
        }
    }

    /** A correction that moves a legal day later, and so waits for a second person. */
    private String correction(String asker, String responder) {
        var reference = office.receive("kent", Map.of("receivedOn", today.minusDays(20).toString()));
        if (responder != null) {
            office.complete(reference, "Acknowledge complaint", Answers.acknowledge(today));
            office.complete(reference, "Assess complaint", Answers.accept(today.minusDays(20), Map.of()));
            office.complete(reference, "Decide who answers", Answers.responder(responder));
        }
        office.as(asker).start("correction", Map.of("caseReference", reference, "mistake", "The envelope is stamped otherwise."));
        office.signOut();
        var say = office.task(reference, "Say what is right");
        var fact = ((SpinJsonNode) tasks.getVariable(say.getId(), "factsToChoose")).elements().stream()
                .filter(option -> option.prop("label").stringValue().contains("Received on")).findFirst().orElseThrow().prop("value").stringValue();
        office.complete(say, Map.of("kind", "day", "fact", fact, "rightDay", today.minusDays(10).toString()));
        return office.task(reference, CONFIRM).getId();
    }

    private void closed() {
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-director");
        casework.wish(reference, "satisfied");
        names.put("over", reference);
    }
}
