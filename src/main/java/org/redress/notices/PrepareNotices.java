package org.redress.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.redress.calendar.WorkingCalendar;
import org.redress.deadline.DueSoon;
import org.redress.identity.Accounts;
import org.redress.notices.NoticeChoices.Choice;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** "Prepare notices", on the mornings of working days: what is due soon or overdue, for those who want to be told, and everybody's digest. */
@Component
class PrepareNotices implements JavaDelegate {
    /** So far ahead "soon" is looked for; more than any number of working days that somebody calls soon. */
    private static final int DAYS_AHEAD = 30;
    private static final int MOST = 500;

    private final NoticeSettings settings;
    private final NoticeChoices choices;
    private final Outbox outbox;
    private final Accounts accounts;
    private final TaskService tasks;
    private final DueSoon dueSoon;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PrepareNotices(NoticeSettings settings, NoticeChoices choices, Outbox outbox, @Lazy Accounts accounts, @Lazy TaskService tasks, DueSoon dueSoon, WorkingCalendar calendar, Clock clock) {
        this.settings = settings;
        this.choices = choices;
        this.outbox = outbox;
        this.accounts = accounts;
        this.tasks = tasks;
        this.dueSoon = dueSoon;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var today = LocalDate.now(clock);
        // where the bank holidays are not known yet only weekends are closed: nothing legal hangs on it
        if (!settings.enabled() || !calendar.aim(today).equals(today)) {
            return;
        }
        outbox.tidy();
        choices.wanting().stream().filter(choice -> accounts.exists(choice.person())).forEach(choice -> {
            days(choice, today);
            outbox.digest(choice.person(), today);
        });
    }

    private void days(Choice choice, LocalDate today) {
        var until = Date.from(today.plusDays(DAYS_AHEAD).atStartOfDay(clock.getZone()).toInstant());
        tasks.createTaskQuery().taskAssignee(choice.person()).active().dueBefore(until).orderByDueDate().asc().listPage(0, MOST).forEach(task -> {
            var due = day(task.getDueDate());
            if (due.isBefore(today)) {
                tell(choice, NoticeKind.OVERDUE, task, due);
            } else if (!day(dueSoon.of(task.getDueDate())).isAfter(today)) {
                tell(choice, NoticeKind.DUE_SOON, task, due);
            }
        });
    }

    private void tell(Choice choice, NoticeKind kind, Task task, LocalDate due) {
        var when = choice.when().get(kind);
        if (when != null && when != When.NEVER) {
            outbox.ofTask(kind, choice.person(), when, task.getId(), due);
        }
    }

    private LocalDate day(Date moment) {
        return LocalDate.ofInstant(moment.toInstant(), clock.getZone());
    }
}
