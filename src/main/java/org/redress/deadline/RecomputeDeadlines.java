package org.redress.deadline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * At every start, open deadlines follow the bank holidays and the table's rows for open cases, with a line in the chronology (rule
 * book 4.2). Where somebody wants to look first, the setting {@code redress.recount.at-start} leaves it to the command.
 */
@Component
@Order(20)
class RecomputeDeadlines implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(RecomputeDeadlines.class);
    private static final int SAY_EVERY = 10_000;

    private final Recount recount;
    private final boolean atStart;

    RecomputeDeadlines(Recount recount, @Value("${redress.recount.at-start}") boolean atStart) {
        this.recount = recount;
        this.atStart = atStart;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var outcome = atStart ? recount.run(moved -> { }, RecomputeDeadlines::say) : recount.preview(null, moved -> { }, RecomputeDeadlines::say);
        if (outcome.moved() > 0 && atStart) {
            LOG.info("The bank holidays or the allowances changed: {} open deadlines were moved.", outcome.moved());
        } else if (outcome.moved() > 0) {
            LOG.warn("The bank holidays or the allowances changed: {} open deadlines are to be moved. See /redress/deadlines, then run redress recount.", outcome.moved());
        }
    }

    private static void say(long looked, long of, long moved) {
        if (looked % SAY_EVERY == 0 && looked > 0) {
            LOG.info("{} of {} open deadlines looked at, {} move.", looked, of, moved);
        }
    }
}
