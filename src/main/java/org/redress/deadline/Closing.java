package org.redress.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What ended a deadline: it was met, not used, or cancelled, on which day, and when and by whom that was recorded. */
record Closing(DeadlineState as, LocalDate on, @Nullable String because, @Nullable LocalDateTime recordedAt, @Nullable String by) {}
