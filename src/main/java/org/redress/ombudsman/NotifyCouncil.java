package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The council learns of the investigation and can comment from the beginning; the complainant gets a copy (LGA-16, LGS-07, LGS-08). */
@Component
class NotifyCouncil implements SubmissionHandler {
    private final CaseFiles cases;

    NotifyCouncil(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "notify-council";
    }

    @Override
    public void accept(Submission notice) {
        notice.happenedOn(notice.date("noticeSentOn"));
        Parties.both(cases, notice.reference()).forEach(party -> cases.send(notice.reference(),
                new LetterView(0, "notice", party, notice.text("statementText"), null, notice.date("noticeSentOn"), null)));
    }
}
