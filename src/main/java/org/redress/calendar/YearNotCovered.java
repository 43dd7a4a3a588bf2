package org.redress.calendar;

import java.time.Year;

/** The answer would need the bank holidays of a year that nobody has entered (WD-09). */
public final class YearNotCovered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    YearNotCovered(int year, Year first, Year last) {
        super("The bank holidays of " + year + " are not known, only those of " + first + " to " + last
                + ": add the year to the bank-holiday file.");
    }
}
