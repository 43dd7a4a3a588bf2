package org.redress.identity;

import org.jspecify.annotations.Nullable;

/**
 * Somebody was given something, or it was taken away; for the record of changes.
 *
 * @param kind what happened
 * @param concerns the user id of who was given it or had it taken away, if it is about a person
 * @param what the group, council or filter by its id, and behind a council that somebody joined the roles that they have; for a task nothing
 * @param council the tenant id of the council where it counts, if it counts at one
 * @param reference the case of a task, if it has one
 * @param task the name of a task, as the model says it
 */
public record AccessChange(Kind kind, @Nullable String concerns, @Nullable String what, @Nullable String council, @Nullable String reference, @Nullable String task) {
    /** What can be given and taken away; {@link #code} is what the record says, {@link #table} what it is about. */
    public enum Kind {
        TASK_GIVEN("task"),
        TASK_GIVEN_BACK("task"),
        ACCOUNT_MADE("account"),
        ACCOUNT_CHANGED("account"),
        ACCOUNT_DELETED("account"),
        PASSWORD_SET("account"),
        ROLE_GIVEN("account"),
        ROLE_TAKEN("account"),
        COUNCIL_JOINED("account"),
        COUNCIL_LEFT("account"),
        SECOND_FACTOR_SET_UP("account"),
        SECOND_FACTOR_RESET("account"),
        TOKEN_MADE("account"),
        TOKEN_REVOKED("account"),
        FEED_MADE("account"),
        FEED_REVOKED("account"),
        FILTER_SAVED("filter"),
        FILTER_DELETED("filter"),
        FILTER_SHARED("filter"),
        FILTER_UNSHARED("filter");

        private final String table;

        Kind(String table) {
            this.table = table;
        }

        /** task, account or filter. */
        public String table() {
            return table;
        }

        /** The name in small letters, such as role-given. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** A task of a case was given to a person, or given back by one. */
    public static AccessChange ofTask(Kind kind, @Nullable String person, @Nullable String council, @Nullable String reference, String task) {
        return new AccessChange(kind, person, null, council, reference, task);
    }

    /** Something about an account, as it counts at a council. */
    public static AccessChange ofAccount(Kind kind, String person, @Nullable String what, @Nullable String council) {
        return new AccessChange(kind, person, what, council, null, null);
    }

    /** Something about a filter. */
    public static AccessChange ofFilter(Kind kind, String filter, @Nullable String person) {
        return new AccessChange(kind, person, filter, null, null, null);
    }
}
