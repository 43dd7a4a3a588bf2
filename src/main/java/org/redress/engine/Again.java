package org.redress.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.NullUnmarked;
import org.redress.database.Competition;
import org.redress.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands before every command of the engine that somebody runs, whatever calls it: what fails because a colleague or a timer was at work on the same rows at the same
 * moment is done again, with the same answers, in a new transaction. Jobs are repeated by the engine.
 */
@NullUnmarked
class Again extends CommandInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Again.class);

    private final ProcessEngineConfigurationImpl configuration;

    Again(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean whole = Context.getCommandContext() == null && !TransactionSynchronizationManager.isActualTransactionActive();
        if (!whole || configuration.getIdentityService().getCurrentAuthentication() == null) {
            return next.execute(command);
        }
        Supplier<T> attempt = () -> next.execute(command);
        try {
            return Competition.repeated(attempt);
        } catch (RuntimeException e) {
            if (refuses(e) || Competition.isLikely(e) || Outage.is(e)) {
                throw e;
            }
            // the engine reads one row after the other, and falls over one that has gone in between; a fault of another kind comes again
            LOG.debug("Done once more.", e);
            return Competition.repeated(attempt);
        }
    }

    /** Whether somebody was told what is wrong; that stays so. */
    private static boolean refuses(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationException || cause instanceof BadUserRequestException || cause instanceof FormFieldValidationException) {
                return true;
            }
        }
        return false;
    }
}
