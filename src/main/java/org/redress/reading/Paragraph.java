package org.redress.reading;

import java.util.Arrays;

/**
 * A paragraph, or an item of a list, on one line.
 *
 * @param level how deep it stands in the lists around it, 0 outside them
 * @param marked whether a number, a letter or a bullet stands in front of it
 * @param text with plain quotation marks, hyphens and single blanks
 * @param at where each of its characters is in the text that was read
 * @param written its words as they were written, which are shown whatever was put in their place to read them
 */
record Paragraph(int level, boolean marked, String text, int[] at, Written written) {

    /**
     * The words of a paragraph as they were written, on one line.
     *
     * @param at where each of their characters is in the text that was read
     */
    record Written(String text, int[] at) {

        /** What was written from one position in the text that was read to another. */
        String between(int from, int to) {
            return text.substring(index(at, from), index(at, to));
        }
    }

    /** Which of its characters stands at a position in the text that was read, or behind it. */
    int index(int position) {
        return index(at, position);
    }

    private static int index(int[] at, int position) {
        int found = Arrays.binarySearch(at, position);
        return found < 0 ? -found - 1 : found;
    }

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
                : new Passage(written.between(at[first], at[last - 1] + 1), at[first], at[last - 1] + 1);
    }

    /** The same with other words instead of those from here to there; all of them stand where those stood. */
    Paragraph with(int from, int to, String words) {
        int[] moved = new int[text.length() - (to - from) + words.length()];
        System.arraycopy(at, 0, moved, 0, from);
        for (int i = 0; i < words.length(); i++) {
            moved[from + i] = i == words.length() - 1 ? at[to - 1] : at[Math.min(from + i, to - 1)];
        }
        System.arraycopy(at, to, moved, from + words.length(), text.length() - to);
        return new Paragraph(level, marked, text.substring(0, from) + words + text.substring(to), moved, written);
    }

    Passage passage() {
        return passage(0, text.length());
    }
}
