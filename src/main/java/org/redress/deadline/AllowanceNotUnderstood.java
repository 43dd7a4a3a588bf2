package org.redress.deadline;

/** A text that is not the wording of an allowance; the message quotes it and lists the wordings that are. */
public final class AllowanceNotUnderstood extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    AllowanceNotUnderstood(String text) {
        super(Wording.quoted(text) + " is not an allowance: write a number from 1 to 9999 or in words, then working days,"
                + " days, weeks, fortnights, months or years, such as 20 working days, a month or six weeks, and beginning with after it"
                + " if the day itself is day 1.");
    }
}
