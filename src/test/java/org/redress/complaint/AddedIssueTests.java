package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An issue that comes in while a stage prepares its response gets one task, whenever it comes (CORP-34). */
@ProductTest
class AddedIssueTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_02 = LocalDate.of(2026, 6, 2);

    @Autowired
    private Office office;

    @Autowired
    private CaseFiles cases;

    private String reference;

    @BeforeEach
    void isAccepted() {
        office.on(MON_2026_06_01);
        reference = office.receive("kent", Map.of());
        office.on(TUE_2026_06_02);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(TUE_2026_06_02));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
    }

    @Test
    void isAmongTheOthersBeforeTheyAreHandedOut() {
        office.event(reference, "issue", Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Investigate complaint");
        office.complete(reference, "Investigate complaint", Answers.investigate());
        assertThat(office.openTasks(reference)).containsExactly("Answer issue", "Answer issue", "Answer issue");
    }

    @Test
    void hasATaskOfItsOwnAfterTheOthersWereHandedOut() {
        office.complete(reference, "Investigate complaint", Answers.investigate());

        office.event(reference, "issue", Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Answer added issue", "Answer issue", "Answer issue");
    }

    @Test
    void hasATaskOfItsOwnWhileTheResponseIsDrafted() {
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));

        office.event(reference, "issue", Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Answer added issue", "Draft response");
    }

    @Test
    void keepsItsNumberToItself() {
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.event(reference, "issue", Map.of());
        office.event(reference, "issue", Map.of("details", "The other bin too."));

        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        office.tasks(reference, "Answer added issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        office.complete(reference, "Draft response", Answers.draft());

        assertThat(cases.chronology(reference)).extracting(Happening::what).contains("Answer issue 1", "Answer issue 2", "Answer added issue 3",
                "Answer added issue 4", "Draft response");
    }
}
