package org.redress.casefile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether two people are named alike, and how much of two texts is the same, whatever the spelling of a word or the order of a name. */
final class Likeness {
    /** Those who give no name are not the same because of it. */
    private static final Set<String> NOBODY = Set.of("anonymous", "anonym", "unknown", "withheld");
    /** So many words in a row: single words are in every complaint. */
    private static final int IN_A_ROW = 3;

    private Likeness() {}

    /** Whether two labels name the same person: the same words, whatever their order, case, accents and punctuation. */
    static boolean samePerson(String one, String other) {
        return givesAName(one) && Set.copyOf(Words.of(one)).equals(Set.copyOf(Words.of(other)));
    }

    /** Whether a label tells who somebody is. */
    static boolean givesAName(String label) {
        var words = Words.of(label);
        return !words.isEmpty() && words.stream().noneMatch(NOBODY::contains);
    }

    /** The share of word sequences that two texts have in common, between 0 and 1. */
    static double of(String one, String other) {
        var ones = sequences(Words.of(one));
        var others = sequences(Words.of(other));
        if (ones.isEmpty() || others.isEmpty()) {
            return 0;
        }
        var common = new HashSet<>(ones);
        common.retainAll(others);
        return (double) common.size() / (ones.size() + others.size() - common.size());
    }

    private static Set<String> sequences(List<String> words) {
        if (words.size() <= IN_A_ROW) {
            return words.isEmpty() ? Set.of() : Set.of(String.join(" ", words));
        }
        return java.util.stream.IntStream.rangeClosed(0, words.size() - IN_A_ROW)
                .mapToObj(from -> String.join(" ", words.subList(from, from + IN_A_ROW))).collect(Collectors.toSet());
    }
}
