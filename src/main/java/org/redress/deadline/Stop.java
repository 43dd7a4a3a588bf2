package org.redress.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A time in which the whole case stood still, still open without {@code until}, with the moments at which its ends were recorded (CHD-12, CHD-14). */
record Stop(LocalDate from, @Nullable LocalDate until, @Nullable LocalDateTime recordedAt, @Nullable LocalDateTime endRecordedAt) {}
