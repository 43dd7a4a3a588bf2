package org.redress.confirmation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.Dates;
import org.redress.gate.Lines;
import org.redress.gate.Submission;

/**
 * What a change of a case has to pass before it is made (model "confirmation").
 *
 * @param by who confirms it
 * @param changes what changes, a sentence each, without names and without anybody's words
 */
public record Confirmation(By by, List<String> changes) {
    private static final String CHANGES = "changes";
    private static final String MISSED = " It was missed, and stays told as missed.";
    /** The marks of all changes, where not all of them have room in {@link #CHANGES}. */
    private static final String MARKS = "marksOfChanges";
    private static final int LONGEST_MARKS = 4000;
    private static final int LENGTH_OF_MARK = 8;

    public Confirmation {
        changes = List.copyOf(changes);
    }

    /** Who confirms a change. */
    public enum By {
        /** Nothing that is owed moves. */
        NOBODY,
        /** Whoever asked for it, after having seen what changes. */
        ASKER,
        /** Somebody who neither asked nor answers or approves the case, because a day moves later or a miss would look met (CORP-22). */
        SECOND
    }

    /** Nothing has to be confirmed. */
    public static Confirmation none() {
        return new Confirmation(By.NOBODY, List.of());
    }

    /** A whole case, or what is done in it, would end: a second person confirms it, whatever else is owed. */
    public static Confirmation ofEnd(String whole, List<String> owed) {
        return ofEnd(Stream.concat(Stream.of(whole), owed.stream()).toList());
    }

    /** Something would end what is owed: a second person confirms it, unless nothing is (CMP-01, CHD-11). */
    public static Confirmation ofEnd(List<String> owed) {
        return owed.isEmpty() ? none() : new Confirmation(By.SECOND, owed.stream().map(one -> one + ": not owed any more.").toList());
    }

    /** What the model "confirmation" reads; the change is made when it has ended with "confirm". */
    public void ask(Submission asked, int stage) {
        asked.set(CHANGES, text());
        asked.set(MARKS, marks());
        asked.set("confirmedBy", by.name().toLowerCase(Locale.ROOT));
        asked.set("askedFor", asked.user());
        asked.set("stageNumber", stage);
        asked.set("confirmation", "confirm");
    }

    /** Refuses to make a change that would do something else by now than what was shown and confirmed. */
    public void needShown(DelegateExecution execution) {
        if (by != By.NOBODY && !isShown(execution)) {
            throw new CannotBeKept("Something else would change now, because the case has gone on: " + String.join(" ", text().lines().toList())
                    + " Leave it as it is, so that it is asked for anew.");
        }
    }

    /** The same where less may have come to change: what has been done meanwhile cannot end any more. */
    public void needNoMoreThanShown(DelegateExecution execution) {
        // that a day was missed in between changes nothing of what was confirmed
        var now = changes.stream().map(Confirmation::withoutMissed);
        var shown = execution.getVariable(MARKS) instanceof String marks ? Set.copyOf(List.of(marks.split(" ")))
                : Objects.requireNonNullElse((String) execution.getVariable(CHANGES), "").lines().map(Confirmation::withoutMissed).map(Confirmation::mark).collect(Collectors.toSet());
        if (by != By.NOBODY && !now.map(Confirmation::mark).allMatch(shown::contains)) {
            needShown(execution);
        }
    }

    private boolean isShown(DelegateExecution execution) {
        return text().equals(execution.getVariable(CHANGES)) && Objects.equals(marks(), execution.getVariable(MARKS));
    }

    /** As many as have room. */
    private String text() {
        return Lines.of(changes);
    }

    private String whole() {
        return String.join("\n", changes);
    }

    /** Of every change, so that what has no room to be shown is compared too; of more than have room for that the whole. */
    private @Nullable String marks() {
        if (text().equals(whole())) {
            return null;
        }
        var marks = changes.stream().map(Confirmation::withoutMissed).map(Confirmation::mark).collect(Collectors.joining(" "));
        return marks.length() <= LONGEST_MARKS ? marks : mark(whole());
    }

    private static String mark(String change) {
        return UUID.nameUUIDFromBytes(change.getBytes(StandardCharsets.UTF_8)).toString().substring(0, LENGTH_OF_MARK);
    }

    /**
     * How a deadline moves, in words.
     *
     * @param title what is owed
     * @param from its day now, none if it has none yet
     * @param missed whether that day has been missed
     * @param to its day after the change, none if that cannot be known yet
     */
    public static String moves(String title, @Nullable LocalDate from, boolean missed, @Nullable LocalDate to) {
        var after = to == null ? "a day that is not known yet" : Dates.text(to);
        var moves = from == null ? " due on " + after : from.equals(to) ? " due stays " + after : " due moves from " + Dates.text(from) + " to " + after;
        return title + moves + "." + (missed ? MISSED : "");
    }

    private static String withoutMissed(String change) {
        return change.endsWith(MISSED) ? change.substring(0, change.length() - MISSED.length()) : change;
    }
}
