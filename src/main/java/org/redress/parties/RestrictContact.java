package org.redress.parties;

import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.ContactRestrictions;
import org.redress.casefile.Dates;
import org.redress.casefile.Parties;
import org.redress.casefile.Part;
import org.redress.casefile.PutRight;
import org.redress.casefile.RestrictionView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Contact with somebody is restricted: what, why, and that no right is cut off; the review's day follows (ACC-05). */
@Component
class RestrictContact implements SubmissionHandler {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final CaseFiles cases;
    private final Parties parties;
    private final ContactRestrictions restrictions;

    RestrictContact(CaseFiles cases, Parties parties, ContactRestrictions restrictions) {
        this.cases = cases;
        this.parties = parties;
        this.restrictions = restrictions;
    }

    @Override
    public String form() {
        return "contact-restriction";
    }

    @Override
    public void accept(Submission decided) {
        var c = CaseOf.form(cases, decided);
        int number = decided.optionalNumber("personNumber").orElseThrow();
        var person = parties.find(decided.reference(), number)
                .orElseThrow(() -> decided.refuse("personNumber", "the case has nobody with this number; the numbers stand in Case, under People."));
        if (person.part() == Part.COUNCIL || person.part() == Part.STAFF) {
            throw decided.refuse("personNumber", person.numbered() + " is not somebody whose contact is restricted.");
        }
        if (!person.present()) {
            throw decided.refuse("personNumber", "their part in the case ended on " + Dates.text(Objects.requireNonNull(person.until())) + ".");
        }
        var on = decided.date("restrictionDecidedOn");
        if (on.isBefore(c.receivedAt().toLocalDate())) {
            throw decided.refuse("restrictionDecidedOn", "the complaint was received on " + Dates.text(c.receivedAt().toLocalDate()) + "." + PutRight.FIRST);
        }
        int restriction = restrictions.place(decided.reference(), RestrictionView.placed(number, decided.text("restriction"), decided.text("restrictionText"),
                decided.text("restrictionReason"), on, decided.user()));
        decided.titled("Contact restricted: number " + number);
        decided.set("personNumber", number);
        decided.set("restrictionNumber", restriction);
        decided.set("startedBy", decided.user());
        decided.set("deadlineOf", restriction);
        decided.set("receivedAt", ISO.format(c.receivedAt()));
    }
}
