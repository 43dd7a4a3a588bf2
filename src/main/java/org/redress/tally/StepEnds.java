package org.redress.tally;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.redress.engine.StepWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What holds for every model: a step that somebody or something was waited for, and that was completed, is counted with its days; what was interrupted is not. */
@Component
@NullUnmarked
class StepEnds implements StepWatch {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** The types of the engine for what takes time; everything else passes in a moment. */
    private static final Set<String> WAITS = Set.of("userTask", "receiveTask", "callActivity", "subProcess", "intermediateTimer", "intermediateMessageCatch",
            "intermediateConditional", "eventBasedGateway");

    private final SingletonSupplier<Tally> tally;

    StepEnds(ObjectProvider<Tally> tally) {
        this.tally = SingletonSupplier.of(tally::getObject);
    }

    /** The work of a restricted case has a tenant of its own, its council's with its id behind; it stands in no figure. */
    private static boolean counted(String tenant) {
        return tenant != null && !tenant.contains("#");
    }

    @Override
    public void completed(Completed step) {
        if (WAITS.contains(step.type()) && counted(step.tenant())) {
            var until = day(step.ended());
            tally.obtain().step(step.process(), step.activity(), step.tenant(), began(step.began(), until), until);
        }
    }

    private static LocalDate began(Date start, LocalDate until) {
        return Optional.ofNullable(start).map(StepEnds::day).filter(from -> !from.isAfter(until)).orElse(until);
    }

    private static LocalDate day(Date moment) {
        return moment.toInstant().atZone(LONDON).toLocalDate();
    }
}
