package org.redress.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.ActionView;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.casefile.Registration.Person;
import org.redress.quality.Chronicle.Action;
import org.redress.quality.Chronicle.Decision;
import org.redress.quality.Chronicle.Event;

/**
 * A case file as the checks look at it, the Ombudsman's or a council's. It is told in the order in which it was recorded; what the
 * product recorded by itself has the product's own day. A council's file has no decision of its own to compare its days with: after
 * the Ombudsman's it goes on, and before that letter arrives it cannot know it.
 */
public record CaseRecord(List<Person> people, List<IssueView> issues, List<LetterView> letters, List<ActionView> actions, List<Happening> chronology) {
    private static final String OUTCOME = "Outcome: ";
    /** The Ombudsman dates decisions on any day of the week. */
    private static final Set<String> DECISIONS = Set.of("decision", "report", "further-report", "intake-decision");
    private static final Set<String> RESPONSES = Set.of("response", "panel-answer");

    /** The chronicle of the case file. */
    public Chronicle chronicle() {
        var told = chronology.stream().filter(happening -> !happening.who().equals(CaseFiles.PRODUCT)).sorted(Comparator.comparing(Happening::recordedAt)).toList();
        return new Chronicle(told.stream().map(this::event).toList(), letters.stream().map(this::event).toList(),
                people.stream().map(person -> new Chronicle.Person(person.label(), person.role().replace('-', ' '), person.alsoCalled())).toList(), decision(told),
                issues.stream().map(issue -> Chronicle.Issue.of(issue, actions)).toList(),
                actions.stream().filter(action -> action.promise() == null && action.wording() != null)
                        .map(action -> new Action(action.number(), String.valueOf(action.kind()), String.valueOf(action.wording()), action.fromAssumed(), action.amount())).toList(),
                null);
    }

    private Event event(Happening happening) {
        boolean meeting = happening.answers().stream().anyMatch(given -> given.field().equals("panelMetOn") && given.content() != null);
        return new Event(happening.on(), happening.what(), 0, meeting ? "meeting" : null, List.of(),
                names(Stream.concat(Stream.of(happening.detail()), happening.answers().stream()
                        // whoever is named there is being introduced, or was refused
                        .filter(given -> !given.form().equals("people-change")).map(Happening.Given::content))),
                Stream.concat(Stream.of(happening.detail()), happening.answers().stream().map(Happening.Given::content)).filter(Objects::nonNull).toList());
    }

    private Event event(LetterView letter) {
        return new Event(letter.sentOn(), letter.kind().replace('-', ' ') + " to " + letter.to(), RESPONSES.contains(letter.kind()) ? letter.stage() : 0,
                DECISIONS.contains(letter.kind()) ? null : "letter", PastDays.in(letter.text()), names(Stream.of(letter.text())), List.of(letter.text()));
    }

    /**
     * Labels in a text mean something only where the case names its people by labels. A file that holds the complainant alone, such as
     * one that the Ombudsman's letter opened, does not claim to know anybody else: there only the complainant's own letter counts.
     */
    private List<String> names(Stream<@Nullable String> texts) {
        var labels = people.stream().flatMap(person -> Label.of(person.label()).stream()).toList();
        if (labels.stream().noneMatch(label -> label.title() != null)) {
            return List.of();
        }
        return texts.filter(Objects::nonNull).flatMap(text -> Label.in(text).stream()).distinct()
                .filter(name -> labels.size() > 1 || name.endsWith(" " + labels.get(0).letter())).toList();
    }

    private @Nullable Decision decision(List<Happening> told) {
        var place = new ArrayList<Integer>();
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i).what().startsWith(OUTCOME)) {
                place.add(i);
            }
        }
        if (place.isEmpty() || told.get(place.get(place.size() - 1)).setAside(chronology)) {
            return null;
        }
        int last = place.get(place.size() - 1);
        int faults = (int) issues.stream().filter(issue -> !issue.answers().isEmpty()
                && issue.answers().get(issue.answers().size() - 1).finding().startsWith("fault")).count();
        return new Decision(told.get(last).on(), last, told.get(last).what().equals(OUTCOME + "Upheld"), category(),
                "Yes".equals(lastAnswer("issue-decision", "informationSharing")), faults, reason(told.get(last).detail()));
    }

    /** "Fault and injustice (the clause)." */
    private static @Nullable String reason(@Nullable String detail) {
        return detail == null ? null : detail.replaceFirst("(?: \\(.*)?\\.?$", "");
    }

    /** The chronology keeps a choice as the form words it: "Children’s services". */
    private @Nullable String category() {
        var words = lastAnswer("decide-intake", "category");
        return words == null ? null : words.toLowerCase(Locale.ROOT).replaceAll("['’]", "").replace(' ', '-');
    }

    private @Nullable String lastAnswer(String form, String field) {
        return chronology.stream().flatMap(happening -> happening.answers().stream())
                .filter(given -> given.form().equals(form) && given.field().equals(field))
                .reduce((earlier, later) -> later).map(Happening.Given::content).orElse(null);
    }
}
