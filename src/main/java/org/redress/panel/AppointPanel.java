package org.redress.panel;

import java.util.List;
import java.util.stream.Collectors;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.DutyDone;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Authority;
import org.redress.identity.Authority.Work;
import org.redress.identity.Role;
import org.springframework.stereotype.Component;

/** Three different independent persons, none of them an officer of the council or of stage 2 (CHD-22, CHD-52). */
@Component
class AppointPanel implements SubmissionHandler {
    private final CaseFiles cases;
    private final Authority authority;

    AppointPanel(CaseFiles cases, Authority authority) {
        this.cases = cases;
        this.authority = authority;
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
            authority.objectionToGiving(person, new Work(appointed.council(), List.of(Role.PANEL_MEMBERS.group()), appointed.reference(), appointed.stage(), "panel"))
                    .ifPresent(why -> {
                        throw appointed.refuse(seat, why);
                    });
            cases.did(appointed.reference(), new DutyDone(appointed.stage(), "panel", person, appointed.today()));
        }
    }
}
