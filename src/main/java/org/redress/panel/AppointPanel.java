package org.redress.panel;

import java.util.List;
import java.util.stream.Collectors;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.DutyDone;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.SeparationOfDuties;
import org.springframework.stereotype.Component;

/** Three different independent persons, none of them of stage 2 (CHD-52). */
@Component
class AppointPanel implements SubmissionHandler {
    private final CaseFiles cases;
    private final SeparationOfDuties separation;

    AppointPanel(CaseFiles cases, SeparationOfDuties separation) {
        this.cases = cases;
        this.separation = separation;
    }

    @Override
    public String form() {
        return "appoint-panel";
    }

    @Override
    public void accept(Submission appointed) {
        var seats = List.of("chair", "secondMember", "thirdMember");
        if (seats.stream().map(appointed::text).collect(Collectors.toSet()).size() < seats.size()) {
            throw appointed.refuse("A panel is three different persons (CHD-52).");
        }
        for (var seat : seats) {
            var person = appointed.text(seat);
            separation.objection(appointed.reference(), appointed.stage(), "panel", person).ifPresent(why -> {
                throw appointed.refuse(seat, why);
            });
            cases.did(appointed.reference(), new DutyDone(appointed.stage(), "panel", person, appointed.today()));
        }
    }
}
