package org.redress.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a deadline rests on: its row of the table, the day it counts from, the notices of extension, and what ended it; the pauses belong to the case. */
record Basis(AllowanceRow row, LocalDate triggerOn, List<Notice> notices, @Nullable Closing closing) {
    Basis {
        notices = List.copyOf(notices);
    }

    /** Whether no period was stated, and no day has been agreed since (REM-05). */
    boolean reminder() {
        return row.reminder() && notices.stream().allMatch(Notice::asks);
    }

    Basis with(Notice notice) {
        return new Basis(row, triggerOn, Stream.concat(notices.stream(), Stream.of(notice)).toList(), closing);
    }

    Basis noticed(UnaryOperator<Notice> corrected) {
        return new Basis(row, triggerOn, notices.stream().map(corrected).toList(), closing);
    }

    Basis closed(@Nullable Closing by) {
        return new Basis(row, triggerOn, notices, by);
    }

    Basis from(LocalDate day) {
        return new Basis(row, day, notices, closing);
    }

    Basis by(AllowanceRow other) {
        return new Basis(other, triggerOn, notices, closing);
    }
}
