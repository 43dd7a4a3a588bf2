package org.redress.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.Lessons.Learnt;
import org.redress.documents.Documents;

/** The yearly report as a document names nobody and lets nobody be worked out (CORP-42, CORP-43, DAT-08). */
class YearlyReportTests {
    private static final LocalDate WED_2026_04_01 = LocalDate.of(2026, 4, 1);

    @Test
    void showsNoSmallNumberNorASumThatTellsOne() {
        assertThat(YearlyReport.rows(counts(Map.of("a", 12L, "b", 3L)))).containsExactly(List.of("a", "12"), List.of("b", "fewer than 5"), List.of("All", "not shown"));
        assertThat(YearlyReport.rows(counts(Map.of("a", 2L, "b", 3L, "c", 9L)))).containsExactly(List.of("a", "fewer than 5"), List.of("b", "fewer than 5"), List.of("c", "9"), List.of("All", "14"));
        assertThat(YearlyReport.rows(counts(Map.of("a", 12L, "b", 0L)))).contains(List.of("b", "0"), List.of("All", "12"));
    }

    private static Map<String, Long> counts(Map<String, Long> counts) {
        var sorted = new LinkedHashMap<String, Long>();
        counts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    @Test
    void saysWhatWasLearntWithoutTheCase() {
        var learnt = new Learnt("KENT-2026-00001", 1, 1, WED_2026_04_01, "delay", null, "Minutes are sent within a day.", List.of());

        var text = Documents.text(YearlyReport.of("Kent County Council", WED_2026_04_01.minusYears(1), WED_2026_04_01.minusDays(1), WED_2026_04_01, List.of(), List.of(learnt), 1, Map.of()));

        assertThat(text).contains("Minutes are sent within a day.").contains("1 lesson is not in it").contains("fewer than 5").doesNotContain("KENT-2026");
    }
}
