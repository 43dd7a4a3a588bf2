package org.redress.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A notice of more time: the day on which it went out decides, when it was recorded is kept; unknown for old rows (CORP-22, CHD-44). */
record Notice(LocalDate on, LocalDate to, String reason, String by, @Nullable LocalDateTime recordedAt) {}
