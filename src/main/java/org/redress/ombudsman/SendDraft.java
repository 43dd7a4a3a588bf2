package org.redress.ombudsman;

import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The draft goes to both sides as it was approved, in confidence; or it is given back (LGS-12, LGS-14, DAT-04). */
@Component
class SendDraft implements SubmissionHandler {
    private final CaseFiles cases;
    private final BothSides sides;
    private final JointDecision joint;

    SendDraft(CaseFiles cases, BothSides sides, JointDecision joint) {
        this.cases = cases;
        this.sides = sides;
        this.joint = joint;
    }

    @Override
    public String form() {
        return "send-draft";
    }

    @Override
    public void accept(Submission sent) {
        if (sent.yes("giveBack")) {
            return;
        }
        var by = sent.optionalDate("commentsBy");
        by.filter(day -> !day.isAfter(sent.date("draftSentOn"))).ifPresent(day -> {
            throw sent.refuse("commentsBy", "is not after the day of the draft.");
        });
        // the same day for both sides, on which both files count
        for (var side : List.of("complainantCommentsBy", "councilCommentsBy")) {
            sent.set(side, by.map(LocalDate::toString).orElse(null));
        }
        var text = joint.with(sent, cases.lastAnswer(sent.reference(), "draft-decision", "letterText").orElseThrow());
        sides.send(sent, new LetterView(0, "draft-decision", "", text, sent.text("letterChannel"), sent.date("draftSentOn"), null, LetterView.DRAFT_CONFIDENTIAL).by(by.orElse(null)));
    }
}
