package org.redress.remedy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.AgreedActions;
import org.springframework.stereotype.Component;

/** "Read agreed action": what its deadline and its form need to know (CMP-01). */
@Component
class ReadAgreedAction implements JavaDelegate {
    private final AgreedActions actions;

    ReadAgreedAction(AgreedActions actions) {
        this.actions = actions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        int number = (Integer) execution.getVariable("actionNumber");
        var action = actions.view(reference, number);
        actions.start(reference, number);
        execution.setVariable("actionKind", action.kind());
        var promise = action.promise();
        if (promise != null && promise.by() != null) {
            // the day counts as it stands in the letter; the period to it only says how it is reached
            execution.setVariable("agreedWithin", days(Objects.requireNonNull(action.countsFrom()), promise.by()));
            execution.setVariable("agreedActionBy", promise.by().toString());
        } else {
            execution.setVariable("agreedWithin", action.within());
        }
        execution.setVariable("agreedFromOn", String.valueOf(action.countsFrom()));
        execution.setVariable("moreAskedFor", false);
        execution.setVariable("pursued", false);
    }

    private static String days(LocalDate from, LocalDate to) {
        return Math.max(1, ChronoUnit.DAYS.between(from, to)) + " days";
    }
}
