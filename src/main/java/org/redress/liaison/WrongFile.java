package org.redress.liaison;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Letters of the Ombudsman lie in a case to which they do not belong (LGS-09, DAT-02). */
@Component
class WrongFile implements SubmissionHandler {
    private final CaseFiles cases;

    WrongFile(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "wrong-file";
    }

    @Override
    public void accept(Submission found) {
        var written = found.text("caseReference");
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        var wrong = cases.find(found.council(), written).filter(one -> !one.ombudsmans()).orElseThrow(() -> found.refuse("caseReference", "your council has no case " + written + "."));
        var theirs = wrong.counterpartReference();
        if (theirs == null || cases.lettersOf(wrong.reference(), theirs).isEmpty()) {
            throw found.refuse("caseReference", "there are no letters of the Ombudsman’s in it that could be taken back.");
        }
        if (wrong.channel().equals("ombudsman")) {
            throw found.refuse("caseReference", "it is a file of their own; if there is a case for them, take them there with the task Place letter.");
        }
        var on = found.date("foundOn");
        cases.letters(wrong.reference()).stream().map(letter -> letter.receivedOn()).filter(day -> day != null && on.isBefore(day)).findFirst().ifPresent(day -> {
            throw found.refuse("foundOn", "they came on " + Dates.text(day) + ".");
        });
        found.about(wrong.reference());
    }
}
