package org.redress.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.IssueView;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Statutory stage 2: its start, its three people, the reports, the adjudication and its receipt (CHD-40 to CHD-50). */
@ProductTest
class InvestigationTests {
    private static final LocalDate FRI_2026_05_29 = LocalDate.of(2026, 5, 29);
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate MON_2026_07_06 = LocalDate.of(2026, 7, 6);
    private static final LocalDate TUE_2026_07_07 = LocalDate.of(2026, 7, 7);
    private static final LocalDate WED_2026_07_15 = LocalDate.of(2026, 7, 15);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Test
    void countsFromTheRequestForStageTwo() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");
        casework.respond(reference, "kent-manager");
        office.on(WED_2026_06_10);

        casework.wish(reference, "next-stage");

        assertThat(office.deadline(reference, "response").triggerOn()).isEqualTo(WED_2026_06_10);
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(WED_2026_07_15);
        assertThat(office.openTasks(reference)).containsExactly("Appoint investigators");
    }

    @Test
    void countsFromTheAgreementToSkipStageOne() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "parent"));
        office.on(WED_2026_06_10);

        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01,
                Map.of("subject", "child-in-need", "straightToStage2On", WED_2026_06_03.toString())));

        assertThat(cases.get(reference).stage()).isEqualTo(2);
        assertThat(office.deadline(reference, "response").triggerOn()).isEqualTo(WED_2026_06_03);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "in-person"})
    void countsFromTheFinalWrittenRecordOfAnOralComplaint(String channel) {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent", Map.of("complainantRole", "parent", "channel", channel),
                Map.of("subject", "child-in-need", "straightToStage2On", MON_2026_06_01.toString()));
        office.on(WED_2026_06_10);

        var open = office.openTasks(reference);
        var timers = office.timers(reference);
        office.complete(reference, "Agree written record", Answers.writtenRecord(WED_2026_06_10));

        assertThat(open).containsExactly("Agree written record");
        assertThat(timers).isEmpty();
        assertThat(office.deadline(reference, "response").triggerOn()).isEqualTo(WED_2026_06_10);
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(WED_2026_07_15);
        assertThat(office.deadline(reference, "response").rule()).isEqualTo("CHD-43");
    }

    @Test
    void hasBothReportsWrittenSideBySide() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        office.complete(reference, "Appoint investigators", Answers.investigators("kent", MON_2026_06_01, Map.of()));

        var open = office.openTasks(reference);
        var investigator = office.task(reference, "Write investigation report").getAssignee();
        var independent = office.task(reference, "Write independent report").getAssignee();
        office.complete(reference, "Write independent report", Answers.independentReport(MON_2026_06_01));
        var afterTheFirst = office.openTasks(reference);
        office.complete(reference, "Write investigation report", Answers.investigationReport(MON_2026_06_01));

        assertThat(open).containsExactly("Write independent report", "Write investigation report");
        assertThat(investigator).isEqualTo("kent-investigator");
        assertThat(independent).isEqualTo("kent-independent");
        assertThat(afterTheFirst).containsExactly("Write investigation report");
        assertThat(office.openTasks(reference)).containsExactly("Adjudicate issue", "Adjudicate issue");
    }

    @Test
    void hasThreeDifferentPeople() {
        office.on(MON_2026_06_01);
        office.joins("kent-investigator", "independent-persons");
        var reference = casework.straightToStage2("kent");

        assertThatThrownBy(() -> appoint(reference, Map.of("independentPerson", "kent-investigator"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("are three different people (CHD-41, CHD-48)");
    }

    @Test
    void isNotInvestigatedByWhoAnsweredStageOne() {
        office.on(MON_2026_06_01);
        office.joins("kent-manager", "investigating-officers");
        var reference = casework.statutory("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "next-stage");

        assertThatThrownBy(() -> appoint(reference, Map.of("investigatingOfficer", "kent-manager"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Service manager (Kent) answered stage 1: the Investigating Officer is somebody else (CHD-47)");
    }

    @Test
    void isNotAdjudicatedByWhoAnsweredStageOne() {
        office.on(MON_2026_06_01);
        office.joins("kent-manager", "adjudicating-officers");
        var reference = casework.statutory("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "next-stage");

        assertThatThrownBy(() -> appoint(reference, Map.of("adjudicator", "kent-manager"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Service manager (Kent) answered stage 1: the adjudicating officer is somebody else (CHD-48)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outsideLine", "independent"})
    void needsTheConfirmationThatItsPeopleAreIndependent(String box) {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        var without = new HashMap<String, Object>();
        without.put(box, false);

        assertThatThrownBy(() -> appoint(reference, without)).isInstanceOf(AnswersRefused.class).hasMessageContaining("must be confirmed");
    }

    @Test
    void decidesEachIssueAsTheAdjudicatingOfficer() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");

        casework.investigate(reference, "kent");

        assertThat(cases.issues(reference)).allSatisfy(issue ->
                assertThat(issue.answers()).extracting(IssueView.Answer::by).containsExactly("kent-adjudicator"));
        assertThat(office.openTasks(reference)).containsExactly("Write adjudication");
    }

    @Test
    void adjudicatesAnIssueThatIsAddedMeanwhileBeforeItIsSent() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        casework.investigate(reference, "kent");
        casework.approveAdjudication(reference);

        office.event(reference, "issue", Map.of("details", "The report was late."));
        assertThatThrownBy(() -> office.complete(reference, "Send adjudication", Answers.adjudication(MON_2026_06_01)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("No decision yet on issue 3");
        var assignee = office.task(reference, "Adjudicate added issue").getAssignee();
        office.complete(reference, "Adjudicate added issue", Answers.issue(Map.of()));
        office.complete(reference, "Send adjudication", Map.of("giveBack", true, "giveBackReason", "There is a third issue."));
        casework.approveAdjudication(reference);
        office.complete(reference, "Send adjudication", Answers.adjudication(MON_2026_06_01));

        assertThat(assignee).isEqualTo("kent-adjudicator");
        assertThat(office.openTasks(reference)).containsExactly("Record receipt of response");
    }

    @Test
    void takesAnIssueThatIsAddedBeforeTheAppointmentsAmongTheOthers() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");

        office.event(reference, "issue", Map.of("details", "The report was late."));
        casework.investigate(reference, "kent");

        assertThat(cases.issues(reference)).hasSize(3).allSatisfy(issue -> assertThat(issue.answers()).hasSize(1));
        assertThat(office.openTasks(reference)).containsExactly("Write adjudication");
    }

    @Test
    void isWrittenAndApprovedByWhoeverAdjudicatesAndWrittenAgainWhereItIsGivenBack() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        casework.investigate(reference, "kent");

        assertThat(office.task(reference, "Write adjudication").getAssignee()).isEqualTo("kent-adjudicator");
        office.complete(reference, "Write adjudication", Answers.draft());
        assertThat(office.task(reference, "Approve adjudication").getAssignee()).isEqualTo("kent-adjudicator");
        office.complete(reference, "Approve adjudication", Map.of("approval", "return", "comments", "Say more of the report."));
        casework.approveAdjudication(reference);
        office.complete(reference, "Send adjudication", Map.of("giveBack", true, "giveBackReason", "The reports are not there yet."));
        casework.approveAdjudication(reference);
        office.complete(reference, "Send adjudication", Answers.adjudication(MON_2026_06_01));

        assertThat(cases.lastLetter(reference, "response").orElseThrow().text()).isEqualTo("We uphold your complaint.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"independentTookPart", "reportsEnclosed"})
    void sendsNoAdjudicationWithoutWhatTheRulesRequire(String box) {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        casework.investigate(reference, "kent");
        casework.approveAdjudication(reference);

        assertThatThrownBy(() -> office.complete(reference, "Send adjudication",
                Answers.with(Answers.adjudication(MON_2026_06_01), Map.of(box, false))))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("must be confirmed");
    }

    @Test
    void isReceivedNotBeforeItWasSent() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        casework.investigate(reference, "kent");
        casework.approveAdjudication(reference);
        office.complete(reference, "Send adjudication", Answers.adjudication(MON_2026_06_01));

        assertThatThrownBy(() -> office.complete(reference, "Record receipt of response", Answers.receipt(FRI_2026_05_29)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("It was sent on Mon 1 Jun 2026");
    }

    @Test
    void goesOnWhileItsDelayIsExplained() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        office.on(TUE_2026_07_07);

        casework.adjudicate(reference, "kent");

        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("late by 1 working day, done on Tue 7 Jul 2026");
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_07_06);
        assertThat(office.openTasks(reference)).containsExactly("Explain the delay to the complainant", "Record complainant’s wish");
    }

    private void appoint(String reference, Map<String, Object> different) {
        office.complete(reference, "Appoint investigators", Answers.investigators("kent", office.today(), different));
    }
}
