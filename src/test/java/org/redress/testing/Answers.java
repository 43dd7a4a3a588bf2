package org.redress.testing;

import java.time.LocalDate;
import java.util.HashMap;
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
        return with(Map.of("subject", "other-service", "knewOn", knewOn.toString(), "assessment", "accept",
                "issues", "Bins not emptied\nNobody answered the telephone"), different);
    }

    public static Map<String, Object> refusal(LocalDate on, Map<String, Object> different) {
        return with(Map.of("ground", "service-request", "evidence", "This asks for a new bin for the first time.",
                "partTest", "No part is a complaint.", "refusalSentOn", on.toString(), "ombudsmanRight", true), different);
    }

    public static Map<String, Object> responder(String person) {
        return Map.of("responder", person);
    }

    public static Map<String, Object> investigate() {
        return Map.of("found", "The round was missed six times.");
    }

    public static Map<String, Object> issue(Map<String, Object> different) {
        return with(Map.of("finding", "upheld", "reasons", "The round was missed.", "remedy", "An apology."), different);
    }

    public static Map<String, Object> draft() {
        return Map.of("letterText", "We uphold your complaint.");
    }

    public static Map<String, Object> approve() {
        return Map.of("approval", "approve");
    }

    public static Map<String, Object> send(LocalDate on) {
        return Map.of("responseSentOn", on.toString(), "letterChannel", "email", "statesDefinition", true, "givesReasons", true,
                "statesRemedy", true, "statesNextStep", true);
    }

    public static Map<String, Object> wish(String wish, LocalDate on) {
        return Map.of("wish", wish, "requestedOn", on.toString(), "wishNote", "Not everything was answered.");
    }

    public static Map<String, Object> signpost(LocalDate on) {
        return Map.of("signpostedOn", on.toString(), "signpostedIn", "final-response", "twelveMonths", true);
    }

    public static Map<String, Object> event(String reference, String happening, LocalDate on, Map<String, Object> different) {
        return with(Map.of("caseReference", reference, "happening", happening, "happenedOn", on.toString(), "details", "As said on the telephone."), different);
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
