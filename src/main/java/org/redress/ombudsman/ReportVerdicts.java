package org.redress.ombudsman;

import java.time.LocalDate;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** What follows a verdict on what a council did after a public report: nothing, time to do it, the further report, or the statement in a newspaper (LGA-21, LGA-22, LGA-23). */
@Component
class ReportVerdicts {
    private static final String FURTHER_REPORT = "further-report";

    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final Post post;
    private final BothSides sides;

    ReportVerdicts(CaseFiles cases, Deadlines deadlines, Post post, BothSides sides) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.post = post;
        this.sides = sides;
    }

    void follow(Submission judged) {
        switch (judged.text("reportVerdict")) {
            case "satisfied" -> { }
            case "promised" -> await(judged);
            default -> write(judged);
        }
    }

    /** The three months for the confirmation begin when those for the response end (s.31(2A)(c)). */
    private void await(Submission judged) {
        var ends = deadlines.of(judged.reference()).stream().filter(deadline -> deadline.kind().equals("report-response")).map(DeadlineView::dueOn)
                .reduce((earlier, later) -> later).orElseThrow().toString();
        judged.set("reportPeriodEndsOn", ends);
        post.councilCase(judged.reference()).ifPresent(council -> post.begin(council, Asked.confirmation(ends)));
    }

    private void write(Submission judged) {
        boolean further = judged.text("reportVerdict").equals(FURTHER_REPORT);
        if (!further && cases.lastLetter(judged.reference(), FURTHER_REPORT).isEmpty()) {
            throw judged.refuse("reportVerdict", "a statement in a newspaper follows a further report; issue that first (LGA-22, LGA-23).");
        }
        LocalDate on = judged.date("furtherReportSentOn");
        var kind = further ? FURTHER_REPORT : "newspaper-statement";
        cases.send(judged.reference(), new LetterView(0, kind, sides.council(judged.reference()), judged.text("letterText"), null, on, null, LetterView.FINAL));
        judged.set(further ? "reportReceivedOn" : "newspaperNoticeOn", on.toString());
        post.toCouncil(judged.reference(), kind).filter(reference -> further).ifPresent(reference -> post.begin(reference, Asked.response(on.toString())));
    }
}
