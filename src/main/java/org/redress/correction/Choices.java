package org.redress.correction;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.redress.casefile.Dates;
import org.redress.casefile.Fact;

/** The facts of a case as options of a select field: what each says and in which step it was recorded; no name, no free text. */
final class Choices {
    private static final String DAY = "day-";
    private static final String AMOUNT = "amount-";

    private Choices() {}

    /** A JSON list of label and value, the newest fact first. */
    static SpinJsonNode of(List<Fact> facts) {
        return Spin.JSON(facts.stream().sorted(Comparator.comparing(Fact::id).reversed()).map(fact -> Map.of("label", label(fact), "value", value(fact))).toList());
    }

    static String value(Fact fact) {
        return (amount(fact) ? AMOUNT : DAY) + fact.id();
    }

    private static boolean amount(Fact fact) {
        return fact.day().isEmpty();
    }

    /** The number of the fact that was chosen. */
    static long id(String value) {
        return Long.parseLong(value.substring(value.indexOf('-') + 1));
    }

    static boolean amount(String value) {
        return value.startsWith(AMOUNT);
    }

    private static String label(Fact fact) {
        return fact.step() + " – " + fact.label() + ": " + (amount(fact) ? "£" : "") + fact.content() + " (recorded " + Dates.text(fact.recordedAt().toLocalDate())
                + ")";
    }
}
