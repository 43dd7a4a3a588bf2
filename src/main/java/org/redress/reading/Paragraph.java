package org.redress.reading;

/**
 * A paragraph, or an item of a list, on one line.
 *
 * @param level how deep it stands in the lists around it, 0 outside them
 * @param marked whether a number, a letter or a bullet stands in front of it
 * @param text with plain quotation marks, hyphens and single blanks
 * @param at where each of its characters is in the text that was read
 */
record Paragraph(int level, boolean marked, String text, int[] at) {

    boolean opens() {
        return text.endsWith(":") || text.endsWith(":-");
    }

    /** A part of it, with where it stands. */
    Passage passage(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && text.charAt(first) == ' ') {
            first++;
        }
        while (last > first && text.charAt(last - 1) == ' ') {
            last--;
        }
        return first == last ? new Passage("", at.length == 0 ? 0 : at[Math.min(first, at.length - 1)], at.length == 0 ? 0 : at[Math.min(first, at.length - 1)])
                : new Passage(text.substring(first, last), at[first], at[last - 1] + 1);
    }

    Passage passage() {
        return passage(0, text.length());
    }
}
