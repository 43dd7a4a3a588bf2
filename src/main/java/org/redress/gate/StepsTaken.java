package org.redress.gate;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
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
import org.redress.identity.Reader;
import org.redress.identity.RestrictedCases;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person has sent through the gate, told to themselves only: a task that they completed, a process that they started. */
@Component
public class StepsTaken {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int MOST = 200;
    /** The newest are read along their index; the engine's own question reads all of somebody's, and puts beside them all that the council ever did. */
    private static final String RECENT = "select t.ID_, t.PROC_INST_ID_, t.NAME_, t.TENANT_ID_, t.END_TIME_ from ACT_HI_TASKINST t where t.ASSIGNEE_ = :person and t.END_TIME_ >= :since"
            + " and t.TENANT_ID_ in (:tenants) and t.DELETE_REASON_ = '" + Tasks.COMPLETED + "' order by t.END_TIME_ desc, t.ID_ fetch first :most rows only";

    private final ProcessEngine services;
    private final Engine engine;
    private final JdbcClient database;
    private final Reader reader;
    private final Submissions submissions;
    private final Clock clock;

    StepsTaken(@Lazy ProcessEngine services, Engine engine, JdbcClient database, Reader reader, Submissions submissions, Clock clock) {
        this.services = services;
        this.engine = engine;
        this.database = database;
        this.reader = reader;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * Something that was sent.
     *
     * @param title the name of the task or start, as people see it
     */
    public record Step(String title, String council, @Nullable String reference, LocalDate on) {}

    /** A task that was completed. */
    private record Done(String id, String instance, String name, String tenant, LocalDate on) {
        static Done of(HistoricTaskInstance task) {
            return new Done(task.getId(), task.getProcessInstanceId(), task.getName(), task.getTenantId(), day(task.getEndTime()));
        }

        static LocalDate day(Date moment) {
            return LocalDate.ofInstant(Instant.ofEpochMilli(moment.getTime()), LONDON);
        }
    }

    /** The task that the person completed, if they did. */
    public Optional<Step> task(String person, String task) {
        return unchecked(() -> Optional.ofNullable(services.getHistoryService().createHistoricTaskInstanceQuery().taskId(task).taskAssignee(person).finished().singleResult())
                .filter(done -> Tasks.COMPLETED.equals(done.getDeleteReason()) && done.getTenantId() != null).map(done -> steps(List.of(Done.of(done))).get(0)));
    }

    /** The process that the person started with its form, if they did. */
    @Transactional(readOnly = true)
    public Optional<Step> start(String council, String person, String processInstance) {
        return submissions.thatStarted(council, person, processInstance)
                .map(made -> new Step(unchecked(() -> name(String.valueOf(made.processDefinition()))), council, made.reference(), made.sentAt().toLocalDate()));
    }

    /** What the person completed in so many days, newest first. */
    public List<Step> recent(String person, int days, int most) {
        var since = LocalDate.now(clock).minusDays(days).atStartOfDay(LONDON).toInstant();
        if (reader.tenants().isEmpty()) {
            return List.of();
        }
        // what ended because the case went on without it was not done by them
        var done = database.sql(RECENT).param("person", person).param("since", Timestamp.from(since)).param("tenants", reader.tenants()).param("most", most)
                .query((found, number) -> new Done(found.getString(1), found.getString(2), found.getString(3), found.getString(4), Done.day(found.getTimestamp(5)))).list();
        return unchecked(() -> steps(done));
    }

    private String name(String processDefinition) {
        try {
            return Inside.now().process(processDefinition).nameOfStart();
        } catch (NotFoundException | NullValueException removedSince) {
            return "The form";
        }
    }

    /** Their cards are read together, by the tasks. */
    private List<Step> steps(List<Done> done) {
        if (done.isEmpty()) {
            return List.of();
        }
        var cards = services.getHistoryService().createHistoricVariableInstanceQuery().processInstanceIdIn(done.stream().map(Done::instance).distinct().toArray(String[]::new))
                .taskIdIn(done.stream().map(Done::id).toArray(String[]::new)).disableCustomObjectDeserialization().disableBinaryFetching()
                .listPage(0, MOST * done.size()).stream().filter(variable -> variable.getValue() != null)
                .collect(Collectors.groupingBy(HistoricVariableInstance::getTaskId, Collectors.toMap(HistoricVariableInstance::getName, HistoricVariableInstance::getValue, (one, other) -> one)));
        return done.stream().map(one -> step(one, cards.getOrDefault(one.id(), Map.of()))).toList();
    }

    private static Step step(Done done, Map<String, Object> card) {
        var number = Gate.NUMBERED.stream().filter(card::containsKey).findFirst();
        return new Step(number.map(name -> done.name() + " " + card.get(name)).orElse(done.name()), RestrictedCases.council(done.tenant()), (String) card.get("caseReference"), done.on());
    }

    private <T> T unchecked(Supplier<T> question) {
        return engine.unchecked(question);
    }
}
