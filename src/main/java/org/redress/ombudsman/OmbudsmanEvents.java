package org.redress.ombudsman;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.EvidenceRegister;
import org.redress.casefile.Parties;
import org.redress.casefile.PutRight;
import org.redress.confirmation.Confirmation;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.Deadlines;
import org.redress.deadline.ExtensionRefused;
import org.redress.gate.HowFar;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.gate.WhatCanHappen;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** What can happen to an Ombudsman case at any time, checked against where it stands (LGA-02, LGA-03, LGA-14, LGS-10, LGS-22). */
@Component
class OmbudsmanEvents implements SubmissionHandler, HowFar {
    private static final String REVIEW = "ReviewRequested";

    private final WhatCanHappen possible;
    private final CaseFiles cases;
    private final Parties parties;
    private final Deadlines deadlines;
    private final EvidenceRegister evidence;
    private final Post post;
    private final EndWhatWasAsked ending;

    OmbudsmanEvents(WhatCanHappen possible, CaseFiles cases, Parties parties, Deadlines deadlines, EvidenceRegister evidence, Post post, EndWhatWasAsked ending) {
        this.possible = possible;
        this.cases = cases;
        this.parties = parties;
        this.deadlines = deadlines;
        this.evidence = evidence;
        this.post = post;
        this.ending = ending;
    }

    @Override
    public String form() {
        return "ombudsman-event";
    }

    @Override
    public void accept(Submission event) {
        // the same answer for a council's case and for none, so that nobody can find out which exist
        var complaint = cases.find(event.council(), event.text("caseReference"))
                .orElseThrow(() -> event.refuse("caseReference", "there is no case " + event.text("caseReference") + " here."));
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
            case "withdrawn", "withdrawn-by-all" -> {
                needAll(event);
                event.set("happening", "withdrawn");
                askSecond(event, complaint, EndWhatWasAsked.ENDED);
            }
            case "discontinued" -> discontinue(event, complaint);
            case "remedy-accepted" -> acceptRemedy(event, complaint);
            case "excluded" -> Exclusions.leaveOut(cases, event);
            case "evidence" -> register(event, on);
            case "more-time" -> grant(event, on);
            case "review" -> review(event, complaint, on);
            default -> { } // a note: the chronology has it
        }
    }

    /** It ends when a second person has seen what is not owed any more then, here and at the council, and confirmed it. */
    private void askSecond(Submission event, CaseSummary complaint, String message) {
        event.set("message", message);
        ending.confirmation(event.reference(), message).ask(event, complaint.stage());
    }

    @Override
    public String standing(CaseSummary complaint) {
        var reference = complaint.reference();
        if (post.awaits(reference, REVIEW, null)) {
            return "followed-up";
        }
        return post.awaits(reference, EndWhatWasAsked.ENDED, null) ? "investigating" : "ending";
    }

    /** A draft says why it ends, and both sides comment on it; nothing that was asked before is owed any more (LGA-02, LGS-12). */
    private void discontinue(Submission event, CaseSummary complaint) {
        if (!post.awaits(event.reference(), EndWhatWasAsked.DISCONTINUED, null)) {
            throw event.refuse("happening", "the case is not being investigated; close it with a reason in Decide on intake.");
        }
        event.set(Course.VARIABLE, Course.DISCONTINUED.slug());
        event.set("carries", Course.VARIABLE);
        askSecond(event, complaint, EndWhatWasAsked.DISCONTINUED);
    }

    /** No reply is needed any more, neither here nor at the council (LGA-03). */
    private void acceptRemedy(Submission event, CaseSummary complaint) {
        if (!post.awaits(event.reference(), EndWhatWasAsked.REMEDY_ACCEPTED, null)) {
            throw event.refuse("happening", "the case is not being investigated; a remedy is accepted at the end of intake, or in the draft.");
        }
        event.set("remedyAccepted", "investigation");
        event.set("carries", "remedyAccepted");
        askSecond(event, complaint, EndWhatWasAsked.REMEDY_ACCEPTED);
    }

    /** "What it is – from whom": without the second part it comes from the case itself. */
    private void register(Submission event, LocalDate on) {
        var parts = event.text("details").split("\\s+[–-]\\s+", 2);
        evidence.enter(event.reference(), parts[0].strip(), parts.length > 1 ? parts[1].strip() : "the case", event.text("marking"), on);
    }

    private void grant(Submission event, LocalDate on) {
        try {
            extend(event.reference(), event, on);
        } catch (ExtensionRefused e) {
            throw event.refuse("newDueDate", String.valueOf(e.getMessage()));
        }
        // a council that has been given as much time already keeps it
        post.councilCase(event.reference())
                .filter(council -> owes(council, event))
                .ifPresent(council -> extend(council, event, on));
    }

    private boolean owes(String council, Submission event) {
        return deadlines.of(council).stream().filter(d -> d.kind().equals(event.text("extends"))).reduce((earlier, later) -> later)
                .filter(d -> d.state() == DeadlineState.OPEN || d.state() == DeadlineState.LAPSED)
                .filter(d -> d.dueOn().isBefore(event.date("newDueDate"))).isPresent();
    }

    private void extend(String reference, Submission event, LocalDate on) {
        deadlines.extend(reference, event.text("extends"), event.date("newDueDate"), on, event.text("details"), List.of(), event.user());
    }

    private void review(Submission event, CaseSummary complaint, LocalDate on) {
        if (event.text("reviewGround").equals("other")) {
            throw event.refuse("reviewGround", "a review needs inaccurate evidence, or new and relevant information (LGS-22).");
        }
        if (cases.lastLetter(event.reference(), "report").isPresent()) {
            throw event.refuse("happening", "a public report is not reviewed; it can be challenged in court only (LGS-22, LGS-23).");
        }
        var window = deadlines.of(event.reference()).stream().filter(d -> d.kind().equals("review-request")).reduce((earlier, later) -> later).orElseThrow();
        if (on.isBefore(window.triggerOn())) {
            throw event.refuse("happenedOn", "the decision was made on " + Dates.text(window.triggerOn()) + ".");
        }
        if (deadlines.open(event.reference(), "review-request").isEmpty() && window.state() != DeadlineState.LAPSED) {
            throw event.refuse("happening", "the decision has been reviewed; there is one review only (LGS-22).");
        }
        deadlines.answered(event.reference(), "reviewRequestedOn", on);
        event.set("reviewOpen", true);
        event.set("carries", "reviewOpen");
        event.set("message", REVIEW);
    }

    /** One of several who complain does not withdraw for the others. */
    private void needAll(Submission event) {
        var who = parties.complaining(event.reference());
        if (event.text("happening").equals("withdrawn") && who.size() > 1) {
            throw event.refuse("happening", who.size() + " people complain (numbers " + who.stream().map(person -> String.valueOf(person.number())).collect(Collectors.joining(", "))
                    + " in Case). Say that all of them withdraw; if only one does, record it with People change, and the others go on (LGA-06).");
        }
    }
}
