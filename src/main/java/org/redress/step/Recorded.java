package org.redress.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.OpenWork;
import org.redress.gate.OpenWork.OpenTask;
import org.redress.gate.SendsFirst;
import org.redress.gate.StepsTaken;
import org.redress.gate.StepsTaken.Step;
import org.redress.gate.Work;
import org.redress.identity.Authority;
import org.redress.identity.Reader;
import org.redress.identity.Sight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The answer to a step: what was recorded, what comes next, with whom it is and by when, from the record as it stands after it (CORP-16). */
@Component
public class Recorded {
    /** More lines are not read after each step; the rest is a number. */
    private static final int MOST_LINES = 3;
    private static final Comparator<OpenTask> BY_DAY = Comparator.comparing(OpenTask::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OpenTask::title);

    private final StepsTaken steps;
    private final OpenWork open;
    private final Work work;
    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final Authority authority;
    private final Sight sight;
    private final Reader reader;
    private final ObjectProvider<SendsFirst> sending;

    Recorded(StepsTaken steps, OpenWork open, Work work, CaseFiles cases, Deadlines deadlines, Authority authority, Sight sight, Reader reader, ObjectProvider<SendsFirst> sending) {
        this.steps = steps;
        this.open = open;
        this.work = work;
        this.cases = cases;
        this.deadlines = deadlines;
        this.authority = authority;
        this.sight = sight;
        this.reader = reader;
        this.sending = sending;
    }

    /**
     * The answer.
     *
     * @param recorded what was recorded, and where
     * @param next what comes next, a sentence each
     * @param goOn the next task of the case that the same person may do now, if there is one
     */
    public record Answer(@Nullable String reference, String recorded, List<String> next, @Nullable GoOn goOn) {}

    /** A task to go on with. */
    public record GoOn(String task, String title) {}

    /** What came of a task that whoever is signed in completed. */
    @Transactional(readOnly = true)
    public Optional<Answer> ofTask(String task) {
        return reader.user().flatMap(person -> steps.task(person, task)).map(this::answer)
                .or(() -> reader.user().flatMap(person -> sending.stream().flatMap(sends -> sends.waiting(task, person).stream()).findFirst().flatMap(waits -> answer(person, waits))));
    }

    /** A step whose letter is on its way is not done yet. */
    private Optional<Answer> answer(String person, SendsFirst.Waiting waits) {
        return sight.sees(person, waits.council(), waits.reference()) ? Optional.of(new Answer(waits.reference(), "Recorded. " + waits.reference() + ": " + waits.sentence(), List.of(), null)) : Optional.empty();
    }

    /** What came of a process that whoever is signed in started. */
    @Transactional(readOnly = true)
    public Optional<Answer> ofStart(String processInstance) {
        return reader.user().flatMap(person -> reader.councils().stream().flatMap(council -> steps.start(council, person, processInstance).stream()).findFirst()).map(this::answer);
    }

    private Answer answer(Step step) {
        var found = Optional.ofNullable(step.reference()).filter(reference -> sight.sees(reader.user().orElseThrow(), step.council(), reference))
                .flatMap(reference -> cases.find(step.council(), reference));
        return found.map(file -> answer(step, file)).orElseGet(() -> new Answer(null, "Recorded: " + step.title() + ".", List.of(), null));
    }

    private Answer answer(Step step, CaseSummary file) {
        var tasks = open.of(file.reference()).stream().sorted(BY_DAY).toList();
        var goOn = goOn(tasks);
        var first = goOn.map(OpenTask::id).orElse("");
        var lines = new ArrayList<String>();
        tasks.stream().sorted(Comparator.comparing((OpenTask task) -> !task.id().equals(first))).limit(MOST_LINES).forEach(task -> lines.add(line(task)));
        if (tasks.size() > MOST_LINES) {
            int more = tasks.size() - MOST_LINES;
            lines.add(more == 1 ? "One more task of this case is open." : more + " more tasks of this case are open.");
        }
        if (tasks.isEmpty()) {
            lines.add(file.status().over() ? over(file) : waiting(file.reference()));
        }
        return new Answer(file.reference(), "Recorded. " + file.reference() + ": " + step.title() + ".", lines, goOn.map(task -> new GoOn(task.id(), task.title())).orElse(null));
    }

    /** A council's case is over, but one with the Ombudsman about it may go on: the council hears of it by letters. */
    private static String over(CaseSummary file) {
        boolean asked = !file.ombudsmans() && file.counterpartReference() != null && file.status().canBeTakenUp();
        return asked ? "No task of this case is open now; whatever the Ombudsman asks next (" + file.counterpartReference() + ") comes by itself."
                : "Nothing more is to be done: the case is " + lower(file.status().text()) + ".";
    }

    private String line(OpenTask task) {
        var waits = task.broughtForward();
        return "Next: " + task.title() + (task.due() == null ? "" : " by " + Dates.dayInFull(task.due())) + "; now with " + with(task)
                + (waits == null ? "" : ", brought forward on " + Dates.dayInFull(waits)) + ".";
    }

    private String with(OpenTask task) {
        return task.assignee() == null ? authority.inWords(task.work()) : authority.names(List.of(task.assignee())).getOrDefault(task.assignee(), task.assignee());
    }

    private String waiting(String reference) {
        return deadlines.of(reference).stream().filter(deadline -> deadline.state() == DeadlineState.OPEN && !deadline.noPeriod()).min(Comparator.comparing(DeadlineView::dueOn))
                .map(deadline -> "No task is open now. Next day of the case: " + deadline.title() + ", " + Dates.dayInFull(deadline.dueOn()) + ".")
                .orElse("No task is open now; the next one comes by itself.");
    }

    /** One's own before what waits for the group; what waits for somebody else is not gone on with. */
    private Optional<OpenTask> goOn(List<OpenTask> tasks) {
        return tasks.stream().filter(task -> task.broughtForward() == null).sorted(Comparator.comparing((OpenTask task) -> task.assignee() == null))
                .filter(task -> work.task(task.id()).isPresent()).findFirst();
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ENGLISH) + words.substring(1);
    }
}
