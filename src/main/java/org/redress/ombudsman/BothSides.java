package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.gate.Submission;
import org.redress.parties.Correspondence;
import org.springframework.stereotype.Component;

/** The two sides of an Ombudsman's case and the letters to them: who complains or speaks for them, and the council (LGA-06, LGS-12, LGS-16). */
@Component
class BothSides {
    private final CaseFiles cases;
    private final Parties parties;
    private final Correspondence correspondence;

    BothSides(CaseFiles cases, Parties parties, Correspondence correspondence) {
        this.cases = cases;
        this.parties = parties;
        this.correspondence = correspondence;
    }

    String council(String reference) {
        return parties.council(reference);
    }

    /** Whether the council has had a letter about the complaint. */
    boolean councilKnows(String reference) {
        var council = council(reference);
        return cases.letters(reference).stream().anyMatch(letter -> letter.to().equals(council));
    }

    /** Sends a letter that says something about the complainant to both. */
    void send(Submission sent, LetterView letter) {
        cases.send(sent.reference(), correspondence.personal(sent, letter));
        toCouncil(sent, letter);
    }

    /** Sends a letter to the complainant about what becomes of their complaint. */
    void toComplainant(Submission sent, LetterView letter) {
        cases.send(sent.reference(), correspondence.toComplainant(sent, letter));
    }

    void toCouncil(Submission sent, LetterView letter) {
        cases.send(sent.reference(), letter.to(council(sent.reference()), letter.channel()));
    }
}
