package org.redress.deadline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.Parties;
import org.redress.engine.BeganWith;
import org.redress.engine.Engine;
import org.redress.engine.Inside;
import org.redress.identity.WorkWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What follows from a missed deadline, told once by whoever notices first, the timer or the step that closes it late: a line in the
 * file, priority, and the task of a supervisor (CORP-22, CHD-44) or of the Ombudsman (LGS-10). What turns out not to be late after
 * all is taken back, with a line. What only the council's own people wait for comes to their supervisors' list of stuck work.
 */
@Component
class Escalation {
    private static final String PROCESS = "missed-deadline";
    private static final String MISSED = "DeadlineMissed";
    private static final String NOT_LATE = "NotLateAfterAll";
    private static final String KIND = "missedDeadline";
    private static final String STAGE = "stageNumber";
    /** Endings after which nobody waits for an explanation of this case. */
    private static final Set<CaseStatus> GIVEN_UP = Set.of(CaseStatus.WITHDRAWN, CaseStatus.DUPLICATE, CaseStatus.DISCONTINUED, CaseStatus.CLOSED_AFTER_DEATH);

    private final CaseFiles cases;
    private final Parties parties;
    private final ModelTimers timers;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Engine engine;
    private final ObjectProvider<WorkWatch> watch;

    // lazily: these are the engine's services, and the engine needs the delegates that miss deadlines
    Escalation(CaseFiles cases, Parties parties, ModelTimers timers, @Lazy RuntimeService runtime, @Lazy RepositoryService repository,
            Engine engine, ObjectProvider<WorkWatch> watch) {
        this.cases = cases;
        this.parties = parties;
        this.timers = timers;
        this.runtime = runtime;
        this.repository = repository;
        this.engine = engine;
        this.watch = watch;
    }

    /** Does what the new standing asks for; nothing if it is as it was. */
    void follow(Deadline deadline, boolean told, LocalDate today) {
        if (!deadline.owedByAnOffice() || told == deadline.told()) {
            return;
        }
        if (deadline.told()) {
            tell(deadline, today);
        } else {
            takeBack(deadline, today);
        }
    }

    private void tell(Deadline deadline, LocalDate today) {
        timers.raisePriority(deadline);
        var file = cases.get(deadline.reference());
        var over = nothingOwed(deadline, file);
        cases.record(deadline.reference(), "Overdue: " + deadline.view(today).title(),
                "overdue since " + Dates.text(deadline.dueOn().plusDays(1)) + over.map(why -> "; nothing is to be explained or chased any more, because " + why).orElseGet(() -> carriedOn(deadline)) + ".");
        if (over.isPresent()) {
            return;
        }
        if (deadline.owedWithin()) {
            watch.forEach(one -> one.lookAt(file.council()));
            return;
        }
        begin(deadline, file);
    }

    /** No law stops a clock because the only one who complained has died: what is owed is owed to whoever carries the complaint on. */
    private String carriedOn(Deadline deadline) {
        return "authority".equals(deadline.owedBy()) || !parties.complaining(deadline.reference()).isEmpty() ? ""
                : "; nobody complains at present, and who carries on is being found out: the time runs on, and the delay is explained to whoever does";
    }

    /** Asks a council about what no period was stated for; once, as long as nobody has answered (REM-05). */
    void ask(Deadline deadline) {
        if ("authority".equals(deadline.owedBy()) && (deadline.escalationId() == null || unrestricted(() -> running(deadline)).isEmpty())) {
            begin(deadline, cases.get(deadline.reference()));
        }
    }

    /** It was done, or has a day now. */
    void askNoMore(Deadline deadline) {
        if (deadline.noPeriod() && !deadline.told() && deadline.escalationId() != null) {
            unrestricted(() -> running(deadline).map(this::end).isPresent());
            deadline.escalated(null);
        }
    }

    private void begin(Deadline deadline, CaseSummary file) {
        var variables = new HashMap<String, Object>();
        variables.put("caseReference", deadline.reference());
        variables.put("council", file.council());
        variables.put(KIND, deadline.kind());
        variables.put(STAGE, deadline.stage());
        variables.put("owedToUs", "authority".equals(deadline.owedBy()));
        deadline.escalated(unrestricted(() -> {
            var process = process(deadline);
            var tables = deadline.definitionId();
            // it was moved if its tables are those of another
            if (tables != null && !process.equals(Optional.of(tables))) {
                variables.put(BeganWith.VARIABLE, tables);
            }
            return runtime.createMessageCorrelation(MISSED).processDefinitionId(definition(process))
                    .processInstanceBusinessKey(deadline.reference()).setVariables(variables).correlateStartMessage().getProcessInstanceId();
        }));
    }

    /**
     * Why nobody has to be told of a delay any more: what is cancelled is not owed, whoever withdrew asks for nothing, and no council is
     * chased in a closed case. Else a delay that shows only when a case is closed is explained as in an open one (CORP-22).
     */
    private static Optional<String> nothingOwed(Deadline deadline, CaseSummary file) {
        if (deadline.state() == DeadlineState.CANCELLED) {
            return Optional.of("what was owed ended: " + deadline.standing().because());
        }
        if (deadline.kind().equals("service-duty") && deadline.state() == DeadlineState.MET) {
            return Optional.of("it has been done, and the answer to the complaint says so");
        }
        boolean chased = "authority".equals(deadline.owedBy());
        return file.status().over() && (chased || GIVEN_UP.contains(file.status()))
                ? Optional.of("the case is " + file.status().text().toLowerCase(Locale.ROOT) + " since " + Dates.text(file.statusSince())) : Optional.empty();
    }

    private void takeBack(Deadline deadline, LocalDate today) {
        var standing = deadline.view(today);
        boolean ended = unrestricted(() -> running(deadline).map(this::end).isPresent());
        var after = ended ? "; nothing is to be explained or chased any more." : deadline.escalationId() == null ? "." : "; it had been explained or chased already.";
        cases.record(deadline.reference(), (deadline.agreedAfterwards() ? "More time agreed: " : "Not late after all: ") + standing.title(), standing.outcome() + after);
        deadline.escalated(null);
    }

    private Optional<String> running(Deadline deadline) {
        var query = runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).processInstanceBusinessKey(deadline.reference());
        if (deadline.escalationId() != null) {
            return Optional.ofNullable(query.processInstanceId(deadline.escalationId()).singleResult()).map(ProcessInstance::getId);
        }
        // it was told before deadlines remembered where
        return query.variableValueEquals(KIND, deadline.kind()).variableValueEquals(STAGE, deadline.stage()).list().stream().map(ProcessInstance::getId).findFirst();
    }

    private String end(String instance) {
        var waiting = runtime.createExecutionQuery().processInstanceId(instance).messageEventSubscriptionName(NOT_LATE).list();
        if (waiting.isEmpty()) {
            // it began with a model that did not know of this end
            runtime.deleteProcessInstance(instance, "not late after all");
        } else {
            runtime.messageEventReceived(NOT_LATE, waiting.get(0).getId());
        }
        return instance;
    }

    /** In the version that was deployed with the process of the deadline, if that is known. */
    private String definition(Optional<String> process) {
        var query = repository.createProcessDefinitionQuery().processDefinitionKey(PROCESS);
        return process.map(definition -> repository.getProcessDefinition(definition).getDeploymentId())
                .map(deployment -> query.deploymentId(deployment).singleResult()).orElseGet(() -> query.latestVersion().singleResult()).getId();
    }

    /** The process that holds a deadline, which may have moved since it was set; the one whose tables it has if that runs no more. */
    private static Optional<String> process(Deadline deadline) {
        return Optional.ofNullable(deadline.processInstanceId()).map(Inside.now()::execution).map(DelegateExecution::getProcessDefinitionId)
                .or(() -> Optional.ofNullable(deadline.definitionId()));
    }

    /** Who records a step may neither see nor touch what belongs to a supervisor or to the other side. */
    private <T> T unrestricted(Supplier<T> work) {
        return engine.unrestricted(work);
    }
}
