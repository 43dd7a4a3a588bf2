package org.redress.quality;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.casefile.Dates;

/** A day whose year alone puts it out of line with its neighbours (DQ-4). */
final class YearOutOfLine implements Check {
    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        var events = chronicle.events();
        var told = StagesOutOfOrder.told(chronicle);
        return IntStream.range(0, events.size()).boxed().filter(i -> !told.contains(events.get(i))).flatMap(i -> OtherYear.of(events, i).stream().map(other ->
                new Finding("DQ-4", events.get(i).on(), Dates.text(events.get(i).on()) + " is out of line with what is told around it: " + events.get(i).told() + " "
                        + Dates.text(other) + " would fit.")));
    }
}
