package org.redress.testing;

import java.time.LocalDate;
import java.util.Map;

/**
 * Steps that many tests need on their way to what they are about: a careful council takes them, all on the day on which the office
 * stands.
 */
public class Casework {
    private final Office office;

    public Casework(Office office) {
        this.office = office;
    }

    /** A complaint that was received today and has been acknowledged. */
    public String acknowledged(String council, Map<String, Object> complaint) {
        var reference = office.receive(council, complaint);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(office.today()));
        return reference;
    }

    /** A complaint about a council's service that was received, acknowledged and accepted today. */
    public String accepted(String council) {
        return accepted(council, Map.of(), Map.of());
    }

    /** A parent's complaint about a child in need, received in writing and accepted today: statutory stage 1. */
    public String statutory(String council) {
        return accepted(council, Map.of("complainantRole", "parent"), Map.of("subject", "child-in-need"));
    }

    /** A complaint that was received, acknowledged and accepted today. */
    public String accepted(String council, Map<String, Object> complaint, Map<String, Object> assessment) {
        var reference = acknowledged(council, complaint);
        office.complete(reference, "Assess complaint", Answers.accept(office.today(), assessment));
        return reference;
    }

    /** A statutory complaint for which stage 2 was agreed at once. */
    public String straightToStage2(String council) {
        return accepted(council, Map.of("complainantRole", "parent"),
                Map.of("subject", "child-in-need", "straightToStage2On", office.today().toString()));
    }

    /** Everything up to the answers to the issues. */
    public void answerIssues(String reference, String responder) {
        office.complete(reference, "Decide who answers", Answers.responder(responder));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
    }

    /** The response, from the choice of who answers to the letter. */
    public void respond(String reference, String responder) {
        respond(reference, responder, office.today());
    }

    /** The same with the day that is recorded for the letter. */
    public void respond(String reference, String responder, LocalDate sentOn) {
        answerIssues(reference, responder);
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(sentOn));
    }

    /** The request for the next stage is acknowledged. */
    public void acknowledgeNextStage(String reference) {
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(office.today()));
    }

    /** The complainant says today what they want. */
    public void wish(String reference, String wish) {
        office.complete(reference, "Record complainant’s wish", Answers.wish(wish, office.today()));
    }

    /** Stage 2 up to the decisions on the issues. */
    public void investigate(String reference, String council) {
        office.complete(reference, "Appoint investigators", Answers.investigators(council, office.today(), Map.of()));
        office.complete(reference, "Write investigation report", Answers.investigationReport(office.today()));
        office.complete(reference, "Write independent report", Answers.independentReport(office.today()));
        office.tasks(reference, "Adjudicate issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
    }

    /** Stage 2 up to the day on which the complainant receives the adjudication. */
    public void adjudicate(String reference, String council) {
        investigate(reference, council);
        approveAdjudication(reference);
        office.complete(reference, "Send adjudication", Answers.adjudication(office.today()));
        office.complete(reference, "Record receipt of response", Answers.receipt(office.today()));
    }

    /** A response that is another one by now than what was approved is given back, written and approved again. */
    public void approveAgain(String reference) {
        office.complete(reference, "Send response", Map.of("giveBack", true, "giveBackReason", "It is another letter by now."));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
    }

    /** The adjudication is written, and approved by whoever decided. */
    public void approveAdjudication(String reference) {
        office.complete(reference, "Write adjudication", Answers.draft());
        office.complete(reference, "Approve adjudication", Answers.approve());
    }

    /** A statutory complaint of which everything up to the request for a panel happened today. */
    public String panelRequested(String council) {
        var reference = straightToStage2(council);
        adjudicate(reference, council);
        wish(reference, "next-stage");
        office.complete(reference, "Decide on stage 3 request", Answers.wayOn("panel"));
        return reference;
    }

    /** The panel is appointed, meets and reports, and the council receives its recommendations. */
    public void holdPanel(String reference, String council) {
        office.complete(reference, "Appoint panel", Answers.panel(council, office.today(), Map.of()));
        office.complete(reference, "Hold panel meeting", Answers.panelMeeting(office.today()));
        office.complete(reference, "Send panel report", Answers.panelReport(office.today(), office.today()));
    }

    /** The only one who complains has died, as a second person confirmed today. */
    public void die(String reference, String council) {
        office.people(council + "-officer", reference, "died", Map.of("personNumber", 1));
        office.completeAs(council + "-supervisor", office.task(reference, "Confirm people change"), Answers.confirmPeople());
    }

    /** Somebody takes the place of number 1, as a second person confirmed today. */
    public void succeed(String reference, String council) {
        office.people(council + "-officer", reference, "add", Map.of("personName", "Mr S", "part", "successor", "speaksFor", 1));
        office.completeAs(council + "-supervisor", office.task(reference, "Confirm people change"), Answers.confirmPeople());
    }

    /** The complainant is told about the Ombudsman. */
    public void signpost(String reference) {
        office.complete(reference, "Signpost the Ombudsman", Answers.signpost(office.today()));
    }
}
