package org.redress.casefile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which cases of a council, or of an Ombudsman, are likely the matter that comes in: of the same person, of about the same day, in
 * almost the same words, or with the same reference. It shows what there is and decides nothing; what other tenants have, it never sees.
 */
@Component
@Transactional(readOnly = true)
public class SameMatter {
    /** Who looks at a list, looks at a short one. */
    private static final int MOST_SHOWN = 3;
    /** So many of the days around it and so many of the same person, the newest of both, and so many that are found by words of the name and of the text. */
    private static final int MOST_COMPARED = 300;
    /** Who the council is in an Ombudsman's file about it. */
    private static final String AUTHORITY = "council";

    private final ComplaintRepository complaints;
    private final Parties parties;
    private final IssueRepository issues;
    private final CouncilPrefixes prefixes;
    private final CasesByWords kept;
    private final int nearDays;
    private final double alike;
    private final ObjectProvider<CaseDoor> doors;

    SameMatter(ComplaintRepository complaints, Parties parties, IssueRepository issues, CouncilPrefixes prefixes, CasesByWords kept,
            @Value("${redress.same-matter.near-days}") int nearDays,
            @Value("${redress.same-matter.alike}") double alike, ObjectProvider<CaseDoor> doors) {
        this.complaints = complaints;
        this.parties = parties;
        this.issues = issues;
        this.prefixes = prefixes;
        this.kept = kept;
        this.nearDays = nearDays;
        this.alike = alike;
        this.doors = doors;
    }

    /**
     * A case that is likely the same matter.
     *
     * @param because in words that follow "There is KENT-2026-00007,"
     */
    public record Likely(String reference, String because) {}

    /**
     * The likeliest cases for a complaint that has not been registered yet, those with the most in common first.
     *
     * @param theirReference the other side's number of the matter, if the complaint names one
     */
    public List<Likely> of(Registration received, Optional<String> theirReference) {
        var people = received.people();
        var candidates = new LinkedHashMap<Long, Complaint>();
        var on = received.receivedAt().toLocalDate();
        add(candidates, complaints.findByCouncilAndIdIn(received.council(), kept.likely(received.council(), Stream.of(people.get(0).label()).filter(Likeness::givesAName).toList(),
                Likeness.some(received.complainedOf()), on.minusDays(nearDays), on.plusDays(nearDays), MOST_COMPARED)));
        theirReference.ifPresent(written -> add(candidates, complaints.findByCouncilAndCounterpartReference(received.council(), Reference.read(written).text())));
        var named = prefixes.of(received.council()).map(prefix -> Reference.ofCouncilIn(prefix, received.complainedOf())).orElse(Set.of());
        named.forEach(reference -> complaints.findByReference(reference.text()).filter(found -> found.council().equals(received.council()))
                .ifPresent(found -> candidates.put(found.id(), found)));
        var whose = parties.of(candidates.keySet());
        var about = Likeness.to(received.complainedOf());
        return candidates.values().stream()
                .map(candidate -> new Compared(candidate, received, about, whose.getOrDefault(candidate.id(), List.of()), named, theirReference))
                .filter(Compared::likely)
                .filter(compared -> doors.stream().noneMatch(door -> door.shut(received.council(), compared.candidate.reference())))
                .sorted(Comparator.comparingInt(Compared::inCommon).reversed().thenComparing(compared -> compared.candidate.id(), Comparator.reverseOrder()))
                .limit(MOST_SHOWN)
                .map(compared -> new Likely(compared.candidate.reference(), compared.because()))
                .toList();
    }

    /** The number of an issue of a case that is considered and says almost the same. */
    public Optional<Integer> issue(String reference, String text) {
        return issues.findByComplaintReferenceOrderByNumber(reference).stream()
                .filter(Issue::considered)
                .filter(issue -> Likeness.of(issue.view().text(), text) >= alike)
                .map(Issue::number)
                .findFirst();
    }

    /** Whether two texts say almost the same. */
    public boolean alike(String one, String other) {
        return Likeness.of(one, other) >= alike;
    }

    private static void add(Map<Long, Complaint> candidates, List<Complaint> found) {
        found.forEach(complaint -> candidates.put(complaint.id(), complaint));
    }

    /** A case beside what comes in. */
    private final class Compared {
        private final Complaint candidate;
        private final CaseSummary summary;
        private final boolean near;
        private final boolean person;
        private final boolean words;
        private final boolean named;
        private final boolean sameNumber;
        private final boolean otherAuthority;

        Compared(Complaint candidate, Registration received, Likeness about, List<PartyView> people, Set<Reference> named, Optional<String> theirReference) {
            this.candidate = candidate;
            this.summary = candidate.summary();
            this.near = Math.abs(ChronoUnit.DAYS.between(summary.receivedAt().toLocalDate(), received.receivedAt().toLocalDate())) <= nearDays;
            this.person = people.stream().limit(1).flatMap(first -> Stream.concat(Stream.of(first.label()), first.alsoCalled().stream()))
                    .anyMatch(name -> Likeness.samePerson(name, received.people().get(0).label()));
            this.words = about.of(summary.complainedOf()) >= alike;
            this.named = named.stream().anyMatch(reference -> reference.same(summary.reference()));
            this.sameNumber = summary.counterpartReference() != null
                    && theirReference.filter(written -> Reference.read(written).same(summary.counterpartReference())).isPresent();
            this.otherAuthority = !people.stream().filter(party -> party.role().equals(AUTHORITY)).map(PartyView::label).findFirst()
                    .equals(received.people().stream().filter(party -> party.role().equals(AUTHORITY)).map(Registration.Person::label).findFirst());
        }

        boolean likely() {
            return named || !otherAuthority && (sameNumber || person && (near || words) || near && words);
        }

        int inCommon() {
            return (named ? 8 : 0) + (sameNumber ? 8 : 0) + (person ? 4 : 0) + (words ? 2 : 0) + (near ? 1 : 0);
        }

        String because() {
            LocalDate on = summary.receivedAt().toLocalDate();
            var common = new LinkedHashSet<String>();
            if (named) {
                common.add("which it names");
            }
            if (sameNumber) {
                common.add("about the same case of the council");
            }
            if (person) {
                common.add("from the same person");
            }
            if (words) {
                common.add("in almost the same words");
            }
            return "received on " + Dates.text(on) + ", " + String.join(", ", common) + " (" + summary.status().text().toLowerCase(java.util.Locale.ROOT) + ")";
        }
    }
}
