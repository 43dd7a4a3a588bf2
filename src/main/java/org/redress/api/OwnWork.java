package org.redress.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.WorkingDays;
import org.redress.gate.OpenWork;
import org.redress.identity.Reader;
import org.redress.identity.RestrictedCases;
import org.redress.identity.Sight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists of open tasks of whoever is signed in, with the numbers that Tasklist shows too, and the tasks that come next; the engine shows nobody more than they may see. */
@Component
@Transactional(readOnly = true)
class OwnWork {
    /** Filters of ours. */
    private static final List<String> LISTS = List.of("My tasks", "My groups' tasks", "Overdue", "Due today", "Due in five working days", "Waiting for somebody else", "All of my council");
    private static final int MOST_LISTS = 40;
    private static final int NEXT = 5;
    /** So many are looked at: some may be of cases that are not there for the person. */
    private static final int LOOKED_AT = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private final TaskService tasks;
    private final FilterService filters;
    private final WorkingDays days;
    private final Reader reader;
    private final Sight sight;
    private final OpenWork work;
    private final Clock clock;

    OwnWork(TaskService tasks, FilterService filters, WorkingDays days, Reader reader, Sight sight, OpenWork work, Clock clock) {
        this.tasks = tasks;
        this.filters = filters;
        this.days = days;
        this.reader = reader;
        this.sight = sight;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A list of tasks that Tasklist shows to the person.
     *
     * @param filter its id
     * @param tasks how many it holds for them
     */
    record Counted(String name, String filter, long tasks) {}

    /**
     * A task that comes next.
     *
     * @param task its id
     * @param title its name, with the number of what it is about
     * @param due its day in words
     * @param mine whether it is the person's own; else it waits for one of their groups
     */
    record Next(String task, String title, Optional<String> reference, String due, boolean overdue, boolean mine) {}

    /** The lists that whoever is signed in finds in Tasklist, in the order in which they stand there, each counted by what Tasklist counts. */
    List<Counted> lists() {
        var known = filters.createTaskFilterQuery().listPage(0, MOST_LISTS).stream().collect(Collectors.toMap(Filter::getName, Filter::getId, (first, next) -> first));
        return LISTS.stream().filter(known::containsKey).map(name -> new Counted(name, known.get(name), filters.count(known.get(name)))).toList();
    }

    /** A person's own tasks that come next, those with the nearest day first; if there are few, also some that wait for one of their groups. */
    List<Next> next(String person) {
        var next = new ArrayList<Next>();
        add(next, person, () -> tasks.createTaskQuery().active().taskAssignee(person), true);
        if (next.size() < NEXT && !reader.groups().isEmpty()) {
            add(next, person, () -> tasks.createTaskQuery().active().taskCandidateGroupIn(reader.groups()), false);
        }
        return next;
    }

    private void add(List<Next> next, String person, Supplier<TaskQuery> open, boolean mine) {
        var found = first(open, LOOKED_AT);
        var cards = work.cards(found);
        var seen = found.stream().filter(task -> task.getTenantId() != null).collect(Collectors.groupingBy(task -> RestrictedCases.council(task.getTenantId()))).entrySet().stream()
                .flatMap(some -> sight.seen(person, some.getKey(), some.getValue().stream().flatMap(task -> reference(cards, task).stream()).collect(Collectors.toSet())).stream()).collect(Collectors.toSet());
        found.stream().filter(task -> reference(cards, task).filter(reference -> !seen.contains(reference)).isEmpty())
                .limit(NEXT - next.size()).map(task -> view(task, cards.getOrDefault(task.getId(), Map.of()), mine)).forEach(next::add);
    }

    private static Optional<String> reference(Map<String, Map<String, Object>> cards, Task task) {
        return reference(cards.getOrDefault(task.getId(), Map.of()));
    }

    private static Optional<String> reference(Map<String, Object> card) {
        return card.get("caseReference") instanceof String reference && !reference.isEmpty() ? Optional.of(reference) : Optional.empty();
    }

    private List<Task> first(Supplier<TaskQuery> open, int most) {
        Supplier<TaskQuery> now = () -> open.get().followUpBeforeOrNotExistent(now());
        var found = new ArrayList<>(now.get().dueAfter(Date.from(Instant.EPOCH)).orderByDueDate().asc().orderByTaskId().asc().listPage(0, most));
        if (found.size() < most) {
            found.addAll(now.get().withoutDueDate().orderByTaskCreateTime().asc().orderByTaskId().asc().listPage(0, most - found.size()));
        }
        return found;
    }

    private Next view(Task task, Map<String, Object> card, boolean mine) {
        var title = Stream.of("issueNumber", "actionNumber", "commentNumber").map(card::get).filter(Objects::nonNull).findFirst().map(number -> task.getName() + " " + number).orElse(task.getName());
        var due = task.getDueDate() == null ? null : LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone());
        return new Next(task.getId(), title, reference(card), words(due), due != null && due.isBefore(LocalDate.now(clock)), mine);
    }

    private String words(@Nullable LocalDate due) {
        var today = LocalDate.now(clock);
        if (due == null) {
            return "No day is set";
        }
        if (due.isBefore(today)) {
            return "Overdue since " + DAY.format(due.plusDays(1));
        }
        if (due.equals(today)) {
            return "Due today";
        }
        return "Due " + DAY.format(due) + Optional.of(days.untilInWords(due)).filter(until -> !until.isEmpty()).map(until -> ", " + until).orElse("");
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
