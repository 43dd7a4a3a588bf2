package org.redress.casefile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares a letter of an Ombudsman with the cases of the council to which it came: numbers, people, days, words (LGS-09, DAT-02). */
@Component
@Transactional(readOnly = true)
public class Whose {
    /** So many of the newest cases, so many of each name, and so many that are found by words of the names and of the text, are compared. */
    private static final int MOST_COMPARED = 200;
    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);
    private static final String OPENED_FOR_LETTERS = "ombudsman";
    /** Whoever is in these parts is not whom a complaint is for. */
    private static final Set<Part> STRANGERS = EnumSet.of(Part.STAFF, Part.COUNCIL, Part.OTHER);

    private final ComplaintRepository complaints;
    private final Parties parties;
    private final CouncilPrefixes prefixes;
    private final CasesByWords kept;
    private final double alike;
    private final ObjectProvider<CaseDoor> doors;

    Whose(ComplaintRepository complaints, Parties parties, CouncilPrefixes prefixes, CasesByWords kept, @Value("${redress.same-matter.alike}") double alike, ObjectProvider<CaseDoor> doors) {
        this.complaints = complaints;
        this.parties = parties;
        this.prefixes = prefixes;
        this.kept = kept;
        this.alike = alike;
        this.doors = doors;
    }

    /** One case of the council beside the letter. */
    public Signs of(Matter matter, String reference) {
        return signs(matter, beside(matter, complaints.findByReference(reference).filter(found -> found.council().equals(matter.council())).orElseThrow(), parties.of(reference), Likeness.to(matter.about())));
    }

    /** The cases of the council to which it may belong, those for which most speaks first; of those that were opened for such letters only the one that the papers name. */
    public List<Signs> likely(Matter matter, int most) {
        var candidates = new LinkedHashMap<Long, Complaint>();
        if (matter.names()) {
            find(matter.council(), String.valueOf(matter.named())).ifPresent(found -> candidates.put(found.id(), found));
        }
        prefixes.of(matter.council()).map(prefix -> Reference.ofCouncilIn(prefix, matter.about())).orElse(Set.of())
                .forEach(written -> find(matter.council(), written.text()).ifPresent(found -> candidates.put(found.id(), found)));
        var names = matter.people().filter(Likeness::givesAName).distinct().toList();
        complaints.findByCouncilAndIdIn(matter.council(), kept.likely(matter.council(), names, Likeness.some(matter.about()), BEFORE_ALL, matter.on(), MOST_COMPARED))
                .forEach(found -> candidates.put(found.id(), found));
        var people = parties.of(candidates.keySet());
        var about = Likeness.to(matter.about());
        return candidates.values().stream()
                .filter(found -> !found.summary().ombudsmans())
                .filter(found -> names(matter, found.summary()) || !found.summary().channel().equals(OPENED_FOR_LETTERS))
                .map(found -> beside(matter, found, people.getOrDefault(found.id(), List.of()), about))
                .filter(beside -> names(matter, beside.own()) || beside.someone() || beside.sameWords())
                .map(beside -> signs(matter, beside))
                .filter(signs -> doors.stream().noneMatch(door -> door.shut(matter.council(), signs.reference())))
                .sorted(Comparator.comparingInt(Signs::weight).reversed().thenComparing(Signs::reference, Comparator.reverseOrder()))
                .limit(most)
                .toList();
    }

    private static boolean names(Matter matter, CaseSummary own) {
        return matter.names() && Reference.read(String.valueOf(matter.named())).same(own.reference());
    }

    private Optional<Complaint> find(String council, String written) {
        var reference = Reference.read(written);
        return complaints.findByReference(reference.text()).filter(found -> found.council().equals(council)).or(() -> complaints.findByCouncilAndKey(council, reference.key()))
                .filter(found -> !found.summary().ombudsmans());
    }

    /** A case beside the letter, as far as its own rows tell. */
    private record Beside(CaseSummary own, List<PartyView> people, boolean someone, boolean sameWords) {}

    private Beside beside(Matter matter, Complaint candidate, List<PartyView> all, Likeness about) {
        var own = candidate.summary();
        var people = all.stream().filter(person -> !STRANGERS.contains(person.part())).toList();
        return new Beside(own, people, matter.people().anyMatch(name -> people.stream().anyMatch(person -> person.called(name))), about.of(own.complainedOf()) >= alike);
    }

    private Signs signs(Matter matter, Beside beside) {
        var own = beside.own();
        boolean all = !matter.complaining().isEmpty() && matter.complaining().stream().allMatch(name -> beside.people().stream().anyMatch(person -> person.called(name)));
        boolean acts = matter.people().anyMatch(name -> beside.people().stream().filter(person -> person.part().complains() || person.part().speaks()).anyMatch(person -> person.called(name)));
        var received = own.receivedAt().toLocalDate();
        return new Signs(own.reference(), received, names(matter, own), all && acts, beside.someone(), own.channel().equals(OPENED_FOR_LETTERS) || !received.isAfter(matter.on()), held(matter, own),
                beside.sameWords(), matter.on());
    }

    /** Whether it belongs to another complaint to an Ombudsman on which something is still to be done. */
    private boolean held(Matter matter, CaseSummary own) {
        if (own.counterpartReference() == null) {
            return own.counterpart() != null;
        }
        boolean same = matter.theirReference() != null && Reference.read(matter.theirReference()).same(own.counterpartReference())
                && (own.counterpart() == null || own.counterpart().equals(matter.ombudsman()));
        return !same && complaints.findByReference(own.counterpartReference())
                .filter(other -> other.council().equals(own.counterpart()) && other.summary().ombudsmans() && other.summary().status().over()).isEmpty();
    }
}
