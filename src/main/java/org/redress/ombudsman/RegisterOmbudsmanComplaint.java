package org.redress.ombudsman;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Consent;
import org.redress.casefile.Part;
import org.redress.casefile.Parties;
import org.redress.casefile.Reference;
import org.redress.casefile.Registration;
import org.redress.casefile.Registration.Person;
import org.redress.casefile.SameMatter;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Organisations;
import org.redress.parties.Consents;
import org.springframework.stereotype.Component;

/** Opens the Ombudsman's file of a complaint, linked to the council and its case where they are known (LGA-06, LGA-07, LGA-08). */
@Component
class RegisterOmbudsmanComplaint implements SubmissionHandler {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);

    private final CaseFiles cases;
    private final Parties parties;
    private final Consents consents;
    private final SameMatter same;
    private final Organisations organisations;

    RegisterOmbudsmanComplaint(CaseFiles cases, Parties parties, Consents consents, SameMatter same, Organisations organisations) {
        this.cases = cases;
        this.parties = parties;
        this.consents = consents;
        this.same = same;
        this.organisations = organisations;
    }

    @Override
    public String form() {
        return "ombudsman-complaint";
    }

    @Override
    public void accept(Submission received) {
        var on = received.date("receivedOn");
        var typed = received.optionalText("ombudsmanReference");
        if (typed.filter(number -> !Reference.read(number).ofOmbudsman()).isPresent()) {
            throw received.refuse("ombudsmanReference", "write it like 19 010 314.");
        }
        var authority = received.optionalText("authority");
        var name = authority.map(organisations::name).orElseGet(() -> outside(received));
        var registration = new Registration(received.council(), on.atTime(OFFICE_OPENS), received.text("channel"), received.text("standing"),
                List.of(new Person(received.text("complainant"), received.text("standing")), new Person(name, "council")),
                received.text("complaintText"), null);
        askIfItIsHereAlready(received, registration);
        var reference = typed.orElseGet(() -> next(on));
        cases.openForOmbudsman(reference, registration);
        cases.link(reference, authority.orElse(null), received.optionalText("councilReference").orElse(null));
        received.about(reference);
        parties.reachFirst(reference, received.optionalText("contact"));
        received.optionalText("personAffected").ifPresent(affected -> represent(received, reference, affected.strip(), on));
        consents.ask(reference);
        received.set("procedure", "ombudsman");
        received.set("receivedAt", ISO.format(on.atTime(OFFICE_OPENS)));
        received.set("inWriting", !"phone".equals(received.text("channel")));
        received.set("course", "investigation");
        received.set("remedyAccepted", "no");
    }

    /** A body that does not work here is only named; the letters to it go by themselves only if one that does was chosen. */
    private String outside(Submission received) {
        var name = received.text("otherAuthority");
        organisations.find(name).ifPresent(here -> {
            throw received.refuse("otherAuthority", here.equals(received.council()) ? "this is the Ombudsman; name who is complained about."
                    : organisations.name(here) + " works here; choose it as council, so that letters reach it.");
        });
        return name;
    }

    private void askIfItIsHereAlready(Submission received, Registration registration) {
        same.of(registration, received.optionalText("councilReference")).forEach(likely -> received.askBack("same-matter", "There is " + likely.reference()
                + ", " + likely.because() + ". Register this one all the same, or record it there with Ombudsman event?",
                likely.reference()));
        received.settled();
    }

    /** Somebody complains for the person affected: authorised in writing, as a representative whom the law knows, or with consent that is still to be asked for (LGA-06, LGA-09). */
    private void represent(Submission received, String reference, String name, LocalDate on) {
        var standing = received.text("standing");
        int person = parties.add(reference, new Person(name, "person affected"), Part.COMPLAINANT, on);
        parties.take(reference, Parties.FIRST, Part.REPRESENTATIVE, person);
        if (standing.equals("authorised")) {
            parties.agree(reference, Parties.FIRST, Consent.MISSING.given(on));
        }
    }

    /** The first two digits are the year in which the financial year of receipt began (rule book 5, importer note iv); what was typed before is left out. */
    private String next(LocalDate on) {
        var year = on.getMonthValue() < Month.APRIL.getValue() ? on.getYear() - 1 : on.getYear();
        Reference reference;
        do {
            reference = Reference.ofOmbudsman(year, cases.nextNumber());
        } while (cases.taken(reference));
        return reference.text();
    }
}
