package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.board.FinishedCases;
import org.redress.board.OpenDeadlines;
import org.redress.board.Page;
import org.redress.find.CaseSearch;
import org.redress.find.Wanted;
import org.redress.step.Lists;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.redress.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** A list asks the database for what it shows all at once, not row by row: what it costs does not follow how much there is to show. */
@ProductTest
class QuestionsOfListsTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    /** Fewer than any question for each row would make. */
    private static final int ROWS = 20;

    @Autowired private Office office;
    @Autowired private OpenDeadlines deadlines;
    @Autowired private FinishedCases finished;
    @Autowired private CaseSearch search;
    @Autowired private Lists lists;
    @Autowired private OwnWork work;

    @BeforeEach
    void thereIsMuchToShow() {
        office.on(MON_2026_06_01);
        IntStream.range(0, ROWS).forEach(number -> {
            office.receive("kent", Map.of("complaintText", "The hydrangeas were not watered.", "receivedOn", "2026-05-04"));
            var over = office.receive("kent", Map.of("complaintText", "The hydrangeas were not watered."));
            office.complete(over, "Acknowledge complaint", Answers.acknowledge(office.today()));
            office.event(over, "withdrawal", Map.of());
        });
    }

    @Test
    void areFewerThanTheRows() {
        office.as("kent-supervisor");
        deadlines.counts("kent");

        asks(() -> deadlines.list("kent", new OpenDeadlines.Which(null, null, null, null, null), 0).rows().size(), ROWS, ROWS);
        asks(() -> finished.list("kent", new FinishedCases.Which(null, null, null, null, "complaint"), 0).rows().size(), ROWS, ROWS);
        asks(() -> search.find(Wanted.words("hydrangeas")).cases().size(), CaseSearch.PAGE, ROWS);
        office.as("kent-officer");
        // each list of tasks is counted by itself, and there are a few
        asks(() -> lists.ofReader().done().size(), ROWS, 2 * ROWS);
        // twenty tasks are looked at, of which five are shown
        asks(() -> work.next("kent-officer").size() * 4, ROWS, ROWS);
        office.signOut();
    }

    private static void asks(Supplier<Integer> list, int rows, int fewerThan) {
        var shown = new int[1];
        var asked = Statements.of(() -> shown[0] = list.get());

        assertThat(shown[0]).isGreaterThanOrEqualTo(rows).isLessThanOrEqualTo(Page.SIZE);
        assertThat(asked.statements().size()).as(asked.statements().stream().map(Statements.Sent::text).collect(Collectors.joining("\n"))).isLessThan(fewerThan);
    }
}
