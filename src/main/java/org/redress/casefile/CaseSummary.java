package org.redress.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it stands; {@code council} is the id of the tenant whose file it is, times are civil times in Europe/London.
 *
 * @param ombudsmans whether it is an Ombudsman's file of a complaint about a council
 * @param counterpart the tenant on the other side of an Ombudsman case, if it works in the product
 * @param counterpartReference the other side's reference, if it is known
 */
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
        StartFacts start,
        boolean ombudsmans,
        @Nullable String counterpart,
        @Nullable String counterpartReference) {}
