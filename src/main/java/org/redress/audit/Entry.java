package org.redress.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit. Its place, the entry before it and all that it says are in its hash.
 *
 * @param recordedAt the moment in UTC, as text, so that every database gives it back as it was
 * @param who a user id, or "Redress" for what the product did by itself
 * @param operation insert, update, delete; open for a reading, search for a search, refuse for one that was not permitted; remove for the end of a whole case; access for what somebody was given;
 *     upgrade, restore and baseline for what was done to all of it
 * @param council in whose work a case was opened
 * @param task from which a case was opened
 * @param changed the names of the columns that an update changed; what was given or taken away
 * @param concerns the user id of who was given something
 * @param digest of the row as it is now, keyed with the key of its case; none for a row that is gone
 */
record Entry(
        long sequence,
        String recordedAt,
        String who,
        String operation,
        String table,
        @Nullable Long row,
        @Nullable String reference,
        @Nullable String council,
        @Nullable String task,
        @Nullable String changed,
        @Nullable String concerns,
        @Nullable String digest,
        String previous) {
    static final String INSERT = "insert";
    static final String UPDATE = "update";
    static final String DELETE = "delete";
    static final String OPEN = "open";
    static final String REMOVE = "remove";
    static final String ACCESS = "access";
    static final String REFUSE = "refuse";
    static final String SEARCH = "search";
    static final String UPGRADE = "upgrade";
    static final String RESTORE = "restore";
    static final String BASELINE = "baseline";
    /** What says of itself that rows were taken as they were. */
    static final Set<String> MILESTONES = Set.of(UPGRADE, RESTORE, BASELINE);

    /** The entry in its place in the chain. */
    Entry after(long sequence, String hash) {
        return new Entry(sequence + 1, recordedAt, who, operation, table, row, reference, council, task, changed, concerns, digest, hash);
    }

    String hash() {
        var text = new StringBuilder();
        var parts = new ArrayList<@Nullable Object>(Arrays.asList(sequence, recordedAt, who, operation, table, row, reference, council, task, changed, digest, previous));
        if (concerns != null) {
            // entries from before there was this part have their hash without it
            parts.add(concerns);
        }
        for (var part : parts) {
            var value = Objects.toString(part, "");
            // with its length, so that no two entries read the same
            text.append(part == null ? -1 : value.length()).append(':').append(value);
        }
        return Digests.plain(text.toString());
    }
}
