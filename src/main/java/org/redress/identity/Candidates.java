package org.redress.identity;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** For the models: the people who can have a role of the case now, as options of a form's select field; who cannot stands below, with the reason. */
@Component
public class Candidates {
    private final Authority authority;

    Candidates(Authority authority) {
        this.authority = authority;
    }

    /** Who can answer at this stage, whatever their service (CORP-26). */
    public SpinJsonNode answers(DelegateExecution execution) {
        return of(CaseRole.ANSWERS, execution);
    }

    /** Who can be the Investigating Officer (CHD-47). */
    public SpinJsonNode investigates(DelegateExecution execution) {
        return of(CaseRole.INVESTIGATES, execution);
    }

    /** Who can be the Independent Person (CHD-22, CHD-41). */
    public SpinJsonNode independent(DelegateExecution execution) {
        return of(CaseRole.INDEPENDENT, execution);
    }

    /** Who can adjudicate (CHD-48). */
    public SpinJsonNode adjudicates(DelegateExecution execution) {
        return of(CaseRole.ADJUDICATES, execution);
    }

    /** Who can investigate at the Ombudsman's (LGS-06). */
    public SpinJsonNode allocated(DelegateExecution execution) {
        return of(CaseRole.ALLOCATED, execution);
    }

    private SpinJsonNode of(CaseRole role, DelegateExecution execution) {
        return options(authority.whoCanBeNamedAndWhoNot(role, (String) execution.getVariable("council"), (String) execution.getVariable("caseReference"),
                Whoever.number(execution, "stageNumber", 0)));
    }

    /** People as options. */
    public static SpinJsonNode options(List<Authority.Person> people) {
        return Spin.JSON(people.stream().map(person -> Map.of("label", person.name(), "value", person.id())).toList());
    }
}
