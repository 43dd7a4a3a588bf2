package org.redress.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people of each case, by their numbers: who they are in it, for whom they speak, and how they are reached (CORP-11, LGS-21). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Parties {
    /** The number of whoever a case begins with. */
    public static final int FIRST = 1;

    private final PartyRepository parties;
    private final PartyChangeRepository changes;
    private final ComplaintRepository complaints;

    Parties(PartyRepository parties, PartyChangeRepository changes, ComplaintRepository complaints) {
        this.parties = parties;
        this.changes = changes;
        this.complaints = complaints;
    }

    /** Everybody of a case, also those who have gone, by number. */
    @Transactional(readOnly = true)
    public List<PartyView> of(String reference) {
        return views(rows(reference));
    }

    private static List<PartyView> views(Map<Integer, Party> rows) {
        return rows.entrySet().stream().map(row -> row.getValue().view(row.getKey())).toList();
    }

    /** The same of many cases by their ids, in one question. */
    @Transactional(readOnly = true)
    Map<Long, List<PartyView>> of(Collection<Long> cases) {
        return cases.isEmpty() ? Map.of() : parties.findByComplaintIdInOrderById(cases).stream().collect(Collectors.groupingBy(Party::complaintId,
                Collectors.collectingAndThen(Collectors.toList(), rows -> views(numbered(rows)))));
    }

    /** The person with a number, if there is one. */
    @Transactional(readOnly = true)
    public Optional<PartyView> find(String reference, int number) {
        return of(reference).stream().filter(person -> person.number() == number).findFirst();
    }

    /** Those who complain and have not gone. */
    @Transactional(readOnly = true)
    public List<PartyView> complaining(String reference) {
        return of(reference).stream().filter(PartyView::complains).toList();
    }

    /** Who has such a part in the one case and, by their names, not in the other. */
    @Transactional(readOnly = true)
    public List<PartyView> onlyIn(String one, String other, Predicate<PartyView> part) {
        var others = of(other).stream().filter(part).toList();
        return of(one).stream().filter(part).filter(person -> others.stream().noneMatch(person::same)).toList();
    }

    /**
     * Somebody whom a text for several cases names to people who do not know of them.
     *
     * @param in the case that has the person, {@code unknownIn} one that has not
     */
    public record NamedAcross(PartyView person, String in, String unknownIn) {}

    /** Who is named in a text that goes to all of these cases and is not known in each; staff and councils are named to everybody (DAT-02). */
    @Transactional(readOnly = true)
    public Optional<NamedAcross> namedAcross(List<String> references, String text) {
        return references.stream().flatMap(one -> references.stream().flatMap(other -> onlyIn(one, other, person -> person.part() != Part.STAFF && person.part() != Part.COUNCIL).stream()
                .filter(person -> person.namedIn(text)).map(person -> new NamedAcross(person, one, other)))).findFirst();
    }

    /** The council that an Ombudsman's case is about. */
    @Transactional(readOnly = true)
    public String council(String reference) {
        return of(reference).stream().filter(person -> person.part() == Part.COUNCIL).map(PartyView::label).findFirst().orElseThrow();
    }

    /** To whom a letter to the complainant goes now. */
    @Transactional(readOnly = true)
    public Addressees addressees(String reference) {
        return Addressees.of(complaining(reference), of(reference));
    }

    /** To whom a letter to one person goes now, also if they have gone. */
    @Transactional(readOnly = true)
    public Addressees addressees(String reference, int number) {
        return Addressees.of(find(reference, number).stream().toList(), of(reference));
    }

    /** The people of a case with these numbers, in their order. */
    @Transactional(readOnly = true)
    public List<PartyView> of(String reference, List<Integer> numbers) {
        return of(reference).stream().filter(person -> numbers.contains(person.number())).toList();
    }

    /** Adds somebody; gives their number. */
    public int add(String reference, Registration.Person person, Part part, LocalDate on) {
        int number = rows(reference).keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        parties.save(new Party(complaint(reference), number, person, part, on));
        return number;
    }

    /** Gives somebody another name; what they were called before is still found. */
    public void rename(String reference, int number, String name) {
        change(reference, number, party -> party.rename(name));
    }

    /** Somebody is also called otherwise in the papers (DQ-5). */
    public void callAlso(String reference, int number, String name) {
        change(reference, number, party -> party.callAlso(name));
    }

    /** Somebody has another part in the case. */
    public void take(String reference, int number, Part part, @Nullable Integer speaksFor) {
        change(reference, number, party -> party.take(part, speaksFor));
    }

    /** Somebody speaks for another person, or took their place. */
    public void speakFor(String reference, int number, @Nullable Integer person) {
        change(reference, number, party -> party.speakFor(person));
    }

    /** How the consent stands of the person for whom somebody speaks. */
    public void agree(String reference, int number, Consent consent) {
        change(reference, number, party -> party.agree(consent));
    }

    /** How somebody is reached. */
    public void reach(String reference, int number, String how) {
        change(reference, number, party -> party.reach(how));
    }

    /** The same of whoever a case begins with, as far as it was written down then; whether it was. */
    public boolean reachFirst(String reference, Optional<String> how) {
        var there = how.map(String::strip).filter(line -> !line.isEmpty());
        there.ifPresent(line -> reach(reference, FIRST, line));
        return there.isPresent();
    }

    /** Somebody cannot be reached. */
    public void lose(String reference, int number, String why, LocalDate since) {
        change(reference, number, party -> party.lose(why, since));
    }

    /** The language or adjustment that somebody needs (Equality Act 2010 s.20). */
    public void adjust(String reference, int number, String need) {
        change(reference, number, party -> party.adjust(need));
    }

    /** Somebody's part in the case ends; they stay in the record. */
    public void leave(String reference, int number, LocalDate on, String because, String reason) {
        change(reference, number, party -> party.leave(on, because, reason));
    }

    /** Keeps a change until a second person has decided; gives its number. */
    public int propose(String reference, ProposedChange proposed) {
        int number = changes.findByComplaintReferenceOrderByNumber(reference).stream().mapToInt(PartyChange::number).max().orElse(0) + 1;
        changes.save(new PartyChange(complaint(reference), number, proposed));
        return number;
    }

    /** The changes of a case that wait. */
    @Transactional(readOnly = true)
    public List<ProposedChange> proposed(String reference) {
        return changes.findByComplaintReferenceOrderByNumber(reference).stream().filter(PartyChange::waits).map(PartyChange::view).toList();
    }

    /** A second person decided on a change. */
    public void decide(String reference, int change, boolean confirmed, String by, LocalDate on, @Nullable String why) {
        changes.findByComplaintReferenceOrderByNumber(reference).stream().filter(proposed -> proposed.number() == change).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Case " + reference + " has no change " + change + "."))
                .decide(confirmed, by, on, why);
    }

    private Map<Integer, Party> rows(String reference) {
        return numbered(parties.findByComplaintReferenceOrderById(reference));
    }

    /** The rows of a case by number; those of earlier versions, which have none, come first and are numbered in their order. */
    private static Map<Integer, Party> numbered(List<Party> rows) {
        var numbered = new LinkedHashMap<Integer, Party>();
        var all = new ArrayList<>(rows);
        all.sort(Comparator.comparing(Party::number, Comparator.nullsFirst(Comparator.naturalOrder())));
        all.forEach(party -> numbered.put(Objects.requireNonNullElse(party.number(), numbered.size() + 1), party));
        return numbered;
    }

    private void change(String reference, int number, Consumer<Party> how) {
        how.accept(Objects.requireNonNull(rows(reference).get(number), () -> "Case " + reference + " has no person " + number + "."));
    }

    private Complaint complaint(String reference) {
        return complaints.findByReference(reference).orElseThrow(() -> new IllegalArgumentException("There is no case " + reference + "."));
    }
}
