package org.redress.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.replay.CaseScript.Kind;
import org.redress.replay.CaseScript.Step;
import org.springframework.stereotype.Component;

/** Cases to be copied in great number: each published case several times, moved to today: as it ended, and at days of its own on the way. */
@Component
public class TemplateCases {
    private static final int ON_THE_WAY = 3;
    /** After the last day of a script, whatever weekday today is. */
    private static final int A_WEEK = 6;

    private final Replay replay;
    private final SimulatedTime time;

    TemplateCases(Replay replay, SimulatedTime time) {
        this.replay = replay;
        this.time = time;
    }

    /** Told of each. */
    public interface Played {
        /** A script has been played as far as one of its days; not whole if its dates could not be moved, and something of it may be left behind. */
        void played(String title, boolean whole);
    }

    private record Template(CaseScript script, LocalDate stands) {}

    /**
     * Plays up to so many, and leaves the clock right.
     *
     * @param answers what is answered instead, in each form
     */
    public void play(int most, LocalDate today, UnaryOperator<Map<String, Object>> answers, Played each) {
        try {
            Stream.concat(CaseScripts.published().stream(), CaseScripts.further().stream()).map(script -> script.answering(answers)).flatMap(TemplateCases::templates).limit(most).forEach(one -> {
                boolean whole = true;
                try {
                    replay.playInFlight(one.script(), one.stands(), today);
                } catch (ScriptRefused e) {
                    whole = false;
                }
                each.played(one.script().title(), whole);
            });
        } finally {
            time.end();
        }
    }

    private static Stream<Template> templates(CaseScript script) {
        var days = script.steps().stream().filter(step -> step.kind() != Kind.NOTE).map(Step::on).distinct().sorted().toList();
        return Stream.concat(Stream.of(days.get(days.size() - 1).plusDays(A_WEEK)), onTheWay(days).stream()).map(stands -> new Template(script, stands));
    }

    private static List<LocalDate> onTheWay(List<LocalDate> days) {
        return IntStream.rangeClosed(1, ON_THE_WAY).mapToObj(part -> days.get(days.size() * part / (ON_THE_WAY + 1))).distinct().toList();
    }
}
