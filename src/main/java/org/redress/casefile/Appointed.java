package org.redress.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person (user id) has a role of a case at a stage, for all of it or for one issue, from a day on, until another if it has ended.
 * That the Investigating Officer, the Independent Person and the rest are who they are is a fact of the case (CHD-41, CHD-47, CHD-48).
 */
public record Appointed(String role, int stage, @Nullable Integer issue, String person, LocalDate from, @Nullable LocalDate until) {
    /** Whether it is so on a day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
