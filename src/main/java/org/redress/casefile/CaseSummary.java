package org.redress.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A complaint as it stands; {@code council} is the tenant's id, times are civil times in Europe/London. */
public record CaseSummary(
        String reference,
        String council,
        CaseStatus status,
        LocalDate statusSince,
        @Nullable String statusBecause,
        LocalDateTime receivedAt,
        String channel,
        String complainantRole,
        String complainedOf,
        @Nullable String outcomeWanted,
        @Nullable String procedure,
        int stage,
        StartFacts start) {}
