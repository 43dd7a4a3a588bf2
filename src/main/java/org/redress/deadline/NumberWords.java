package org.redress.deadline;

import java.util.List;

/** Whole numbers as periods are worded: 20, twenty, a, thirteen, one hundred and fifty five. */
final class NumberWords {
    private static final List<String> ONES = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");
    private static final List<String> TENS = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final String HUNDRED = "hundred";

    private NumberWords() {}

    /** The number, with blanks where words are joined by a hyphen; 0 for what is none. */
    static int read(String words) {
        if (words.matches("[0-9]{1,9}")) {
            return Integer.parseInt(words);
        }
        var parts = List.of(words.split(" "));
        int hundred = parts.indexOf(HUNDRED);
        if (hundred < 0) {
            return parts.size() == 1 && isOne(words) ? 1 : belowHundred(parts);
        }
        if (hundred != 1) {
            return 0;
        }
        int hundreds = isOne(parts.get(0)) ? 1 : ONES.subList(0, 9).indexOf(parts.get(0)) + 1;
        var rest = parts.subList(2, parts.size());
        boolean joined = !rest.isEmpty() && rest.get(0).equals("and");
        int small = belowHundred(joined ? rest.subList(1, rest.size()) : rest);
        return hundreds == 0 || small == 0 && !rest.isEmpty() ? 0 : hundreds * 100 + small;
    }

    private static boolean isOne(String word) {
        return word.equals("a") || word.equals("an");
    }

    private static int belowHundred(List<String> parts) {
        int ones = parts.isEmpty() ? 0 : ONES.indexOf(parts.get(parts.size() - 1)) + 1;
        int tens = parts.isEmpty() ? 0 : (TENS.indexOf(parts.get(0)) + 2) * 10;
        return switch (parts.size()) {
            case 1 -> ones > 0 ? ones : tens > 10 ? tens : 0;
            case 2 -> tens > 10 && ones > 0 && ones < 10 ? tens + ones : 0;
            default -> 0;
        };
    }
}
