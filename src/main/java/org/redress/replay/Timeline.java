package org.redress.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a replay shows: what happened, the deadlines with their outcome, and what the product would not have let happen. */
record Timeline(
        String caseReference,
        String council,
        String title,
        String source,
        List<Line> timeline,
        List<Due> deadlines,
        List<TurnedDown> turnedDown,
        List<Remark> remarks,
        List<Checked> expectations) {

    /** A day and what happened on it, by whom. */
    record Line(LocalDate on, String what, String who, @Nullable String detail) {}

    /** A deadline as it stood at the end. */
    record Due(String deadline, int stage, String owedBy, LocalDate triggerOn, String allowance, LocalDate due, LocalDate target,
            @Nullable LocalDate overdueSince, @Nullable LocalDate done, @Nullable Integer workingDaysLate, String outcome, String rule,
            List<String> steps) {}

    /** What was tried, and the sentence with which it was refused. */
    record TurnedDown(LocalDate on, String what, String sentence) {}

    /** What is assumed, or written differently in the source. */
    record Remark(LocalDate on, String what, String kind, Map<String, String> about) {}

    /** Something that had to come out, and whether it did. */
    record Checked(String expected, boolean met, String found) {}

    boolean asExpected() {
        return expectations.stream().allMatch(Checked::met);
    }
}
