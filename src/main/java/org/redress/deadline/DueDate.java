package org.redress.deadline;

import java.time.LocalDate;
import java.util.List;
import org.redress.calendar.WorkingCalendar;
import org.redress.calendar.YearNotCovered;

/**
 * The last day on which a thing is in time, how it was reached and with which bank holidays (WD-01 to WD-04, WD-11).
 *
 * @param trigger the day of the event that starts the period
 * @param due the legal date, which stays where it falls
 * @param target the due date or, if that is not a working day, the working day before it (WD-11)
 * @param steps one sentence for each step from the trigger to the target
 */
public record DueDate(
        LocalDate trigger,
        Allowance allowance,
        LocalDate due,
        LocalDate target,
        List<String> steps,
        String calendarVersion) {

    public DueDate {
        steps = List.copyOf(steps);
    }

    /**
     * Works the date out, or throws {@link YearNotCovered} if that takes bank holidays that are not known: where working days are
     * counted. A period by the calendar has its legal date without them.
     */
    public static DueDate of(LocalDate trigger, Allowance allowance, WorkingCalendar calendar) {
        LocalDate due = lastDay(trigger, allowance, calendar);
        LocalDate target = calendar.aim(due);
        if (target.isBefore(trigger)) {
            // an event at a weekend with a day or two to go: nothing can be done before it has happened
            target = due;
        }
        List<String> steps = new Explanation(trigger, allowance, due, target, calendar).steps();
        return new DueDate(trigger, allowance, due, target, steps, calendar.version());
    }

    /** How many working days after the due date a thing was done, 0 if it was in time (WD-01). */
    public int daysLate(LocalDate done, WorkingCalendar calendar) {
        return done.isAfter(due) ? calendar.count(due, done) : 0;
    }

    /** The legal date alone, which takes bank holidays only where working days are counted. */
    static LocalDate lastDay(LocalDate trigger, Allowance allowance, WorkingCalendar calendar) {
        int amount = allowance.amount();
        return switch (allowance.unit()) {
            case WORKING_DAYS -> allowance.beginningWith() && calendar.isWorkingDay(trigger)
                    ? calendar.add(trigger, amount - 1)
                    : calendar.add(trigger, amount);
            case DAYS -> lastDay(trigger.plusDays(amount), allowance);
            case WEEKS -> lastDay(trigger.plusWeeks(amount), allowance);
            case MONTHS -> lastDay(trigger, trigger.plusMonths(amount), allowance);
            case YEARS -> lastDay(trigger, trigger.plusYears(amount), allowance);
        };
    }

    private static LocalDate lastDay(LocalDate end, Allowance allowance) {
        return allowance.beginningWith() ? end.minusDays(1) : end;
    }

    private static LocalDate lastDay(LocalDate trigger, LocalDate end, Allowance allowance) {
        // without a corresponding date the period ends with the month, from whichever day it began (WD-03): a month
        // beginning with 31 January is not over on 27 February
        return end.getDayOfMonth() < trigger.getDayOfMonth() ? end : lastDay(end, allowance);
    }
}
