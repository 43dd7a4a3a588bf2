package org.redress.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.IssueView;
import org.redress.casefile.PutRight;
import org.redress.casefile.SameMatter;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.deadline.Limit;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/**
 * Accepts a complaint, in whole or in part, or leads to its refusal: the issues, the time limit, the interest
 * of another person, and a return after proceedings (CORP-13, CORP-14, CHD-14, CHD-16, CHD-20, CHD-33).
 */
@Component
class AssessComplaint implements SubmissionHandler {
    /** The functions for which another person's interest in the child is decided (CHD-03, CHD-20). */
    private static final List<String> CHILDREN = List.of("child-in-need", "care-and-supervision", "adoption", "special-guardianship");

    private final CaseFiles cases;
    private final SameMatter same;
    private final Deadlines deadlines;
    private final ProcedureByKind procedures;
    private final TimeForComplaining times;

    AssessComplaint(CaseFiles cases, SameMatter same, Deadlines deadlines, ProcedureByKind procedures, TimeForComplaining times) {
        this.cases = cases;
        this.same = same;
        this.deadlines = deadlines;
        this.procedures = procedures;
        this.times = times;
    }

    @Override
    public String form() {
        return "assess-complaint";
    }

    @Override
    public void accept(Submission assessed) {
        assessed.happenedOn(assessed.today());
        var complaint = cases.get(assessed.reference());
        var received = complaint.receivedAt().toLocalDate();
        assessed.optionalText("earlierReference").filter(earlier -> cases.find(assessed.council(), earlier).isEmpty()).ifPresent(none -> {
            throw assessed.refuse("earlierReference", "your council has no case " + none + ".");
        });
        seeWhetherInTime(assessed, received);
        needInterest(assessed, complaint);
        needCourse(assessed);
        // its day decides when a clock starts, so that a second assessment does not move it
        assessed.optionalText("sufficientInterest").filter("yes"::equals).filter(yes -> complaint.start().sufficientInterest() == null)
                .ifPresent(yes -> cases.acceptInterest(assessed.reference(), assessed.today()));
        assessed.set("straightToStage2", false);
        assessed.optionalDate("straightToStage2On").ifPresent(agreed -> {
            if (agreed.isBefore(received)) {
                throw assessed.refuse("straightToStage2On", "the complaint was received on " + Dates.text(received) + "." + PutRight.FIRST);
            }
            assessed.set("straightToStage2", true);
            assessed.set("requestedOn", agreed.toString());
        });
        askIfAnIssueStandsTwice(assessed);
        // assessed again, it keeps its issues and takes what is new
        var known = cases.issues(assessed.reference()).stream().map(IssueView::text).toList();
        cases.addIssues(assessed.reference(), assessed.lines("issues").stream().filter(line -> !known.contains(line)).toList(), received);
        assessed.set("refused", "nothing");
        assessed.set("sufficientInterest", assessed.optionalText("sufficientInterest").orElse(null));
    }

    private void askIfAnIssueStandsTwice(Submission assessed) {
        var issues = assessed.lines("issues");
        for (int later = 1; later < issues.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (same.alike(issues.get(earlier), issues.get(later))) {
                    assessed.askBack("same-issue", "Issues " + (earlier + 1) + " and " + (later + 1) + " say almost the same. Confirm it only if both are to be answered.");
                }
            }
        }
        assessed.settled();
    }

    /** A course that was put right is what was confirmed; another one is asked for anew. */
    private static void needCourse(Submission assessed) {
        CourseCorrections.remembered(assessed::variable).ifPresent(right -> {
            if (!right.subject().equals(assessed.text("subject"))) {
                throw assessed.refuse("subject", "the course was put right for another one; choose what was confirmed, or ask for another Course correction.");
            }
            if (right.byChoice() != assessed.yes("voluntaryStatutory")) {
                throw assessed.refuse("voluntaryStatutory", "the course was put right otherwise; choose what was confirmed, or ask for another Course correction.");
            }
            if (!Objects.equals(right.straightOn(), assessed.optionalDate("straightToStage2On").orElse(null))) {
                throw assessed.refuse("straightToStage2On", (right.straightOn() == null ? "it was confirmed that stage 1 is not left out"
                        : "it was confirmed that this was agreed on " + Dates.text(right.straightOn())) + "; choose that, or ask for another Course correction.");
            }
        });
        assessed.set("rightSubject", null);
    }

    /** In time by the row of the law that it comes under; what is late is considered in a step of its own (CORP-14, CHD-16). */
    private void seeWhetherInTime(Submission assessed, LocalDate received) {
        for (var day : List.of("knewOn", "aroseOn")) {
            if (assessed.optionalDate(day).filter(received::isBefore).isPresent()) {
                throw assessed.refuse(day, "the complaint was received on " + Dates.text(received) + ", before that day." + PutRight.FIRST);
            }
        }
        var limit = times.of(assessed.processDefinitionId().orElse(null), procedures.of(assessed), assessed.variable("receivedAt").map(Object::toString).orElseThrow(),
                assessed.date("knewOn"), assessed.optionalDate("aroseOn").orElse(null));
        if (limit.from().equals("aroseOn") && assessed.optionalDate("aroseOn").isEmpty()) {
            throw assessed.refuse("aroseOn", "an answer is needed: in this procedure the time for complaining counts from that day (" + limit.rule() + ").");
        }
        boolean late = received.isAfter(limit.lastDay());
        boolean again = late && comesAgainInTime(assessed, received);
        assessed.set("late", late && !again);
        assessed.set("comesAgain", again);
        assessed.set("lateNeeds", limit.needs());
        assessed.set("lateSince", limit.lastDay().toString());
        assessed.set("lateRule", limit.rule());
    }

    private boolean comesAgainInTime(Submission assessed, LocalDate received) {
        return assessed.optionalText("earlierReference").map(earlier -> {
            var limit = cases.find(assessed.council(), earlier).stream()
                    .flatMap(c -> deadlines.of(c.reference()).stream())
                    .filter(deadline -> deadline.kind().equals("resubmission"))
                    .map(DeadlineView::dueOn)
                    .findFirst()
                    .orElseThrow(() -> assessed.refuse("earlierReference", "no proceedings ended in the case " + earlier
                            + "; record their end there with Case event (CHD-14)."));
            if (received.isAfter(limit)) {
                throw assessed.refuse("earlierReference", "the year for coming again ended on " + Dates.text(limit) + " (CHD-14).");
            }
            return true;
        }).orElse(false);
    }

    private static void needInterest(Submission assessed, CaseSummary complaint) {
        boolean child = CHILDREN.contains(assessed.text("subject"));
        if (child && "other-person".equals(complaint.complainantRole()) && assessed.optionalText("sufficientInterest").isEmpty()) {
            throw assessed.refuse("sufficientInterest", "decide it before the complaint goes on (CHD-20).");
        }
    }
}
