package org.redress.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.figures.FiguresOf;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The further published cases, each played once: what must come out comes out, and the record holds nothing that does not fit. */
@ProductTest
class FurtherCasesTests {
    /** The days that the sources give exactly. */
    private static final Map<String, List<String>> PUBLISHED_DAYS = Map.ofEntries(
            Map.entry("14 019 995", List.of("2016-01-15")),
            Map.entry("15 019 440", List.of("2018-02-06", "2018-04-27")),
            Map.entry("16 003 210", List.of("2014-09-28", "2017-07-20", "2018-01-10")),
            Map.entry("17 008 870", List.of("2018-03-23")),
            Map.entry("21 016 076", List.of("2022-03-27")),
            Map.entry("22 007 259", List.of("2023-05-02", "2023-06-22")),
            Map.entry("22 010 180", List.of("2023-03-13")),
            Map.entry("23 004 511", List.of("2024-03-13")),
            Map.entry("24 002 382", List.of("2024-07-09")),
            Map.entry("24 022 572", List.of("2025-08-13")),
            Map.entry("25 015 669", List.of("2025-11-12")),
            Map.entry("24 005 849", List.of("2024-03-22", "2024-08-05")),
            Map.entry("24 012 029", List.of("2025-06-24")),
            Map.entry("24 018 756", List.of("2025-07-23")),
            Map.entry("25 009 041", List.of("2025-09-30")),
            Map.entry("25 017 893", List.of("2026-05-11")));

    @Autowired
    private Replay replay;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private ApplicationContext application;

    static Stream<Named<CaseScript>> scripts() {
        return CaseScripts.further().stream().map(script -> Named.of(script.reference(), script));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void comesOutAsTheScriptSays(CaseScript script) {
        var before = references();
        var timeline = replay.play(script);

        assertThat(timeline.expectations()).isNotEmpty().allMatch(Timeline.Checked::met);
        assertThat(runtime.createIncidentQuery().count()).isZero();
        isCountedAsTheScriptTellsIt(script, before);
    }

    /** The figures of both sides, counted by hand from the script (CORP-42, rule book 3.3). */
    private void isCountedAsTheScriptTellsIt(CaseScript script, List<String> before) {
        var council = CountedApart.ofCouncil(script);
        var ombudsman = CountedApart.ofOmbudsman(script);
        assertThat(council.size() + ombudsman.size()).isPositive();
        for (var file : cases.all()) {
            if (!before.contains(file.reference())) {
                assertThat(CountedApart.differences(file.ombudsmans() ? ombudsman : council, FiguresOf.lines(application,
                        file.council() + "-supervisor", file.council(), file.reference()))).as(file.reference()).isEmpty();
            }
        }
    }

    private List<String> references() {
        return cases.all().stream().map(CaseSummary::reference).toList();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void saysWhyEveryDayIsAssumedThatTheSourceDoesNotGive(CaseScript script) {
        var given = PUBLISHED_DAYS.getOrDefault(script.reference(), List.of());

        for (var step : script.steps()) {
            assertThat(given.contains(step.on().toString()) || step.assumed().containsKey("on") || step.assumed().containsKey("step"))
                    .as("line %d, %s of %s", step.line(), step.name(), step.on()).isTrue();
            assertThat(step.assumed().values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
        }
    }

    @Test
    void saysAllThatDoesNotFitAndIsNotInFlight() {
        assertThat(CaseScripts.further()).isNotEmpty().allSatisfy(script -> {
            assertThat(script.findings()).as("findings: [] if there is nothing").isNotNull();
            assertThat(script.inFlightOn()).as("the demonstration does without it").isEmpty();
        });
    }
}
