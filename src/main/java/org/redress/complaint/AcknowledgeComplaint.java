package org.redress.complaint;

import java.time.LocalDate;
import org.redress.casefile.CaseFiles;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Records the acknowledgement as a letter; what counts from it counts from the first, also if a case is taken up again (CORP-20, CORP-33). */
@Component
class AcknowledgeComplaint implements SubmissionHandler {
    private final CaseFiles cases;
    private final Letters letters;

    AcknowledgeComplaint(CaseFiles cases, Letters letters) {
        this.cases = cases;
        this.letters = letters;
    }

    @Override
    public String form() {
        return "acknowledge";
    }

    @Override
    public void accept(Submission sent) {
        var received = sent.variable("receivedOn").map(day -> LocalDate.parse(day.toString())).orElse(LocalDate.MIN);
        cases.letters(sent.reference()).stream()
                .filter(letter -> letter.kind().equals("acknowledgement") && letter.stage() == sent.stage() && !letter.sentOn().isBefore(received))
                .findFirst().ifPresent(first -> sent.set("acknowledgedOn", first.sentOn().toString()));
        letters.toComplainant(sent, "acknowledgement", sent.text("understanding"), "acknowledgedOn", sent.text("letterChannel"));
    }
}
