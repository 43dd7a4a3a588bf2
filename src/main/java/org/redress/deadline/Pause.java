package org.redress.deadline;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A time in which the clock stood still, with the day that counted until then and what was left of it, in working days or days (CHD-12). */
@Embeddable
record Pause(LocalDate pausedOn, @Nullable LocalDate resumedOn, int remaining, String unit, @Nullable LocalDate dueThen) {}
