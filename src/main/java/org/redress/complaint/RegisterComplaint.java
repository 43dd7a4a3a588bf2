package org.redress.complaint;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.LinkView;
import org.redress.casefile.Parties;
import org.redress.casefile.Registration;
import org.redress.casefile.Registration.Person;
import org.redress.casefile.SameMatter;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.parties.Consents;
import org.springframework.stereotype.Component;

/** Opens the case file of a complaint that was received on any channel (CORP-11, ACC-02, CHD-10). */
@Component
class RegisterComplaint implements SubmissionHandler {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    /** A letter of which nobody knows the hour counts as received at the beginning of the office day. */
    private static final LocalTime UNKNOWN = LocalTime.of(9, 0);
    private static final List<String> ORAL = List.of("phone", "in-person");

    private static final Pattern ANONYMOUS = Pattern.compile("^\\s*(anonymous|anonym|unknown|not given|name withheld)\\b", Pattern.CASE_INSENSITIVE);

    private final CaseFiles cases;
    private final Parties parties;
    private final Consents consents;
    private final SameMatter same;
    private final ProcedureByKind procedures;
    private final CaseLinks links;

    RegisterComplaint(CaseFiles cases, Parties parties, Consents consents, SameMatter same, ProcedureByKind procedures,
            CaseLinks links) {
        this.cases = cases;
        this.parties = parties;
        this.consents = consents;
        this.same = same;
        this.procedures = procedures;
        this.links = links;
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
        received.lines("otherPeople").forEach(line -> people.add(Person.read(line)));
        var registration = new Registration(received.council(), at, received.text("channel"), received.text("complainantRole"), people,
                received.text("complaintText"), received.optionalText("outcomeWanted").orElse(null));
        var request = received.optionalText("requestReference").map(named -> request(received, named));
        askIfItIsHereAlready(received, registration, request);
        var reference = cases.open(registration);
        received.about(reference);
        if (!parties.reachFirst(reference, received.optionalText("contact")) && ANONYMOUS.matcher(received.text("complainant")).find()) {
            parties.lose(reference, Parties.FIRST, "No name or address was given.", at.toLocalDate());
        }
        consents.ask(reference);
        // the request goes on, and the complaint counts from a receipt of its own (CORP-12)
        request.ifPresent(about -> links.link(reference, new LinkView(LinkView.Kind.RELATED, about, received.date("receivedOn"), received.user(),
                "The complaint is about what became of this request for a service.")));
        received.set("aboutRequest", request.isPresent());
        received.set("receivedAt", ISO.format(at));
        received.set("oral", ORAL.contains(received.text("channel")));
        received.set("requestedOn", received.date("receivedOn").toString());
        received.set("refused", "nothing");
        var care = received.optionalText("careService");
        received.set("careService", care.orElse(null));
        // it has a shorter time for the acknowledgement, which is set before the complaint is assessed (ADT-02)
        care.ifPresent(kind -> received.set("procedure", procedures.of(received.council(), kind, ISO.format(at))));
        received.set("stageDone", 0);
        received.set("straightToStage2", false);
    }

    private String request(Submission received, String named) {
        return cases.find(received.council(), named).filter(found -> CaseFiles.SERVICE_REQUEST.equals(found.procedure())).map(CaseSummary::reference)
                .orElseThrow(() -> received.refuse("requestReference", "your council has no service request " + named + "."));
    }

    /** Before it gets a number, so that a matter that is here already leaves no gap among them. */
    private void askIfItIsHereAlready(Submission received, Registration registration, Optional<String> request) {
        same.of(registration, Optional.empty()).stream().filter(likely -> request.filter(likely.reference()::equals).isEmpty()).forEach(likely -> received.askBack("same-matter", "There is " + likely.reference() + ", " + likely.because()
                + ". Register this one all the same, or record it there with Case event?", likely.reference()));
        received.settled();
    }
}
