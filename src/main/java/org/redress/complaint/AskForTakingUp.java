package org.redress.complaint;

import org.redress.casefile.CaseFiles;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The form that takes a case up again: is it over, does the ground fit, is the day in time, is there a stage left (CHD-11, CHD-14, CHD-35, CHD-50). */
@Component
class AskForTakingUp implements SubmissionHandler {
    private final CaseFiles cases;
    private final Letters letters;
    private final TakingUp takingUp;

    AskForTakingUp(CaseFiles cases, Letters letters, TakingUp takingUp) {
        this.cases = cases;
        this.letters = letters;
        this.takingUp = takingUp;
    }

    @Override
    public String form() {
        return "taking-up";
    }

    @Override
    public void accept(Submission asked) {
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        var complaint = cases.find(asked.council(), asked.text("caseReference"))
                .orElseThrow(() -> asked.refuse("caseReference", "your council has no case " + asked.text("caseReference") + "."));
        var reference = complaint.reference();
        asked.about(reference);
        asked.titled(asked.option("ground"));
        var letter = asked.optionalText("letterText");
        var sentOn = asked.optionalDate("letterSentOn");
        if (letter.isPresent() != sentOn.isPresent()) {
            throw asked.refuse(letter.isPresent() ? "letterSentOn" : "letterText", "a letter has a text and a day on which it was sent.");
        }
        try {
            var wanted = new TakingUp.Asked(reference, Ground.of(asked.text("ground")), asked.date("askedOn"), asked.text("askedBy"),
                    asked.optionalText("lateReason").isPresent(), letter.isPresent());
            takingUp.check(wanted);
            takingUp.confirmation(wanted).ask(asked, complaint.stage());
        } catch (NotTakenUp e) {
            throw asked.refuse(e.field(), e.sentence());
        }
        letter.ifPresent(text -> letters.toComplainant(asked, "taking-up", text, "letterSentOn", null));
    }
}
