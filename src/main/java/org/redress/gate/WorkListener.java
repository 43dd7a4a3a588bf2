package org.redress.gate;

import org.jspecify.annotations.Nullable;

/**
 * Something that follows who has which work: what a person has in hand for a task or a start form ends with it. It is told in the
 * transaction of the change, whatever made it.
 */
public interface WorkListener {
    /** A task was given to somebody, or back to its groups (nobody); {@code by} is nobody where the product did it. */
    void given(String task, @Nullable String to, @Nullable String by);

    /** A task was completed with its form. */
    void completed(String task, String by);

    /** A task is gone and was not completed: what it was for has ended. */
    void ended(String task);

    /** A process was started with its form; {@code reference} is the case that it is about, or that it opened. */
    void started(String process, String council, String by, @Nullable String reference);

    /** An account is deleted. */
    void forgotten(String person);

    /** A person has lost a role or a council; this one comes after the transaction, when it holds. */
    void mayDoLess(String person);
}
