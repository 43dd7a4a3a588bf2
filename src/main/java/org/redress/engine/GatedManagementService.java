package org.redress.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.management.SetJobRetriesBuilderImpl;
import org.jspecify.annotations.NullUnmarked;

/** The engine's management service: who repairs may let failed work run again, and cannot stop, move or skip what waits. */
@NullUnmarked
class GatedManagementService extends ManagementServiceImpl {
    private static final int MOST_RETRIES = 10;
    /** Between two attempts, and a little more. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(13);

    private final Clock clock;

    GatedManagementService(ProcessEngineConfigurationImpl configuration, Clock clock) {
        super(configuration);
        this.clock = clock;
    }

    @Override
    public SetJobRetriesBuilderImpl setJobRetries(int retries) {
        return new Retries(commandExecutor, retries, clock);
    }

    private static final class Retries extends SetJobRetriesBuilderImpl {
        private final Clock clock;

        Retries(CommandExecutor commandExecutor, int retries, Clock clock) {
            super(commandExecutor, retries);
            this.clock = clock;
        }

        @Override
        public void execute() {
            validateParameters();
            commandExecutor.execute(context -> {
                refuseAnythingButRetry(context);
                var command = jobIds == null ? new SetJobRetriesCmd(jobId, jobDefinitionId, retries, dueDate, isDueDateSet)
                        : new SetJobRetriesCmd(jobIds, retries, dueDate, isDueDateSet);
                var nothing = command.execute(context);
                if (context.getAuthentication() != null) {
                    (jobIds == null ? List.of(jobId) : jobIds).forEach(id -> atOnce(context, id));
                }
                return nothing;
            });
        }

        /** What failed waits for its next attempt by itself, up to some hours; a timer that waits for its day has not failed. */
        private void atOnce(CommandContext context, String id) {
            var job = context.getJobManager().findJobById(id);
            var now = clock.instant();
            if (job != null && job.getExceptionMessage() != null && job.getDuedate() != null && job.getDuedate().after(Date.from(now))
                    && job.getDuedate().before(Date.from(now.plus(LONGEST_PAUSE)))) {
                job.setDuedate(Date.from(now));
            }
        }

        private void refuseAnythingButRetry(CommandContext context) {
            if (context.getAuthentication() == null) {
                return;
            }
            if (jobDefinitionId != null) {
                throw new AuthorizationException("Failed work is repeated case by case.");
            }
            if (retries < 1 || retries > MOST_RETRIES || isDueDateSet) {
                throw new AuthorizationException("Failed work is repeated, between 1 and " + MOST_RETRIES + " times; a timer keeps its day.");
            }
            for (var id : jobIds == null ? List.of(jobId) : jobIds) {
                var job = context.getJobManager().findJobById(id);
                if (job != null && job.getRetries() > 0) {
                    throw new AuthorizationException("This work has not failed; it runs by itself when its time comes.");
                }
            }
        }
    }
}
