package org.redress.correction;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The days that the processes of a case know. */
@Component
class CaseVariables {
    private static final String ACTION = "actionNumber";
    private static final String MOMENT_OF_RECEIPT = "receivedAt";

    private final RuntimeService runtime;

    CaseVariables(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Moves a day in every process of the case that knows it by this name, but for those of another item, and the moment of receipt with the day of receipt. */
    void move(String reference, String name, OptionalInt item, LocalDate wrong, LocalDate right) {
        var instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .map(instance -> instance.getProcessInstanceId()).toArray(String[]::new);
        if (instances.length == 0) {
            return;
        }
        runtime.createVariableInstanceQuery().processInstanceIdIn(instances).variableName(name).list().stream()
                .filter(variable -> wrong.toString().equals(variable.getValue()))
                .filter(variable -> item.isEmpty() || !isOfAnother(variable, item.getAsInt()))
                .forEach(variable -> set(variable, right.toString()));
        if (name.equals("receivedOn")) {
            runtime.createVariableInstanceQuery().processInstanceIdIn(instances).variableName(MOMENT_OF_RECEIPT).list().stream()
                    .filter(variable -> String.valueOf(variable.getValue()).startsWith(wrong + "T"))
                    .forEach(variable -> set(variable, right + String.valueOf(variable.getValue()).substring(wrong.toString().length())));
        }
    }

    /** Each agreed action has a process of its own. */
    private boolean isOfAnother(VariableInstance variable, int item) {
        return runtime.getVariable(variable.getExecutionId(), ACTION) instanceof Number action && action.intValue() != item;
    }

    private void set(VariableInstance variable, Object value) {
        runtime.setVariableLocal(variable.getExecutionId(), variable.getName(), value);
    }
}
