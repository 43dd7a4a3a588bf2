package org.redress.quality;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A whole number in English words, up to 999,999: "one thousand two hundred and fifty". */
final class NumberInWords {
    private static final List<String> SMALL = List.of("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");
    private static final List<String> TENS = List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    /** One word of such a number; longer words first, so that "sixty" is not read as "six". */
    static final String WORD = "(?:seventeen|thirteen|fourteen|eighteen|nineteen|thousand|fifteen|sixteen|hundred|seventy|nought|eleven|twelve|twenty|thirty|eighty|ninety|"
            + "three|seven|eight|forty|fifty|sixty|four|five|nine|one|two|six|ten|and|a)(?![a-z])";

    private NumberInWords() {}

    /** The number, or nothing where the words are none. */
    static Optional<BigDecimal> of(String words) {
        long total = 0;
        long part = 0;
        boolean any = false;
        for (var word : Arrays.stream(words.split("[ -]+")).filter(one -> !one.isBlank() && !one.equals("and")).toList()) {
            int small = word.equals("a") ? 1 : SMALL.indexOf(word);
            int tens = TENS.indexOf(word);
            if (small >= 0) {
                part += small;
            } else if (tens > 0) {
                part += tens * 10L;
            } else if (word.equals("hundred")) {
                part = Math.max(part, 1) * 100;
            } else if (word.equals("thousand")) {
                total += Math.max(part, 1) * 1000;
                part = 0;
            } else {
                return Optional.empty();
            }
            any = true;
        }
        return any ? Optional.of(BigDecimal.valueOf(total + part)) : Optional.empty();
    }
}
