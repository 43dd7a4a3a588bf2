package org.redress.deadline;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** More time by written notice: the day of the notice, the day before and after, why, and who recorded it (CORP-22, CHD-44). */
@Embeddable
record Extension(LocalDate noticedOn, LocalDate fromDue, LocalDate toDue, String reason, String grantedBy) {}
