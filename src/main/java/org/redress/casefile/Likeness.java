package org.redress.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether two people are named alike, and how much of two texts is the same, whatever the spelling of a word or the order of a name. */
final class Likeness {
    /** Those who give no name are not the same because of it. */
    private static final Set<String> NOBODY = Set.of("anonymous", "anonym", "unknown", "withheld");
    /** So many words in a row: single words are in every complaint. */
    private static final int IN_A_ROW = 3;

    /** Of so many parts of a text one row of words each; of a text that is half the same some of these are likely the same. */
    private static final int SOME = 8;

    private final Set<String> sequences;

    private Likeness(Set<String> sequences) {
        this.sequences = sequences;
    }

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
        return to(one).of(other);
    }

    /** What is compared with one text after the other. */
    static Likeness to(String text) {
        return new Likeness(sequences(Words.of(text)));
    }

    /** The share of word sequences that another text has in common with this one, between 0 and 1. */
    double of(String other) {
        var others = sequences(Words.of(other));
        if (sequences.isEmpty() || others.isEmpty()) {
            return 0;
        }
        long common = others.stream().filter(sequences::contains).count();
        return (double) common / (sequences.size() + others.size() - common);
    }

    /** Some words in a row of a text, of those that cases are found by, spread over it, from each part the longest, which are in few texts: one that is like it has likely some of these. */
    static List<List<String>> some(String text) {
        var words = Words.kept(text);
        if (words.size() <= IN_A_ROW) {
            return words.isEmpty() ? List.of() : List.of(words);
        }
        int rows = words.size() - IN_A_ROW + 1;
        int parts = Math.min(SOME, rows);
        return IntStream.range(0, parts).mapToObj(part -> IntStream.range(part * rows / parts, (part + 1) * rows / parts).mapToObj(from -> words.subList(from, from + IN_A_ROW))
                .max(Comparator.comparingInt(row -> row.stream().mapToInt(String::length).sum())).orElseThrow()).toList();
    }

    private static Set<String> sequences(List<String> words) {
        if (words.size() <= IN_A_ROW) {
            return words.isEmpty() ? Set.of() : Set.of(String.join(" ", words));
        }
        return IntStream.rangeClosed(0, words.size() - IN_A_ROW)
                .mapToObj(from -> String.join(" ", words.subList(from, from + IN_A_ROW))).collect(Collectors.toSet());
    }
}
