package org.redress.quality;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.casefile.Dates;
import org.redress.quality.Chronicle.Event;

/** A stage that was answered before the stage before it (DQ-2). Either day may be the slip; where the year alone explains it, that one is named. */
final class StagesOutOfOrder implements Check {
    /** The answer of a stage, and the answer of the stage before it that was given later. */
    private record Pair(int stage, Event answer, int before, Event answerBefore) {}

    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        return pairs(chronicle).map(pair -> {
            var events = chronicle.events();
            var ofBefore = OtherYear.hint(events, events.indexOf(pair.answerBefore()));
            var ofAnswer = ofBefore.isEmpty() ? OtherYear.hint(events, events.indexOf(pair.answer())) : "";
            return new Finding("DQ-2", ofAnswer.isEmpty() ? pair.answerBefore().on() : pair.answer().on(), "Stage " + pair.stage() + " was answered on "
                    + Dates.text(pair.answer().on()) + ", before stage " + pair.before() + " on " + Dates.text(pair.answerBefore().on()) + "."
                    + (ofAnswer.isEmpty() ? ofBefore : " For stage " + pair.stage() + "," + ofAnswer));
        });
    }

    /** The events of which a finding tells already. */
    static Set<Event> told(Chronicle chronicle) {
        return pairs(chronicle).flatMap(pair -> Stream.of(pair.answer(), pair.answerBefore())).collect(Collectors.toSet());
    }

    private static Stream<Pair> pairs(Chronicle chronicle) {
        var first = new TreeMap<Integer, Event>();
        chronicle.all().filter(event -> event.stage() > 0).forEach(event -> first.putIfAbsent(event.stage(), event));
        var found = new ArrayList<Pair>();
        first.forEach((stage, answer) -> {
            var before = first.lowerEntry(stage);
            if (before != null && answer.on().isBefore(before.getValue().on())) {
                found.add(new Pair(stage, answer, before.getKey(), before.getValue()));
            }
        });
        return found.stream();
    }
}
