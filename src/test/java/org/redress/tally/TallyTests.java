package org.redress.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.tally.Tally.Count;
import org.redress.tally.Tally.Figure;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** How long steps take and which deadlines are met, counted when they end, without a word about whose they were. */
@ProductTest
class TallyTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate FRI_2026_06_05 = LocalDate.of(2026, 6, 5);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final String STEP = "UserTask_AcknowledgeComplaint";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Tally tally;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void countsTheWorkingDaysOfAStepAndWhetherItsDeadlineWasMet() {
        int took4 = steps(4);
        int took9 = steps(9);
        int met = deadlines(Figure.MET);
        int missed = deadlines(Figure.MISSED);
        office.on(MON_2026_06_01);
        var early = office.receive("kent", Map.of());
        var late = office.receive("kent", Map.of());

        office.on(FRI_2026_06_05);
        office.complete(early, "Acknowledge complaint", Answers.acknowledge(FRI_2026_06_05));
        office.on(FRI_2026_06_12);
        office.complete(late, "Acknowledge complaint", Answers.acknowledge(FRI_2026_06_12));

        assertThat(steps(4) - took4).isEqualTo(1);
        assertThat(steps(9) - took9).isEqualTo(1);
        assertThat(deadlines(Figure.MET) - met).isEqualTo(1);
        assertThat(deadlines(Figure.MISSED) - missed).isEqualTo(1);
        assertThat(tally.deadlines(List.of("kent"), FRI_2026_06_12)).filteredOn(count -> count.element().equals("acknowledgement/0")).extracting(Count::latest)
                .as("other tests have closed later ones").anyMatch(day -> !day.isBefore(FRI_2026_06_12));
    }

    @Test
    void countsNoStepThatWasInterrupted() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        int before = allSteps();

        office.event(reference, "withdrawal", Map.of());

        assertThat(office.openTasks(reference)).doesNotContain("Acknowledge complaint");
        assertThat(allSteps()).isEqualTo(before);
    }

    @Test
    void countsNothingOfARestrictedCase() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        office.as("kent-supervisor").start("case-restriction", Map.of("caseReference", reference, "restriction", "restrict", "reason", "It is about a colleague.", "readers", "kent-officer"));
        office.signOut();
        int steps = allSteps();
        int met = deadlines(Figure.MET);

        office.completeAs("kent-officer", office.task(reference, "Acknowledge complaint"), Answers.acknowledge(MON_2026_06_01));

        assertThat(List.of(allSteps(), deadlines(Figure.MET))).containsExactly(steps, met);
    }

    @Test
    void saysTheSameWhenEntriesAreFolded() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        var before = tally.of("acknowledgement", List.of("kent", "leicestershire"), MON_2026_06_01);
        // some are folded beside the steps from time to time, and these may be among them already
        assertThat(jdbc.queryForObject("select (select count(*) from tally_entry) + (select count(*) from tally)", Integer.class)).isPositive();

        var folded = transaction.execute(status -> tally.fold());
        while (folded != null && folded > 0) {
            folded = transaction.execute(status -> tally.fold());
        }

        assertThat(jdbc.queryForObject("select count(*) from tally_entry", Integer.class)).isZero();
        assertThat(tally.of("acknowledgement", List.of("kent", "leicestershire"), MON_2026_06_01)).isEqualTo(before).isNotEmpty();
        assertThat(jdbc.queryForList("select * from tally").toString()).doesNotContain(reference);
        assertThat(tally.of("acknowledgement", List.of(), MON_2026_06_01)).isEmpty();
    }

    private int steps(int days) {
        return tally.of("acknowledgement", List.of("kent"), MON_2026_06_01).stream().filter(count -> count.element().equals(STEP) && count.days() == days)
                .mapToInt(Count::times).sum();
    }

    private int allSteps() {
        return tally.of("acknowledgement", List.of("kent"), MON_2026_06_01).stream().filter(count -> count.element().equals(STEP)).mapToInt(Count::times).sum();
    }

    private int deadlines(Figure figure) {
        return tally.deadlines(List.of("kent"), MON_2026_06_01).stream().filter(count -> count.element().startsWith("acknowledgement/") && count.figure() == figure)
                .mapToInt(Count::times).sum();
    }
}
