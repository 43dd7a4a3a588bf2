package org.redress.disclosure;

/**
 * Something in a copy that may say who or where somebody is.
 *
 * @param paragraph counted from 1, without empty lines
 * @param what in words, without what stands there
 * @param certain whether it is a name that must not be there; else a person looks at it and says that it may stay
 */
record LeftOver(int paragraph, int from, int to, String what, boolean certain) {
    /** Where it is and what, and not what stands there: this is shown, and kept as asked. */
    String sentence() {
        return "paragraph " + paragraph + ": " + what;
    }
}
