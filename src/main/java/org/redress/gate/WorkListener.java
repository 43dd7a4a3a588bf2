package org.redress.gate;

import org.jspecify.annotations.Nullable;

/**
 * Something that follows who has which work: what a person has in hand for a task or a start form ends with it. It is told in the
 * transaction of the change, whatever made it; it takes up what concerns it and leaves the rest.
 */
public interface WorkListener {
    /** A task was given to somebody, or back to its groups (nobody); {@code by} is nobody where the product did it. */
    default void given(String task, @Nullable String to, @Nullable String by) {}

    /** A task was completed with its form. */
    default void completed(String task, String by) {}

    /** A task is gone and was not completed: what it was for has ended. */
    default void ended(String task) {}

    /** A process was started with its form; {@code reference} is the case that it is about, or that it opened. */
    default void started(String process, String council, String by, @Nullable String reference) {}

    /** An account is deleted. */
    default void forgotten(String person) {}

    /** A person is about to lose a role or a council, one of both is named; whoever cannot let them refuses it. */
    default void losing(String person, @Nullable String role, @Nullable String council) {}

    /** A person has lost a role or a council; this one comes after the transaction, when it holds. */
    default void mayDoLess(String person) {}
}
