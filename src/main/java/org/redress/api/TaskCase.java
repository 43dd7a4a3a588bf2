package org.redress.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the form of a task: which case it belongs to, and what this task is about.
 *
 * @param people who complains, by name; none if the reader may not read that
 * @param subject what the complaint is about, in the words of the form in which it was assessed
 * @param complaint what is complained of, and {@code wanted} what is wanted
 * @param dueIn how far the day is from today, in words: in 3 working days
 * @param things what this task is about
 * @param print to whom the approved letter of the task can be printed, one for each paper
 */
record TaskCase(String reference, String council, String statusText, int stage, boolean ombudsmans, @Nullable String people, @Nullable String subject, @Nullable String complaint,
        @Nullable String wanted, @Nullable LocalDate dueOn, @Nullable String dueIn, boolean overdue, List<Thing> things, List<String> print) {

    /**
     * One thing: an issue, an action, a letter, a deadline.
     *
     * @param notes what is beside it in the file, each with a label; a day is written as the calendar has it
     */
    record Thing(String title, @Nullable String text, List<Note> notes) {}

    /** A label and what it says: words that somebody wrote, or a day. */
    record Note(String label, @Nullable String text, @Nullable LocalDate day) {
        Note(String label, String text) {
            this(label, text, null);
        }

        Note(String label, LocalDate day) {
            this(label, null, day);
        }
    }
}
