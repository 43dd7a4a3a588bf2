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
        letters.toComplainant(sent, "acknowledgement", text(sent), "acknowledgedOn", sent.text("letterChannel"));
    }

    /** What is recorded as offered is in the letter (CORP-33, CHD-19, ADT-02). */
    private static String text(Submission sent) {
        var text = new StringBuilder(sent.text("understanding"));
        sent.optionalText("namedContact").ifPresent(person -> text.append("\n\nYour contact is ").append(person).append(person.endsWith(".") ? "" : "."));
        if (sent.yes("advocacyOffered")) {
            text.append("\n\nIf you would like help with your complaint, such as an advocate who speaks for you, tell us and we will help you to find one.");
        }
        if (sent.yes("discussionOffered")) {
            text.append("\n\nWe would like to talk with you about how your complaint is dealt with and how long that is likely to take; please tell us when it suits you.");
        }
        return text.toString();
    }
}
