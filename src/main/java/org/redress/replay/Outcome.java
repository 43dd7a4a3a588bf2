package org.redress.replay;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.Happening;
import org.redress.casefile.IssueView;

/** What the Ombudsman's file says at the end of a replay: decision, exclusions and agreed actions. */
final class Outcome {
    private static final String TITLE = "Outcome: ";

    private final Timeline.@Nullable Decision decision;
    private final @Nullable Intake intake;
    private final List<IssueView> issues;
    private final List<Timeline.Action> actions;
    private final List<ActionView> agreed;

    Outcome(CaseFiles cases, AgreedActions all, @Nullable String reference, List<Timeline.Due> dues) {
        intake = reference == null ? null : cases.chronology(reference).stream().map(Intake::of).filter(Objects::nonNull).reduce((earlier, later) -> later).orElse(null);
        issues = reference == null ? List.of() : cases.issues(reference);
        agreed = reference == null ? List.of() : all.views(reference);
        actions = agreed.stream().filter(action -> !action.notAgreed() && action.countsFrom() != null).map(action -> action(action, Timeline.OMBUDSMAN, dues)).toList();
        var told = reference == null ? List.<Happening>of() : cases.chronology(reference);
        decision = told.stream().filter(h -> h.what().startsWith(TITLE)).reduce((earlier, later) -> later)
                .map(h -> decision(h, cases.lastAnswer(String.valueOf(reference), "issue-decision", "powers").orElse(null), setAsideOn(h, told), dues)).orElse(null);
    }

    private Timeline.Decision decision(Happening outcome, @Nullable String powers, @Nullable LocalDate setAsideOn, List<Timeline.Due> dues) {
        var publication = dues.stream().filter(d -> d.deadline().equals("publication")).reduce((earlier, later) -> later).map(Timeline.Due::due).orElse(null);
        var remedyDue = actions.stream().map(Timeline.Action::due).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
        return new Timeline.Decision(outcome.on(), outcome.what().substring(TITLE.length()), String.valueOf(outcome.detail()).replaceFirst(" \\(.*", ""),
                powers, setAsideOn, publication, remedyDue);
    }

    private static @Nullable LocalDate setAsideOn(Happening outcome, List<Happening> told) {
        return outcome.setAside(told) ? told.stream().filter(h -> h.what().equals(Happening.SET_ASIDE)).reduce((earlier, later) -> later).orElseThrow().on() : null;
    }

    /** What the council promised in letters that were sent, by itself (CORP-35). */
    static List<Timeline.Action> promises(AgreedActions all, @Nullable String reference, List<Timeline.Due> dues) {
        return reference == null ? List.of()
                : all.promised(reference).stream().filter(action -> action.countsFrom() != null).map(action -> action(action, Timeline.COUNCIL, dues)).toList();
    }

    private static Timeline.Action action(ActionView action, String file, List<Timeline.Due> dues) {
        var due = dues.stream().filter(d -> d.file().equals(file) && d.deadline().equals("agreed-action")
                && Integer.valueOf(action.number()).equals(d.item())).reduce((earlier, later) -> later);
        var from = Objects.requireNonNull(action.countsFrom());
        return new Timeline.Action(action.number(), String.valueOf(action.kind()), String.valueOf(action.beneficiary()), action.amount(), action.amountOpen(),
                within(action), from, action.fromAssumed(), due.isPresent() ? due.get().due() : from, due.isPresent() ? due.get().target() : from,
                action.doneOn(), action.state().text(), due.map(Timeline.Due::outcome).orElse(""));
    }

    private static String within(ActionView action) {
        var promise = action.promise();
        return promise == null || promise.by() == null ? String.valueOf(action.within()) : "by " + Dates.text(promise.by());
    }

    /** What intake decided, and why where it closed the case, in codes and in words. */
    record Intake(LocalDate on, List<String> decided, List<String> reasons) {

        static @Nullable Intake of(Happening happening) {
            var decided = answers(happening, "intake");
            return decided.isEmpty() ? null : new Intake(happening.on(), decided,
                    Stream.of("closingReason", "furtherReason", "thirdReason").flatMap(field -> answers(happening, field).stream()).toList());
        }

        private static List<String> answers(Happening happening, String field) {
            return happening.answers().stream().filter(given -> given.form().equals("decide-intake") && given.field().equals(field))
                    .flatMap(given -> Stream.of(given.value(), given.content())).filter(Objects::nonNull).toList();
        }

        boolean is(String wanted) {
            return decided.stream().anyMatch(wanted::equalsIgnoreCase);
        }

        boolean hasReason(String wanted) {
            return reasons.stream().anyMatch(wanted::equalsIgnoreCase);
        }

        @Override
        public String toString() {
            return String.join(", ", decided) + (reasons.isEmpty() ? "" : ", " + String.join(", ", reasons)) + " on " + on;
        }
    }

    @Nullable Intake intake() {
        return intake;
    }

    Timeline.@Nullable Decision decision() {
        return decision;
    }

    /** The issues with the findings of every version of the draft. */
    List<IssueView> issues() {
        return issues;
    }

    List<Timeline.Excluded> excluded() {
        return issues.stream().filter(issue -> issue.notConsidered() != null)
                .map(issue -> new Timeline.Excluded(issue.number(), String.valueOf(issue.notConsidered()))).toList();
    }

    List<Timeline.Action> actions() {
        return actions;
    }

    /** What is recommended without the council's agreement. */
    List<Timeline.Recommended> recommended() {
        return agreed.stream().filter(ActionView::notAgreed).map(action -> new Timeline.Recommended(action.number(), String.valueOf(action.kind()),
                String.valueOf(action.beneficiary()), action.amount(), String.valueOf(action.wording()))).toList();
    }

    /** The agreed actions as the file has them. */
    List<ActionView> agreed() {
        return agreed;
    }

    @Nullable LocalDate decidedOn() {
        return decision == null ? null : decision.on();
    }
}
