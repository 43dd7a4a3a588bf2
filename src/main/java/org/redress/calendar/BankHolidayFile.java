package org.redress.calendar;

import static java.time.DayOfWeek.SATURDAY;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The table of bank holidays as it is kept in a text file: the years it covers, then one day a line (WD-09). */
final class BankHolidayFile {

    // New Year's Day, Good Friday, Easter Monday, early May, spring, summer, Christmas Day and Boxing Day or the days
    // in their place: no year since 1978 had fewer, so a shorter year is one that somebody has not finished typing
    private static final int FEWEST_IN_A_YEAR = 8;
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String HEADING = "date,name,source";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final NavigableMap<LocalDate, BankHoliday> bankHolidays = new TreeMap<>();
    private int lineNumber;
    private int yearsLine;
    private int first;
    private int last;

    private BankHolidayFile(String name) {
        this.name = name;
    }

    static BankHolidayFile read(Reader csv, String name) throws IOException {
        BankHolidayFile file = new BankHolidayFile(name);
        BufferedReader lines = new BufferedReader(csv);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            file.lineNumber++;
            // spreadsheets put the mark in front of the first line
            file.accept((file.lineNumber == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line).strip());
        }
        file.refuseGaps();
        return file;
    }

    Year first() {
        return Year.of(first);
    }

    Year last() {
        return Year.of(last);
    }

    NavigableMap<LocalDate, BankHoliday> bankHolidays() {
        return bankHolidays;
    }

    private void accept(String line) {
        if (line.isEmpty() || line.startsWith("#") || line.equals(HEADING)) {
            return;
        }
        String[] fields = line.split(",", -1);
        if (fields.length != 3) {
            throw refused(lineNumber, "has to be three fields, " + HEADING + ", without a comma inside a field");
        }
        for (int i = 0; i < fields.length; i++) {
            fields[i] = fields[i].strip();
        }
        if (fields[0].equals("years")) {
            acceptYears(fields[1], fields[2]);
        } else {
            acceptBankHoliday(fields[0], fields[1], fields[2]);
        }
    }

    private void acceptYears(String from, String to) {
        if (yearsLine > 0) {
            throw refused(lineNumber, "declares the years again, line " + yearsLine + " has done so");
        }
        if (!YEAR.matcher(from).matches() || !YEAR.matcher(to).matches() || from.compareTo(to) > 0) {
            throw refused(lineNumber, "has to declare the first and the last year covered, such as years,2015,2028");
        }
        yearsLine = lineNumber;
        first = Integer.parseInt(from);
        last = Integer.parseInt(to);
    }

    private void acceptBankHoliday(String day, String holiday, String source) {
        if (yearsLine == 0) {
            throw refused(lineNumber, "comes before the line that declares the years covered, such as years,2015,2028");
        }
        LocalDate date = date(day);
        if (holiday.isEmpty() || source.isEmpty()) {
            throw refused(lineNumber, "has to give the name and the source of " + date);
        }
        if (date.getYear() < first || date.getYear() > last) {
            throw refused(lineNumber, "gives " + date + ", line " + yearsLine + " declares " + first + " to " + last);
        }
        // at a weekend the day is closed anyway: the line is a mistyped date or lacks its substitute day
        if (date.getDayOfWeek().compareTo(SATURDAY) >= 0) {
            throw refused(lineNumber, "gives " + date + ", which is at a weekend: enter the substitute day");
        }
        if (bankHolidays.putIfAbsent(date, new BankHoliday(date, holiday, source)) != null) {
            throw refused(lineNumber, "gives " + date + " a second time");
        }
    }

    private LocalDate date(String text) {
        if (DATE.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException notInTheCalendar) {
                // refused below, together with what does not look like a date
            }
        }
        throw refused(lineNumber, "has to begin with a date such as 2026-12-25");
    }

    private void refuseGaps() {
        if (yearsLine == 0) {
            throw new BankHolidayFileRefused("The bank-holiday file " + name
                    + " has no line that declares the years covered, such as years,2015,2028.");
        }
        for (int year = first; year <= last; year++) {
            int entered = bankHolidays
                    .subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true)
                    .size();
            if (entered < FEWEST_IN_A_YEAR) {
                throw refused(yearsLine, "declares " + first + " to " + last + ", but " + year + " has only " + entered
                        + " bank holidays where there are at least " + FEWEST_IN_A_YEAR);
            }
        }
    }

    private BankHolidayFileRefused refused(int line, String reason) {
        return new BankHolidayFileRefused("Line " + line + " of the bank-holiday file " + name + " " + reason + ".");
    }
}
