package org.redress.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Steps of an Ombudsman case that many tests need; everything happens on the day on which the office stands. */
public class OmbudsmanCasework {
    private final Office office;
    private final Casework casework;

    public OmbudsmanCasework(Office office, Casework casework) {
        this.office = office;
        this.casework = casework;
    }

    /** A council's complaint that ended with the signpost to the Ombudsman. */
    public String signposted(String council) {
        var reference = casework.accepted(council);
        casework.respond(reference, council + "-manager");
        casework.wish(reference, "next-stage");
        casework.acknowledgeNextStage(reference);
        casework.respond(reference, council + "-director");
        casework.signpost(reference);
        return reference;
    }

    /** A complaint to the Ombudsman, received today, from whoever complains in the council's case that it names. */
    public String receive(String authority, Map<String, Object> different) {
        office.as("ombudsman-intake");
        try {
            var answers = new HashMap<>(OmbudsmanAnswers.complaint(office.today(), authority, Map.of()));
            office.complains(different.get("councilReference")).ifPresent(person -> answers.put("complainant", person));
            return office.start("ombudsman-case", Answers.with(answers, different));
        } finally {
            office.signOut();
        }
    }

    /** Assessed, each issue with the facts of the whole complaint: in jurisdiction, because the council had its say; what does not meet a test is left out. */
    public void assess(String reference, Map<String, Object> different) {
        apply(reference, different);
        decideOnIssues(reference, "out");
    }

    /** Assessed, each issue with the facts of the whole complaint, and not yet decided what becomes of those that do not meet a test. */
    public void apply(String reference, Map<String, Object> different) {
        LocalDate today = office.today();
        office.complete(reference, "Assess jurisdiction", OmbudsmanAnswers.jurisdiction(today.minusMonths(6), today.minusMonths(1), different));
        office.tasks(reference, "Assess issue").forEach(task -> office.complete(task, Map.of("issueFacts", "complaint")));
    }

    /** The issues that do not meet a test are left out, or taken in at discretion. */
    public void decideOnIssues(String reference, String decision) {
        office.tasks(reference, "Decide on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.onIssue(decision)));
    }

    /** Received, assessed and forwarded. */
    public String forwarded(String authority, Map<String, Object> different) {
        var reference = receive(authority, different);
        assess(reference, Map.of());
        office.complete(reference, "Decide on intake", OmbudsmanAnswers.forward(office.today(), Map.of()));
        return reference;
    }

    /** Decided on at intake. */
    public void decideAtIntake(String reference, String intake, Map<String, Object> different) {
        office.complete(reference, "Decide on intake", OmbudsmanAnswers.intake(intake, office.today(), different));
    }

    /** Ended at intake with its letter. */
    public void endAtIntake(String reference, String intake, Map<String, Object> different) {
        decideAtIntake(reference, intake, different);
        if (intake.equals("close")) {
            state(reference);
        } else {
            office.complete(reference, "Send intake decision", OmbudsmanAnswers.sendIntake(office.today()));
        }
    }

    /** The council does not know the matter, whatever cases of other tests may look like it; gives its file. */
    public String isNew(String council) {
        office.tasks(council, "Place letter").forEach(task -> office.complete(task, Map.of("belongsTo", "new-matter", "letterPlacedOn", office.today().toString(), "reason", "We do not know it.")));
        return council;
    }

    /** Forwarded, allocated, and the council notified. */
    public String notified(String authority, Map<String, Object> different) {
        var reference = forwarded(authority, different);
        office.complete(reference, "Allocate case", OmbudsmanAnswers.allocate(office.today()));
        office.complete(reference, "Notify council", OmbudsmanAnswers.notice(office.today()));
        return reference;
    }

    /** Enough evidence without an enquiry. */
    public String investigated(String authority, Map<String, Object> different) {
        var reference = notified(authority, different);
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.enough());
        return reference;
    }

    /** Findings of fault with injustice on every issue, a draft with these actions, approved. */
    @SafeVarargs
    public final void draft(String reference, Map<String, Object>... actions) {
        office.tasks(reference, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("yes", "yes")));
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(actions.length, Map.of()));
        for (int number = 1; number <= actions.length; number++) {
            office.complete(office.taskOf(reference, "Propose action", "actionNumber", number), actions[number - 1]);
        }
        office.complete(reference, "Approve draft", Answers.approve());
    }

    /** The approved draft goes out, nobody has comments, and it becomes final. */
    public void decide(String reference, Map<String, Object> different) {
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(office.today(), null));
        office.complete(reference, "Record council’s comments", OmbudsmanAnswers.councilComments(office.today(), null));
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(office.today(), different));
    }

    /** A decision of today with these actions. */
    @SafeVarargs
    public final String decided(String authority, Map<String, Object> different, Map<String, Object>... actions) {
        var reference = investigated(authority, different);
        draft(reference, actions);
        decide(reference, Map.of());
        return reference;
    }

    /** The only one who complains has died, as a second person confirmed today. */
    public void die(String reference) {
        office.people("ombudsman-investigator", reference, "died", Map.of("personNumber", 1));
        office.completeAs("ombudsman-supervisor", office.task(reference, "Confirm people change"), Answers.confirmPeople());
    }

    /** Somebody takes the place of number 1, as a second person confirmed today. */
    public void succeed(String reference) {
        office.people("ombudsman-investigator", reference, "add", Map.of("personName", "Mr S", "part", "successor", "speaksFor", 1));
        office.completeAs("ombudsman-supervisor", office.task(reference, "Confirm people change"), Answers.confirmPeople());
    }

    /** The statement of reasons for an end that needs no draft: a withdrawal, or a closing at intake. */
    public void state(String reference) {
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(office.today(), Map.of("letterText", "We do not go on with the complaint.", "informationSharing", "not-needed")));
    }

    /** The investigation ends: nothing is found, a draft says why, nobody has comments, and it becomes final. */
    public void discontinue(String reference, Map<String, Object> reasons) {
        event(reference, "discontinued", Map.of());
        office.tasks(reference, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("no-finding", null)));
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(0, reasons));
        office.complete(reference, "Approve draft", Answers.approve());
        decide(reference, Map.of("informationSharing", "not-needed"));
    }

    /** The council carries out an action and hands in the evidence. */
    public void show(String councilReference, int action, Map<String, Object> different) {
        office.complete(office.taskOf(councilReference, "Carry out action", "actionNumber", action), OmbudsmanAnswers.carryOut(office.today(), different));
        office.complete(office.taskOf(councilReference, "Hand in evidence", "actionNumber", action), OmbudsmanAnswers.handIn(office.today()));
    }

    /** The Ombudsman judges the evidence for an action. */
    public void judge(String reference, int action, String verdict, Map<String, Object> different) {
        office.complete(office.taskOf(reference, "Judge evidence", "actionNumber", action), OmbudsmanAnswers.verdict(verdict, office.today(), different));
    }

    /** Somebody at the Ombudsman's records an event today. */
    public void event(String reference, String happening, Map<String, Object> different) {
        askForEvent(reference, happening, different);
        office.confirmEnd(reference);
    }

    /** The same, and what it would end waits for a second person. */
    public void askForEvent(String reference, String happening, Map<String, Object> different) {
        office.as("ombudsman-investigator");
        try {
            office.start("ombudsman-event", OmbudsmanAnswers.event(reference, happening, office.today(), different));
        } finally {
            office.signOut();
        }
    }

    /** A link officer records a letter of an Ombudsman who is outside the product; gives the council's case. */
    public String letter(String council, String kind, Map<String, Object> different) {
        var reference = recordLetter(council, kind, different);
        office.confirmEnd(reference);
        return reference;
    }

    /** The same, and what it would end waits for a second person. */
    public String recordLetter(String council, String kind, Map<String, Object> different) {
        office.as(council + "-link-officer");
        try {
            return office.start("ombudsman-letter", OmbudsmanAnswers.letter(kind, office.today(), different));
        } finally {
            office.signOut();
        }
    }
}
