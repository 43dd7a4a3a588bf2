package org.redress.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.redress.casefile.CaseFiles;
import org.redress.engine.Engine;
import org.redress.engine.Tasks;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.springframework.stereotype.Component;

/** How much a task presses, as a supervisor says; it stands in lists and changes no day. */
@Component
public class Urgency {
    private final Engine engine;
    private final CaseFiles cases;
    private final Reader reader;
    private final Clock clock;

    Urgency(Engine engine, CaseFiles cases, Reader reader, Clock clock) {
        this.engine = engine;
        this.cases = cases;
        this.reader = reader;
        this.clock = clock;
    }

    /** How much a task can press; what is overdue lies between the two. */
    public enum Level {
        NORMAL(50),
        URGENT(100);

        private final int priority;

        Level(int priority) {
            this.priority = priority;
        }
    }

    /**
     * Says it of a task, for supervisors of its council; the case file keeps who said it. Tells whether it was said already.
     *
     * @throws AuthorizationException for a task that is not of their council, or is none
     */
    public boolean say(String taskId, Level level) {
        return engine.run(inside -> {
            var task = inside.task(taskId);
            if (task == null || task.getTenantId() == null || !reader.has(Role.SUPERVISORS) || !reader.tenants().contains(task.getTenantId())) {
                throw new AuthorizationException("There is no such task for you; it may have been completed by somebody else.");
            }
            return inside.unchecked(() -> {
                if (task.getPriority() == level.priority) {
                    return true;
                }
                task.setPriority(level.priority);
                Tasks.changed(task, UserOperationLogEntry.OPERATION_TYPE_SET_PRIORITY);
                if (task.getVariable("caseReference") instanceof String reference) {
                    cases.record(reference, LocalDate.now(clock), reader.user().orElseThrow(), "Priority of a task", "\"" + Gate.title(task) + "\" is " + level.name().toLowerCase(Locale.ROOT) + ".", List.of());
                }
                return false;
            });
        });
    }
}
