package org.redress.move;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;

/**
 * What moving makes of one process of a case.
 *
 * @param process what the process is called
 * @param from the number of the version on which it is
 * @param to the number of the version to which it moves
 * @param before the steps at which it stands, in the words of the model
 * @param after the steps at which it stands then
 */
public record Change(String process, int from, int to, List<String> before, List<String> after, List<TaskChange> tasks, List<TimerChange> timers) {
    /** A task before and after; {@code form} and {@code formBefore} are ids of forms, {@code formDiffers} says whether the form asks otherwise. */
    public record TaskChange(String nameBefore, String name, List<String> groupsBefore, List<String> groups, @Nullable String assigneeBefore, @Nullable String assignee,
            @Nullable LocalDate dueBefore, @Nullable LocalDate due, String formBefore, String form, boolean formDiffers) {
        private String text() {
            var parts = new ArrayList<String>();
            parts.add("\"" + name + "\"" + was(nameBefore, name));
            parts.add("for " + list(groups) + was(list(groupsBefore), list(groups)));
            if (assignee != null || assigneeBefore != null) {
                parts.add("with " + words(assignee) + was(words(assigneeBefore), words(assignee)));
            }
            parts.add("due " + day(due) + was(day(dueBefore), day(due)));
            parts.add("form " + form + was(formBefore, form) + (formDiffers ? ", which asks otherwise" : ""));
            return "task " + String.join(", ", parts);
        }

        private String kind() {
            var parts = new ArrayList<String>();
            if (!nameBefore.equals(name)) {
                parts.add("is called so instead of \"" + nameBefore + "\"");
            }
            if (!groupsBefore.equals(groups)) {
                parts.add("is for " + list(groups) + " instead of " + list(groupsBefore));
            }
            if (!Objects.equals(assigneeBefore, assignee)) {
                parts.add(assignee == null ? "goes back to its groups" : "is somebody else’s by name");
            }
            if (!Objects.equals(dueBefore, due)) {
                parts.add("is due on another day");
            }
            if (formDiffers || !formBefore.equals(form)) {
                parts.add("shows form " + form + (formBefore.equals(form) ? ", which asks otherwise" : " instead of " + formBefore));
            }
            return "task \"" + name + "\" " + String.join(", ", parts);
        }

        private boolean differs() {
            return formDiffers || !nameBefore.equals(name) || !groupsBefore.equals(groups) || !Objects.equals(assigneeBefore, assignee) || !Objects.equals(dueBefore, due) || !formBefore.equals(form);
        }
    }

    /** A timer before and after, by the name of its event; without a moment before it is new, without one after it is gone. */
    public record TimerChange(String event, @Nullable LocalDateTime before, @Nullable LocalDateTime after) {
        private String text() {
            if (before == null) {
                return "timer \"" + event + "\" is new: " + moment(after);
            }
            return "timer \"" + event + "\": " + (after == null ? "gone" : moment(after)) + was(moment(before), after == null ? "gone" : moment(after));
        }

        private boolean differs() {
            return !Objects.equals(before, after);
        }
    }

    /** Whether anything is another afterwards that people see. */
    boolean differs() {
        return !before.equals(after) || tasks.stream().anyMatch(TaskChange::differs) || timers.stream().anyMatch(TimerChange::differs);
    }

    /** A line for the process, one for each task and timer. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(process + ", version " + from + " to " + to + ": at " + list(before) + (before.equals(after) ? " as before" : ", then at " + list(after)));
        tasks.forEach(task -> lines.add("  " + task.text()));
        timers.forEach(timer -> lines.add("  " + timer.text()));
        return lines;
    }

    /** The same, only what is another afterwards. */
    List<String> differences() {
        var lines = new ArrayList<String>();
        if (!before.equals(after)) {
            lines.add("at " + list(after) + " instead of " + list(before));
        }
        tasks.stream().filter(TaskChange::differs).forEach(task -> lines.add(task.text()));
        timers.stream().filter(TimerChange::differs).forEach(timer -> lines.add(timer.text()));
        return lines.stream().map(line -> process + ": " + line).toList();
    }

    /** The same without days and moments. */
    List<String> kinds() {
        var lines = new ArrayList<String>();
        if (!before.equals(after)) {
            lines.add("at " + list(after) + " instead of " + list(before));
        }
        tasks.stream().filter(TaskChange::differs).forEach(task -> lines.add(task.kind()));
        timers.stream().filter(TimerChange::differs).forEach(timer -> lines.add("timer \"" + timer.event() + "\" " + (timer.before() == null ? "is new" : timer.after() == null ? "is gone" : "waits for another moment")));
        return lines.stream().distinct().map(line -> process + ": " + line).toList();
    }

    private static String was(String before, String now) {
        return before.equals(now) ? "" : " (was " + before + ")";
    }

    private static String list(List<String> words) {
        return words.isEmpty() ? "nothing" : words.stream().collect(Collectors.joining(", "));
    }

    private static String words(@Nullable String person) {
        return person == null ? "nobody by name" : person;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "on no day" : Dates.text(day);
    }

    private static String moment(@Nullable LocalDateTime at) {
        return at == null ? "" : Dates.text(at.toLocalDate()) + String.format(Locale.ROOT, " %02d:%02d", at.getHour(), at.getMinute());
    }
}
