package org.redress.deadline;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * More time by written notice: the day of the notice, the day before and after, why, who recorded it and when (CORP-22, CHD-44). The
 * day before is worked out, the others are facts.
 */
@Embeddable
record Extension(LocalDate noticedOn, LocalDate fromDue, LocalDate toDue, String reason, String grantedBy, @Nullable LocalDateTime recordedAt) {
    static Extension of(Fold.Extended extended) {
        var notice = extended.notice();
        return new Extension(notice.on(), extended.from(), notice.to(), notice.reason(), notice.by(), notice.recordedAt());
    }

    Notice notice() {
        return new Notice(noticedOn, toDue, reason, grantedBy, recordedAt, !noticedOn.isAfter(fromDue));
    }
}
