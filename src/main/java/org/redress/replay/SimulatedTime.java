package org.redress.replay;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets time pass in the engine: the next job or the moment that is wanted, whichever is earlier. The job executor has to stand
 * still meanwhile.
 */
@Component
public class SimulatedTime {
    private final ManagementService management;

    SimulatedTime(ManagementService management) {
        this.management = management;
    }

    /** Moves the clock to a moment and fires every timer that is due until then, each at its own moment. */
    public void passTo(Instant moment) {
        for (Job next = next(moment); next != null; next = next(moment)) {
            var due = next.getDuedate();
            if (due != null && due.after(ClockUtil.getCurrentTime())) {
                ClockUtil.setCurrentTime(due);
            }
            management.executeJob(next.getId());
        }
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Goes back to the real time. */
    public void end() {
        ClockUtil.reset();
    }

    private @Nullable Job next(Instant until) {
        return management.createJobQuery().active().withRetriesLeft().duedateLowerThan(Date.from(until.plusMillis(1)))
                .orderByJobDuedate().asc().listPage(0, 1).stream().findFirst().orElse(null);
    }
}
