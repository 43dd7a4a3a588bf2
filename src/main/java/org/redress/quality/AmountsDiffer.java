package org.redress.quality;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.quality.Chronicle.Action;
import org.redress.quality.Chronicle.Event;

/** An amount in words beside another in figures, or an agreed payment whose wording names other sums (DQ-12, REM-04). */
final class AmountsDiffer implements Check {
    private static final String FIGURES = "£ ?(\\d[\\d,]*(?:\\.\\d{2})?)";
    private static final String WORDS = "((?:" + NumberInWords.WORD + "[ -]?)++) ?pounds?";
    private static final Pattern FIGURES_FIRST = Pattern.compile(FIGURES + " ?[(\\[]" + WORDS + "[)\\]]");
    private static final Pattern WORDS_FIRST = Pattern.compile("\\b" + WORDS + " ?[(\\[]" + FIGURES + "[)\\]]");
    private static final Pattern AMOUNT = Pattern.compile(FIGURES);

    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        return Stream.concat(chronicle.all().flatMap(event -> event.texts().stream().flatMap(text -> of(event, text.toLowerCase(Locale.ROOT)))),
                chronicle.actions().stream().flatMap(action -> of(action).stream()));
    }

    private static Stream<Finding> of(Event event, String text) {
        return Stream.concat(FIGURES_FIRST.matcher(text).results().flatMap(found -> of(event, found.group(1), found.group(2)).stream()),
                WORDS_FIRST.matcher(text).results().flatMap(found -> of(event, found.group(2), found.group(1)).stream()));
    }

    private static Optional<Finding> of(Event event, String figures, String words) {
        return NumberInWords.of(words).filter(number -> pounds(figures).compareTo(number) != 0)
                .map(number -> new Finding("DQ-12", event.on(), "£" + figures + " stands beside " + words.strip() + " pounds: " + event.told()));
    }

    /** A wording that names no sum, or several that add up to it, agrees. */
    private static Optional<Finding> of(Action action) {
        var amount = action.amount();
        var named = AMOUNT.matcher(action.wording()).results().map((MatchResult found) -> pounds(found.group(1))).toList();
        return amount == null || named.isEmpty() || named.stream().anyMatch(sum -> sum.compareTo(amount) == 0) || sum(named).compareTo(amount) == 0 ? Optional.empty()
                : Optional.of(new Finding("DQ-12", null, "Action " + action.number() + " is about £" + amount.stripTrailingZeros().toPlainString() + ", and its wording names another sum: "
                        + action.wording()));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal pounds(String figures) {
        return new BigDecimal(figures.replace(",", ""));
    }
}
