package org.redress.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issue with its answers so far.
 *
 * @param notConsidered the ground on which it was left out, if it was, and {@code clause} its clause where a test of jurisdiction is not met
 * @param discretion why it is investigated although a test is not met, if that was decided
 */
public record IssueView(int number, String text, LocalDate addedOn, @Nullable String notConsidered, @Nullable String clause, @Nullable String discretion, List<Answer> answers) {

    /**
     * Why something went wrong and what is learnt from it (CORP-35).
     *
     * @param service the code of the service where it went wrong; none is the whole council
     */
    public record Lesson(String cause, @Nullable String service, String learnt) {}

    /**
     * The answer of one stage: finding, reasons, remedy, who gave it (a user id), and since when it does not stand any more, if a wrong course was put right.
     *
     * @param remedyBy a day as answers gave it before each promise was an action of its own
     * @param lesson what is learnt, where the complaint is upheld
     */
    public record Answer(
            int stage,
            String finding,
            String reasons,
            @Nullable String remedy,
            @Nullable LocalDate remedyBy,
            String by,
            LocalDate on,
            @Nullable LocalDate setAsideOn,
            @Nullable Lesson lesson) {

        /** An answer that stands, with what is learnt if something is. */
        public Answer(int stage, String finding, String reasons, @Nullable String remedy, @Nullable Lesson lesson, String by, LocalDate on) {
            this(stage, finding, reasons, remedy, null, by, on, null, lesson);
        }
    }
}
