package org.redress.engine;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.jspecify.annotations.NullUnmarked;
import org.redress.database.Competition;

/** What happens to a job that could not be done: where somebody else was at work at the same moment it runs again at once and has not failed; otherwise later, and not for ever. */
@NullUnmarked
class FailedJobs implements FailedJobCommandFactory {
    @Override
    public Command<Object> getCommand(String job, Throwable fault) {
        return Competition.isCertain(fault) ? new Unlocked(job) : new DefaultJobRetryCmd(job, fault);
    }

    private static final class Unlocked implements Command<Object> {
        private final String job;

        private Unlocked(String job) {
            this.job = job;
        }

        @Override
        public Object execute(CommandContext context) {
            return new UnlockJobCmd(job).execute(context);
        }
    }
}
