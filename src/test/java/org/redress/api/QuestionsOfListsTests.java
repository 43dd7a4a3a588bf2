package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.redress.board.Due;
import org.redress.board.FinishedCases;
import org.redress.board.OpenDeadlines;
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
    private static final LocalDate THU_2026_10_08 = LocalDate.of(2026, 10, 8);
    /** When what was received on that day is due to be acknowledged: a day that no other test has. */
    private static final LocalDate THU_2026_10_15 = LocalDate.of(2026, 10, 15);
    private static final int FEW = 5;
    /** Who looks at the work that comes next looks at twenty tasks, and asks for those without a day too while there are fewer. */
    private static final int MORE = 19;

    @Autowired private Office office;
    @Autowired private TaskService tasks;
    @Autowired private OpenDeadlines deadlines;
    @Autowired private FinishedCases finished;
    @Autowired private CaseSearch search;
    @Autowired private Lists lists;
    @Autowired private OwnWork work;

    private String officer;
    private String word;

    /** What a list shows, and with which statements. */
    private record Asked(int rows, List<String> statements) {}

    @Test
    void areAsManyForFewRowsAsForMore() {
        office.on(THU_2026_10_15);
        word = "hydrangeas" + UUID.randomUUID().toString().replaceAll("[\\d-]", "");
        officer = office.hires("kent", "gardener", "complaints-team");
        receive(FEW);
        var few = ask();
        receive(MORE - FEW);
        var more = ask();

        few.forEach((list, before) -> {
            var after = more.get(list);
            // of the work that comes next five tasks are shown, and of each that is there is looked at
            assertThat(after.rows() - before.rows()).as(list).isEqualTo(list.equals("work") ? 0 : MORE - FEW);
            assertThat(before.rows()).as(list).isPositive();
            assertThat(after.statements().size()).as(list + " asked\n" + String.join("\n", after.statements()) + "\n\ninstead of\n" + String.join("\n", before.statements())).isEqualTo(before.statements().size());
        });
        assertThat(few).hasSize(5);
    }

    private void receive(int cases) {
        IntStream.range(0, cases).forEach(number -> {
            var open = office.receive("kent", Map.of("complaintText", "The " + word + " were not watered.", "receivedOn", THU_2026_10_08.toString()));
            tasks.setAssignee(office.task(open, "Acknowledge complaint").getId(), officer);
            var over = office.receive("kent", Map.of("complaintText", "The tulips were not watered."));
            office.completeAs(officer, office.task(over, "Acknowledge complaint"), Answers.acknowledge(office.today()));
            office.event(over, "withdrawal", Map.of());
        });
    }

    private Map<String, Asked> ask() {
        var asked = new LinkedHashMap<String, Asked>();
        office.as("kent-supervisor");
        deadlines.counts("kent");
        asked.put("deadlines", asked(() -> deadlines.list("kent", new OpenDeadlines.Which(Due.TODAY, null, null, null, null), 0).rows().size()));
        asked.put("finished cases", asked(() -> finished.list("kent", new FinishedCases.Which(null, null, THU_2026_10_15, THU_2026_10_15, "complaint"), 0).rows().size()));
        asked.put("search", asked(() -> search.find(Wanted.words(word)).cases().size()));
        office.as(officer);
        asked.put("done", asked(() -> lists.ofReader().done().size()));
        asked.put("work", asked(() -> work.next(officer).size()));
        office.signOut();
        return asked;
    }

    private static Asked asked(Supplier<Integer> list) {
        var shown = new int[1];
        var asked = Statements.of(() -> shown[0] = list.get());
        return new Asked(shown[0], asked.statements().stream().map(Statements.Sent::text).toList());
    }
}
