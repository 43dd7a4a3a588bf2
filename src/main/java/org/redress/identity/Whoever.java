package org.redress.identity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Appointments;
import org.springframework.stereotype.Component;

/** For the models: who has a role of the case, at its stage and for its issue, at the moment a task is made; nobody, and the group sees it. */
@Component
public class Whoever {
    private final Appointments appointments;

    Whoever(Appointments appointments) {
        this.appointments = appointments;
    }

    /** Who answers (CORP-26). */
    public @Nullable String answers(DelegateExecution execution) {
        return has(CaseRole.ANSWERS, execution);
    }

    /** Who approves, if somebody is named for this case. */
    public @Nullable String approves(DelegateExecution execution) {
        return has(CaseRole.APPROVES, execution);
    }

    /** The Investigating Officer (CHD-47). */
    public @Nullable String investigates(DelegateExecution execution) {
        return has(CaseRole.INVESTIGATES, execution);
    }

    /** The Independent Person (CHD-41). */
    public @Nullable String independent(DelegateExecution execution) {
        return has(CaseRole.INDEPENDENT, execution);
    }

    /** The adjudicating officer (CHD-48). */
    public @Nullable String adjudicates(DelegateExecution execution) {
        return has(CaseRole.ADJUDICATES, execution);
    }

    private @Nullable String has(CaseRole role, DelegateExecution execution) {
        return appointments.holder((String) execution.getVariable("caseReference"), role.key(), number(execution, "stageNumber", 0), issue(execution)).orElse(null);
    }

    static @Nullable Integer issue(DelegateExecution execution) {
        return execution.getVariable("issueNumber") instanceof Number n ? Integer.valueOf(n.intValue()) : null;
    }

    static int number(DelegateExecution execution, String name, int otherwise) {
        return execution.getVariable(name) instanceof Number n ? n.intValue() : otherwise;
    }
}
