package org.redress.parties;

import java.util.Set;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Parties;
import org.redress.casefile.Part;
import org.redress.casefile.ProposedChange;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/**
 * Somebody joins a case, is named, changes or goes. What changes who complains is kept until a second person has confirmed it; that the
 * last one withdraws is recorded where a second person confirms the end of the case (CORP-11, CHD-11, LGA-06).
 */
@Component
class ChangePeople implements SubmissionHandler {
    private static final Set<String> JOINING = Set.of("add", "part");

    private final CaseFiles cases;
    private final Parties parties;
    private final Changes changes;

    ChangePeople(CaseFiles cases, Parties parties, Changes changes) {
        this.cases = cases;
        this.parties = parties;
        this.changes = changes;
    }

    @Override
    public String form() {
        return "people-change";
    }

    @Override
    public void accept(Submission event) {
        var c = CaseOf.form(cases, event);
        var change = change(event);
        changes.objection(event.reference(), change).ifPresent(objection -> {
            throw event.refuse(objection.field(), objection.why());
        });
        event.happenedOn(change.on());
        event.titled(event.option("change") + (change.person() == null ? "" : ": number " + change.person()));
        event.set("follows", "nothing");
        event.set("confirmationNeeded", changes.waits(event.reference(), change));
        if (changes.waits(event.reference(), change)) {
            event.set("whatChanges", changes.sentence(event.reference(), change));
            event.set("changeNumber", parties.propose(event.reference(), change));
            event.set("proposedBy", event.user());
        } else {
            make(event, c, change);
        }
    }

    private static ProposedChange change(Submission event) {
        var part = event.optionalText("part").map(Part::of).orElse(null);
        return new ProposedChange(0, event.text("change"), event.optionalNumber("personNumber").orElse(null),
                event.optionalText("personName").map(String::strip).orElse(null), part, event.optionalNumber("speaksFor").orElse(null),
                event.date("happenedOn"), event.text("details"), event.user(), event.today());
    }

    private void make(Submission event, CaseSummary c, ProposedChange change) {
        boolean withdrawal = change.change().equals("withdrew");
        if (withdrawal && parties.complaining(event.reference()).size() == 1) {
            throw event.refuse("change", "they are the only one who complains, so the case ends with it: record that the complaint is withdrawn with "
                    + (c.ombudsmans() ? "Event in an Ombudsman case" : "Case event") + ", and a second person confirms it.");
        }
        int number = changes.make(event.reference(), change, event.user());
        event.set("personNumber", number);
        boolean unknown = JOINING.contains(change.change()) && parties.find(event.reference(), number).filter(Consents::needed).isPresent();
        event.set("follows", withdrawal ? "withdrawal" : unknown || change.change().equals("consent") ? "consent" : "nothing");
    }
}
