package org.redress.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change of who complains that somebody proposed.
 *
 * @param number its own number in the case
 * @param change what changes, a value of the form "people-change"
 * @param person the number of the person who changes; none for somebody new
 */
public record ProposedChange(
        int number,
        String change,
        @Nullable Integer person,
        @Nullable String label,
        @Nullable Part part,
        @Nullable Integer speaksFor,
        LocalDate on,
        String reason,
        String by,
        LocalDate proposedOn) {}
