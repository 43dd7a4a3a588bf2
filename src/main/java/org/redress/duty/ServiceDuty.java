package org.redress.duty;

import java.time.format.DateTimeFormatter;
import org.redress.casefile.CaseFiles;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A duty of a service is recorded in a case, done already or still to be done (CORP-35). */
@Component
class ServiceDuty implements SubmissionHandler {
    /** The kind of its deadline. */
    static final String DEADLINE = "service-duty";

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final CaseFiles cases;
    private final Deadlines deadlines;

    ServiceDuty(CaseFiles cases, Deadlines deadlines) {
        this.cases = cases;
        this.deadlines = deadlines;
    }

    @Override
    public String form() {
        return "service-duty";
    }

    @Override
    public void accept(Submission recorded) {
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        var found = cases.find(recorded.council(), recorded.text("caseReference"))
                .orElseThrow(() -> recorded.refuse("caseReference", "there is no case " + recorded.text("caseReference") + " here."));
        recorded.about(found.reference());
        recorded.happenedOn(recorded.today());
        recorded.titled("Duty of a service: " + recorded.option("duty"));
        recorded.set("dutyDone", recorded.yes("dutyDone"));
        recorded.set("dutyNumber", (int) deadlines.of(found.reference()).stream().filter(deadline -> deadline.kind().equals(DEADLINE)).count() + 1);
        recorded.set("receivedAt", ISO.format(found.receivedAt()));
    }
}
