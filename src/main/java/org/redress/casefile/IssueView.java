package org.redress.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issue with its answers so far; {@code notConsidered} is the ground on which it was left out, if it was. */
public record IssueView(int number, String text, LocalDate addedOn, @Nullable String notConsidered, List<Answer> answers) {

    /** The answer of one stage: finding, reasons, remedy, who gave it (a user id), and since when it does not stand any more, if a wrong course was put right. */
    public record Answer(
            int stage,
            String finding,
            String reasons,
            @Nullable String remedy,
            @Nullable LocalDate remedyBy,
            String by,
            LocalDate on,
            @Nullable LocalDate setAsideOn) {

        /** An answer that stands. */
        public Answer(int stage, String finding, String reasons, @Nullable String remedy, @Nullable LocalDate remedyBy, String by, LocalDate on) {
            this(stage, finding, reasons, remedy, remedyBy, by, on, null);
        }
    }
}
