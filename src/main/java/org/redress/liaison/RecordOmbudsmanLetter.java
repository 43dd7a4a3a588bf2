package org.redress.liaison;

import java.util.List;
import java.util.Locale;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.casefile.Registration;
import org.redress.casefile.Registration.Person;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A letter from an Ombudsman outside the product goes into the council’s case, or opens one (LGS-09). */
@Component
class RecordOmbudsmanLetter implements SubmissionHandler {
    private final CaseFiles cases;
    private final AgreedActions actions;

    RecordOmbudsmanLetter(CaseFiles cases, AgreedActions actions) {
        this.cases = cases;
        this.actions = actions;
    }

    @Override
    public String form() {
        return "ombudsman-letter";
    }

    @Override
    public void accept(Submission letter) {
        var received = letter.date("letterReceivedOn");
        if (received.isBefore(letter.date("letterDatedOn"))) {
            throw letter.refuse("letterReceivedOn", "is before the day of the letter.");
        }
        var ombudsman = letter.text("ombudsmanReference").strip();
        var reference = letter.optionalText("caseReference").map(own -> find(letter, own.strip().toUpperCase(Locale.ROOT))).orElseGet(() -> open(letter, ombudsman));
        letter.about(reference);
        letter.happenedOn(received);
        letter.titled("Letter from the Ombudsman: " + letter.option("letterKind"));
        var kind = letter.text("letterKind");
        var to = letter.council();
        cases.send(reference, new LetterView(0, kind, to, letter.text("letterText"), null, letter.date("letterDatedOn"), received,
                kind.equals("draft-decision") ? LetterView.DRAFT_CONFIDENTIAL : null));
        if (kind.equals("decision") || kind.equals("report")) {
            actions.begin(reference, Integer.parseInt(letter.text("actionCount")));
        }
        letter.set("enquiryNumber", (int) cases.letters(reference).stream().filter(l -> l.kind().equals("enquiry")).count());
    }

    private String find(Submission letter, String own) {
        // the same answer for a case of another council and for none
        var found = cases.find(own).filter(c -> c.council().equals(letter.council()))
                .orElseThrow(() -> letter.refuse("caseReference", "your council has no case " + own + "."));
        if (found.counterpart() != null) {
            throw letter.refuse("caseReference", "the Ombudsman of this case works here too; its letters come by themselves.");
        }
        cases.link(own, null, letter.text("ombudsmanReference").strip());
        return own;
    }

    private String open(Submission letter, String ombudsman) {
        var on = letter.date("letterReceivedOn");
        var reference = cases.open(new Registration(letter.council(), on.atTime(9, 0), "ombudsman", "complainant",
                List.of(new Person(letter.text("complainant"), "complainant")), letter.text("letterText"), null));
        cases.link(reference, null, ombudsman);
        cases.become(reference, CaseStatus.WITH_OMBUDSMAN, null, on);
        return reference;
    }
}
