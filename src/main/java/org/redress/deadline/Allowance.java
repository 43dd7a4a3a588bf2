package org.redress.deadline;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much time a rule allows, as the rule words it: "20 working days", "6 weeks", "12 months beginning with".
 *
 * <p>Normally the day of the event is day 0 (WD-01); a period beginning with a day has it as day 1 (WD-02), and counted
 * in working days it has the next working day as day 1 if that day is closed.
 */
public record Allowance(int amount, Unit unit, boolean beginningWith) {

    /** What an allowance is counted in. */
    public enum Unit {
        /** Without weekends and bank holidays (WD-01, WD-05). */
        WORKING_DAYS("working day"),
        /** Calendar days, every one counts (WD-01). */
        DAYS("day"),
        /** Seven calendar days each (WD-01). */
        WEEKS("week"),
        /** Calendar months by the corresponding date (WD-03). */
        MONTHS("month"),
        /** To the same date in a later year (WD-04). */
        YEARS("year");

        private final String singular;

        Unit(String singular) {
            this.singular = singular;
        }

        String words(int amount) {
            return amount == 1 ? singular : singular + "s";
        }

        private static Unit of(String singular) {
            for (Unit unit : values()) {
                if (unit.singular.equals(singular)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException(singular);
        }
    }

    private static final int MOST = 9999;
    private static final String BEGINNING_WITH = " beginning with";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cf}]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z0-9])[\\p{Pd}\u2212](?=[a-z0-9])");
    private static final Pattern AROUND = Pattern.compile("^[\"“‘']+|[\"”’'.,;:]+$");
    /** What rules and letters put in front and behind without changing the period. */
    private static final Pattern WORDING = Pattern.compile("(?:(?:within|in|no later than|not later than|at most|up to)(?: a period of| the period of)? )?"
            + "(?:(?<amount>[0-9]{1,5}|[a-z]+(?: [a-z]+){0,4}?)(?: \\((?<again>[0-9]{1,5}|[a-z]+(?: [a-z]+){0,4})\\))? ?)?"
            + "(?<unit>working day|(?:calendar )?day|week|fortnight|(?:calendar )?month|year)(?<several>s?)[’']?"
            + "(?: (?:of|from|after|later)|(?<beginning> (?:beginning|starting) (?:with|on)(?: (?:that|the) (?:day|date))?))?");

    public Allowance {
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("An allowance is between 1 and " + MOST + ", not " + amount + ".");
        }
    }

    /** Reads the wording of a rule or of a letter, in figures or words, in capitals or not, and refuses what it does not understand. */
    public static Allowance parse(String text) {
        Matcher wording = WORDING.matcher(evened(text));
        if (!wording.matches()) {
            throw new AllowanceNotUnderstood(text);
        }
        boolean fortnight = wording.group("unit").equals("fortnight");
        // only a fortnight is said without a number
        int amount = wording.group("amount") != null ? NumberWords.read(wording.group("amount")) : fortnight && wording.group("several").isEmpty() ? 1 : 0;
        boolean same = wording.group("again") == null || NumberWords.read(wording.group("again")) == amount;
        int counted = fortnight ? 2 * amount : amount;
        if (counted < 1 || counted > MOST || !same) {
            throw new AllowanceNotUnderstood(text);
        }
        return new Allowance(counted, fortnight ? Unit.WEEKS : Unit.of(wording.group("unit").replace("calendar ", "")), wording.group("beginning") != null);
    }

    private static String evened(String text) {
        String words = BLANKS.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return AROUND.matcher(BETWEEN_WORDS.matcher(words).replaceAll(" ")).replaceAll("").strip();
    }

    /** A day at or after the latest one from which this period is over before another day; bank holidays only make it earlier. */
    LocalDate before(LocalDate day) {
        return switch (unit) {
            case WORKING_DAYS, DAYS -> day.minusDays(amount);
            case WEEKS -> day.minusWeeks(amount);
            case MONTHS -> day.minusMonths(amount);
            case YEARS -> day.minusYears(amount);
        };
    }

    /** The number and the unit alone, such as "20 working days". */
    String period() {
        return amount + " " + unit.words(amount);
    }

    /** The wording that {@link #parse} reads back as the same value. */
    @Override
    public String toString() {
        return period() + (beginningWith ? BEGINNING_WITH : "");
    }
}
