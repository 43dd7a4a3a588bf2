package org.redress.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a deadline rests on: its row of the table, the day it counts from or the day that a letter set (LGS-09), the notices of extension, and what ended it; the pauses belong to the case. */
record Basis(AllowanceRow row, LocalDate triggerOn, List<Notice> notices, @Nullable Closing closing, @Nullable LocalDate letterDay) {
    Basis(AllowanceRow row, LocalDate triggerOn, List<Notice> notices, @Nullable Closing closing) {
        this(row, triggerOn, notices, closing, null);
    }

    Basis {
        notices = List.copyOf(notices);
    }

    /** Whether no period was stated, and no day has been agreed since (REM-05). */
    boolean reminder() {
        return row.reminder() && notices.stream().allMatch(Notice::asks);
    }

    Basis with(Notice notice) {
        return new Basis(row, triggerOn, Stream.concat(notices.stream(), Stream.of(notice)).toList(), closing, letterDay);
    }

    Basis noticed(UnaryOperator<Notice> corrected) {
        return new Basis(row, triggerOn, notices.stream().map(corrected).toList(), closing, letterDay);
    }

    Basis closed(@Nullable Closing by) {
        return new Basis(row, triggerOn, notices, by, letterDay);
    }

    Basis from(LocalDate day) {
        return new Basis(row, day, notices.stream().map(Notice::toBeChecked).toList(), closing, letterDay);
    }

    Basis by(AllowanceRow other) {
        return new Basis(other, triggerOn, notices, closing, letterDay);
    }

    /** Whether it is to be done before the day that it is about, or on it, such as a report before a conference. */
    boolean aheadOfItsDay() {
        return letterDay != null && !letterDay.isAfter(triggerOn);
    }

    /** Whether it may be done before the day it counts from: ahead of its day, or once the end of another period was set, which is still to come (LGA-22). */
    boolean mayComeBefore() {
        return aheadOfItsDay() || row.countsFrom().endsWith("EndsOn");
    }

    /** The letter that asks sets the day itself; none leaves it to the table (LGS-09, LGS-13). */
    Basis setTo(@Nullable LocalDate day) {
        return new Basis(row, triggerOn, notices, closing, day);
    }
}
