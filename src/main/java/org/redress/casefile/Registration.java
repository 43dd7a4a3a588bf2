package org.redress.casefile;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complaint as it comes in: {@code council} is the tenant's id, the first person complains (CORP-11, ACC-02). */
public record Registration(
        String council,
        LocalDateTime receivedAt,
        String channel,
        String complainantRole,
        List<Person> people,
        String complainedOf,
        @Nullable String outcomeWanted) {

    /** Somebody in the matter, by the label that the case file uses, and who they are in it. */
    public record Person(String label, String role) {}
}
