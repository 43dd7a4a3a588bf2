package org.redress.deadline;

import static org.redress.deadline.Wording.counted;
import static org.redress.deadline.Wording.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.redress.calendar.BankHoliday;
import org.redress.calendar.WorkingCalendar;
import org.redress.deadline.Allowance.Unit;

/** Tells in sentences how a due date was reached, for the officer who has to defend it (WD-01 to WD-04, WD-11). */
record Explanation(
        LocalDate trigger, Allowance allowance, LocalDate due, LocalDate target, WorkingCalendar calendar) {

    List<String> steps() {
        List<String> steps = new ArrayList<>();
        steps.add(start());
        switch (allowance.unit()) {
            case WORKING_DAYS -> countWorkingDays(steps);
            case DAYS, WEEKS -> steps.add(countDays());
            case MONTHS, YEARS -> steps.add(findCorrespondingDate());
        }
        if (allowance.unit() != Unit.WORKING_DAYS) {
            steps.add(aim());
        }
        return steps;
    }

    private String start() {
        if (!allowance.beginningWith()) {
            return date(trigger) + " is day 0: the day of the event does not count.";
        }
        if (countsTrigger()) {
            return date(trigger) + " is day 1: the period begins with it.";
        }
        return date(trigger) + " is not a working day: the period begins with the next working day.";
    }

    private boolean countsTrigger() {
        return allowance.beginningWith()
                && (allowance.unit() != Unit.WORKING_DAYS || calendar.isWorkingDay(trigger));
    }

    private void countWorkingDays(List<String> steps) {
        LocalDate first = countsTrigger() ? trigger : calendar.add(trigger, 1);
        steps.add(
                allowance.amount() == 1
                        ? "Day 1 is " + date(due) + "."
                        : "Day 1 is " + date(first) + " and day " + allowance.amount() + " is " + date(due) + ".");
        List<BankHoliday> bankHolidays = calendar.bankHolidays().stream()
                .filter(holiday -> holiday.date().isAfter(trigger) && holiday.date().isBefore(due))
                .toList();
        // bank holidays are never at weekends: what is neither counted nor a bank holiday is a Saturday or a Sunday
        int weekendDays = Math.toIntExact(ChronoUnit.DAYS.between(trigger, due))
                - calendar.count(trigger, due)
                - bankHolidays.size();
        if (weekendDays > 0) {
            steps.add("Skipped " + counted(weekendDays, "weekend day")
                    + ": Saturdays and Sundays are not working days.");
        }
        if (!bankHolidays.isEmpty()) {
            steps.add("Skipped " + counted(bankHolidays.size(), "bank holiday") + ": "
                    + bankHolidays.stream()
                            .map(holiday -> date(holiday.date()) + ", " + holiday.name())
                            .collect(Collectors.joining("; "))
                    + ".");
        }
    }

    private String countDays() {
        int days = allowance.unit() == Unit.WEEKS ? 7 * allowance.amount() : allowance.amount();
        String span = allowance.unit() == Unit.WEEKS ? allowance.period() + " are " + counted(days, "day") + ". " : "";
        return span + "Every day counts, weekends and bank holidays too: day " + days + " is " + date(due) + ".";
    }

    private String findCorrespondingDate() {
        LocalDate later = allowance.unit() == Unit.YEARS
                ? trigger.plusYears(allowance.amount())
                : trigger.plusMonths(allowance.amount());
        if (later.getDayOfMonth() < trigger.getDayOfMonth()) {
            return allowance.period() + " later the month has no day " + trigger.getDayOfMonth()
                    + ": the period ends with its last day, " + date(due) + ".";
        }
        String corresponding = "The corresponding date " + allowance.period() + " later is " + date(later);
        return allowance.beginningWith()
                ? corresponding + ": the period ends the day before, " + date(due) + "."
                : corresponding + ".";
    }

    private String aim() {
        if (!calendar.covers(due)) {
            return aimUnknown();
        }
        if (calendar.isWorkingDay(due)) {
            return date(due) + " is a working day: the target is the same date.";
        }
        String closed = date(due) + calendar.bankHoliday(due)
                .map(holiday -> " is a bank holiday, " + holiday.name())
                .orElse(" is at a weekend");
        return target.equals(due)
                ? closed + " and no working day lies between the event and it: the target is the same date."
                : closed + ": the due date stays there, the target is the working day before it, " + date(target) + ".";
    }

    private String aimUnknown() {
        String unknown = "the bank holidays of " + due.getYear() + " are not known yet";
        if (due.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
            return date(due) + " is the due date whether it is a working day or not: " + unknown + ", and the target is the same date until they are.";
        }
        String closed = date(due) + " is at a weekend: the due date stays there, ";
        if (target.equals(due)) {
            return closed + "and the target is the same date.";
        }
        return closed + (calendar.covers(target) ? "the target is the working day before it, " + date(target) + "."
                : unknown + ", and the target is " + date(target) + " until they are.");
    }
}
