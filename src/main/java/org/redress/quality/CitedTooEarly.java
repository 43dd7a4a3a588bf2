package org.redress.quality;

import java.util.stream.Stream;
import org.redress.casefile.Dates;

/** A document that tells of a day which had not come when it was written (DQ-3). */
final class CitedTooEarly implements Check {
    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        return chronicle.all().flatMap(event -> event.cites().stream().filter(day -> day.isAfter(event.on()))
                .map(day -> new Finding("DQ-3", event.on(), "What is dated " + Dates.text(event.on()) + " tells of " + Dates.text(day)
                        + ", which is after it: " + event.told())));
    }
}
