package org.redress.database;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What fails because somebody else, or a timer, is at work on the same rows at the same moment. Nothing is wrong with it: its transaction was undone as a whole, and done
 * again it finds what the other has done, and goes right or is refused with a sentence.
 */
public final class Competition {
    /** How often something is done, in all. */
    static final int MOST = 6;
    /** So often, where each time has waited for a lock until that took too long, or where it may be a fault after all. */
    private static final int SOME = 2;
    private static final Duration PAUSE = Duration.ofMillis(15);

    /** A serialisation failure or the victim of a deadlock, on either database; a row that somebody changed or removed meanwhile, as H2 says it. */
    private static final Set<String> UNDONE = Set.of("40001", "40P01", "90131", "90112", "90143");
    /** A lock that somebody did not let go of in time: PostgreSQL, and H2. */
    private static final Set<String> WAITED = Set.of("55P03", "HYT00");
    /** What a row refers to has gone meanwhile, or the same row has come. */
    private static final String OF_ROWS = "23";

    /** The row that is removed is referred to, or the one that is referred to is not there: PostgreSQL has the first for both, H2 one for each. */
    private static final Set<String> REFERRED_TO = Set.of("23503", "23506");
    /** Of the engine's own tables: it reads one row after the other, and what one step removes another has referred to meanwhile. None is broken by what a person sends. */
    private static final Pattern OF_THE_ENGINE = Pattern.compile("(?i)\\bact_fk_");

    private Competition() {}

    /** Whether others were at work at the same moment, and nothing else. */
    public static boolean isCertain(@Nullable Throwable fault) {
        return any(fault, Competition::certain);
    }

    /** Whether it may be that others were at work at the same moment. */
    public static boolean isLikely(Throwable fault) {
        return any(fault, cause -> certain(cause) || cause instanceof DataIntegrityViolationException || cause instanceof SQLException refused && state(refused).startsWith(OF_ROWS));
    }

    /**
     * Does something, and again where others came in between. It has to be a whole transaction: within one, which cannot go on after a fault, nothing is done again.
     */
    public static <T extends @Nullable Object> T repeated(Supplier<T> attempt) {
        for (int attempts = 1;; attempts++) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                if (attempts >= most(e) || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw e;
                }
                // not all of those who met come back at the same moment
                LockSupport.parkNanos(PAUSE.multipliedBy(attempts).toNanos() * ThreadLocalRandom.current().nextInt(1, 4));
            }
        }
    }

    private static int most(Throwable fault) {
        if (!isLikely(fault)) {
            return 1;
        }
        return !isCertain(fault) || any(fault, cause -> cause instanceof SQLException refused && WAITED.contains(state(refused))) ? SOME : MOST;
    }

    private static boolean certain(Throwable cause) {
        return cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException || cause instanceof OptimisticLockException
                || cause instanceof PessimisticLockException || cause instanceof LockTimeoutException
                || cause instanceof SQLException refused && (UNDONE.contains(state(refused)) || WAITED.contains(state(refused)) || isOfTheEngine(refused));
    }

    private static boolean isOfTheEngine(SQLException refused) {
        return REFERRED_TO.contains(state(refused)) && OF_THE_ENGINE.matcher(String.valueOf(refused.getMessage())).find();
    }

    private static String state(SQLException refused) {
        return String.valueOf(refused.getSQLState());
    }

    private static boolean any(@Nullable Throwable fault, Predicate<Throwable> is) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (is.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
