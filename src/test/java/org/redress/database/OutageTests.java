package org.redress.database;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What is written into the log of what the database refuses, and what is not because it is known, comes again by itself, or only follows. */
class OutageTests {
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Outage outage = new Outage(beans.getBeanProvider(Clock.class));
    private Logger log = (Logger) LoggerFactory.getLogger(OutageTests.class);

    @BeforeEach
    void listen() {
        beans.addBean("clock", Clock.systemUTC());
        lines.start();
    }

    @AfterEach
    void end() {
        outage.destroy();
        log.detachAppender(lines);
    }

    @ParameterizedTest
    @CsvSource({
            "org.camunda.bpm.engine.jobexecutor,55P03,false", "org.camunda.bpm.engine.jobexecutor,22001,true",
            "org.springframework.scheduling.support.TaskUtils$LoggingErrorHandler,55P03,false", "org.springframework.scheduling.support.TaskUtils$LoggingErrorHandler,22001,true",
            "org.camunda.bpm.engine.bpmn.behavior,25P02,false", "org.camunda.bpm.engine.bpmn.behavior,22001,true", "org.redress.letters.Any,55P03,true", "org.redress.letters.Any,25P02,true"})
    void isWrittenOnceAndByWhoeverCanSayMost(String logger, String state, boolean written) {
        log = (Logger) LoggerFactory.getLogger(logger);
        log.addAppender(lines);

        log.error("Unexpected error occurred in scheduled task", new IllegalStateException("refused", new SQLException("refused", state)));

        assertThat(lines.list).hasSize(written ? 1 : 0);
    }

    @Test
    void endsWithWhatWasWrittenSinceItBegan() {
        var before = Instant.now().minusSeconds(3);
        outage.begins(new SQLException("gone", "08006"));

        outage.written(before);
        assertThat(outage.goesOn()).as("a health that is held answers from before").isTrue();

        outage.written(Instant.now());
        assertThat(outage.goesOn()).isFalse();
    }

    @Test
    void isWrittenInOneLineOfWhatRunsByItself() {
        log = (Logger) LoggerFactory.getLogger(Outage.class);
        log.addAppender(lines);

        LoggerFactory.getLogger("org.springframework.scheduling.support.TaskUtils$LoggingErrorHandler").error("Unexpected error occurred in scheduled task", new IllegalStateException("refused", new SQLException("refused", "55P03")));

        assertThat(lines.list).singleElement().satisfies(line -> assertThat(line.getFormattedMessage()).contains("runs again at its time").doesNotContain("refused"));
    }
}
