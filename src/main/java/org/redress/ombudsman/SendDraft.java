package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The approved draft goes to both sides, in confidence (LGS-12, LGS-14, DAT-04). */
@Component
class SendDraft implements SubmissionHandler {
    private final CaseFiles cases;
    private final BothSides sides;

    SendDraft(CaseFiles cases, BothSides sides) {
        this.cases = cases;
        this.sides = sides;
    }

    @Override
    public String form() {
        return "send-draft";
    }

    @Override
    public void accept(Submission sent) {
        var text = cases.lastAnswer(sent.reference(), "draft-decision", "letterText").orElseThrow();
        sides.send(sent, new LetterView(0, "draft-decision", "", text, sent.text("letterChannel"), sent.date("draftSentOn"), null, LetterView.DRAFT_CONFIDENTIAL));
    }
}
