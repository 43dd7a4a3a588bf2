package org.redress.calendar;

/** A bank-holiday file that cannot be read as it stands; the message names the file and the line (WD-09). */
public final class BankHolidayFileRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    BankHolidayFileRefused(String message) {
        super(message);
    }
}
