package org.redress.ombudsman;

import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The council learns of the investigation and can comment from the beginning; the complainant gets a copy (LGA-16, LGS-07, LGS-08). */
@Component
class NotifyCouncil implements SubmissionHandler {
    private final BothSides sides;

    NotifyCouncil(BothSides sides) {
        this.sides = sides;
    }

    @Override
    public String form() {
        return "notify-council";
    }

    @Override
    public void accept(Submission notice) {
        notice.happenedOn(notice.date("noticeSentOn"));
        sides.send(notice, new LetterView(0, "notice", "", notice.text("statementText"), null, notice.date("noticeSentOn"), null));
    }
}
