package org.redress.casefile;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days on which the start of statutory stage 1 can depend (CHD-31). */
public record StartFacts(
        LocalDate received,
        @Nullable LocalDate sufficientInterest,
        @Nullable LocalDate advocateAsked,
        @Nullable LocalDate advocateAppointed,
        @Nullable LocalDate laterStart) {

    /** The day on which statutory stage 1 starts: the latest of those that decide it (CHD-31). */
    public LocalDate startsOn() {
        return Stream.of(received, sufficientInterest, advocateAsked == null ? null : advocateAppointed, laterStart)
                .filter(Objects::nonNull).max(LocalDate::compareTo).orElse(received);
    }
}
