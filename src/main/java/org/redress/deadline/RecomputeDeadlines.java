package org.redress.deadline;

import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At every start, open deadlines take the day that the bank holidays now give, with a line in the chronology (rule book 4.2). */
@Component
@Order(20)
class RecomputeDeadlines implements ApplicationRunner {
    private final Deadlines deadlines;

    RecomputeDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int moved = deadlines.recompute();
        if (moved > 0) {
            LoggerFactory.getLogger(RecomputeDeadlines.class).info("The bank holidays changed: {} open deadlines were moved.", moved);
        }
    }
}
