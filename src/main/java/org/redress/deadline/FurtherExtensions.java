package org.redress.deadline;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.redress.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The extensions beyond what the rules permit without good reason, for the supervisors of a council (CORP-21, CORP-24). */
@Component
public class FurtherExtensions {
    private static final String WITH_GOOD_REASON = """
            select d from Deadline d where d.cap like :more and d.extensions is not empty
              and d.reference in (select c.reference from Complaint c where c.council = :council) order by d.id desc""";

    private final EntityManager entities;
    private final CasePauseRepository pauses;
    private final WorkingCalendar calendar;

    FurtherExtensions(EntityManager entities, CasePauseRepository pauses, WorkingCalendar calendar) {
        this.entities = entities;
        this.pauses = pauses;
        this.calendar = calendar;
    }

    /** One of them: the last day without good reason, the day of the notice, the new day, the reason, and who gave it. */
    public record Further(String reference, String title, LocalDate atMost, LocalDate noticedOn, LocalDate to, String reason, String by) {}

    /** The newest deadlines of a council first. */
    @Transactional(readOnly = true)
    public List<Further> of(String council, int most) {
        return entities.createQuery(WITH_GOOD_REASON, Deadline.class).setParameter("more", "%" + AllowanceRow.WITH_GOOD_REASON).setParameter("council", council)
                .getResultStream().flatMap(this::beyond).limit(most).toList();
    }

    private Stream<Further> beyond(Deadline deadline) {
        var stops = pauses.findByReferenceOrderById(deadline.reference()).stream().map(CasePause::stop).toList();
        return Fold.of(deadline.basis(), Deadline.bearing(deadline.kind(), stops), calendar).extensions().stream().filter(Fold.Extended::beyond)
                .map(extended -> new Further(deadline.reference(), DeadlineView.title(deadline.kind(), deadline.stage(), deadline.item()),
                        Objects.requireNonNull(extended.latest()), extended.notice().on(), extended.notice().to(), extended.notice().reason(), extended.notice().by()));
    }
}
