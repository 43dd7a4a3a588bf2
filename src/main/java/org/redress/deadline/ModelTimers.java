package org.redress.deadline;

import java.util.Date;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.redress.engine.Drawn;
import org.redress.engine.Engine;
import org.redress.engine.EngineClock;
import org.springframework.stereotype.Component;

/**
 * Moves what the models drew from a deadline's variable: the timers and the due dates of open tasks. It finds them by the
 * expression that reads the variable, so a timer that a process owner adds moves as well.
 */
@Component
@org.jspecify.annotations.NullUnmarked
class ModelTimers {
    /** The priority of tasks whose deadline has passed; 50 is the engine's normal one. */
    static final int OVERDUE_PRIORITY = 75;

    private final Engine engine;

    ModelTimers(Engine engine) {
        this.engine = engine;
    }

    /** Whether the process that it was set for still runs. */
    boolean running(Deadline deadline) {
        var found = new AtomicBoolean();
        with(deadline, drawn -> found.set(true));
        return found.get();
    }

    /** Whether a process has called another one, directly or through others. */
    boolean calls(String caller, String called) {
        return caller != null && engine.run(inside -> {
            var execution = inside.execution(called);
            while (execution != null) {
                var calling = execution.getProcessInstance().getSuperExecution();
                if (calling != null && caller.equals(calling.getProcessInstanceId())) {
                    return true;
                }
                execution = calling;
            }
            return false;
        });
    }

    /** Follows a deadline from how it stood to how it stands; what is over has no timers any more. */
    void follow(Deadline deadline, Standing before) {
        boolean stopped = before.state() == DeadlineState.PAUSED;
        if (deadline.state() == DeadlineState.PAUSED) {
            if (!stopped) {
                stop(deadline);
            }
        } else if (deadline.state() == DeadlineState.OPEN) {
            if (stopped) {
                start(deadline);
            } else if (!deadline.dueOn().equals(before.dueOn())) {
                move(deadline);
            }
        } else if (deadline.state() == DeadlineState.LAPSED) {
            // nobody is late, so the task that stays is not due any more
            with(deadline, drawn -> drawn.tasks().forEach(task -> task.setDueDate(null)));
        }
    }

    /** Writes the new day to the variable, reschedules the timers that wait and sets up those that had fired too early. */
    private void move(Deadline deadline) {
        with(deadline, drawn -> {
            var due = Moments.endOf(deadline.dueOn());
            drawn.moveTo(due);
            drawn.tasks().forEach(task -> task.setDueDate(deadline.reminder() ? null : due));
        });
    }

    /** Keeps the timers from firing and takes the due date off the open tasks. */
    private void stop(Deadline deadline) {
        with(deadline, drawn -> {
            drawn.stop();
            drawn.tasks().forEach(task -> task.setDueDate(null));
        });
    }

    /** Lets stopped timers run again, at the new day. */
    private void start(Deadline deadline) {
        with(deadline, Drawn::start);
        move(deadline);
    }

    /** Gives the open tasks of a missed deadline priority. */
    void raisePriority(Deadline deadline) {
        with(deadline, drawn -> drawn.tasks().forEach(task -> task.setPriority(OVERDUE_PRIORITY)));
    }

    private void with(Deadline deadline, Consumer<Drawn> work) {
        if (deadline.processInstanceId() == null) {
            return;
        }
        engine.run(inside -> {
            var drawn = inside.drawn(deadline.processInstanceId(), deadline.variable());
            if (drawn != null) {
                work.accept(drawn);
            }
            return null;
        });
    }

    static boolean overdue(Date due) {
        return due != null && due.before(EngineClock.now());
    }
}
