package org.redress.ombudsman;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.LetterView;
import org.redress.gate.FromRecord.Asking;
import org.redress.gate.WrittenLetter;
import org.redress.parties.Correspondence;
import org.springframework.stereotype.Component;

/** The Ombudsman's draft, to both sides (LGS-12, LGS-14). */
@Component
class WrittenDraft implements WrittenLetter {
    private final JointDecision joint;
    private final BothSides sides;
    private final Correspondence correspondence;
    private final Clock clock;

    WrittenDraft(JointDecision joint, BothSides sides, Correspondence correspondence, Clock clock) {
        this.joint = joint;
        this.sides = sides;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "draft-decision";
    }

    @Override
    public String field() {
        return "letterText";
    }

    @Override
    public List<Going> going(Asking asking, String words) {
        var reference = asking.reference();
        var letter = new LetterView(0, "draft-decision", "", joint.with(reference, words), null, LocalDate.now(clock), null, LetterView.DRAFT_CONFIDENTIAL);
        return List.of(new Going(reference, correspondence.foreseen(reference, letter)), new Going(reference, letter.to(sides.council(reference), null)));
    }
}
