package org.redress.complaint;

import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;

/** Records the letters to the complainant. */
final class Letters {
    private Letters() {}

    static void toComplainant(CaseFiles cases, Submission sent, String kind, String text, String sentOn, @Nullable String channel) {
        var to = cases.people(sent.reference()).get(0).label();
        cases.send(sent.reference(), new LetterView(sent.stage(), kind, to, text, channel, sent.date(sentOn), null));
    }
}
