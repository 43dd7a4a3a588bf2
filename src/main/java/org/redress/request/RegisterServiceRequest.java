package org.redress.request;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Parties;
import org.redress.casefile.Registration;
import org.redress.casefile.Registration.Person;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Opens the file of a request for a service, or for what is held about somebody, apart from the complaints (CORP-10, DAT-10). */
@Component
class RegisterServiceRequest implements SubmissionHandler {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final LocalTime UNKNOWN = LocalTime.of(9, 0);
    private static final String ANYBODY = "resident";

    private final CaseFiles cases;
    private final Parties parties;

    RegisterServiceRequest(CaseFiles cases, Parties parties) {
        this.cases = cases;
        this.parties = parties;
    }

    @Override
    public String form() {
        return "service-requested";
    }

    @Override
    public void accept(Submission received) {
        var at = received.date("receivedOn").atTime(UNKNOWN);
        var reference = cases.open(new Registration(received.council(), at, received.text("channel"), ANYBODY,
                List.of(new Person(received.text("requester"), ANYBODY)), received.text("requestText"), null));
        var procedure = received.yes("subjectAccess") ? CaseFiles.ACCESS_REQUEST : CaseFiles.SERVICE_REQUEST;
        cases.follow(reference, procedure, 0);
        received.about(reference);
        parties.reachFirst(reference, received.optionalText("contact"));
        received.set("receivedAt", ISO.format(at));
        received.set("procedure", procedure);
        received.set("complainantRole", ANYBODY);
    }
}
