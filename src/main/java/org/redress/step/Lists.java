package org.redress.step;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.jspecify.annotations.Nullable;
import org.redress.gate.StepsTaken;
import org.redress.gate.StepsTaken.Step;
import org.redress.identity.Reader;
import org.redress.identity.Sight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists of somebody's work with how much is in each, and what they did recently. */
@Component
public class Lists {
    private static final int MOST_DONE = 20;
    private static final int DAYS = 14;
    private static final int MOST_LISTS = 40;

    private final FilterService filters;
    private final StepsTaken steps;
    private final Sight sight;
    private final Reader reader;

    Lists(FilterService filters, StepsTaken steps, Sight sight, Reader reader) {
        this.filters = filters;
        this.steps = steps;
        this.sight = sight;
        this.reader = reader;
    }

    /**
     * The numbers.
     *
     * @param counts how many tasks each filter has, by its id, in the order of the filters
     * @param done what was completed in the last two weeks, newest first
     */
    public record Numbers(Map<String, Long> counts, List<Done> done) {}

    /** Something that was done. */
    public record Done(String title, @Nullable String reference, LocalDate on) {}

    /** Those of whoever is signed in. */
    @Transactional(readOnly = true)
    public Numbers ofReader() {
        var counts = new LinkedHashMap<String, Long>();
        filters.createTaskFilterQuery().listPage(0, MOST_LISTS).forEach(filter -> counts.put(filter.getId(), filters.count(filter.getId())));
        return new Numbers(counts, reader.user().map(person -> done(person, steps.recent(person, DAYS, MOST_DONE))).orElse(List.of()));
    }

    private List<Done> done(String person, List<Step> taken) {
        var seen = new HashSet<String>();
        taken.stream().collect(Collectors.groupingBy(Step::council, Collectors.flatMapping(step -> Stream.ofNullable(step.reference()), Collectors.toSet())))
                .forEach((council, references) -> seen.addAll(sight.seen(person, council, references)));
        return taken.stream().map(step -> new Done(step.title(), step.reference() != null && seen.contains(step.reference()) ? step.reference() : null, step.on())).toList();
    }
}
