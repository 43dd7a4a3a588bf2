package org.redress.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Submissions;
import org.redress.engine.Engine;
import org.redress.engine.Inside;
import org.redress.engine.Tasks;
import org.redress.identity.RestrictedCases;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person has sent through the gate, told to themselves only: a task that they completed, a process that they started. */
@Component
public class StepsTaken {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int MOST = 200;

    private final ProcessEngine services;
    private final Engine engine;
    private final Submissions submissions;
    private final Clock clock;

    StepsTaken(@Lazy ProcessEngine services, Engine engine, Submissions submissions, Clock clock) {
        this.services = services;
        this.engine = engine;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * Something that was sent.
     *
     * @param title the name of the task or start, as people see it
     */
    public record Step(String title, String council, @Nullable String reference, LocalDate on) {}

    /** The task that the person completed, if they did. */
    public Optional<Step> task(String person, String task) {
        return unchecked(() -> Optional.ofNullable(services.getHistoryService().createHistoricTaskInstanceQuery().taskId(task).taskAssignee(person).finished().singleResult())
                .filter(done -> Tasks.COMPLETED.equals(done.getDeleteReason()) && done.getTenantId() != null).map(this::step));
    }

    /** The process that the person started with its form, if they did. */
    @Transactional(readOnly = true)
    public Optional<Step> start(String council, String person, String processInstance) {
        return submissions.thatStarted(council, person, processInstance)
                .map(made -> new Step(unchecked(() -> name(String.valueOf(made.processDefinition()))), council, made.reference(), made.sentAt().toLocalDate()));
    }

    /** What the person completed in so many days, newest first. */
    public List<Step> recent(String person, int days, int most) {
        var since = Date.from(LocalDate.now(clock).minusDays(days).atStartOfDay(LONDON).toInstant());
        return unchecked(() -> steps(services.getHistoryService().createHistoricTaskInstanceQuery().taskAssignee(person).finished().finishedAfter(since)
                .orderByHistoricTaskInstanceEndTime().desc().listPage(0, most).stream()
                // what ended because the case went on without it was not done by them
                .filter(done -> Tasks.COMPLETED.equals(done.getDeleteReason()) && done.getTenantId() != null).toList()));
    }

    private String name(String processDefinition) {
        try {
            return Inside.now().process(processDefinition).nameOfStart();
        } catch (NotFoundException | NullValueException removedSince) {
            return "The form";
        }
    }

    private Step step(HistoricTaskInstance done) {
        return steps(List.of(done)).get(0);
    }

    /** Their cards are read together, by the instances, for which the engine has an index. */
    private List<Step> steps(List<HistoricTaskInstance> done) {
        if (done.isEmpty()) {
            return List.of();
        }
        var cards = services.getHistoryService().createHistoricVariableInstanceQuery().processInstanceIdIn(done.stream().map(HistoricTaskInstance::getProcessInstanceId).distinct().toArray(String[]::new))
                .taskIdIn(done.stream().map(HistoricTaskInstance::getId).toArray(String[]::new)).disableCustomObjectDeserialization().disableBinaryFetching()
                .listPage(0, MOST * done.size()).stream().filter(variable -> variable.getValue() != null)
                .collect(Collectors.groupingBy(HistoricVariableInstance::getTaskId, Collectors.toMap(HistoricVariableInstance::getName, HistoricVariableInstance::getValue, (one, other) -> one)));
        return done.stream().map(one -> step(one, cards.getOrDefault(one.getId(), Map.of()))).toList();
    }

    private static Step step(HistoricTaskInstance done, Map<String, Object> card) {
        var number = Gate.NUMBERED.stream().filter(card::containsKey).findFirst();
        return new Step(number.map(name -> done.getName() + " " + card.get(name)).orElse(done.getName()), RestrictedCases.council(done.getTenantId()), (String) card.get("caseReference"),
                LocalDate.ofInstant(done.getEndTime().toInstant(), LONDON));
    }

    private <T> T unchecked(Supplier<T> question) {
        return engine.unchecked(question);
    }
}
