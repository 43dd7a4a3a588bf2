package org.redress.start;

import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why the product does not start, where we know it, instead of showing where in the program it ended. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneSentence implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> why = WhyNotStarted.of(failure).map(WhyNotStarted::sentence);
        why.ifPresent(LoggerFactory.getLogger(OneSentence.class)::error);
        return why.isPresent();
    }
}
