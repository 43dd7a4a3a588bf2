package org.redress.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days on which the start of statutory stage 1 can depend (CHD-31). */
public record StartFacts(
        LocalDate received,
        @Nullable LocalDate sufficientInterest,
        @Nullable LocalDate advocateAsked,
        @Nullable LocalDate advocateAppointed,
        @Nullable LocalDate laterStart) {}
