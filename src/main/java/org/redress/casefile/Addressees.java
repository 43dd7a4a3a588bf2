package org.redress.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * To whom a letter to the complainant goes: everybody who complains, or who speaks for them with their consent.
 *
 * @param to who is written to
 * @param unreachable who complains and can be reached neither directly nor through somebody who speaks for them
 * @param unsettled who speaks for one of them without their consent
 */
public record Addressees(List<PartyView> to, List<PartyView> unreachable, List<PartyView> unsettled) {
    static final int LONGEST = 2000;

    static Addressees of(List<PartyView> complaining, List<PartyView> everybody) {
        var to = complaining.stream().flatMap(person -> Stream.concat(
                speakers(person, everybody).filter(speaker -> !speaker.unsettled()),
                speakers(person, everybody).allMatch(PartyView::unsettled) && person.unreachable() == null ? Stream.of(person) : Stream.of())).distinct().toList();
        var unreachable = complaining.stream().filter(person -> person.unreachable() != null && speakers(person, everybody).allMatch(PartyView::unsettled)).toList();
        var unsettled = complaining.stream().flatMap(person -> speakers(person, everybody).filter(PartyView::unsettled)).distinct().toList();
        return new Addressees(to, unreachable, unsettled);
    }

    /** A representative gets letters in somebody's place; an advocate helps, and the letters stay theirs. */
    private static Stream<PartyView> speakers(PartyView person, List<PartyView> everybody) {
        return everybody.stream().filter(other -> other.part() == Part.REPRESENTATIVE && other.speaksFor(person.number()) && other.unreachable() == null);
    }

    /** Whether a letter can be sent to nobody. */
    public boolean nobody() {
        return to.isEmpty();
    }

    /** Since when nobody can be reached; none if somebody can, or nobody complains any more. */
    public Optional<LocalDate> unreachableSince() {
        return nobody() ? unreachable.stream().map(PartyView::unreachableSince).filter(Objects::nonNull).max(LocalDate::compareTo) : Optional.empty();
    }

    /** The names on the letter: "Ms T and Mr U". */
    public String names() {
        return joined((nobody() ? unreachable : to).stream().map(PartyView::label).toList());
    }

    /** "Ms T, Mr U and Ms V", as far as a letter has room for them. */
    public static String joined(List<String> names) {
        return bounded(names.size() < 2 ? String.join("", names) : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1));
    }

    /** Names as far as a letter has room for them. */
    public static String bounded(String names) {
        return names.length() <= LONGEST ? names : names.substring(0, LONGEST - 1) + "…";
    }
}
