package org.redress.complaint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.casefile.PutRight;
import org.redress.casefile.SameMatter;
import org.redress.confirmation.Confirmation;
import org.redress.deadline.Deadlines;
import org.redress.deadline.ExtensionRefused;
import org.redress.gate.HowFar;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.gate.WhatCanHappen;
import org.redress.parties.Correspondence;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What can happen to a case at any time. Each event is checked against the state of the case and recorded; one that changes the
 * course names the message that "Tell case" sends (CHD-11…CHD-15, CHD-31, CHD-35, CORP-21…CORP-24, CORP-34).
 */
@Component
class CaseEvents implements SubmissionHandler, HowFar {
    static final String NEXT_STAGE_REQUESTED = "NextStageRequested";

    private static final List<String> CONCURRENT =
            List.of("court-proceedings", "disciplinary", "criminal-investigation", "criminal-proceedings");
    /** Behind the deadline that is extended beyond what is permitted without good reason (CORP-21, CORP-24). */
    private static final String FURTHER = "-further";
    private static final List<String> CARE = List.of("adult-care", "public-health");
    private static final List<String> ORAL = List.of("phone", "in-person");
    private static final String RESUBMISSION = "resubmission";

    private final WhatCanHappen possible;
    private final CaseFiles cases;
    private final Parties parties;
    private final Correspondence correspondence;
    private final SameMatter same;
    private final Deadlines deadlines;
    private final TakingUp takingUp;
    private final RuntimeService runtime;
    private final IssuesInHand issues;
    private final WorkingCalendar calendar;

    CaseEvents(WhatCanHappen possible, CaseFiles cases, Parties parties, Correspondence correspondence, SameMatter same, Deadlines deadlines, TakingUp takingUp,
            IssuesInHand issues, WorkingCalendar calendar, @Lazy RuntimeService runtime) {
        this.possible = possible;
        this.cases = cases;
        this.parties = parties;
        this.correspondence = correspondence;
        this.same = same;
        this.deadlines = deadlines;
        this.takingUp = takingUp;
        this.runtime = runtime;
        this.issues = issues;
        this.calendar = calendar;
    }

    @Override
    public String form() {
        return "case-event";
    }

    @Override
    public void accept(Submission event) {
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        var complaint = cases.find(event.council(), event.text("caseReference"))
                .orElseThrow(() -> event.refuse("caseReference", "your council has no case " + event.text("caseReference") + "."));
        event.about(complaint.reference());
        var on = event.date("happenedOn");
        event.happenedOn(on);
        event.titled(event.option("happening"));
        if (on.isBefore(complaint.receivedAt().toLocalDate())) {
            throw event.refuse("happenedOn", "the complaint was received on " + Dates.text(complaint.receivedAt().toLocalDate()) + "." + PutRight.FIRST);
        }
        possible.need(event, complaint, standing(complaint));
        Confirmation.none().ask(event, complaint.stage());
        switch (event.text("happening")) {
            case "withdrawal", "withdrawal-by-all" -> withdraw(event, complaint);
            case "settled" -> settle(event, complaint, on);
            case "next-stage" -> requestNextStage(event, complaint);
            case "extension" -> extend(event, complaint, on);
            case "issue" -> addIssue(event, complaint, on);
            case "proceedings-started" -> startProceedings(event, complaint, on);
            case "proceedings-ended" -> endProceedings(event, complaint, on);
            case "advocate-asked" -> askForAdvocate(event, complaint, on);
            case "advocate-appointed" -> appointAdvocate(event, complaint, on);
            case "later-start" -> startLater(event, complaint);
            default -> { } // a note: the chronology has it
        }
    }

    private void withdraw(Submission event, CaseSummary complaint) {
        var who = parties.complaining(event.reference());
        if (event.text("happening").equals("withdrawal") && who.size() > 1) {
            throw event.refuse("happening", who.size() + " people complain (numbers " + who.stream().map(person -> String.valueOf(person.number())).collect(Collectors.joining(", "))
                    + " in Case). Say that all of them withdraw; if only one does, record it with People change, and the others go on (CHD-11).");
        }
        if (!waits(event.reference(), "ComplaintEnded")) {
            throw event.refuse("happening", "the council’s own procedure is not running, so there is nothing to withdraw here; what the Ombudsman is told goes by letter.");
        }
        end(event, complaint, CaseStatus.WITHDRAWN, null);
    }

    /** It ends when a second person has seen what is not owed any more then, and confirmed it; until then every period goes on. */
    private void end(Submission event, CaseSummary complaint, CaseStatus as, @Nullable String because) {
        event.set("message", TellCase.ENDED);
        event.set("endsAs", as.name());
        event.set("endsBecause", because);
        TellCase.ofEnd(deadlines.owed(event.reference())).ask(event, complaint.stage());
    }

    /** Made orally and settled to the complainant's satisfaction by the next working day, it stays outside the procedure for care (ADT-01). */
    private void settle(Submission event, CaseSummary complaint, LocalDate on) {
        boolean care = cases.facts(event.reference()).stream().filter(fact -> fact.field().equals("subject") || fact.field().equals("careService"))
                .reduce((earlier, later) -> later).filter(fact -> CARE.contains(String.valueOf(fact.value()))).isPresent();
        if (!care) {
            throw event.refuse("happening", "only a complaint about adult social care or public health stays outside its procedure for that; answer it, or record the wish after the answer.");
        }
        if (!ORAL.contains(complaint.channel())) {
            throw event.refuse("happening", "it was made in writing; only what was made orally stays outside the procedure (ADT-01).");
        }
        var last = calendar.add(complaint.receivedAt().toLocalDate(), 1);
        if (on.isAfter(last)) {
            throw event.refuse("happenedOn", "the next working day was " + Dates.text(last) + "; what is settled later goes into the answer (ADT-01).");
        }
        end(event, complaint, CaseStatus.RESOLVED, "settled-at-once");
    }

    private void requestNextStage(Submission event, CaseSummary complaint) {
        if (complaint.status().over() || takingUp.leftOpen(event.reference())) {
            takeUp(event);
            return;
        }
        if (!waits(event.reference(), NEXT_STAGE_REQUESTED)) {
            throw event.refuse("happening", "the case is not at a point where the next stage can be asked for.");
        }
        var response = deadlines.open(event.reference(), "response");
        if (response.isPresent() && !response.get().overdue()) {
            throw event.refuse("happening", "the response of this stage is " + response.get().outcome()
                    + "; the next stage can be asked for after it, or when it is overdue (CHD-35).");
        }
        if (response.isPresent() && atLastStage(event.reference())) {
            throw event.refuse("happening", "this is the last stage; signpost the Ombudsman about the delay instead (LGS-03).");
        }
        deadlines.beginsAfter(event.reference(), "requestedOn", event.date("happenedOn")).ifPresent(begins -> {
            throw event.refuse("happenedOn", "the response was received on " + Dates.text(begins) + "." + PutRight.FIRST);
        });
        deadlines.answered(event.reference(), "requestedOn", event.date("happenedOn"));
        event.set("message", NEXT_STAGE_REQUESTED);
    }

    /** Who asks for the next stage of a case that is over, or is about to be, means that it is taken up again. */
    private void takeUp(Submission event) {
        try {
            takingUp.check(new TakingUp.Asked(event.reference(), Ground.NEXT_STAGE, event.date("happenedOn"), "complainant", false, false));
        } catch (NotTakenUp e) {
            throw event.refuse("askedOn".equals(e.field()) ? "happenedOn" : "happening", e.sentence());
        }
        event.set("message", TakingUp.CASE_TAKEN_UP);
    }

    private boolean atLastStage(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).variableValueEquals("finalStage", true).count() > 0;
    }

    private void extend(Submission event, CaseSummary complaint, LocalDate on) {
        // a notice that went out before the pause counts before it, though it is recorded while it lasts
        if (complaint.status() == CaseStatus.PAUSED && !on.isBefore(complaint.statusSince())) {
            throw event.refuse("happenedOn", "the case is paused for concurrent proceedings since " + Dates.text(complaint.statusSince())
                    + "; each deadline gets back what was left of it (CHD-12).");
        }
        var confirmed = new ArrayList<String>();
        for (var box : List.of("complex", "noticeWithOmbudsman")) {
            if (event.yes(box)) {
                confirmed.add(box);
            }
        }
        var kind = event.text("extends");
        if (kind.endsWith(FURTHER)) {
            confirmed.add(Deadlines.GOOD_REASON);
        }
        try {
            deadlines.extend(event.reference(), kind.replace(FURTHER, ""), event.date("newDueDate"), on, event.text("details"), confirmed,
                    event.user());
        } catch (ExtensionRefused e) {
            throw event.refuse("newDueDate", String.valueOf(e.getMessage()));
        }
        cases.send(event.reference(), correspondence.toComplainant(event, new LetterView(complaint.stage(), "extension-notice", "", event.text("details"), null, on, null)
                .by(event.date("newDueDate"))));
    }

    private void addIssue(Submission event, CaseSummary complaint, LocalDate on) {
        issues.objection(complaint).ifPresent(why -> {
            throw event.refuse("happening", why + "; a new matter is a new complaint (CORP-34).");
        });
        same.issue(event.reference(), event.text("details")).ifPresent(number -> event.askBack("same-issue", "Issue " + number + " of " + event.reference()
                + " says almost the same. Confirm it only if both are to be answered.", event.reference()));
        event.settled();
        var numbers = cases.addIssues(event.reference(), List.of(event.text("details")), on);
        issues.give(event, event.reference(), numbers.get(0));
    }

    private void startProceedings(Submission event, CaseSummary complaint, LocalDate on) {
        if (on.isBefore(complaint.statusSince())) {
            throw event.refuse("happenedOn", "the case was paused before and is open again since " + Dates.text(complaint.statusSince()) + ".");
        }
        var affected = event.optionalText("affectedIssues");
        if (affected.isPresent()) {
            var numbers = event.numbers("affectedIssues");
            var known = cases.issues(event.reference()).stream().filter(i -> i.notConsidered() == null).map(IssueView::number).toList();
            if (!known.containsAll(numbers) || numbers.containsAll(known)) {
                throw event.refuse("affectedIssues", "the issues that are considered are " + known
                        + "; leave the field empty if all of them are affected (CHD-15).");
            }
            numbers.stream().filter(number -> cases.issues(event.reference()).stream().filter(issue -> issue.number() == number).flatMap(issue -> issue.answers().stream())
                    .anyMatch(answer -> answer.stage() == complaint.stage() && answer.setAsideOn() == null)).findFirst().ifPresent(number -> {
                        throw event.refuse("affectedIssues", "issue " + number + " has been answered at this stage, so nothing of it is considered any more (CHD-12).");
                    });
            notice(event, complaint, "We cannot consider these parts of your complaint while something else goes on:\n"
                    + cases.issues(event.reference()).stream().filter(issue -> numbers.contains(issue.number())).map(issue -> "- " + issue.text()).collect(Collectors.joining("\n")) + "\n\nWe go on with the rest of it.");
            cases.leaveOut(event.reference(), numbers, "court-proceedings");
            return;
        }
        notice(event, complaint, "We cannot consider your complaint while something else goes on. It waits until then, and nothing of it is lost.");
        cases.become(event.reference(), CaseStatus.PAUSED, null, on);
        event.set("message", "ProceedingsStarted");
    }

    /** The notice that is owed as soon as it is decided, with the reasons, and what the complaint waits for by its name (CHD-13). */
    private void notice(Submission event, CaseSummary complaint, String what) {
        var text = what + "\n\nWhat goes on: " + event.text("details") + "\n\nTo consider it now would prejudice that: " + event.text("prejudice");
        cases.send(event.reference(), correspondence.personal(event, new LetterView(complaint.stage(), "proceedings-notice", "", text, null, event.today(), null)));
    }

    private void endProceedings(Submission event, CaseSummary complaint, LocalDate on) {
        if (complaint.status() == CaseStatus.PAUSED) {
            if (on.isBefore(complaint.statusSince())) {
                throw event.refuse("happenedOn", "the case is paused since " + Dates.text(complaint.statusSince()) + ".");
            }
            cases.become(event.reference(), CaseStatus.OPEN, null, on);
            event.set("message", "ProceedingsEnded");
        } else if (isLeftOutForProceedings(event.reference(), complaint)) {
            deadlines.of(event.reference()).stream().filter(deadline -> deadline.kind().equals(RESUBMISSION)).findFirst().ifPresent(known -> {
                throw event.refuse("happening", "their end on " + Dates.text(known.triggerOn()) + " is recorded; if the day is wrong, put it right with Correction.");
            });
            var facts = new HashMap<String, @Nullable Object>();
            facts.put("proceedingsEndedOn", on.toString());
            facts.put("receivedAt", complaint.receivedAt() + ":00");
            deadlines.note(event.reference(), RESUBMISSION, facts);
        } else {
            throw event.refuse("happening", "no concurrent proceedings are recorded in this case.");
        }
    }

    /** The whole complaint or a part of it was left out because of proceedings: that may come again after them (CHD-14, CHD-15). */
    private boolean isLeftOutForProceedings(String reference, CaseSummary complaint) {
        return (complaint.status() == CaseStatus.REFUSED && CONCURRENT.contains(String.valueOf(complaint.statusBecause())))
                || cases.issues(reference).stream().anyMatch(issue -> CONCURRENT.contains(String.valueOf(issue.notConsidered())));
    }

    private void askForAdvocate(Submission event, CaseSummary complaint, LocalDate on) {
        var start = complaint.start();
        if (start.advocateAsked() != null && start.advocateAppointed() == null) {
            throw event.refuse("happening", "an advocate was asked for on " + Dates.text(start.advocateAsked()) + " and is awaited.");
        }
        cases.askForAdvocate(event.reference(), on);
        sayThatNothingWaits(event, complaint, "An advocate was asked for");
    }

    private void appointAdvocate(Submission event, CaseSummary complaint, LocalDate on) {
        var start = complaint.start();
        if (start.advocateAsked() == null) {
            throw event.refuse("happening", "record first that an advocate was asked for.");
        }
        if (on.isBefore(start.advocateAsked())) {
            throw event.refuse("happenedOn", "an advocate was asked for on " + Dates.text(start.advocateAsked()) + ".");
        }
        if (start.advocateAppointed() != null) {
            throw event.refuse("happening", "the advocate was appointed on " + Dates.text(start.advocateAppointed()) + "; if the day is wrong, put it right with Correction.");
        }
        cases.appointAdvocate(event.reference(), on);
        if (waits(event.reference(), "AdvocateAppointed")) {
            event.set("message", "AdvocateAppointed");
        } else {
            sayThatNothingWaits(event, complaint, "The advocate was appointed");
        }
    }

    /** Only the start of the statutory stage 1 waits for an advocate; what comes later stays in the file and moves nothing (CHD-31). */
    private void sayThatNothingWaits(Submission event, CaseSummary complaint, String what) {
        if (complaint.stage() > 0) {
            cases.record(event.reference(), "Advocate without effect on the periods",
                    what + " when stage " + complaint.stage() + " had begun; its clock is not set back (CHD-31).");
        }
    }

    private void startLater(Submission event, CaseSummary complaint) {
        var later = event.date("newDueDate");
        if (!later.isAfter(complaint.start().received())) {
            throw event.refuse("newDueDate", "the complaint was received on " + Dates.text(complaint.start().received()) + " and starts then without an agreement." + PutRight.FIRST);
        }
        if (later.equals(complaint.start().laterStart())) {
            throw event.refuse("newDueDate", "this start is agreed already.");
        }
        cases.startLater(event.reference(), later);
    }

    /** How far the stage is on which a case stands, as the table "happening" names it. */
    @Override
    public String standing(CaseSummary complaint) {
        return complaint.stage() == 0 ? "received" : takingUp.answered(complaint) ? "answered" : "answering";
    }

    private boolean waits(String reference, String message) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(reference).messageEventSubscriptionName(message).count() > 0;
    }
}
