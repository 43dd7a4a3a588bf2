package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.casefile.OmbudsmanOutcome;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The letter with which a complaint ends at intake on which nothing is decided: to the complainant, and to the council where it is referred back (LGS-03). */
@Component
class SendIntakeDecision implements SubmissionHandler {
    private static final String DECISION = "decide-intake";

    private final CaseFiles cases;
    private final BothSides sides;

    SendIntakeDecision(CaseFiles cases, BothSides sides) {
        this.cases = cases;
        this.sides = sides;
    }

    @Override
    public String form() {
        return "send-intake-decision";
    }

    private static OmbudsmanOutcome outcome(Submission sent) {
        return switch (String.valueOf(sent.variable("intake").orElse(""))) {
            case "refer-back" -> OmbudsmanOutcome.REFERRED_BACK;
            case "advice" -> OmbudsmanOutcome.ADVICE;
            default -> OmbudsmanOutcome.INVALID;
        };
    }

    /** The outcome is in the form's words (rule book 3.3). */
    @Override
    public void accept(Submission sent) {
        var on = sent.date("intakeSentOn");
        var letter = new LetterView(0, "intake-decision", "", sent.text("letterText"), sent.text("letterChannel"), on, null, LetterView.FINAL).ends(outcome(sent));
        sides.toComplainant(sent, letter);
        boolean referredBack = sent.variable("intake").filter("refer-back"::equals).isPresent();
        var council = sides.council(sent.reference());
        if (referredBack || cases.letters(sent.reference()).stream().anyMatch(before -> before.to().equals(council))) {
            sides.toCouncil(sent, letter);
        }
        var decided = cases.lastAnswer(sent.reference(), DECISION, "intake").orElseThrow();
        cases.become(sent.reference(), referredBack ? CaseStatus.REFERRED_BACK : CaseStatus.NOT_INVESTIGATED, decided, on);
    }
}
