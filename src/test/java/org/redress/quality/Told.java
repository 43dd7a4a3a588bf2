package org.redress.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.redress.quality.Chronicle.Action;
import org.redress.quality.Chronicle.Decision;
import org.redress.quality.Chronicle.Event;
import org.redress.quality.Chronicle.Issue;
import org.redress.quality.Chronicle.Person;
import org.redress.quality.Chronicle.Summary;

/** A chronicle that a test tells bit by bit, and what the checks find in it. */
final class Told {
    private final QualityChecks checks = new QualityChecks(WorkingCalendar.englandAndWales());
    private final List<Event> events = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private @Nullable Decision decision;
    private @Nullable Summary summary;

    Told event(LocalDate on, String what) {
        return add(new Event(on, what, 0, null, List.of(), List.of(), List.of()));
    }

    Told response(LocalDate on, int stage) {
        return add(new Event(on, "Send response", stage, null, List.of(), List.of(), List.of()));
    }

    Told formal(LocalDate on, String formal) {
        return add(new Event(on, "What was formal", 0, formal, List.of(), List.of(), List.of()));
    }

    Told letter(LocalDate on, LocalDate... cites) {
        return add(new Event(on, "The answer", 0, null, List.of(cites), List.of(), List.of()));
    }

    Told naming(LocalDate on, String... names) {
        return add(new Event(on, "The answer", 0, null, List.of(), List.of(names), List.of()));
    }

    private Told add(Event event) {
        events.add(event);
        return this;
    }

    Told person(String label, String role) {
        people.add(new Person(label, role));
        return this;
    }

    /** The decision, after all that has been told so far. */
    Told decided(LocalDate on, boolean upheld, String category, boolean tellsOfsted, int faults) {
        decision = new Decision(on, events.size(), upheld, category, tellsOfsted, faults, upheld ? "Fault and injustice, already remedied" : "No fault");
        return this;
    }

    /** With fault and injustice that nothing had put right before. */
    Told decidedOnInjustice(LocalDate on) {
        decision = new Decision(on, events.size(), true, "other", false, 1, "Fault and injustice");
        return this;
    }

    /** What somebody wrote, in a step of this name. */
    Told writing(LocalDate on, String what, String text) {
        return add(new Event(on, what, 0, null, List.of(), List.of(), List.of(text)));
    }

    /** The response of a stage, with its words. */
    Told answering(LocalDate on, int stage, String text) {
        return add(new Event(on, "Send response", stage, null, List.of(), List.of(), List.of(text)));
    }

    Told issue(int number, int stage, String finding, boolean putRight) {
        issues.add(new Issue(number, stage, finding, putRight));
        return this;
    }

    Told decided(LocalDate on) {
        return decided(on, true, "other", false, 1);
    }

    Told action(int number, String kind, String wording, boolean fromAssumed) {
        actions.add(new Action(number, kind, wording, fromAssumed, null));
        return this;
    }

    Told payment(int number, String amount, String wording) {
        actions.add(new Action(number, "payment", wording, false, new BigDecimal(amount)));
        return this;
    }

    Told summary(@Nullable Integer faults, @Nullable String paysFor) {
        summary = new Summary(faults, paysFor);
        return this;
    }

    /** Rule and sentence of each finding. */
    List<String> findings() {
        return checks.of(new Chronicle(events, List.of(), people, decision, issues, actions, summary)).stream()
                .map(finding -> finding.rule() + " " + finding.sentence()).toList();
    }
}
