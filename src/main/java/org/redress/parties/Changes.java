package org.redress.parties;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Consent;
import org.redress.casefile.Dates;
import org.redress.casefile.Parties;
import org.redress.casefile.Part;
import org.redress.casefile.PartyView;
import org.redress.casefile.ProposedChange;
import org.redress.casefile.PutRight;
import org.redress.casefile.Registration.Person;
import org.springframework.stereotype.Component;

/** What a change of the people of a case needs, whether it waits for a second person, and what it does (CORP-11, CHD-11, LGA-06). */
@Component
class Changes {
    private final CaseFiles cases;
    private final Parties parties;

    Changes(CaseFiles cases, Parties parties) {
        this.cases = cases;
        this.parties = parties;
    }

    /** Why something cannot be changed so: the field and a sentence. */
    record Objection(String field, String why) {}

    /** What stands against a change, if anything does. */
    Optional<Objection> objection(String reference, ProposedChange change) {
        var received = cases.get(reference).receivedAt().toLocalDate();
        if (change.on().isBefore(received)) {
            return no("happenedOn", "the complaint was received on " + Dates.text(received) + "." + PutRight.FIRST);
        }
        if (change.person() == null) {
            return name(reference, change).or(() -> place(reference, change, null));
        }
        var found = parties.find(reference, change.person());
        return found.isEmpty() ? no("personNumber", "the case has nobody with this number; the numbers stand in Case, under People.")
                : of(reference, change, found.get());
    }

    private Optional<Objection> of(String reference, ProposedChange change, PartyView person) {
        boolean called = change.change().equals("name") || change.change().equals("alias");
        if (!called && !person.present()) {
            return no("personNumber", "their part in the case ended on " + Dates.text(Objects.requireNonNull(person.until())) + ".");
        }
        if (!called && person.part() == Part.COUNCIL) {
            return no("personNumber", "this is the council that the case is about.");
        }
        return switch (change.change()) {
            case "name" -> name(reference, change);
            case "alias" -> name(reference, change).or(() -> same("personName", person.alsoCalled().stream().anyMatch(String.valueOf(change.label())::equalsIgnoreCase)));
            case "part" -> leavesNobody(reference, person, !part(change).complains()).or(() -> place(reference, change, person))
                    .or(() -> same("part", person.part() == part(change) && Objects.equals(person.speaksFor(), change.speaksFor())));
            case "contact" -> same("details", change.reason().equals(person.contact()) && person.unreachable() == null);
            case "adjustment" -> same("details", change.reason().equals(person.adjustment()));
            // else a day before that could be given afterwards
            case "unreachable" -> person.unreachable() == null ? Optional.empty()
                    : no("personNumber", "it is recorded already that they cannot be reached; record how they are reached, if that changes.");
            case "withdrew" -> withdrawal(reference, person);
            case "left" -> leavesNobody(reference, person, true);
            case "consent" -> person.part().speaks() ? Optional.empty() : no("personNumber", "they speak for nobody, so no consent is asked for.");
            case "consent-withdrawn" -> person.part().speaks() && !person.unsettled() ? Optional.empty()
                    : no("personNumber", "there is no consent to them that could be taken back.");
            default -> Optional.empty();
        };
    }

    private Optional<Objection> name(String reference, ProposedChange change) {
        var name = change.label();
        if (name == null) {
            return no("personName", "an answer is needed.");
        }
        return parties.of(reference).stream().filter(PartyView::present)
                .filter(other -> other.label().equalsIgnoreCase(name) || other.alsoCalled().stream().anyMatch(name::equalsIgnoreCase)).findFirst()
                .filter(other -> change.person() == null || other.number() != change.person() || other.label().equalsIgnoreCase(name))
                .flatMap(other -> no("personName", other.numbered() + " is called so already."));
    }

    /** For whom somebody speaks, or whose place they take. */
    private Optional<Objection> place(String reference, ProposedChange change, @Nullable PartyView person) {
        var part = part(change);
        if (!part.speaks() && part != Part.SUCCESSOR) {
            return Optional.empty();
        }
        var whom = parties.find(reference, Objects.requireNonNull(change.speaksFor()));
        if (whom.isEmpty() || whom.equals(Optional.ofNullable(person))) {
            return no("speaksFor", "the case has nobody else with this number; the numbers stand in Case, under People.");
        }
        if (part == Part.SUCCESSOR && !whom.get().part().complains()) {
            return no("speaksFor", "a successor takes the place of somebody who complains; " + whom.get().numbered() + " does not.");
        }
        return part.speaks() && !whom.get().present() ? no("speaksFor", whom.get().numbered() + " has no part in the case any more.") : Optional.empty();
    }

    private Optional<Objection> leavesNobody(String reference, PartyView person, boolean gone) {
        boolean last = person.complains() && parties.complaining(reference).size() == 1;
        return gone && last ? no("change", "nobody would complain any more. Record that they withdraw or have died, or who takes their place.") : Optional.empty();
    }

    private Optional<Objection> withdrawal(String reference, PartyView person) {
        if (!person.complains()) {
            return no("personNumber", person.numbered() + " does not complain, so there is nothing for them to withdraw.");
        }
        var c = cases.get(reference);
        return c.status() == CaseStatus.OPEN || c.status() == CaseStatus.PAUSED ? Optional.empty()
                : no("caseReference", "the case is " + c.status().text().toLowerCase(Locale.ROOT) + " since " + Dates.text(c.statusSince()) + ".");
    }

    /** What changes nothing is not recorded as a change. */
    private static Optional<Objection> same(String field, boolean same) {
        return same ? no(field, "the file says so already.") : Optional.empty();
    }

    private static Optional<Objection> no(String field, String why) {
        return Optional.of(new Objection(field, why));
    }

    /** Whether it changes who complains, so that a second person confirms it. A withdrawal is confirmed in writing by the letter that follows. */
    boolean waits(String reference, ProposedChange change) {
        var person = change.person() == null ? Optional.<PartyView>empty() : parties.find(reference, change.person());
        boolean before = person.filter(p -> p.part().complains()).isPresent();
        return switch (change.change()) {
            case "add" -> part(change).complains();
            case "part" -> before || part(change).complains();
            case "name", "died", "left" -> before;
            default -> false;
        };
    }

    /** What changes, by number and part and without a name: it may stand where the case file is not. */
    String sentence(String reference, ProposedChange change) {
        var who = change.person() == null ? "Somebody" : parties.find(reference, change.person()).map(person -> Correspondence.capital(person.numbered())).orElse("Somebody");
        return who + switch (change.change()) {
            case "add" -> " joins as " + part(change).words() + whom(change) + ".";
            case "part" -> " becomes " + part(change).words() + whom(change) + ".";
            case "name" -> " gets another name.";
            case "died" -> " has died.";
            default -> " has no part in the case any more.";
        };
    }

    private static String whom(ProposedChange change) {
        return change.speaksFor() == null ? "" : part(change) == Part.SUCCESSOR ? " in the place of number " + change.speaksFor() : " for number " + change.speaksFor();
    }

    /** Makes a change; gives the number of the person. */
    int make(String reference, ProposedChange change, String by) {
        if (change.person() == null) {
            int number = parties.add(reference, new Person(Objects.requireNonNull(change.label()), part(change).words()), part(change), change.on());
            represent(reference, number, change);
            return number;
        }
        int number = change.person();
        var before = parties.find(reference, number).orElseThrow();
        switch (change.change()) {
            case "name" -> parties.rename(reference, number, Objects.requireNonNull(change.label()));
            case "alias" -> parties.callAlso(reference, number, Objects.requireNonNull(change.label()));
            case "part" -> {
                parties.take(reference, number, part(change), null);
                represent(reference, number, change);
            }
            case "contact" -> parties.reach(reference, number, change.reason());
            case "unreachable" -> parties.lose(reference, number, change.reason(), change.on());
            case "adjustment" -> parties.adjust(reference, number, change.reason());
            case "consent" -> parties.agree(reference, number, Consent.MISSING);
            case "consent-withdrawn" -> parties.agree(reference, number, Objects.requireNonNull(before.consent()).refused(change.on()));
            default -> parties.leave(reference, number, change.on(), change.change(), change.reason());
        }
        keepWhatWas(reference, change, before, by);
        return number;
    }

    private void represent(String reference, int number, ProposedChange change) {
        if (change.speaksFor() == null) {
            return;
        }
        parties.speakFor(reference, number, change.speaksFor());
        if (part(change) == Part.SUCCESSOR && parties.find(reference, change.speaksFor()).orElseThrow().present()) {
            parties.leave(reference, change.speaksFor(), change.on(), "succeeded", change.reason());
        }
    }

    /** What stood there before stays readable. */
    private void keepWhatWas(String reference, ProposedChange change, PartyView before, String by) {
        var was = switch (change.change()) {
            case "name" -> before.label();
            case "part" -> before.part().words();
            case "contact" -> before.contact() == null ? before.unreachable() : before.contact();
            case "unreachable" -> before.contact();
            case "adjustment" -> before.adjustment();
            default -> null;
        };
        if (was != null) {
            cases.record(reference, change.on(), by, "Number " + before.number() + " before this change", was, List.of());
        }
    }

    private static Part part(ProposedChange change) {
        return Objects.requireNonNull(change.part());
    }
}
