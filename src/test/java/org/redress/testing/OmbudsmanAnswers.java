package org.redress.testing;

import static org.redress.testing.Answers.with;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.redress.council.CouncilsFromFiles;

/** Answers to the forms of the Ombudsman's side and of a council's liaison, as a careful person gives them. */
public final class OmbudsmanAnswers {
    private static final Map<String, String> COUNCILS =
            CouncilsFromFiles.publishedNames().entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final AtomicInteger OUTSIDE = new AtomicInteger();

    private OmbudsmanAnswers() {}

    /**
     * A complaint of Mr Quill, who is in no published case and in no test of a council: its letters come as a matter that the council does not know,
     * whatever other tests have left.
     *
     * @param authority a council by its id, or by its name if it is one of the published cases; or another authority by name
     */
    public static Map<String, Object> complaint(LocalDate on, String authority, Map<String, Object> different) {
        var id = COUNCILS.getOrDefault(authority, authority);
        return with(Map.of("receivedOn", on.toString(), "channel", "online", id.matches("[a-z-]+") ? "authority" : "otherAuthority", id, "complainant", "Mr Quill",
                "standing", "affected", "complaintText", "The council did not listen to me; I want an apology."), different);
    }

    public static Map<String, Object> jurisdiction(LocalDate knewOn, LocalDate answeredOn, Map<String, Object> different) {
        return with(Map.of("knewOn", knewOn.toString(), "councilToldOn", knewOn.toString(), "councilAnsweredOn", answeredOn.toString(), "otherRoute", "none",
                "exclusion", "none", "issues", "Nobody asked for my view\nThe minutes came late", "otherPeople", "Y – child"), different);
    }

    /** Facts of its own for an issue. */
    public static Map<String, Object> issue(LocalDate knewOn, LocalDate answeredOn, Map<String, Object> different) {
        return with(Map.of("issueFacts", "own", "knewOn", knewOn.toString(), "councilToldOn", knewOn.toString(), "councilAnsweredOn", answeredOn.toString(),
                "otherRoute", "none", "exclusion", "none"), different);
    }

    public static Map<String, Object> onIssue(String decision) {
        return Map.of("issueDecision", decision, "reasons", "As the papers show.");
    }

    public static Map<String, Object> forward(LocalDate on, Map<String, Object> different) {
        return with(Map.of("intake", "forward", "category", "childrens-services", "intakeDecidedOn", on.toString()), different);
    }

    public static Map<String, Object> intake(String intake, LocalDate on, Map<String, Object> different) {
        return with(Map.of("intake", intake, "intakeDecidedOn", on.toString()), different);
    }

    public static Map<String, Object> course(String reference, String mistake, LocalDate on) {
        var answers = new HashMap<String, Object>(Map.of("caseReference", reference, "mistake", mistake, "foundOn", on.toString(), "reason", "The first page was read only."));
        if (mistake.equals("category")) {
            answers.put("rightCategory", "education");
        }
        return answers;
    }

    public static Map<String, Object> sendIntake(LocalDate on) {
        return Map.of("intakeSentOn", on.toString(), "letterChannel", "email", "letterText", "We do not investigate this now.");
    }

    public static Map<String, Object> allocate(LocalDate on) {
        return Map.of("investigator", "ombudsman-investigator", "allocatedOn", on.toString());
    }

    public static Map<String, Object> notice(LocalDate on) {
        return Map.of("statementText", "We investigate whether the council listened.", "statementAgreedOn", on.toString(), "noticeSentOn", on.toString());
    }

    public static Map<String, Object> ask(String whom, LocalDate on) {
        var answers = new HashMap<String, Object>(Map.of("evidence", "ask", "askedOf", whom, "letterText", "Send us the minutes.", "enquirySentOn", on.toString()));
        if (whom.equals("other")) {
            answers.put("askedWhom", "The school");
        }
        return answers;
    }

    public static Map<String, Object> askQuickly(LocalDate on, Map<String, Object> different) {
        return with(Map.of("letterText", "Did you apologise?", "enquirySentOn", on.toString()), different);
    }

    public static Map<String, Object> enough() {
        return Map.of("evidence", "enough");
    }

    public static Map<String, Object> reply(LocalDate on, Map<String, Object> different) {
        return with(Map.of("letterText", "Here are the minutes.", "documents", "Minutes of the meeting\nE-mail of the manager", "enquiryAnsweredOn", on.toString()), different);
    }

    public static Map<String, Object> finding(String fault, String injustice) {
        var answers = new HashMap<String, Object>(Map.of("fault", fault, "reasons", "The minutes came after eleven days."));
        if (injustice != null) {
            answers.put("injustice", injustice);
        }
        return answers;
    }

    public static Map<String, Object> draft(int actions, Map<String, Object> different) {
        return with(Map.of("letterText", "We found fault that caused injustice.", "actionCount", actions), different);
    }

    public static Map<String, Object> action(String kind, String within, Map<String, Object> different) {
        return with(Map.of("actionKind", kind, "beneficiary", "Mr Quill", "within", within, "countsFrom", "decision", "wording", "The council will do it."), different);
    }

    public static Map<String, Object> sendDraft(LocalDate on) {
        return Map.of("draftSentOn", on.toString(), "letterChannel", "email", "evidenceShared", "The minutes, to both.", "sharingChecked", true);
    }

    public static Map<String, Object> complainantComments(LocalDate on, String comments) {
        return comments == null ? Map.of("commented", "no", "complainantCommentedOn", on.toString())
                : Map.of("commented", "yes", "comments", comments, "complainantCommentedOn", on.toString());
    }

    public static Map<String, Object> councilComments(LocalDate on, String comments) {
        return comments == null ? Map.of("commented", "no", "councilCommentedOn", on.toString())
                : Map.of("commented", "yes", "comments", comments, "councilCommentedOn", on.toString());
    }

    public static Map<String, Object> consider() {
        return Map.of("consideration", "It changes nothing.");
    }

    public static Map<String, Object> draftStands() {
        return Map.of("draftStands", "final");
    }

    public static Map<String, Object> issue(LocalDate on, Map<String, Object> different) {
        return with(Map.of("decidedOn", on.toString(), "statementKind", "statement", "letterText", "We uphold the complaint.", "powers", "s.26(1), 26A(1)",
                "informationSharing", "stated", "anonymised", true), different);
    }

    public static Map<String, Object> carryOut(LocalDate on, Map<String, Object> different) {
        return with(Map.of("actionDoneOn", on.toString(), "doneBy", "Director of children’s services", "whatWasDone", "Wrote to Mr Quill."), different);
    }

    public static Map<String, Object> handIn(LocalDate on) {
        return Map.of("letterText", "A copy of the letter.", "evidenceSentOn", on.toString());
    }

    public static Map<String, Object> verdict(String verdict, LocalDate on, Map<String, Object> different) {
        var usual = new HashMap<String, Object>(Map.of("verdict", verdict, "verdictOn", on.toString()));
        if (!verdict.equals("accepted")) {
            usual.put("reason", "The letter is missing.");
        }
        return with(usual, different);
    }

    public static Map<String, Object> review(String review, LocalDate on) {
        return Map.of("review", review, "letterText", "We have looked at it again.", "reviewedOn", on.toString());
    }

    /** A copy of a decision that names nobody. */
    public static Map<String, Object> copy() {
        return Map.of("copyMade", "made");
    }

    public static Map<String, Object> publish(LocalDate on) {
        return Map.of("publication", "yes", "publishedOn", on.toString());
    }

    public static Map<String, Object> event(String reference, String happening, LocalDate on, Map<String, Object> different) {
        return with(Map.of("caseReference", reference, "happening", happening, "happenedOn", on.toString(), "details", "As told by telephone."), different);
    }

    /** A letter of a case that no other test knows; a test that sends two of one case names it. */
    public static Map<String, Object> letter(String kind, LocalDate on, Map<String, Object> different) {
        return with(outcome(kind), with(Map.of("letterKind", kind, "letterDatedOn", on.toString(), "letterReceivedOn", on.toString(), "ombudsmanReference", anOmbudsmansOutside(),
                "complainant", "Ms T", "letterText", "We have decided to investigate."), different));
    }

    /** A letter that ends a complaint says how. */
    private static Map<String, Object> outcome(String kind) {
        return List.of("decision", "report", "closing-statement").contains(kind) ? Map.of("outcome", kind.equals("closing-statement") ? "closed" : "upheld") : Map.of();
    }

    private static String anOmbudsmansOutside() {
        int number = OUTSIDE.incrementAndGet();
        return "20 %03d %03d".formatted(900 + number / 1000, number % 1000);
    }
}
