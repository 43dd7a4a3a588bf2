package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.IssueView;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What can happen to a case at any time, and the sentence when it cannot happen now. */
@ProductTest
class CaseEventTests {
    private static final LocalDate FRI_2026_05_29 = LocalDate.of(2026, 5, 29);
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate THU_2026_07_16 = LocalDate.of(2026, 7, 16);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Test
    void keepsANoteInTheChronologyAndChangesNothing() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        var open = office.openTasks(reference);

        office.event(reference, "note", Map.of("details", "She telephoned twice."));

        assertThat(office.openTasks(reference)).isEqualTo(open);
        assertThat(cases.lastAnswer(reference, "case-event", "details")).hasValue("She telephoned twice.");
    }

    @Test
    void findsTheCaseByAReferenceInSmallLetters() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        office.event(reference, "note", Map.of("caseReference", reference.toLowerCase()));

        assertThat(office.chronology(reference, "A contact to note")).hasSize(1);
    }

    @Test
    void findsNoCaseOfAnotherCouncilAndDoesNotSayThatItExists() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        var others = casework.accepted("leicestershire");

        assertRefused(reference, "note", Map.of("caseReference", others), "your council has no case " + others);
        assertRefused(reference, "note", Map.of("caseReference", "KENT-2026-99999"), "your council has no case KENT-2026-99999");
    }

    @Test
    void didNotHappenBeforeTheComplaintWasReceived() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        assertRefused(reference, "note", Map.of("happenedOn", FRI_2026_05_29.toString()), "the complaint was received on Mon 1 Jun 2026");
    }

    @Test
    void addsAnIssueBeforeTheAssessment() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());

        office.event(reference, "issue", Map.of("details", "The gate was left open."));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        assertThat(cases.issues(reference)).extracting(IssueView::text)
                .containsExactly("The gate was left open.", "Bins not emptied", "Nobody answered the telephone");
    }

    @Test
    void addsNoIssueAfterTheResponse() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");

        assertRefused(reference, "issue", Map.of(), "a new matter is a new complaint (CORP-34)");
    }

    @Test
    void asksForTheNextStageOnlyWhereThereIsOne() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());

        assertRefused(reference, "next-stage", Map.of(), "the case is not at a point where the next stage can be asked for");
    }

    @Test
    void asksForTheNextStageNotBeforeTheResponseIsOverdue() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        assertRefused(reference, "next-stage", Map.of(), "the response of this stage is due on Mon 15 Jun 2026");
    }

    @Test
    void asksForNoStageAfterTheLast() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "next-stage");
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));
        office.on(THU_2026_07_16);

        assertRefused(reference, "next-stage", Map.of(), "this is the last stage");
    }

    @Test
    void pausesACaseAndOpensItAgain() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        office.event(reference, "proceedings-started", Answers.prejudice());
        var paused = cases.get(reference).status();
        office.on(WED_2026_06_10);
        office.event(reference, "proceedings-ended", Map.of());

        assertThat(paused).isEqualTo(CaseStatus.PAUSED);
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(cases.get(reference).statusSince()).isEqualTo(WED_2026_06_10);
    }

    @Test
    void pausesNothingWithoutThePrejudice() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        assertRefused(reference, "proceedings-started", Map.of(), "an answer is needed");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void changesAPausedCaseOnlyByItsEndOrItsWithdrawal() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.event(reference, "proceedings-started", Answers.prejudice());

        for (var happening : new String[] {"next-stage", "issue", "advocate-asked", "advocate-appointed"}) {
            assertRefused(reference, happening, Map.of(), "the case is paused for concurrent proceedings since Mon 1 Jun 2026");
        }
        assertRefused(reference, "proceedings-started", Answers.prejudice(), "the case is paused for concurrent proceedings");
    }

    @Test
    void endsNoProceedingsThatWereNotRecorded() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        assertRefused(reference, "proceedings-ended", Map.of(), "no concurrent proceedings are recorded in this case");
    }

    @Test
    void leavesOutTheIssuesThatProceedingsAffectAndGoesOnWithTheRest() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        office.event(reference, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("affectedIssues", "2")));
        casework.respond(reference, "kent-manager");

        assertThat(cases.issues(reference)).extracting(IssueView::notConsidered).containsExactly(null, "court-proceedings");
        assertThat(office.openTasks(reference)).containsExactly("Record complainant’s wish");
    }

    @Test
    void leavesOutAnIssueOfWhichTheTaskIsOpen() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.event(reference, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("affectedIssues", "2")));
        var second = office.taskOfIssue(reference, "Answer issue", 2);

        assertThatThrownBy(() -> office.complete(second, Answers.issue(Map.of()))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("issue 2 is not considered any more; answer that it is out of scope");
        office.complete(second, Answers.issue(Map.of("finding", "out-of-scope")));
        office.complete(reference, "Answer issue", Answers.issue(Map.of()));

        assertThat(office.openTasks(reference)).containsExactly("Draft response");
        assertThat(cases.issues(reference).get(1).answers()).isEmpty();
    }

    @Test
    void doesNotLeaveOutAllIssuesOrUnknownOnes() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        assertRefused(reference, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("affectedIssues", "1, 2")),
                "the issues that are considered are [1, 2]");
        assertRefused(reference, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("affectedIssues", "7")),
                "the issues that are considered are [1, 2]");
    }

    @Test
    void appointsNoAdvocateWhomNobodyAskedFor() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "parent"));

        assertRefused(reference, "advocate-appointed", Map.of(), "record first that an advocate was asked for");
    }

    @Test
    void setsNoClockBackThatRuns() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");

        assertRefused(reference, "later-start", Map.of("newDueDate", WED_2026_06_10.toString()), "a stage has begun; its clock is not set back (CHD-31)");
    }

    private void assertRefused(String reference, String happening, Map<String, Object> different, String sentence) {
        assertThatThrownBy(() -> office.event(reference, happening, different)).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }
}
