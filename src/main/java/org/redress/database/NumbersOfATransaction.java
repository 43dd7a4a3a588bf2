package org.redress.database;

import java.io.Serializable;
import org.hibernate.id.IdentifierGeneratorHelper;
import org.hibernate.id.IntegralDataTypeHolder;
import org.hibernate.id.enhanced.AccessCallback;
import org.hibernate.id.enhanced.Optimizer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives the rows of the case file their numbers: each transaction takes a block from the sequence when it writes its first row, of whatever table, and leaves what it has not used. Therefore what was written later has the
 * higher number, whichever node wrote it, and "the newest" of a case can be found by its number. A block that is kept from one transaction to the next, as Hibernate's own optimizers keep it, gives on two nodes numbers that
 * follow the nodes and not the time (decision record 74).
 *
 * <p>There is one sequence for it, {@code case_file_id}; a value of it is the last number of its block, as with Hibernate's pooled optimizer, so that a node of an earlier version beside this one gives no number twice.
 */
public final class NumbersOfATransaction implements Optimizer {
    private final Class<?> type;
    private final int size;

    /** As Hibernate makes it, from {@code hibernate.id.optimizer.pooled.preferred}: for numbers of this type, and with blocks of this size. */
    public NumbersOfATransaction(Class<?> type, int size) {
        this.type = type;
        this.size = size;
    }

    @Override
    public Serializable generate(AccessCallback sequence) {
        var block = (Block) TransactionSynchronizationManager.getResource(NumbersOfATransaction.class);
        if (block == null || block.next > block.last) {
            block = block(sequence.getNextValue().makeValue().longValue(), block);
        }
        return IdentifierGeneratorHelper.getIntegralDataTypeHolder(type).initialize(block.next++).makeValue();
    }

    /** Without a transaction a block is good for one number. */
    private Block block(long last, @Nullable Block before) {
        var block = before == null ? new Block() : before;
        block.next = Math.max(1, last - size + 1);
        block.last = last;
        if (before == null && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(NumbersOfATransaction.class, block);
            TransactionSynchronizationManager.registerSynchronization(block);
        }
        return block;
    }

    @Override
    public @Nullable IntegralDataTypeHolder getLastSourceValue() {
        return null;
    }

    @Override
    public int getIncrementSize() {
        return size;
    }

    @Override
    public boolean applyIncrementSizeToSourceValues() {
        return true;
    }

    /** The numbers that a transaction may still give, from the next to the last. */
    private static final class Block implements TransactionSynchronization, Ordered {
        private long next;
        private long last;

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(NumbersOfATransaction.class);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(NumbersOfATransaction.class, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(NumbersOfATransaction.class);
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }
}
