package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.IssueView;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
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
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Test
    void endsResolvedWhenTheComplainantIsSatisfiedWithStageOne() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        office.on(TUE_2026_06_02);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(TUE_2026_06_02));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));
        office.on(FRI_2026_06_12);
        casework.respond(reference, "kent-manager");

        casework.wish(reference, "satisfied");

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void endsWithTheSignpostWhenTheComplainantAsksForNothingMore() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");

        casework.wish(reference, "no-request");
        var open = office.openTasks(reference);
        casework.signpost(reference);

        assertThat(open).containsExactly("Signpost the Ombudsman");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void endsWithTheSignpostAfterTheFinalResponseOfStageTwo() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "next-stage");
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));
        casework.respond(reference, "kent-director");

        var open = office.openTasks(reference);
        office.complete(reference, "Signpost the Ombudsman",
                Answers.with(Answers.signpost(MON_2026_06_01), Map.of("signpostedIn", "separate-letter")));

        assertThat(open).containsExactly("Signpost the Ombudsman");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(cases.letters(reference)).extracting("kind")
                .containsExactly("acknowledgement", "response", "acknowledgement", "response", "ombudsman-signpost");
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void endsRefusedWhenItIsRefusedAsAWhole() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of("assessment", "refuse")));

        office.complete(reference, "Send refusal", Answers.refusal(MON_2026_06_01, Map.of()));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.REFUSED);
        assertThat(cases.get(reference).statusBecause()).isEqualTo("service-request");
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void goesOnWithTheRestWhenAPartIsRefused() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of("assessment", "part")));

        office.complete(reference, "Send refusal", Answers.refusal(MON_2026_06_01, Map.of("refused", "part", "refusedIssues", "2", "ground", "another-route")));
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(cases.issues(reference)).extracting(IssueView::notConsidered).containsExactly(null, "another-route");
        assertThat(office.tasks(reference, "Answer issue")).hasSize(1);
    }
}
