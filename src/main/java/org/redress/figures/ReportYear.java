package org.redress.figures;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;
import org.redress.figures.Figures.Period;

/** A year of the reports, from 1 April on (CORP-42, CHD-21). */
record ReportYear(int from) {
    /** The Code was issued in it; there are no reports about earlier years (CORP-01). */
    static final int FIRST = 2023;

    /** The year that a day is in. */
    static ReportYear of(LocalDate day) {
        return new ReportYear(day.getMonthValue() < Month.APRIL.getValue() ? day.getYear() - 1 : day.getYear());
    }

    /** The last full year before a day. */
    static ReportYear before(LocalDate day) {
        return new ReportYear(of(day).from() - 1);
    }

    /** The year that is asked for: the last full one, if none is; nothing for what is no year, one before the Code, or one that has not begun. */
    static Optional<ReportYear> read(@Nullable String written, LocalDate today) {
        if (written == null || written.isBlank()) {
            return Optional.of(before(today));
        }
        return written.matches("\\d{4}") ? Optional.of(new ReportYear(Integer.parseInt(written))).filter(year -> year.from >= FIRST && year.from <= of(today).from()) : Optional.empty();
    }

    /** The year of a period that is a whole one. */
    static Optional<ReportYear> of(Period period) {
        return Optional.of(of(period.from())).filter(year -> year.period().equals(period));
    }

    /** Those that can be asked for, the newest first. */
    static List<ReportYear> all(LocalDate today) {
        int newest = of(today).from();
        return IntStream.rangeClosed(FIRST, newest).map(year -> newest - (year - FIRST)).mapToObj(ReportYear::new).toList();
    }

    LocalDate first() {
        return LocalDate.of(from, Month.APRIL, 1);
    }

    LocalDate last() {
        return first().plusYears(1).minusDays(1);
    }

    Period period() {
        return new Period(first(), first().plusYears(1));
    }

    String text() {
        return Dates.inFull(first()) + " to " + Dates.inFull(last());
    }
}
