package org.redress.models;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How one phrase is written as a name, as an id, as a file and as a variable. */
final class Words {

    /** Written with a capital in the middle of a sentence. */
    static final Set<String> PROPER =
            Set.of("Ombudsman", "Investigating", "Officer", "Independent", "Person", "Monitoring", "Chief", "Executive",
            "Minister", "Schedule", "Ofsted", "Easy", "Read");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern APOSTROPHE = Pattern.compile("['’]");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[0-9])|(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern CAMEL_CASE = Pattern.compile(".*\\p{Ll}\\p{Lu}.*");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");

    private Words() {
    }

    /** “Record complainant’s wish” is RecordComplainantsWish. */
    static String pascalCase(String phrase) {
        return of(phrase).stream().map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
                .collect(joining());
    }

    /** stage3Request is stage-3-request. */
    static String kebabCase(String camelCase) {
        return HUMP.matcher(camelCase).replaceAll("-").toLowerCase();
    }

    static boolean isKebabCase(String text) {
        return text.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    static boolean isCamelCase(String text) {
        return text.matches("[a-z][A-Za-z0-9]*");
    }

    /** setDeadline stands in “Set response deadline”: the same words in the same order. */
    static boolean standIn(String phrase, String camelCase) {
        String inOrder = Stream.of(HUMP.split(camelCase)).map(String::toLowerCase).map(Pattern::quote)
                .collect(joining(" (.* )?", "(.* )?", "( .*)?"));
        return String.join(" ", of(phrase)).toLowerCase().matches(inOrder);
    }

    static boolean isSentenceCase(String text) {
        return SENTENCE_END.splitAsStream(POSSESSIVE.matcher(text).replaceAll("")).map(Words::of)
                .allMatch(words -> !words.isEmpty() && startsLikeASentence(words.get(0))
                        && words.stream().skip(1).allMatch(Words::isLowerCase));
    }

    private static boolean startsLikeASentence(String word) {
        return !Character.isLowerCase(word.charAt(0)) && !CAMEL_CASE.matcher(word).matches();
    }

    private static boolean isLowerCase(String word) {
        boolean abbreviation = word.length() > 1 && word.equals(word.toUpperCase());
        return PROPER.contains(word) || abbreviation || word.equals(word.toLowerCase());
    }

    private static List<String> of(String phrase) {
        return NOT_A_WORD.splitAsStream(APOSTROPHE.matcher(phrase).replaceAll("")).filter(word -> !word.isEmpty())
                .toList();
    }
}
