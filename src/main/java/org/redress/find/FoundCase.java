package org.redress.find;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list.
 *
 * @param person who complains, if the reader may read of people
 * @param subject how the complaint begins, if the reader may read it
 * @param state open, waiting or closed; {@code status} is what the case file says, in words
 * @param now who has what of it
 * @param due the next day that is due of an office
 */
public record FoundCase(String reference, @Nullable String person, @Nullable String subject, String state, String status, @Nullable String procedure, int stage, @Nullable String service,
        LocalDate received, @Nullable LocalDate closed, @Nullable LocalDate due, List<Now> now) {
    /**
     * An open task of the case.
     *
     * @param with the name of who has it, or of the groups for which it waits
     * @param person the user id of who has it
     */
    public record Now(String what, String with, @Nullable String person, LocalDate since, @Nullable LocalDate due) {}
}
