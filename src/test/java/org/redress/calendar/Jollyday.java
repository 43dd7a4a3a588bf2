package org.redress.calendar;

import static java.util.Comparator.comparing;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The public holidays of England according to jollyday, an independent source: for comparison and for other years. */
public final class Jollyday {

    private static final HolidayManager HOLIDAYS =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));

    private Jollyday() {}

    static boolean isWorkingDay(LocalDate date) {
        return !isWeekend(date) && !HOLIDAYS.isHoliday(date, "eng");
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** The bank-holiday file that somebody who trusts jollyday would write for these years. */
    static String file(int first, int last) {
        List<String> lines = new ArrayList<>(List.of("years," + first + "," + last, "date,name,source"));
        for (int year = first; year <= last; year++) {
            TreeSet<Holiday> holidays = new TreeSet<>(comparing(Holiday::getDate));
            holidays.addAll(HOLIDAYS.getHolidays(Year.of(year), "eng"));
            for (Holiday holiday : holidays) {
                if (!isWeekend(holiday.getDate())) {
                    lines.add(holiday.getDate() + "," + holiday.getPropertiesKey() + ",jollyday");
                }
            }
        }
        return String.join("\n", lines);
    }

    public static WorkingCalendar calendar(int first, int last) {
        try {
            return WorkingCalendar.read(new StringReader(file(first, last)), "jollyday.csv");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
