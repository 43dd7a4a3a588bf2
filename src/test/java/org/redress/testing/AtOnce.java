package org.redress.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people who do two things at the same moment: the second one begins when the first has done theirs and has not finished. */
public final class AtOnce {
    private static final String WAITING = "select count(*) from information_schema.sessions where blocker_id is not null";

    private AtOnce() {}

    /** Gives for each what they were told, and nothing (an empty text) for whoever was let. */
    public static List<String> run(TransactionTemplate transaction, JdbcTemplate database, Runnable first, Runnable second) {
        var pool = Executors.newSingleThreadExecutor();
        var other = new ArrayList<Future<?>>();
        try {
            var one = said(() -> transaction.executeWithoutResult(status -> {
                first.run();
                var begun = pool.submit(second);
                other.add(begun);
                while (!begun.isDone() && waiting(database) == 0) {
                    Thread.onSpinWait();
                }
            }));
            return List.of(one, said(() -> finish(other.get(0))));
        } finally {
            pool.shutdown();
        }
    }

    /** Two begin while a third holds what both need, and go on when it lets go; gives what they were told, in the order of the alphabet. */
    public static List<String> released(TransactionTemplate transaction, JdbcTemplate database, Runnable hold, Runnable one, Runnable other) {
        var pool = Executors.newFixedThreadPool(2);
        var begun = new ArrayList<Future<?>>();
        try {
            transaction.executeWithoutResult(status -> {
                hold.run();
                begun.add(pool.submit(one));
                begun.add(pool.submit(other));
                while (begun.stream().filter(work -> !work.isDone()).count() > waiting(database)) {
                    Thread.onSpinWait();
                }
            });
            return begun.stream().map(work -> said(() -> finish(work))).sorted().toList();
        } finally {
            pool.shutdown();
        }
    }

    private static int waiting(JdbcTemplate database) {
        return database.queryForObject(WAITING, Integer.class);
    }

    private static void finish(Future<?> begun) {
        try {
            begun.get();
        } catch (ExecutionException e) {
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String said(Runnable work) {
        try {
            work.run();
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
