package org.redress.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.ActionView;
import org.redress.casefile.IssueView;

/**
 * A case as its record tells it: what the checks look at, wherever it comes from.
 *
 * @param events what happened, in the order in which it is told
 * @param letters what was written, where it is kept beside the events and not among them
 * @param people the register of people: label and role
 * @param decision the Ombudsman's decision, once there is one
 * @param issues what was complained of, each with its last answer
 * @param actions the agreed actions
 * @param summary what the head of the decision says of its content, where somebody noted it
 */
public record Chronicle(List<Event> events, List<Event> letters, List<Person> people, @Nullable Decision decision,
        List<Issue> issues, List<Action> actions, @Nullable Summary summary) {

    /**
     * One event.
     *
     * @param stage the stage whose response this is, else 0
     * @param formal "letter" or "meeting", which belong on working days
     * @param cites days that it speaks of as past
     * @param names people whom it names, by label or as "label – role"
     * @param texts what was written with it, as it was written
     */
    public record Event(LocalDate on, String what, int stage, @Nullable String formal, List<LocalDate> cites, List<String> names, List<String> texts) {

        /** What it is, at the end of a sentence. */
        String told() {
            return what.endsWith("…") ? what : what + ".";
        }
    }

    /** Somebody in the matter, and what else the papers call them. */
    public record Person(String label, String role, List<String> alsoCalled) {
        public Person(String label, String role) {
            this(label, role, List.of());
        }

        boolean isCalled(String name) {
            return label.strip().equalsIgnoreCase(name) || alsoCalled.stream().anyMatch(other -> other.strip().equalsIgnoreCase(name));
        }
    }

    /**
     * The decision.
     *
     * @param eventsBefore how many of the events are told before it
     * @param category what it is about, as a slug such as "childrens-services"
     * @param faults the number of issues with fault
     * @param reason the outcome in the words of the table of outcomes
     */
    public record Decision(LocalDate on, int eventsBefore, boolean upheld, @Nullable String category, boolean tellsOfsted, int faults, @Nullable String reason) {}

    /** An agreed action; {@code fromAssumed} if the decision does not say from when it counts, {@code amount} in pounds where it is about money. */
    public record Action(int number, String kind, String wording, boolean fromAssumed, @Nullable BigDecimal amount) {}

    /**
     * An issue and the last answer that stands.
     *
     * @param stage the stage that gave it
     * @param finding as the case file keeps it, such as "upheld" or "fault-with-injustice"; null while there is none
     * @param putRight whether an answer of any stage says what is done about it
     */
    public record Issue(int number, int stage, @Nullable String finding, boolean putRight) {
        /** As the case file has it: an answer that was set aside does not count, nor an issue that was left out; what an answer promises puts right. */
        public static Issue of(IssueView issue, List<ActionView> actions) {
            var last = issue.notConsidered() != null ? null : issue.answers().stream().filter(answer -> answer.setAsideOn() == null).reduce((earlier, later) -> later).orElse(null);
            return last == null ? new Issue(issue.number(), 0, null, false)
                    : new Issue(issue.number(), last.stage(), last.finding(), actions.stream().anyMatch(action -> action.promise() != null && Integer.valueOf(issue.number()).equals(action.promise().issue()))
                            || issue.answers().stream().anyMatch(answer -> answer.setAsideOn() == null && answer.remedy() != null && !answer.remedy().isBlank()));
        }

        boolean isUpheld() {
            return finding != null && (finding.equals("upheld") || finding.equals("partly-upheld"));
        }
    }

    /** What the head of a decision says of its content. */
    public record Summary(@Nullable Integer faults, @Nullable String paysFor) {}

    /** Events and letters. */
    Stream<Event> all() {
        return Stream.concat(events.stream(), letters.stream());
    }
}
