package org.redress.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.engine.Engine;
import org.redress.engine.Tasks;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The day on which a task comes back to whoever waits with it for somebody else: the complainant, the other side, a publisher. No law asks
 * for it; a task that waits has one from the start, and whoever waits changes it, with a reason that the file keeps (CORP-16). Until
 * then it is not in the way of what can be done.
 */
@Component
public class BringForward {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int LONGEST_REASON = 2000;
    private static final int MOST_YEARS = 2;

    private final Engine engine;
    private final Work work;
    private final CaseFiles cases;
    private final Reader reader;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final int days;

    BringForward(Engine engine, @Lazy Work work, CaseFiles cases, Reader reader, WorkingCalendar calendar, Clock clock,
            @Value("${redress.bring-forward.days}") int days) {
        this.engine = engine;
        this.work = work;
        this.cases = cases;
        this.reader = reader;
        this.calendar = calendar;
        this.clock = clock;
        this.days = days;
    }

    /** The bring-forward day of a task, past or to come. */
    public static Optional<LocalDate> day(Task task) {
        return day(task.getFollowUpDate());
    }

    private static Optional<LocalDate> day(@Nullable Date followUp) {
        return Optional.ofNullable(followUp).map(at -> LocalDate.ofInstant(at.toInstant(), LONDON));
    }

    /** Gives a new task that waits its first day: some days on, at least the next working day, never after what it is due on. */
    void begin(DelegateTask task) {
        if (task.getFollowUpDate() == null && Duties.waitsFor(task) != null) {
            var later = LocalDate.now(clock).plusDays(days);
            var day = calendar.covers(later) && calendar.covers(later.plusWeeks(2)) ? calendar.nextOrSame(later) : later;
            var due = task.getDueDate() == null ? null : LocalDate.ofInstant(task.getDueDate().toInstant(), LONDON);
            task.setFollowUpDate(moment(due != null && due.isBefore(day) ? due : day));
        }
    }

    /** The same with a day as somebody wrote it. */
    public void set(String taskId, String writtenDay, String reason) {
        LocalDate day;
        try {
            day = Written.day(writtenDay);
        } catch (Field.NotAnAnswer e) {
            throw new AnswersRefused(List.of("Bring forward on: " + e.getMessage() + "."));
        }
        set(taskId, day, reason);
    }

    /**
     * Sets the day, for whoever may do the task and for supervisors of its council, with a reason for the file.
     *
     * @throws AnswersRefused with a sentence, if the day has passed or there is no reason
     * @throws AuthorizationException for a task that is not theirs, or is none
     */
    public void set(String taskId, LocalDate day, String reason) {
        engine.run(inside -> {
            var person = reader.user().orElseThrow();
            var task = inside.task(taskId);
            boolean theirs = task != null && task.getTenantId() != null && reader.tenants().contains(task.getTenantId())
                    && (reader.has(Role.SUPERVISORS) || reader.has(Role.OMBUDSMAN_APPROVERS) || work.task(taskId).isPresent());
            if (!theirs) {
                throw new AuthorizationException("There is no such task for you; it may have been completed by somebody else.");
            }
            var why = PlainText.lines(reason).strip();
            refuse(day, why);
            return inside.unchecked(() -> {
                var before = day(task.getFollowUpDate());
                task.setFollowUpDate(moment(day));
                Tasks.changed(task, UserOperationLogEntry.OPERATION_TYPE_UPDATE);
                if (task.getVariable("caseReference") instanceof String reference) {
                    cases.record(reference, LocalDate.now(clock), person, "Bring-forward day", "\"" + Gate.title(task) + "\" comes back on " + Dates.text(day)
                            + before.map(old -> " instead of " + Dates.text(old)).orElse("") + ": " + why, List.of());
                }
                return null;
            });
        });
    }

    private void refuse(LocalDate day, String why) {
        var today = LocalDate.now(clock);
        if (day.isBefore(today)) {
            throw new AnswersRefused(List.of("Bring forward on: " + Dates.text(day) + " has passed; choose today or a later day."));
        }
        if (day.isAfter(today.plusYears(MOST_YEARS))) {
            throw new AnswersRefused(List.of("Bring forward on: choose a day within " + MOST_YEARS + " years."));
        }
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new AnswersRefused(List.of(why.isEmpty() ? "Reason: say why it waits until then." : "Reason: at most " + LONGEST_REASON + " characters."));
        }
    }

    private static Date moment(LocalDate day) {
        return Date.from(day.atStartOfDay(LONDON).toInstant());
    }
}
