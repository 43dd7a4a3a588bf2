package org.redress.quality;

import java.util.stream.Stream;
import org.redress.quality.Chronicle.Action;

/** An agreed action with a period and no day from which it counts (DQ-9). */
final class NoTriggerDay implements Check {
    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        return chronicle.actions().stream().filter(Action::fromAssumed).map(action -> new Finding("DQ-9", null,
                "Action " + action.number() + " does not say from which day it counts; the day of the decision is assumed."));
    }
}
