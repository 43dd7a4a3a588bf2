package org.redress.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.redress.identity.Absences;
import org.redress.identity.Absences.Leave;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lets the processes of leaves follow the days: one that has begun offers the open work, one that was called off or is over ends. */
@Component
class Leaves {
    static final String PROCESS = "leave";
    static final String NUMBER = "leaveNumber";

    private final Absences absences;
    private final RuntimeService runtime;
    private final Clock clock;

    Leaves(Absences absences, @Lazy RuntimeService runtime, Clock clock) {
        this.absences = absences;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** Tells the waiting processes of a council what today means to them. */
    void follow(String council) {
        for (var instance : runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).tenantIdIn(council).variableValueNotEquals(NUMBER, null).listPage(0, 2000)) {
            var leave = absences.find(((Number) runtime.getVariable(instance.getId(), NUMBER)).longValue());
            boolean over = leave.isEmpty() || leave.get().untilDay().isBefore(LocalDate.now(clock));
            boolean begun = leave.isPresent() && !leave.get().fromDay().isAfter(LocalDate.now(clock));
            if (waits(instance, "LeaveBegun")) {
                if (over) {
                    tell(instance, "LeaveCalledOff");
                } else if (begun) {
                    tell(instance, "LeaveBegun");
                }
            } else if (over && waits(instance, "LeaveOver")) {
                tell(instance, "LeaveOver");
            }
        }
    }

    private boolean waits(ProcessInstance instance, String message) {
        return runtime.createEventSubscriptionQuery().processInstanceId(instance.getId()).eventName(message).count() > 0;
    }

    private void tell(ProcessInstance instance, String message) {
        runtime.createMessageCorrelation(message).processInstanceId(instance.getId()).correlate();
    }

    /** The leave that a process is about, unless it was called off. */
    Optional<Leave> of(Object number) {
        return absences.find(((Number) number).longValue());
    }
}
