package org.redress.complaint;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Registration;
import org.redress.casefile.Registration.Person;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Opens the case file of a complaint that was received on any channel (CORP-11, ACC-02, CHD-10). */
@Component
class RegisterComplaint implements SubmissionHandler {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    /** A letter of which nobody knows the hour counts as received at the beginning of the office day. */
    private static final LocalTime UNKNOWN = LocalTime.of(9, 0);
    private static final List<String> ORAL = List.of("phone", "in-person");

    private final CaseFiles cases;

    RegisterComplaint(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "complaint-received";
    }

    @Override
    public void accept(Submission received) {
        var at = received.date("receivedOn").atTime(received.optionalTime("receivedTime").orElse(UNKNOWN));
        var people = new ArrayList<Person>();
        people.add(new Person(received.text("complainant"), received.text("complainantRole")));
        received.lines("otherPeople").forEach(line -> people.add(person(line)));
        var reference = cases.open(new Registration(received.council(), at, received.text("channel"),
                received.text("complainantRole"), people, received.text("complaintText"),
                received.optionalText("outcomeWanted").orElse(null)));
        received.about(reference);
        received.set("receivedAt", ISO.format(at));
        received.set("oral", ORAL.contains(received.text("channel")));
        received.set("requestedOn", received.date("receivedOn").toString());
        received.set("refused", "nothing");
        received.set("stageDone", 0);
        received.set("straightToStage2", false);
    }

    private static Person person(String line) {
        var parts = line.split("\\s+[–-]\\s+", 2);
        return new Person(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
    }
}
