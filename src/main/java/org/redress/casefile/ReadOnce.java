package org.redress.casefile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read in a transaction and need not be read again in it: a step asks for its case, its deadlines and its people many times. It ends with the transaction, whatever
 * comes of it, so nobody ever sees what somebody else has changed since; whoever writes what is read so says that it is to be forgotten. Without a transaction everything
 * is read each time.
 */
public final class ReadOnce {
    private static final Object KEY = new Object();

    private ReadOnce() {}

    /**
     * What was read before in this transaction, or what is read now.
     *
     * @param of what it is part of, which is forgotten as a whole when some of it is written
     * @param what of it
     */
    @SuppressWarnings("unchecked")
    public static <T> T get(Object of, Object what, Supplier<T> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive() || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return read.get();
        }
        if (known().containsKey(KEY)) {
            return read.get();
        }
        var known = known().computeIfAbsent(of, part -> new HashMap<>());
        var before = known.get(what);
        if (before != null) {
            return (T) before;
        }
        var now = read.get();
        // what it read may have been written meanwhile, as by a flush
        known().computeIfAbsent(of, part -> new HashMap<>()).put(what, now);
        return now;
    }

    /** What was read before in this transaction, if it was. */
    @SuppressWarnings("unchecked")
    public static <T> Optional<T> known(Object of, Object what) {
        return TransactionSynchronizationManager.getResource(KEY) instanceof Map<?, ?> known && known.get(of) instanceof Map<?, ?> some ? Optional.ofNullable((T) some.get(what)) : Optional.empty();
    }

    /** This came along with something else that was read, as {@link #get} would have read it. */
    public static void came(Object of, Object what, Object read) {
        get(of, what, () -> read);
    }

    /** From now on everything is read each time until the end of the transaction, because it changes what many things rest on, such as an account. */
    public static void readAgain() {
        if (TransactionSynchronizationManager.isSynchronizationActive() && TransactionSynchronizationManager.isActualTransactionActive()) {
            var known = known();
            known.clear();
            known.put(KEY, new HashMap<>());
        }
    }

    /** Something of it was written. */
    public static void forget(Object of) {
        if (TransactionSynchronizationManager.getResource(KEY) instanceof Map<?, ?> known) {
            known.remove(of);
        }
    }

    /** Rows were written past everything, as when a whole case is removed. */
    public static void forgetAll() {
        if (TransactionSynchronizationManager.getResource(KEY) instanceof Map<?, ?> known) {
            boolean again = known.containsKey(KEY);
            known.clear();
            if (again) {
                readAgain();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Map<Object, Object>> known() {
        var known = (Map<Object, Map<Object, Object>>) TransactionSynchronizationManager.getResource(KEY);
        if (known == null) {
            known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(KEY, known);
            TransactionSynchronizationManager.registerSynchronization(new UntilItsEnd(known));
        }
        return known;
    }

    /** Another transaction in between reads for itself. */
    private record UntilItsEnd(Map<Object, Map<Object, Object>> known) implements TransactionSynchronization {
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(KEY, known);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        }
    }
}
