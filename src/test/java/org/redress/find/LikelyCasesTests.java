package org.redress.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CasesByWords;
import org.redress.casefile.Words;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What comes in is compared with the cases that are like it, however many have come since. */
@ProductTest
class LikelyCasesTests {
    private static final LocalDate TUE_2026_12_01 = LocalDate.of(2026, 12, 1);

    @Autowired
    private CasesByWords likely;

    @Autowired
    private Office office;

    @Autowired
    private JdbcTemplate jdbc;

    private String own;
    private long first;
    private long newest;

    @BeforeEach
    void aCaseIsFollowedByOthers() {
        office.on(TUE_2026_12_01);
        own = UUID.randomUUID().toString().replaceAll("[\\d-]", "");
        first = id(office.receive("kent", Map.of("complainant", "O’Brien, Zoë " + own, "complaintText", "The library" + own + " was shut on three days.")));
        newest = IntStream.range(0, 2).mapToLong(number -> id(office.receive("kent", Map.of("complainant", "Tom " + own, "complaintText", "A tree" + own + " fell on three garages.")))).max().orElseThrow();
    }

    @Test
    void areFoundByWhatTheySayAndNotByHowNewTheyAre() {
        assertThat(saying("library" + own + " was shut", "on three days")).contains(first);
        assertThat(saying("library" + own + " was open")).doesNotContain(first);
        assertThat(likely.likely("kent", List.of(), List.of(Words.of("library" + own)), TUE_2026_12_01.plusDays(1), TUE_2026_12_01.plusDays(9), 1)).doesNotContain(first);
        assertThat(likely.likely("leicestershire", List.of(), List.of(Words.of("library" + own)), TUE_2026_12_01, TUE_2026_12_01, 1)).doesNotContain(first);
    }

    @Test
    void areAlsoTheNewestOfTheDaysWhateverTheySay() {
        assertThat(likely.likely("kent", List.of(), List.of(), TUE_2026_12_01, TUE_2026_12_01, 1)).containsExactly(newest);
        assertThat(saying("nobody" + own + " says so")).containsExactly(newest);
        assertThat(likely.likely("kent", List.of(), List.of(), TUE_2026_12_01.minusDays(9), TUE_2026_12_01.minusDays(1), 1)).doesNotContain(first, newest);
    }

    @Test
    void keepNoWordsThatNoIndexTakes() {
        var key = "k".repeat(2100);
        var reference = office.receive("kent", Map.of("complaintText", "The key" + own + " " + key + " was" + own + " lost.", "complainant", "Tom " + own));

        assertThat(jdbc.queryForObject("select words from case_words where reference = ?", String.class, reference)).contains("key" + own + " was" + own).doesNotContain("kkkk");
        assertThat(saying("key" + own + " was" + own + " lost")).contains(id(reference));
    }

    @Test
    void areFoundByANameInAnyOrderAndSpelling() {
        assertThat(likely.likely("kent", List.of("zoe " + own + " OBRIEN"), List.of(), TUE_2026_12_01, TUE_2026_12_01, 1)).contains(first);
        assertThat(likely.likely("kent", List.of("Zoë Brown " + own), List.of(), TUE_2026_12_01, TUE_2026_12_01, 1)).doesNotContain(first);
    }

    private List<Long> saying(String... rows) {
        return likely.likely("kent", List.of(), List.of(rows).stream().map(Words::of).toList(), TUE_2026_12_01, TUE_2026_12_01, 1);
    }

    private long id(String reference) {
        return jdbc.queryForObject("select id from complaint where reference = ?", Long.class, reference);
    }
}
