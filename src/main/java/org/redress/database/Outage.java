package org.redress.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/**
 * That the database is gone, or takes nothing new, and that it is back: one line in the log each, however many requests and jobs find out. What they would all write meanwhile is the same.
 */
@Component
public class Outage implements DisposableBean {
    /** What whoever asked is told. */
    public static final String SENTENCE = "The database does not answer at this moment, so nothing can be shown or recorded. Try again in a minute, and look first whether what you sent last was recorded.";
    /** After how many seconds it is worth another try. */
    public static final String RETRY_AFTER = "10";

    /** Shut down, crashed, not ready, and too many connections, as PostgreSQL says it; closed, and a file that cannot be read or written, as H2 says it. */
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "53300", "90098", "90121", "90028", "90031", "90067");
    /** It only reads, its disk is full, its memory is used up, or it has come to a limit of its own, as PostgreSQL says it. */
    private static final Set<String> TAKES_NOTHING = Set.of("25006", "53000", "53100", "53200", "53400");
    private static final Duration SETTLED = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    /** How long after its end somebody may still be told of it who had waited: what is thrown then is not written. */
    private static final Duration ECHO = Duration.ofSeconds(40);
    private static final String OF_CONNECTIONS = "08";
    /** Of the pool, when somebody goes on with a connection that it had to give up; it has no state. */
    private static final String CLOSED = "Connection is closed";
    /** A job that failed runs again, and in the end stands among what has failed. */
    private static final String JOBS = "org.camunda.bpm.engine.jobexecutor";
    /** What runs by itself, and again at its time. */
    private static final String TURNS = "org.springframework.scheduling.support.TaskUtils$LoggingErrorHandler";
    /** Says that it could not even ask who takes the fault of a step, and throws that fault on. */
    private static final String STEPS = "org.camunda.bpm.engine.bpmn.behavior";
    /** Something has failed before in the same transaction of PostgreSQL. */
    private static final String AFTERMATH = "25P02";
    /** Says that a rollback failed too, with what had failed before. */
    private static final String ROLLBACK = "org.springframework.transaction.support.TransactionTemplate";
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final ObjectProvider<Clock> clock;
    private final AtomicReference<@Nullable Since> since = new AtomicReference<>();
    private final Quiet quiet = new Quiet();
    /** Over when somebody may try again whether there are connections. */
    private final AtomicReference<CompletableFuture<?>> betweenTries = new AtomicReference<>(CompletableFuture.completedFuture(true));
    private volatile boolean endsTheProcess;
    /** Over when nobody is told of the last outage any more. */
    private volatile CompletableFuture<?> echo = CompletableFuture.completedFuture(true);
    /** How many are over. */
    private final AtomicInteger over = new AtomicInteger();

    /**
     * An outage.
     *
     * @param connected whether there are connections all the same
     * @param last when something was not taken for the last time
     */
    private record Since(Instant began, boolean connected, Instant last) {}

    Outage(ObjectProvider<Clock> clock) {
        this.clock = clock;
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            log.addTurboFilter(quiet);
        }
    }

    /** Whether something failed because there was no connection, or none any more, or because the database takes nothing new. */
    public static boolean is(@Nullable Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotGetJdbcConnectionException || cause instanceof SQLException said && is(said)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(SQLException said) {
        var state = String.valueOf(said.getSQLState());
        return said instanceof SQLTransientConnectionException || said instanceof SQLNonTransientConnectionException || state.startsWith(OF_CONNECTIONS) || GONE.contains(state) || takesNothing(said) || CLOSED.equals(said.getMessage());
    }

    private static boolean takesNothing(SQLException said) {
        return TAKES_NOTHING.contains(String.valueOf(said.getSQLState()));
    }

    /** Whether there is no connection at this moment, as far as anybody knows. */
    boolean isWithoutConnections() {
        var now = since.get();
        return now != null && !now.connected();
    }

    /** Whether it is worth to wait for a connection: while there is none one finds out for all, and the others are told at once. */
    boolean mayTry() {
        if (!isWithoutConnections()) {
            return true;
        }
        var pause = betweenTries.get();
        return pause.isDone() && betweenTries.compareAndSet(pause, after(BETWEEN_TRIES));
    }

    /** Whether it goes on at this moment, as far as anybody knows. */
    boolean goesOn() {
        return since.get() != null;
    }

    /** How many outages are over. */
    int over() {
        return over.get();
    }

    /**
     * Something that somebody was at failed: the connection was lost, or it was not taken.
     *
     * @param overBefore how many outages were over when they got their connection
     */
    void met(SQLException said, int overBefore) {
        // one that was lost while the database was gone may be found out late
        if (takesNothing(said) || isWithoutConnections() || overBefore == over.get()) {
            begins(said);
        }
    }

    /** Somebody got no connection, or something that says that the database is gone. */
    void begins(SQLException said) {
        if (!is(said)) {
            return;
        }
        var now = clock.getObject().instant();
        boolean connected = takesNothing(said);
        if (since.compareAndSet(null, new Since(now, connected, now))) {
            // not all that is said of a connection is about the database: all may be in use
            LOG.error("The database {} ({}). Whoever asks for something is told so until it is back.", connected ? "takes nothing new" : "does not answer", Sayings.words(said.getMessage()));
        } else {
            // it may only read at first, and then be gone
            since.updateAndGet(was -> was == null ? null : new Since(was.began(), was.connected() && connected, now));
        }
    }

    /** The process ends over it: what others find meanwhile has been said. */
    void endsTheProcess() {
        endsTheProcess = true;
    }

    /** Somebody got a connection that works. */
    void connected() {
        if (isWithoutConnections()) {
            isOver(since.getAndSet(null));
        }
    }

    /**
     * Something was written. Where a disk is full, a small change of a row that is there says little, as long as others are refused.
     *
     * @param begun when that was begun: what was taken before an outage says nothing of its end
     */
    void written(Instant begun) {
        var was = since.get();
        if (was != null && !begun.isBefore(was.began()) && (!was.connected() || Duration.between(was.last(), clock.getObject().instant()).abs().compareTo(SETTLED) >= 0) && since.compareAndSet(was, null)) {
            isOver(was);
        }
    }

    private void isOver(@Nullable Since was) {
        if (was != null) {
            over.incrementAndGet();
            echo = after(ECHO);
            LOG.warn("The database is back after {} seconds.", Duration.between(was.began(), clock.getObject().instant()).toSeconds());
        }
    }

    /** Is done after a time of the machine, whatever the clock of the product says meanwhile. */
    private static CompletableFuture<?> after(Duration time) {
        return new CompletableFuture<>().completeOnTimeout(true, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            log.getTurboFilterList().remove(quiet);
        }
    }

    /** Says nothing of what everybody knows. */
    private final class Quiet extends TurboFilter {
        @Override
        public FilterReply decide(@Nullable Marker marker, ch.qos.logback.classic.Logger logger, Level level, @Nullable String format, Object @Nullable [] parameters, @Nullable Throwable thrown) {
            // asked before each line, and most are not even written
            if (!level.isGreaterOrEqual(Level.INFO)) {
                return FilterReply.NEUTRAL;
            }
            var fault = thrown != null ? thrown : last(parameters);
            boolean heard = since.get() != null || !echo.isDone();
            boolean known = endsTheProcess && fault != null || heard && (is(fault) || logger.getName().startsWith("com.zaxxer.hikari") || logger.getName().equals(ROLLBACK));
            boolean metSomebody = Competition.isCertain(fault) && (logger.getName().equals(JOBS) || logger.getName().equals(TURNS));
            if (!known && metSomebody && logger.getName().equals(TURNS)) {
                LOG.warn("Something that runs by itself met others at the same rows; it runs again at its time.");
            }
            return known || metSomebody || logger.getName().equals(STEPS) && isAftermath(fault) ? FilterReply.DENY : FilterReply.NEUTRAL;
        }

        private static boolean isAftermath(@Nullable Throwable fault) {
            for (var cause = fault; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException said && AFTERMATH.equals(said.getSQLState())) {
                    return true;
                }
            }
            return false;
        }

        /** The engine gives what was thrown as the last of what goes into its message. */
        private static @Nullable Throwable last(Object @Nullable [] parameters) {
            return parameters != null && parameters.length > 0 && parameters[parameters.length - 1] instanceof Throwable thrown ? thrown : null;
        }
    }
}
