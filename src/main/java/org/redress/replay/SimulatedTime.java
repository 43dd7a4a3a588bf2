package org.redress.replay;

import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.redress.engine.EngineClock;
import org.springframework.stereotype.Component;

/**
 * Lets time pass in the engine: the next job or the moment that is wanted, whichever is earlier. The job executor has to stand
 * still meanwhile.
 */
@Component
public class SimulatedTime {
    /** More than there are processes that begin by themselves. */
    private static final int NEXT = 10;

    private final ManagementService management;

    SimulatedTime(ManagementService management) {
        this.management = management;
    }

    /** Moves the clock to a moment and fires every timer that is due until then, each at its own moment. */
    public void passTo(Instant moment) {
        for (Job next = next(moment); next != null; next = next(moment)) {
            var due = next.getDuedate();
            if (due != null && due.after(EngineClock.now())) {
                EngineClock.set(due.toInstant());
            }
            management.executeJob(next.getId());
        }
        EngineClock.set(moment);
        // what begins by itself every day makes up for the days that it missed, so once is enough
        var begun = jobs(moment).filter(SimulatedTime::begins).toList();
        begun.forEach(job -> management.executeJob(job.getId()));
        if (!begun.isEmpty()) {
            // and what it leaves for a job of its own
            management.createJobQuery().active().withRetriesLeft().messages().listPage(0, NEXT).forEach(job -> management.executeJob(job.getId()));
        }
    }

    /** Goes back to the real time. */
    public void end() {
        EngineClock.reset();
    }

    private @Nullable Job next(Instant until) {
        return jobs(until).filter(job -> !begins(job)).findFirst().orElse(null);
    }

    private Stream<Job> jobs(Instant until) {
        return management.createJobQuery().active().withRetriesLeft().duedateLowerThan(Date.from(until.plusMillis(1)))
                .orderByJobDuedate().asc().listPage(0, NEXT).stream();
    }

    /** Whether it begins a process, which no running one waits for. */
    private static boolean begins(Job job) {
        return job.getProcessInstanceId() == null;
    }
}
