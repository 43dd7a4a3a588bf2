package org.redress.disclosure;

import java.util.regex.Pattern;

/**
 * One way in which something that is not to be published may be written, in a text as {@link Folded} has it.
 *
 * @param what in words, without the name
 */
record Spelling(String what, Pattern pattern, Fate fate, Look look) {
    private static final String BEFORE = "(?<!\\p{L})";
    private static final String AFTER = "(?!\\p{L})";

    /** What becomes of a text that is written so. */
    enum Fate {
        /** It is the name, and replaced. */
        REPLACED,
        /** It is the name, but whose, or in which form to replace it, only a person can say. */
        LEFT,
        /** It may be the name: asked about, and never replaced. */
        DOUBTFUL
    }

    /** How it has to look to count. */
    enum Look {
        ANY,
        /** With a capital: in small letters it is a word like any other. */
        CAPITAL,
        /** With a capital at its last word: the judge may, Judge May. */
        LAST_CAPITAL,
        /** In capitals. */
        CAPITALS
    }

    static Spelling of(String what, String regex, Fate fate, Look look) {
        return new Spelling(what, Pattern.compile(BEFORE + "(?:" + regex + ")" + AFTER), fate, look);
    }

    /**
     * Whether something looks as it has to.
     *
     * @param written what was found, as {@link Folded} has it, with its capitals
     */
    boolean looks(String written) {
        return switch (look) {
            case ANY -> true;
            case CAPITAL -> written.codePoints().filter(Character::isLetter).findFirst().stream().anyMatch(letter -> Character.isUpperCase(letter) || Character.isTitleCase(letter));
            case LAST_CAPITAL -> {
                var words = written.strip().split("[^\\p{L}']+");
                yield Character.isUpperCase(words[words.length - 1].codePointAt(0));
            }
            case CAPITALS -> written.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
        };
    }
}
