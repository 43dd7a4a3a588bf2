package org.redress.quality;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as its record tells it, in the order in which it is told: what the checks look at, wherever it comes from.
 *
 * @param people the register of people: label and role
 * @param decision the Ombudsman's decision, once there is one
 * @param actions the agreed actions
 * @param summary what the head of the decision says of its content, where somebody noted it
 */
public record Chronicle(List<Event> events, List<Person> people, @Nullable Decision decision, List<Action> actions, @Nullable Summary summary) {

    /**
     * One event.
     *
     * @param stage the stage whose response this is, else 0
     * @param formal "letter" or "meeting", which belong on working days
     * @param cites days that it speaks of
     * @param names people whom it names
     */
    public record Event(LocalDate on, String what, int stage, @Nullable String formal, List<LocalDate> cites, List<String> names) {}

    /** Somebody in the matter. */
    public record Person(String label, String role) {}

    /** The decision; {@code faults} is the number of issues with fault. */
    public record Decision(LocalDate on, boolean upheld, @Nullable String category, boolean tellsOfsted, int faults) {}

    /** An agreed action; {@code fromAssumed} if the decision does not say from when it counts. */
    public record Action(int number, String kind, String wording, boolean fromAssumed) {}

    /** What the head of a decision says of its content. */
    public record Summary(@Nullable Integer faults, @Nullable String paysFor) {}
}
