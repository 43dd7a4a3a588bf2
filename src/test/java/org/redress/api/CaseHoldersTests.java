package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The Case tab says by name who has the case, since which day, and who stands in (R8). */
@ProductTest
class CaseHoldersTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate THU_2026_06_04 = LocalDate.of(2026, 6, 4);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsmans;

    @Autowired
    private CaseDocuments documents;

    @Autowired
    private CaseReader reader;

    @Autowired
    private IdentityService identity;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @Test
    void namesNobodyBeforeSomebodyIsChosen() {
        var reference = casework.accepted("kent");

        assertThat(holders(reference)).isEmpty();
        assertThat(document(reference).service()).isNull();
    }

    @Test
    void namesWhoAnswersWithServiceAndDay() {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Map.of("service", "highways", "responder", "kent-manager", "sharedOut", true, "otherIssues", "2",
                "otherService", "waste", "otherResponder", "kent-director"));

        assertThat(document(reference).service()).isEqualTo("Highways and transport");
        assertThat(holders(reference)).containsExactly("now: Answers the complaint 1, Service manager (Kent), 2026-06-01",
                "now: Answers the complaint 1 issue 2 of Waste and environment, Director (Kent), 2026-06-01");
    }

    @Test
    void keepsWhoHadItAndShowsWhoWillHaveIt() {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        handOver(reference, "kent-director");

        assertThat(holders(reference)).containsExactly("now: Answers the complaint 1, Service manager (Kent), 2026-06-01 to 2026-06-03",
                "from: Answers the complaint 1, Director (Kent), 2026-06-04");
        office.on(THU_2026_06_04);
        assertThat(holders(reference)).containsExactly("until: Answers the complaint 1, Service manager (Kent), 2026-06-01 to 2026-06-03",
                "now: Answers the complaint 1, Director (Kent), 2026-06-04");
    }

    @Test
    void saysThatTheStageIsOver() {
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "next-stage");
        casework.acknowledgeNextStage(reference);
        office.complete(reference, "Decide who answers", Answers.responder("kent-director"));

        assertThat(holders(reference)).containsExactly("until: Answers the complaint 1, Service manager (Kent), 2026-06-01",
                "now: Answers the complaint 2, Director (Kent), 2026-06-01");
    }

    @Test
    void namesTheThreeOfStageTwo() {
        var reference = casework.straightToStage2("kent");
        office.complete(reference, "Appoint investigators", Answers.investigators("kent", MON_2026_06_01, Map.of()));

        assertThat(holders(reference)).containsExactlyInAnyOrder("now: Is the Investigating Officer 2, Investigating Officer (Kent), 2026-06-01",
                "now: Is the Independent Person 2, Independent Person (Kent), 2026-06-01", "now: Adjudicates 2, Adjudicating officer (Kent), 2026-06-01");
    }

    @Test
    void namesTheOmbudsmansInvestigatorUntilTheCaseIsOver() {
        var reference = ombudsmans.notified("kent", Map.of());

        assertThat(holders(reference)).containsExactly("now: Investigates for the Ombudsman 0, Investigator (Ombudsman), 2026-06-01");
        ombudsmans.event(reference, "withdrawn", Map.of());
        ombudsmans.state(reference);
        assertThat(holders(reference)).containsExactly("until: Investigates for the Ombudsman 0, Investigator (Ombudsman), 2026-06-01");
    }

    @Test
    void saysWhoStandsInWhileSomebodyIsAway() {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.as("kent-manager").start("leave", Map.of("whose", "own", "absence", "away", "awayFrom", "2026-06-01", "awayUntil", "2026-06-12"));
        office.signOut();
        office.complete(office.tasksAt("kent", "leave").get(0), Map.of("deputy", "kent-director"));

        assertThat(holders(reference)).containsExactly("now: Answers the complaint 1, Service manager (Kent), 2026-06-01, away until 2026-06-12, Director (Kent) stands in");
    }

    @Test
    void saysThatSomebodyHasNoAccountAnyMore() {
        office.hires("kent", "leaver", "responders");
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-leaver"));

        identity.deleteUser("kent-leaver");

        assertThat(holders(reference)).containsExactly("now: Answers the complaint 1, kent-leaver, who has no account any more, 2026-06-01");
    }

    private void handOver(String reference, String to) {
        office.as("kent-officer").start("hand-over", Map.of("caseReference", reference, "caseRole", "answers"));
        office.signOut();
        office.complete(reference, "Choose successor", Map.of("successor", to, "fromDay", THU_2026_06_04.toString(), "handingReason", "Has another task then."));
    }

    private List<String> holders(String reference) {
        return document(reference).holders().stream().map(CaseHoldersTests::line).toList();
    }

    /** As somebody reads it who may not read the accounts of others. */
    private CaseDocument document(String reference) {
        office.as(reference.startsWith("KENT") ? "kent-officer" : "ombudsman-intake");
        try {
            return documents.of(reader.open(reference, "test").orElseThrow());
        } finally {
            office.signOut();
        }
    }

    private static String line(CaseDocument.Holder one) {
        return one.standing() + ": " + one.role() + " " + one.stage() + (one.issue() == null ? "" : " issue " + one.issue())
                + (one.service() == null ? "" : " of " + one.service()) + ", " + one.name() + ", " + one.since() + (one.until() == null ? "" : " to " + one.until())
                + (one.away() == null ? "" : ", away until " + one.away() + (one.deputy() == null ? "" : ", " + one.deputy() + " stands in"));
    }
}
