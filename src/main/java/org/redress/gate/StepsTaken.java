package org.redress.gate;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Submissions;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person has sent through the gate, told to themselves only: a task that they completed, a process that they started. */
@Component
public class StepsTaken {
    private static final int MOST = 200;

    private final ProcessEngine engine;
    private final Submissions submissions;

    StepsTaken(@Lazy ProcessEngine engine, Submissions submissions) {
        this.engine = engine;
        this.submissions = submissions;
    }

    /**
     * Something that was sent.
     *
     * @param title the name of the task or start, as people see it
     */
    public record Step(String title, String council, @Nullable String reference) {}

    /** The task that the person completed, if they did. */
    public Optional<Step> task(String person, String task) {
        return unchecked(() -> Optional.ofNullable(engine.getHistoryService().createHistoricTaskInstanceQuery().taskId(task).taskAssignee(person).finished().singleResult())
                .filter(done -> done.getTenantId() != null).map(this::step));
    }

    /** The process that the person started with its form, if they did. */
    @Transactional(readOnly = true)
    public Optional<Step> start(String council, String person, String processInstance) {
        return submissions.thatStarted(council, person, processInstance)
                .map(made -> new Step(unchecked(() -> name(String.valueOf(made.processDefinition()))), council, made.reference()));
    }

    private String name(String processDefinition) {
        try {
            var definition = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache().findDeployedProcessDefinitionById(processDefinition);
            return Gate.title(definition);
        } catch (NotFoundException | NullValueException removedSince) {
            return "The form";
        }
    }

    private Step step(HistoricTaskInstance done) {
        var card = engine.getHistoryService().createHistoricVariableInstanceQuery().taskIdIn(done.getId()).disableCustomObjectDeserialization().disableBinaryFetching()
                .listPage(0, MOST).stream().filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(HistoricVariableInstance::getName, HistoricVariableInstance::getValue, (one, other) -> one));
        var number = Gate.NUMBERED.stream().filter(card::containsKey).findFirst();
        return new Step(number.map(name -> done.getName() + " " + card.get(name)).orElse(done.getName()), done.getTenantId(), (String) card.get("caseReference"));
    }

    private <T> T unchecked(Supplier<T> question) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(question::get));
    }
}
