package org.redress.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.api.CaseDocument.Party;
import org.redress.api.CaseDocument.Proposed;
import org.redress.api.CaseDocument.Restriction;
import org.redress.casefile.ContactRestrictions;
import org.redress.casefile.Parties;
import org.redress.casefile.Part;
import org.redress.casefile.PartyView;
import org.redress.casefile.ProposedChange;
import org.redress.casefile.RestrictionView;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** The people of a case for reading: who they are, for whom they speak, how they are reached, and what they are kept from. */
@Component
class CasePeople {
    private static final Map<String, String> RESTRICTIONS = Map.of("one-contact", "Contact with one named person only", "in-writing", "Contact in writing only",
            "times", "Contact at certain times only", "premises", "No visits to the premises", "settled-matter", "No further answers on what was answered",
            "other", "Contact is restricted");
    private static final Map<String, String> ENDED = Map.of("withdrew", "Withdrew", "died", "Died", "left", "No part any more", "succeeded", "Somebody took their place");

    private final Parties parties;
    private final ContactRestrictions restrictions;
    private final Deadlines deadlines;

    CasePeople(Parties parties, ContactRestrictions restrictions, Deadlines deadlines) {
        this.parties = parties;
        this.restrictions = restrictions;
        this.deadlines = deadlines;
    }

    /** @param contacts whether the reader may read how they are reached, what they need and what they are kept from */
    List<Party> of(String reference, boolean contacts, Names names) {
        var placed = restrictions.of(reference);
        var due = deadlines.of(reference);
        return parties.of(reference).stream().map(person -> party(person, contacts, !contacts ? List.of() :
                placed.stream().filter(restriction -> restriction.person() == person.number()).map(restriction -> restriction(restriction, due, names)).toList())).toList();
    }

    private static Party party(PartyView p, boolean contacts, List<Restriction> restrictions) {
        var ended = p.because() == null ? null : ENDED.getOrDefault(p.because(), p.because()) + (p.reason() == null ? "" : ": " + p.reason());
        return new Party(p.number(), p.label(), CaseDocuments.words(p.role()), CaseDocuments.words(p.part().words()), p.alsoCalled(), p.speaksFor(),
                p.consent() == null ? null : p.consent().text(), p.consent() != null && p.present() && p.unsettled(),
                contacts ? p.contact() : null, contacts ? p.unreachable() : null, contacts ? p.adjustment() : null, p.since(), p.until(), ended, restrictions);
    }

    private static Restriction restriction(RestrictionView r, List<DeadlineView> due, Names names) {
        var review = due.stream().filter(d -> d.kind().equals("contact-restriction-review") && Integer.valueOf(r.number()).equals(d.item()))
                .reduce((earlier, later) -> later).map(DeadlineView::dueOn).orElse(null);
        return new Restriction(r.number(), RESTRICTIONS.getOrDefault(r.restriction(), r.restriction()), r.what(), r.reason(), r.decidedOn(), names.of(r.decidedBy()),
                r.inForce() ? review : null, r.reviewedOn(), r.appealedOn(), r.appeal(), outcome(r, names), r.endedOn());
    }

    private static @Nullable String outcome(RestrictionView r, Names names) {
        return r.appealOutcome() == null ? null : (r.appealOutcome().equals("upheld") ? "Upheld" : "Not upheld") + " by " + names.of(String.valueOf(r.appealBy())) + ": " + r.appealReason();
    }

    /** To whom a letter to the complainant goes: "Ms T and Mr U". */
    String lettersGoTo(String reference) {
        var to = parties.addressees(reference);
        return to.nobody() ? "Nobody can be reached" : to.names();
    }

    /** The changes that wait for a second person. */
    List<Proposed> proposed(String reference, Names names) {
        return parties.proposed(reference).stream().map(change -> new Proposed(what(change), change.label(), change.reason(), names.of(change.by()), change.proposedOn())).toList();
    }

    private static String what(ProposedChange change) {
        var who = change.person() == null ? "Somebody new" : "Number " + change.person();
        var part = change.part() == null ? "" : change.part().words();
        var whom = change.speaksFor() == null ? "" : change.part() == Part.SUCCESSOR ? " in the place of number " + change.speaksFor() : " for number " + change.speaksFor();
        return who + switch (change.change()) {
            case "add" -> " as " + part + whom;
            case "part" -> " becomes " + part + whom;
            case "name" -> " gets another name";
            case "died" -> " has died";
            default -> " has no part any more";
        };
    }
}
