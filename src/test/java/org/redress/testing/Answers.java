package org.redress.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as Tasklist sends them: what a careful officer would write, with what a test wants different. A null takes a key out. */
public final class Answers {
    private Answers() {}

    public static Map<String, Object> complaint(LocalDate receivedOn, Map<String, Object> different) {
        return with(Map.of("receivedOn", receivedOn.toString(), "channel", "email", "complainant", "Ms T", "complainantRole", "resident",
                "complaintText", "The bins were not emptied for six weeks.", "outcomeWanted", "An apology."), different);
    }

    public static Map<String, Object> acknowledge(LocalDate on) {
        return Map.of("acknowledgedOn", on.toString(), "letterChannel", "email", "understanding", "You complain about bins.",
                "namedContact", "Complaints team");
    }

    public static Map<String, Object> accept(LocalDate knewOn, Map<String, Object> different) {
        return with(Map.of("subject", "other-service", "knewOn", knewOn.toString(), "aroseOn", different.getOrDefault("knewOn", knewOn.toString()), "assessment", "accept",
                "issues", "Bins not emptied\nNobody answered the telephone"), different);
    }

    public static Map<String, Object> plan(LocalDate on, String period) {
        return Map.of("planMade", "agreed", "planText", "We look at the bills with you.", "planAgreedOn", on.toString(), "letterChannel", "email", "period", period);
    }

    public static Map<String, Object> refusal(LocalDate on, Map<String, Object> different) {
        return with(Map.of("refused", "whole", "ground", "service-request", "evidence", "This asks for a new bin for the first time.",
                "partTest", "No part is a complaint.", "refusalSentOn", on.toString()), different);
    }

    public static Map<String, Object> responder(String person) {
        return Map.of("responder", person);
    }

    public static Map<String, Object> investigate() {
        return Map.of("found", "The round was missed six times.");
    }

    public static Map<String, Object> issue(Map<String, Object> different) {
        var answer = with(Map.of("finding", "upheld", "reasons", "The round was missed.", "remedy", "An apology.", "cause", "delay", "lesson", "Rounds are checked."), different);
        if (!String.valueOf(answer.get("finding")).endsWith("upheld") || answer.get("finding").equals("not-upheld")) {
            answer.keySet().removeAll(List.of("cause", "lesson"));
        }
        return answer;
    }

    /** An action that an answer promises within a time; {@code promisedBy} instead of {@code within} for a day. */
    public static Map<String, Object> promise(Map<String, Object> different) {
        return with(Map.of("actionKind", "apology", "beneficiary", "Ms T", "promisedWhen", "within", "within", "20 working days", "wording", "The manager apologises."), different);
    }

    public static Map<String, Object> carriedOut(LocalDate on) {
        return Map.of("actionDoneOn", on.toString(), "doneBy", "Waste manager", "whatWasDone", "A letter of apology.");
    }

    public static Map<String, Object> tellOfAction(LocalDate on) {
        return Map.of("toldOn", on.toString(), "letterChannel", "letter", "letterText", "The manager has apologised.");
    }

    public static Map<String, Object> draft() {
        return Map.of("letterText", "We uphold your complaint.");
    }

    public static Map<String, Object> approve() {
        return Map.of("approval", "approve");
    }

    public static Map<String, Object> send(LocalDate on) {
        return Map.of("responseSentOn", on.toString(), "letterChannel", "email");
    }

    public static Map<String, Object> wish(String wish, LocalDate on) {
        return Map.of("wish", wish, "saidOn", on.toString(), "wishNote", "Not everything was answered.");
    }

    public static Map<String, Object> signpost(LocalDate on) {
        return Map.of("signpostedOn", on.toString(), "signpostedIn", "final-response");
    }

    public static Map<String, Object> event(String reference, String happening, LocalDate on, Map<String, Object> different) {
        return with(Map.of("caseReference", reference, "happening", happening, "happenedOn", on.toString(), "details", "As said on the telephone."), different);
    }

    public static Map<String, Object> takingUp(String reference, String ground, LocalDate on, Map<String, Object> different) {
        return with(Map.of("caseReference", reference, "ground", ground, "askedOn", on.toString(), "askedBy", "complainant", "details", "As said on the telephone."),
                different);
    }

    public static Map<String, Object> extension(LocalDate newDue) {
        return Map.of("extends", "response", "newDueDate", newDue.toString(), "complex", true, "noticeWithOmbudsman", true);
    }

    public static Map<String, Object> prejudice() {
        return Map.of("prejudice", "Witnesses in court would be questioned twice.");
    }

    public static Map<String, Object> confirmWithdrawal(LocalDate on) {
        return Map.of("withdrawalConfirmedOn", on.toString(), "letterChannel", "letter", "letterText", "You have withdrawn your complaint.");
    }

    public static Map<String, Object> explainDelay(LocalDate on, LocalDate promised) {
        return Map.of("delayExplainedOn", on.toString(), "delayReasons", "The officer was ill.", "newDate", promised.toString());
    }

    public static Map<String, Object> writtenRecord(LocalDate on) {
        return Map.of("recordText", "Nobody told me of the meeting.", "commentsInvitedOn", on.toString(), "recordFinalOn", on.toString());
    }

    public static Map<String, Object> investigators(String council, LocalDate on, Map<String, Object> different) {
        return with(Map.of("appointedOn", on.toString(), "investigatingOfficer", council + "-investigator", "outsideLine", true,
                "independentPerson", council + "-independent", "independent", true, "adjudicator", council + "-adjudicator"), different);
    }

    public static Map<String, Object> investigationReport(LocalDate on) {
        return Map.of("reportedOn", on.toString(), "report", "The parents were not heard.");
    }

    public static Map<String, Object> independentReport(LocalDate on) {
        return Map.of("independentReportedOn", on.toString(), "independentReport", "The investigation was fair.");
    }

    public static Map<String, Object> adjudication(LocalDate on) {
        return Map.of("responseSentOn", on.toString(), "letterChannel", "letter", "independentTookPart", true, "reportsEnclosed", true);
    }

    public static Map<String, Object> receipt(LocalDate on) {
        return Map.of("responseReceivedOn", on.toString());
    }

    public static Map<String, Object> wayOn(String wayOn) {
        return wayOn.equals("panel") ? Map.of("wayOn", wayOn) : Map.of("wayOn", wayOn, "wayOnReasons", "See the file.");
    }

    public static Map<String, Object> earlyReferral(Map<String, Object> different) {
        return with(Map.of("wayOn", "early-referral", "wayOnReasons", "See the file.", "robustReport", "yes", "allUpheld", "yes",
                "actionPlan", "yes", "outcomesMet", "yes", "complainantAgrees", "yes"), different);
    }

    public static Map<String, Object> panel(String council, LocalDate on, Map<String, Object> different) {
        return with(Map.of("panelAppointedOn", on.toString(), "chair", council + "-panel-chair", "secondMember",
                council + "-panel-second", "thirdMember", council + "-panel-third", "panelIndependent", true), different);
    }

    public static Map<String, Object> panelMeeting(LocalDate on) {
        return Map.of("panelMetOn", on.toString(), "submissions", "The complainant, the council, the Independent Person.");
    }

    public static Map<String, Object> panelReport(LocalDate sentOn, LocalDate receivedOn) {
        return Map.of("panelReportSentOn", sentOn.toString(), "recommendationsReceivedOn", receivedOn.toString(),
                "recommendations", "Apologise and pay for the lost contact.");
    }

    public static Map<String, Object> panelAnswer() {
        return Map.of("panelAnswer", "We accept all recommendations.", "independentConsulted", true);
    }

    public static Map<String, Object> sendPanelAnswer(LocalDate on) {
        return Map.of("panelAnsweredOn", on.toString(), "letterChannel", "letter");
    }

    public static Map<String, Object> people(String reference, String change, LocalDate on, Map<String, Object> different) {
        return with(Map.of("caseReference", reference, "change", change, "happenedOn", on.toString(), "details", "As they wrote."), different);
    }

    public static Map<String, Object> confirmPeople() {
        return Map.of("confirmation", "confirm");
    }

    public static Map<String, Object> nobodyCarriesOn(LocalDate on) {
        return Map.of("nobodyCarriesOn", true, "settledOn", on.toString(), "whoWasAsked", "Her sister, by telephone.", "whoIsTold", "Her sister, in the same call.");
    }

    public static Map<String, Object> refusePeople() {
        return Map.of("confirmation", "refuse", "refusalReason", "Nobody wrote to us.");
    }

    public static Map<String, Object> restriction(String reference, int person, LocalDate on) {
        return Map.of("caseReference", reference, "personNumber", person, "restriction", "in-writing", "restrictionText", "Letters and e-mails only.",
                "restrictionReason", "Forty calls in a week.", "restrictionDecidedOn", on.toString(), "personTold", true, "rightsKept", true);
    }

    public static Map<String, Object> with(Map<String, Object> usual, Map<String, Object> different) {
        var answers = new HashMap<>(usual);
        different.forEach((key, value) -> {
            if (value == null) {
                answers.remove(key);
            } else {
                answers.put(key, value);
            }
        });
        return answers;
    }
}
