package org.redress.complaint;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.parties.Correspondence;
import org.springframework.stereotype.Component;

/** Records the letters to the complainant. */
@Component
class Letters {
    private final CaseFiles cases;
    private final Correspondence correspondence;

    Letters(CaseFiles cases, Correspondence correspondence) {
        this.cases = cases;
        this.correspondence = correspondence;
    }

    /** A letter that holds nothing about them that they did not write themselves. */
    void toComplainant(Submission sent, String kind, String text, String sentOn, @Nullable String channel) {
        cases.send(sent.reference(), correspondence.toComplainant(sent, letter(sent, kind, text, sentOn, channel)));
    }

    /** The same with the day that it promises something for. */
    void toComplainant(Submission sent, String kind, String text, String sentOn, @Nullable String channel, @Nullable LocalDate by) {
        cases.send(sent.reference(), correspondence.toComplainant(sent, letter(sent, kind, text, sentOn, channel).by(by)));
    }

    /** A letter that says something about them (DAT-02). */
    void personal(Submission sent, String kind, String text, String sentOn, @Nullable String channel) {
        cases.send(sent.reference(), correspondence.personal(sent, letter(sent, kind, text, sentOn, channel)));
    }

    /** A letter to one of them. */
    void toPerson(Submission sent, int number, String kind, String text, String sentOn, @Nullable String channel) {
        cases.send(sent.reference(), correspondence.toPerson(sent, letter(sent, kind, text, sentOn, channel), number));
    }

    private static LetterView letter(Submission sent, String kind, String text, String sentOn, @Nullable String channel) {
        return new LetterView(sent.stage(), kind, "", text, channel, sent.date(sentOn), null);
    }
}
