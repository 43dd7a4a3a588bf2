package org.redress.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before each test the log goes to the console as it does at the start of the product. All applications of one JVM share their log, and each that starts sets it
 * up anew for all: after a command, which keeps the console for its own sentences, a test would look for a line that nobody wrote.
 */
public class LogLines implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext test) {
        var loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
        var root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        // as in application.yaml
        root.setLevel(Level.WARN);
        loggers.getLogger("org.redress").setLevel(Level.INFO);
        root.iteratorForAppenders().forEachRemaining(appender -> appender.clearAllFilters());
    }
}
