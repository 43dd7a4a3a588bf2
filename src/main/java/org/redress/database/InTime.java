package org.redress.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A question to the database of those who watch the product, who do not wait for one that hangs: what is not answered in time is no. It is asked by one thread at a time, however many ask. */
public final class InTime {
    private final String name;
    private final Clock clock;
    private final Duration patience;
    private final Duration holds;
    private final BooleanSupplier question;
    private @Nullable CompletableFuture<Boolean> asked;
    private Instant at = Instant.EPOCH;

    /**
     * A question.
     *
     * @param patience how long whoever asks waits; all that health asks is answered within two seconds
     * @param holds how long an answer is given again without asking
     */
    public InTime(String name, Clock clock, Duration patience, Duration holds, BooleanSupplier question) {
        this.name = name;
        this.clock = clock;
        this.patience = patience;
        this.holds = holds;
        this.question = question;
    }

    /** The answer; no where there is none in time, or a fault. */
    public boolean yes() {
        boolean late = isLate();
        try {
            return ask().get(late ? 0 : patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether somebody has waited for it in vain already. */
    private synchronized boolean isLate() {
        return asked != null && !asked.isDone() && Duration.between(at, clock.instant()).compareTo(patience) > 0;
    }

    private synchronized CompletableFuture<Boolean> ask() {
        if (asked == null || asked.isDone() && Duration.between(at, clock.instant()).abs().compareTo(holds) >= 0) {
            var answer = new CompletableFuture<Boolean>();
            asked = answer;
            at = clock.instant();
            var thread = new Thread(() -> answer(answer), name);
            thread.setDaemon(true);
            thread.start();
        }
        return asked;
    }

    private void answer(CompletableFuture<Boolean> answer) {
        try {
            answer.complete(question.getAsBoolean());
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }
}
