package org.redress.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that, by the day that was given, happened in time, and was recorded only when the deadline's day had passed: what was done,
 * the deadline and its day, the day on which it is said to have happened, and when and by whom that was recorded.
 */
public record RecordedAfterwards(
        String reference,
        String kind,
        int stage,
        @Nullable Integer item,
        String what,
        LocalDate day,
        LocalDate happenedOn,
        LocalDateTime recordedAt,
        @Nullable String recordedBy) {

    /** What was owed, in words, as {@link DeadlineView#title()}. */
    public String title() {
        return DeadlineView.title(kind, stage, item);
    }
}
