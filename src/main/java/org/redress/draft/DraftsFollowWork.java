package org.redress.draft;

import java.time.Clock;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.redress.gate.Work;
import org.redress.gate.WorkListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A draft goes with what it is for: sent with its form, with the task that is somebody else's or over, with the role, with the account. */
@Component
class DraftsFollowWork implements WorkListener {
    private final Drafts drafts;
    private final DraftTable table;
    private final Work work;
    private final Clock clock;

    DraftsFollowWork(Drafts drafts, DraftTable table, @Lazy Work work, Clock clock) {
        this.drafts = drafts;
        this.table = table;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public void given(String task, @Nullable String to, @Nullable String by) {
        // whoever gives a task back to its groups may still do it
        if (to != null) {
            drafts.loseOthers(task, to, () -> to.equals(by) ? work.named(to) + " has taken the task" : "the task was given to " + work.named(to));
        }
    }

    @Override
    public void completed(String task, String by) {
        drafts.sent(task, by);
        drafts.loseOthers(task, by, () -> work.named(by) + " has completed the task");
    }

    @Override
    public void ended(String task) {
        drafts.loseOthers(task, null, () -> "the task is not to be done any more");
    }

    @Override
    public void started(String process, String council, String by, @Nullable String reference) {
        drafts.started(process, council, by, reference);
    }

    @Override
    public void forgotten(String person) {
        drafts.forget(person);
    }

    @Override
    @Transactional
    public void mayDoLess(String person) {
        for (var row : table.ofPerson(person)) {
            boolean may = row.task() == null ? work.mayStart(person, row.council(), String.valueOf(row.process())) : work.may(person, row.task());
            if (!may) {
                table.lose(row, "you may not do this any more", LocalDateTime.now(clock));
            }
        }
    }
}
