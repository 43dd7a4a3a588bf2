package org.redress.deadline;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.redress.calendar.WorkingCalendar;
import org.redress.calendar.YearNotCovered;

/** The command {@code due 2019-08-09 "20 working days"}: answers from the command line when a thing is due (WD-01). */
public final class DueCommand {

    private static final int ANSWERED = 0;
    private static final int REFUSED = 2;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private DueCommand() {}

    /**
     * Prints the due date alone on the first line and the explanation below it, or one sentence to {@code err}.
     *
     * @param args what follows the word {@code due}: the date and the allowance, which may be several words
     * @return the exit code, 0 for an answer and 2 for a refusal
     */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            if (args.size() < 2) {
                throw new IllegalArgumentException(
                        "Give a date and an allowance, for example: due 2019-08-09 \"20 working days\".");
            }
            LocalDate trigger = date(args.get(0));
            Allowance allowance = Allowance.parse(String.join(" ", args.subList(1, args.size())));
            print(DueDate.of(trigger, allowance, WorkingCalendar.englandAndWales()), out);
            return ANSWERED;
        } catch (IllegalArgumentException | YearNotCovered refusal) {
            err.println(refusal.getMessage());
            return REFUSED;
        }
    }

    private static LocalDate date(String text) {
        if (DATE.matcher(text.strip()).matches()) {
            try {
                return LocalDate.parse(text.strip());
            } catch (DateTimeException notInTheCalendar) {
                // refused below, together with what does not look like a date
            }
        }
        throw new IllegalArgumentException(
                Wording.quoted(text) + " is not a date: write year, month and day, for example 2019-08-09.");
    }

    private static void print(DueDate dueDate, PrintStream out) {
        out.println(dueDate.due());
        dueDate.steps().forEach(out::println);
        out.println("Bank holidays: " + dueDate.calendarVersion());
    }
}
