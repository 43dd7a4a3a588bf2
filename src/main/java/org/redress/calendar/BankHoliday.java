package org.redress.calendar;

import java.time.LocalDate;

/** A day from Monday to Friday that is not a working day, and the law that makes it so (WD-05, WD-09). */
public record BankHoliday(LocalDate date, String name, String source) {}
