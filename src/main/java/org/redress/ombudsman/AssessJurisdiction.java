package org.redress.ombudsman;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.IssueView;
import org.redress.casefile.Registration.Person;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Turns the days that an officer knows into the facts of the tests: late (LGA-07) and premature (LGA-10, LGA-11). */
@Component
class AssessJurisdiction implements SubmissionHandler {
    private final CaseFiles cases;
    private final Deadlines deadlines;

    AssessJurisdiction(CaseFiles cases, Deadlines deadlines) {
        this.cases = cases;
        this.deadlines = deadlines;
    }

    @Override
    public String form() {
        return "assess-jurisdiction";
    }

    @Override
    public void accept(Submission facts) {
        // its first day says when the person knew, long before the assessment
        facts.happenedOn(facts.today());
        var received = cases.get(facts.reference()).receivedAt().toLocalDate();
        var knew = facts.date("knewOn");
        if (knew.isAfter(received)) {
            throw facts.refuse("knewOn", "is after the day on which the complaint was received.");
        }
        facts.optionalDate("councilAnsweredOn").filter(answered -> facts.optionalDate("councilToldOn").filter(told -> !answered.isBefore(told)).isEmpty())
                .ifPresent(answered -> {
                    throw facts.refuse("councilAnsweredOn", "an answer needs a day before it on which the council was told.");
                });
        facts.set("late", received.isAfter(lastDay(facts, "ombudsman-complaint", "knewOn", knew, facts.variable("procedure").orElse(null))));
        // what came too early comes again on the day on which it is taken up; whether it is late, its first day says
        var asked = facts.variable("takenUpOn").map(day -> LocalDate.parse(day.toString())).orElse(received);
        facts.set("premature", premature(facts, asked));
        // assessed again, it keeps its issues and takes what is new
        var known = cases.issues(facts.reference()).stream().map(IssueView::text).toList();
        cases.addIssues(facts.reference(), facts.lines("issues").stream().filter(line -> !known.contains(line)).toList(), facts.today());
        var named = cases.people(facts.reference()).stream().map(Person::label).toList();
        cases.name(facts.reference(), facts.lines("otherPeople").stream().map(Person::read).filter(person -> !named.contains(person.label())).toList());
    }

    /** The council has answered, or has had the time of the table to do so, which is another for a statutory procedure. */
    private boolean premature(Submission facts, LocalDate received) {
        if (facts.optionalDate("councilAnsweredOn").isPresent()) {
            return false;
        }
        var procedure = facts.yes("statutoryProcedure") ? Optional.of("statutory") : facts.variable("procedure");
        return facts.optionalDate("councilToldOn")
                .map(told -> !received.isAfter(lastDay(facts, "council-opportunity", "councilToldOn", told, procedure.orElse(null))))
                .orElse(true);
    }

    private LocalDate lastDay(Submission facts, String kind, String from, LocalDate day, @Nullable Object procedure) {
        var known = new HashMap<String, @Nullable Object>();
        known.put(from, day.toString());
        known.put("procedure", procedure);
        known.put("receivedAt", facts.variable("receivedAt").orElse(null));
        return deadlines.lastDay(kind, facts.processDefinitionId().orElse(null), known);
    }
}
