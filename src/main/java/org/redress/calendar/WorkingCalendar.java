package org.redress.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;

/**
 * The working days of England and Wales, for the years whose bank holidays have been entered and no others (WD-01, WD-05, WD-09). One
 * set serves children's and public health complaints and corporate ones (WD-06, WD-07); a day on which a council closes counts (WD-08).
 *
 * <p>All days are numbered once, so that adding ten thousand working days costs two array reads like adding ten.
 */
public final class WorkingCalendar {

    /** The name of the only calendar that there is. */
    public static final String ENGLAND_AND_WALES = "england-and-wales";

    private static final String RESOURCE = ENGLAND_AND_WALES + ".csv";

    private final Year first;
    private final Year last;
    private final String version;
    private final NavigableMap<LocalDate, BankHoliday> bankHolidays;

    /** The epoch day of 1 January of the first year, which is day 0 of the array. */
    private final long origin;

    /** For each day of the years covered, and one more at the end, how many working days come before it. */
    private final int[] workingDaysBefore;

    /** All working days in order. */
    private final LocalDate[] workingDays;

    private WorkingCalendar(BankHolidayFile file, String name) {
        first = file.first();
        last = file.last();
        bankHolidays = file.bankHolidays();
        version = name + " " + first + "-" + last + " #" + fingerprint();
        origin = first.atDay(1).toEpochDay();
        int days = Math.toIntExact(last.plusYears(1).atDay(1).toEpochDay() - origin);
        workingDaysBefore = new int[days + 1];
        List<LocalDate> found = new ArrayList<>(days);
        for (int day = 0; day < days; day++) {
            LocalDate date = LocalDate.ofEpochDay(origin + day);
            workingDaysBefore[day] = found.size();
            if (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !bankHolidays.containsKey(date)) {
                found.add(date);
            }
        }
        workingDaysBefore[days] = found.size();
        workingDays = found.toArray(LocalDate[]::new);
    }

    /** The calendar that is shipped with the product (WD-05, WD-09). */
    public static WorkingCalendar englandAndWales() {
        return Shipped.CALENDAR;
    }

    /** Reads a file that replaces the one shipped, or refuses it with a sentence that names the line (WD-09). */
    public static WorkingCalendar read(Path csv) {
        String fileName = Objects.toString(csv.getFileName(), csv.toString());
        try (Reader reader = Files.newBufferedReader(csv)) {
            return read(reader, fileName);
        } catch (IOException unreadable) {
            throw new BankHolidayFileRefused("The bank-holiday file " + csv
                    + " cannot be read: it has to be there, readable and in UTF-8 (" + unreadable + ").");
        }
    }

    /** Reads the text of a bank-holiday file that is called by the given name in messages and in the version. */
    public static WorkingCalendar read(Reader csv, String fileName) throws IOException {
        return new WorkingCalendar(BankHolidayFile.read(csv, fileName), fileName.replaceFirst("\\.csv$", ""));
    }

    /** Whether the day is from Monday to Friday and no bank holiday, Good Friday or Christmas Day (WD-05). */
    public boolean isWorkingDay(LocalDate date) {
        int day = dayOf(date);
        return workingDaysBefore[day + 1] > workingDaysBefore[day];
    }

    /** The nth working day strictly after the day, which is day 0; no working days lead to the day itself (WD-01). */
    public LocalDate add(LocalDate day, int workingDays) {
        refuseNegative(workingDays);
        int through = workingDaysBefore[dayOf(day) + 1];
        if (workingDays == 0) {
            return day;
        }
        if (workingDays > this.workingDays.length - through) {
            throw notCovered(last.getValue() + 1);
        }
        return this.workingDays[through + workingDays - 1];
    }

    /** The nth working day strictly before the day; no working days lead to the day itself (WD-01). */
    public LocalDate subtract(LocalDate day, int workingDays) {
        refuseNegative(workingDays);
        int before = workingDaysBefore[dayOf(day)];
        if (workingDays == 0) {
            return day;
        }
        if (workingDays > before) {
            throw notCovered(first.getValue() - 1);
        }
        return this.workingDays[before - workingDays];
    }

    /** How many working days lie after the first day, up to and with the second (WD-01). */
    public int count(LocalDate startExclusive, LocalDate endInclusive) {
        if (endInclusive.isBefore(startExclusive)) {
            throw new IllegalArgumentException(
                    "Working days are counted forwards: " + endInclusive + " is before " + startExclusive + ".");
        }
        return workingDaysBefore[dayOf(endInclusive) + 1] - workingDaysBefore[dayOf(startExclusive) + 1];
    }

    /** The day itself if it is a working day, else the working day before it (WD-11). */
    public LocalDate previousOrSame(LocalDate date) {
        return isWorkingDay(date) ? date : subtract(date, 1);
    }

    /** The day itself if it is a working day, else the working day after it (WD-10). */
    public LocalDate nextOrSame(LocalDate date) {
        return isWorkingDay(date) ? date : add(date, 1);
    }

    /** Whether the bank holidays of the day's year are known (WD-09). */
    public boolean covers(LocalDate date) {
        return date.getYear() >= first.getValue() && date.getYear() <= last.getValue();
    }

    /**
     * The day to aim at for a legal date that stands by itself: the day, or if it is closed the working day before it (WD-11). Where the
     * bank holidays are not known yet only the weekend is closed: an aim binds nobody, and is found anew when the year has been entered.
     */
    public LocalDate aim(LocalDate due) {
        return open(due) ? due : aimBefore(due, 1);
    }

    /** The same for a day to remind people on: so many working days before a day, as far as bank holidays are known. */
    public LocalDate aimBefore(LocalDate day, int workingDays) {
        refuseNegative(workingDays);
        LocalDate aim = day;
        for (int left = workingDays; left > 0;) {
            aim = aim.minusDays(1);
            if (open(aim)) {
                left--;
            }
        }
        return aim;
    }

    private boolean open(LocalDate date) {
        return covers(date) ? isWorkingDay(date) : date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /** The bank holiday on the day, if there is one (WD-09). */
    public Optional<BankHoliday> bankHoliday(LocalDate date) {
        dayOf(date);
        return Optional.ofNullable(bankHolidays.get(date));
    }

    /** All bank holidays of the years covered, the earliest first (WD-09). */
    public List<BankHoliday> bankHolidays() {
        return List.copyOf(bankHolidays.values());
    }

    /** The first year whose bank holidays are known. */
    public Year first() {
        return first;
    }

    /** The last year whose bank holidays are known. */
    public Year last() {
        return last;
    }

    /** Names the data that a date was worked out with: it changes when a year or a bank holiday changes (WD-09). */
    public String version() {
        return version;
    }

    private int dayOf(LocalDate date) {
        if (!covers(date)) {
            throw notCovered(date.getYear());
        }
        return (int) (date.toEpochDay() - origin);
    }

    private YearNotCovered notCovered(int year) {
        return new YearNotCovered(year, first, last);
    }

    private static void refuseNegative(int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("A number of working days cannot be negative, " + workingDays + " is.");
        }
    }

    private String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((first + "-" + last + bankHolidays.values()).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Read on first use and kept. */
    private static final class Shipped {

        private static final WorkingCalendar CALENDAR = read();

        private static WorkingCalendar read() {
            InputStream resource = WorkingCalendar.class.getResourceAsStream(RESOURCE);
            try (Reader reader = new InputStreamReader(Objects.requireNonNull(resource, RESOURCE), UTF_8)) {
                return WorkingCalendar.read(reader, RESOURCE);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
