package org.redress.ombudsman;

import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Why a case ends before its decision (LGA-02, LGA-18). */
@Component
class WriteClosingStatement implements SubmissionHandler {
    private final CaseFiles cases;
    private final BothSides sides;

    WriteClosingStatement(CaseFiles cases, BothSides sides) {
        this.cases = cases;
        this.sides = sides;
    }

    @Override
    public String form() {
        return "closing-statement";
    }

    @Override
    public void accept(Submission closing) {
        var on = closing.date("closedOn");
        // a council that has not been told of the complaint hears nothing of its end
        var council = sides.council(closing.reference());
        boolean told = cases.letters(closing.reference()).stream().anyMatch(letter -> letter.to().equals(council));
        var statement = new LetterView(0, "closing-statement", "", closing.text("letterText"), null, on, null, LetterView.FINAL);
        sides.toComplainant(closing, statement);
        if (told) {
            sides.toCouncil(closing, statement);
        }
        cases.become(closing.reference(), ending(closing.variable("happening").orElse(null)), null, on);
    }

    /** How a case ends that is about to, as the event named it. */
    static CaseStatus ending(@Nullable Object happening) {
        return switch (String.valueOf(happening)) {
            case "withdrawn" -> CaseStatus.WITHDRAWN;
            case "nobody-carries-on" -> CaseStatus.CLOSED_AFTER_DEATH;
            default -> CaseStatus.DISCONTINUED;
        };
    }
}
