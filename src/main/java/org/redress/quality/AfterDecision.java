package org.redress.quality;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.casefile.Dates;

/** An event that is told before the decision and dated after it (DQ-1). What follows a decision, such as its actions, is told after it. */
final class AfterDecision implements Check {
    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        var decision = chronicle.decision();
        if (decision == null) {
            return Stream.of();
        }
        var events = chronicle.events();
        return IntStream.range(0, decision.eventsBefore())
                .filter(i -> events.get(i).on().isAfter(decision.on()))
                .mapToObj(i -> new Finding("DQ-1", events.get(i).on(), Dates.text(events.get(i).on()) + " is after the decision of "
                        + Dates.text(decision.on()) + ": " + events.get(i).told() + OtherYear.hint(events, i)));
    }
}
