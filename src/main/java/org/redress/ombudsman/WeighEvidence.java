package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Enough evidence, or another enquiry, of the council or of somebody else (LGS-08, LGS-09). */
@Component
class WeighEvidence implements SubmissionHandler {
    private final CaseFiles cases;
    private final BothSides sides;

    WeighEvidence(CaseFiles cases, BothSides sides) {
        this.cases = cases;
        this.sides = sides;
    }

    @Override
    public String form() {
        return "weigh-evidence";
    }

    @Override
    public void accept(Submission weighed) {
        if (weighed.text("evidence").equals("enough")) {
            return;
        }
        var to = weighed.text("askedOf").equals("council") ? sides.council(weighed.reference()) : weighed.text("askedWhom");
        cases.send(weighed.reference(), new LetterView(0, "enquiry", to, weighed.text("letterText"), null, weighed.date("enquirySentOn"), null));
        // numbered through the whole case, also when it is investigated again
        weighed.set("enquiryNumber", (int) cases.letters(weighed.reference()).stream().filter(letter -> letter.kind().equals("enquiry")).count());
    }
}
