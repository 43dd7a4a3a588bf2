package org.redress.casefile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether two people are named alike, and how much of two texts is the same, whatever the spelling of a word or the order of a name. */
final class Likeness {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Those who give no name are not the same because of it. */
    private static final Set<String> NOBODY = Set.of("anonymous", "anonym", "unknown", "withheld");
    /** So many words in a row: single words are in every complaint. */
    private static final int IN_A_ROW = 3;

    private Likeness() {}

    /** Whether two labels name the same person: the same words, whatever their order, case, accents and punctuation. */
    static boolean samePerson(String one, String other) {
        return givesAName(one) && Set.copyOf(words(one)).equals(Set.copyOf(words(other)));
    }

    /** Whether a label tells who somebody is. */
    static boolean givesAName(String label) {
        var words = words(label);
        return !words.isEmpty() && words.stream().noneMatch(NOBODY::contains);
    }

    /** The share of word sequences that two texts have in common, between 0 and 1. */
    static double of(String one, String other) {
        var ones = sequences(words(one));
        var others = sequences(words(other));
        if (ones.isEmpty() || others.isEmpty()) {
            return 0;
        }
        var common = new HashSet<>(ones);
        common.retainAll(others);
        return (double) common.size() / (ones.size() + others.size() - common.size());
    }

    private static List<String> words(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT).replaceAll("[’']", "");
        return Arrays.stream(NO_WORD.split(plain)).filter(word -> !word.isEmpty()).toList();
    }

    private static Set<String> sequences(List<String> words) {
        if (words.size() <= IN_A_ROW) {
            return words.isEmpty() ? Set.of() : Set.of(String.join(" ", words));
        }
        return java.util.stream.IntStream.rangeClosed(0, words.size() - IN_A_ROW)
                .mapToObj(from -> String.join(" ", words.subList(from, from + IN_A_ROW))).collect(Collectors.toSet());
    }
}
