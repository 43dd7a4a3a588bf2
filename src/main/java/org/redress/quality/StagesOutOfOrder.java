package org.redress.quality;

import java.util.ArrayList;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redress.casefile.Dates;
import org.redress.quality.Chronicle.Event;

/** A stage that was answered before the stage before it (DQ-2). */
final class StagesOutOfOrder implements Check {
    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        var first = new TreeMap<Integer, Event>();
        chronicle.all().filter(event -> event.stage() > 0).forEach(event -> first.putIfAbsent(event.stage(), event));
        var found = new ArrayList<Finding>();
        first.forEach((stage, answer) -> {
            var before = first.lowerEntry(stage);
            if (before != null && answer.on().isBefore(before.getValue().on())) {
                var events = chronicle.events();
                found.add(new Finding("DQ-2", before.getValue().on(), "Stage " + stage + " was answered on " + Dates.text(answer.on()) + ", before stage "
                        + before.getKey() + " on " + Dates.text(before.getValue().on()) + "." + OtherYear.hint(events, events.indexOf(before.getValue()))));
            }
        });
        return found.stream();
    }
}
