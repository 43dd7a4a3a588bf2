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

    SendDraft(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "send-draft";
    }

    @Override
    public void accept(Submission sent) {
        var text = cases.lastAnswer(sent.reference(), "draft-decision", "letterText").orElseThrow();
        for (var party : Parties.both(cases, sent.reference())) {
            cases.send(sent.reference(), new LetterView(0, "draft-decision", party, text, sent.text("letterChannel"), sent.date("draftSentOn"), null,
                    LetterView.DRAFT_CONFIDENTIAL));
        }
    }
}
