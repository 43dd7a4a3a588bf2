package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A corporate complaint under the Complaint Handling Code, from receipt to each of its ends. */
@ProductTest
class CorporateComplaintTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_02 = LocalDate.of(2026, 6, 2);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);

    @Autowired
    private Office office;

    @Autowired
    private CaseFiles cases;

    @Test
    void endsResolvedWhenTheComplainantIsSatisfiedWithStageOne() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        office.on(TUE_2026_06_02);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(TUE_2026_06_02));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.on(FRI_2026_06_12);
        office.complete(reference, "Send response", Answers.send(FRI_2026_06_12));
        office.complete(reference, "Record complainant’s wish", Answers.wish("satisfied", FRI_2026_06_12));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(office.running(reference)).isFalse();
    }
}
