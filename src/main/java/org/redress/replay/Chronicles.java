package org.redress.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.ActionView;
import org.redress.casefile.IssueView;
import org.redress.quality.Chronicle;
import org.redress.quality.Chronicle.Action;
import org.redress.quality.Chronicle.Decision;
import org.redress.quality.Chronicle.Event;
import org.redress.quality.Chronicle.Person;
import org.redress.quality.Chronicle.Summary;
import org.redress.replay.CaseScript.Kind;
import org.redress.replay.CaseScript.Step;

/** A script as its source tells it, slips and all, for the checks of data quality (DQ-10). */
final class Chronicles {
    private static final String ISSUE_DECISION = "Issue decision";
    private static final List<String> RESPONSES = List.of("Send response", "Send adjudication", "Send panel answer");
    private static final int MOST_OF_A_NOTE = 90;

    private final List<Step> steps;
    private final Outcome outcome;

    private Chronicles(CaseScript script, Outcome outcome) {
        // notes may stand anywhere; all else is in order already
        this.steps = script.steps().stream().filter(Chronicles::isTold).sorted(Comparator.comparing(Step::on)).toList();
        this.outcome = outcome;
    }

    /** {@code complainedOf}: the issues of the council’s own file; {@code promised}: what its answers promise. */
    static Chronicle of(CaseScript script, Outcome outcome, List<IssueView> complainedOf, List<ActionView> promised) {
        var told = new Chronicles(script, outcome);
        var summary = script.summary();
        return new Chronicle(told.events(), List.of(), told.people(), told.decision(),
                complainedOf.stream().map(issue -> Chronicle.Issue.of(issue, promised)).toList(),
                outcome.agreed().stream().map(a -> new Action(a.number(), String.valueOf(a.kind()), String.valueOf(a.wording()), a.fromAssumed(), a.amount())).toList(),
                summary == null ? null : new Summary(summary.faults(), summary.paysFor()));
    }

    /** What was turned down was tried in the source all the same, unless the script made it up to show a refusal. */
    private static boolean isTold(Step step) {
        return step.turnedDown() == null || !step.assumed().containsKey("step");
    }

    private List<Event> events() {
        var events = new ArrayList<Event>();
        int stage = 1;
        for (var step : steps) {
            boolean done = step.turnedDown() == null;
            stage = done && step.answers().containsKey("straightToStage2On") ? 2 : stage;
            events.add(new Event(writtenOn(step), what(step), done && RESPONSES.contains(step.name()) ? stage : 0, formal(step), step.inSource().cites(),
                    step.inSource().names(), texts(step)));
            stage += done && (step.answers().containsValue("next-stage")) ? 1 : 0;
        }
        return events;
    }

    /** The day in the source, which may be a slip, not the one that is played. */
    private static LocalDate writtenOn(Step step) {
        return Objects.requireNonNullElse(step.inSource().asWritten(), step.on());
    }

    /** A task by its name and a note by its beginning. */
    private static String what(Step step) {
        var first = step.kind() == Kind.NOTE ? step.name().split("[.;:](\\s|$)", 2)[0] : step.name();
        return first.length() <= MOST_OF_A_NOTE ? first : first.substring(0, first.lastIndexOf(' ', MOST_OF_A_NOTE)) + " …";
    }

    /** Marked so, or a step that is a letter or a meeting by its name and whose day is the source's. */
    private static @Nullable String formal(Step step) {
        if (step.inSource().formal() != null) {
            return step.inSource().formal();
        }
        boolean ofTheSource = step.kind() == Kind.TASK && step.turnedDown() == null && !step.assumed().containsKey("on") && !step.assumed().containsKey("step");
        return !ofTheSource ? null : step.name().equals("Hold panel meeting") ? "meeting"
                : step.name().startsWith("Send ") ? "letter" : null;
    }

    private static List<String> texts(Step step) {
        return Stream.concat(step.kind() == Kind.NOTE ? Stream.of(step.name()) : Stream.of(), step.answers().values().stream().filter(String.class::isInstance).map(String.class::cast)).toList();
    }

    /** Everybody once: whoever complains to both sides is introduced on both. */
    private List<Person> people() {
        var people = new LinkedHashMap<String, Person>();
        steps.stream().flatMap(step -> Stream.concat(
                        answer(step, "complainant").map(label -> new Person(label, answer(step, "complainantRole").findFirst().orElse("complainant"))),
                        answer(step, "otherPeople").flatMap(String::lines).filter(line -> !line.isBlank()).map(Chronicles::person)))
                .forEach(person -> people.putIfAbsent(person.label(), person));
        return List.copyOf(people.values());
    }

    private static Person person(String line) {
        var parts = line.strip().split("\\s+[–-]\\s+", 2);
        return new Person(parts[0], parts.length > 1 ? parts[1] : "");
    }

    private static Stream<String> answer(Step step, String key) {
        return Stream.ofNullable(step.answers().get(key)).map(Object::toString);
    }

    private @Nullable Decision decision() {
        var decision = outcome.decision();
        if (decision == null) {
            return null;
        }
        int place = steps.size();
        for (int i = 0; i < steps.size(); i++) {
            place = steps.get(i).name().equals(ISSUE_DECISION) && steps.get(i).turnedDown() == null ? i : place;
        }
        var category = steps.stream().flatMap(step -> answer(step, "category")).reduce((earlier, later) -> later).orElse(null);
        return new Decision(decision.on(), place, decision.decision().equals("Upheld"), category, tellsOfsted(), (int) outcome.issues().stream()
                .filter(Chronicles::isFault).count(), decision.reason());
    }

    /** Whether the source's own decision says it: the product insists on it, and a script that gives way says that it is assumed. */
    private boolean tellsOfsted() {
        return steps.stream().filter(step -> step.name().equals(ISSUE_DECISION))
                .allMatch(step -> "stated".equals(step.answers().get("informationSharing"))
                        && Stream.of("informationSharing", "step").noneMatch(about -> step.assumed().containsKey(about) || step.written().containsKey(about)));
    }

    private static boolean isFault(IssueView issue) {
        var findings = issue.answers();
        return !findings.isEmpty() && findings.get(findings.size() - 1).finding().startsWith("fault");
    }
}
