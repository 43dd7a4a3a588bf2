package org.redress.deadline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deadline as it stands on the day of asking; {@code daysLate} are working days, {@code item} tells several of one kind apart; with {@code noPeriod} its day is only the next on which it is asked about. */
public record DeadlineView(
        String kind,
        int stage,
        @Nullable Integer item,
        String owedBy,
        String rule,
        String clause,
        String trigger,
        LocalDate triggerOn,
        String allowance,
        LocalDate dueOn,
        LocalDate originalDueOn,
        LocalDate targetOn,
        boolean noPeriod,
        DeadlineState state,
        boolean overdue,
        String outcome,
        @Nullable LocalDate closedOn,
        @Nullable Integer daysLate,
        @Nullable LocalDate overdueSince,
        List<String> steps,
        List<Extended> extensions,
        List<Paused> pauses) {

    /** More time by written notice. */
    public record Extended(LocalDate on, LocalDate from, LocalDate to, String reason) {}

    /** A time in which the clock stood still; {@code to} is null while it does. */
    public record Paused(LocalDate from, @Nullable LocalDate to) {}

    /** What is owed, in words: the kind with its number and its stage. */
    public String title() {
        return title(kind, stage, item);
    }

    /** What is owed, in words. */
    public static String title(String kind, int stage, @Nullable Integer item) {
        var words = kind.replace('-', ' ');
        var name = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        var numbered = item == null ? name : name + " " + item;
        return stage > 0 ? numbered + ", stage " + stage : numbered;
    }
}
