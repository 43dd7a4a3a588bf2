package org.redress.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a case, by the number that Case shows (LGS-21, DAT-02).
 *
 * @param label how the case file names them, {@code alsoCalled} what else the papers call them
 * @param role who they are, in the words in which it was written down
 * @param speaksFor the number of the person for whom they speak, or whose place they took
 * @param consent that person's consent; none where they speak for nobody
 * @param contact how to reach them, as far as it was written down
 * @param unreachable why they cannot be reached, since a day
 * @param adjustment the language or adjustment that they need (Equality Act 2010 s.20)
 * @param until the day on which their part ended, {@code because} a code for why, {@code reason} in words
 */
public record PartyView(
        int number,
        String label,
        Part part,
        String role,
        List<String> alsoCalled,
        @Nullable Integer speaksFor,
        @Nullable Consent consent,
        @Nullable String contact,
        @Nullable String unreachable,
        @Nullable LocalDate unreachableSince,
        @Nullable String adjustment,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable String because,
        @Nullable String reason) {

    /** Whether their part goes on. */
    public boolean present() {
        return until == null;
    }

    /** Whether they complain and have not gone. */
    public boolean complains() {
        return present() && part.complains();
    }

    /** Whether they speak for somebody with a number, and have not gone. */
    public boolean speaksFor(int person) {
        return present() && part.speaks() && speaksFor != null && speaksFor == person;
    }

    /** Whether what is about the person for whom they speak may not go to them yet. */
    public boolean unsettled() {
        return consent == null || !consent.holds();
    }

    /** Whether their role names the other: "solicitor of Mr U". */
    boolean names(PartyView other) {
        return stands(other.label(), role);
    }

    /** Whether the case has a name for them; anonymous people have none. */
    public boolean givesAName() {
        return Likeness.givesAName(label);
    }

    /** Whether a text names them, by one of their names. */
    public boolean namedIn(String text) {
        return names().filter(Likeness::givesAName).anyMatch(name -> stands(name, text));
    }

    /** Whether the other is called like them. */
    boolean same(PartyView other) {
        return names().anyMatch(name -> other.names().anyMatch(known -> Likeness.samePerson(name, known)));
    }

    /** Whether one of their names is this one, however it is written. */
    boolean called(String name) {
        return names().anyMatch(known -> Likeness.samePerson(known, name));
    }

    /** The same, whichever of these words stand beside it in the one or the other. */
    boolean calledWithout(Set<String> titles, String name) {
        return names().anyMatch(known -> Likeness.samePerson(without(titles, known), without(titles, name)));
    }

    private static String without(Set<String> titles, String name) {
        return Words.of(name).stream().filter(word -> !titles.contains(word)).collect(Collectors.joining(" "));
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(label), alsoCalled.stream());
    }

    private static boolean stands(String name, String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text).find();
    }

    /** By number and part, without their name: "number 2 (joint complainant)". */
    public String numbered() {
        return "number " + number + " (" + part.words() + ")";
    }
}
