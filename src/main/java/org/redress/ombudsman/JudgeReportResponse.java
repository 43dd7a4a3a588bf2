package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** Satisfied with the response to a public report, or the further report, or the statement in a newspaper (LGA-21, LGA-22, LGA-23). */
@Component
class JudgeReportResponse implements SubmissionHandler {
    private static final String FURTHER_REPORT = "further-report";

    private final CaseFiles cases;
    private final Post post;
    private final BothSides sides;

    JudgeReportResponse(CaseFiles cases, Post post, BothSides sides) {
        this.cases = cases;
        this.post = post;
        this.sides = sides;
    }

    @Override
    public String form() {
        return "judge-report-response";
    }

    @Override
    public void accept(Submission judged) {
        var verdict = judged.text("reportVerdict");
        if (verdict.equals("satisfied")) {
            return;
        }
        boolean further = verdict.equals("further-report");
        if (!further && cases.lastLetter(judged.reference(), FURTHER_REPORT).isEmpty()) {
            throw judged.refuse("reportVerdict", "a statement in a newspaper follows a further report; issue that first (LGA-22, LGA-23).");
        }
        var on = judged.date("furtherReportSentOn");
        var kind = further ? FURTHER_REPORT : "newspaper-statement";
        var council = sides.council(judged.reference());
        cases.send(judged.reference(), new LetterView(0, kind, council, judged.text("letterText"), null, on, null, LetterView.FINAL));
        judged.set("reportReceivedOn", on.toString());
        post.toCouncil(judged.reference(), kind).filter(reference -> further).ifPresent(reference -> post.begin(reference, Asked.response(on.toString())));
    }
}
