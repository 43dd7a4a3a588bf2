package org.redress.stage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.LetterView;
import org.redress.gate.FromRecord.Asking;
import org.redress.gate.WrittenLetter;
import org.springframework.stereotype.Component;

/** The response of a stage, and of stage 2 of the statutory procedure, in the file of every case that it answers (CORP-26, CORP-31, CHD-48). */
@Component
class WrittenResponse implements WrittenLetter {
    private final JointAnswer joint;
    private final Clock clock;

    WrittenResponse(JointAnswer joint, Clock clock) {
        this.joint = joint;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "draft-response";
    }

    @Override
    public String field() {
        return "letterText";
    }

    @Override
    public List<Going> going(Asking asking, String words) {
        boolean allMaySee = Boolean.TRUE.equals(asking.process().apply(DraftResponse.ALL_MAY_SEE));
        return joint.going(asking.reference(), new LetterView(asking.stage(), "response", "", words, null, LocalDate.now(clock), null), allMaySee);
    }
}
