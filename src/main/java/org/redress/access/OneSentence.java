package org.redress.access;

import org.redress.identity.StartRefused;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why the product does not start, where we know it, instead of showing where in the program it ended. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneSentence implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                LoggerFactory.getLogger(OneSentence.class).error(cause.getMessage());
                return true;
            }
        }
        return false;
    }
}
