package org.redress.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.deadline.DeadlineState;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** After the adjudication: a panel within twenty working days of its receipt, or an earlier way to the Ombudsman (CHD-50 to CHD-60). */
@ProductTest
class PanelRequestTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final LocalDate FRI_2026_06_26 = LocalDate.of(2026, 6, 26);
    private static final LocalDate MON_2026_06_29 = LocalDate.of(2026, 6, 29);
    private static final LocalDate WED_2026_07_01 = LocalDate.of(2026, 7, 1);
    private static final LocalDate TUE_2026_06_30 = LocalDate.of(2026, 6, 30);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Test
    void hasTwentyWorkingDaysFromTheReceiptAndNotFromTheLetter() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        casework.investigate(reference, "kent");
        casework.approveAdjudication(reference);
        office.complete(reference, "Send adjudication", Answers.adjudication(MON_2026_06_01));
        office.on(WED_2026_06_03);

        office.complete(reference, "Record receipt of response", Answers.receipt(WED_2026_06_03));

        assertThat(office.deadline(reference, "stage-3-request").dueOn()).isEqualTo(WED_2026_07_01);
        assertThat(office.deadline(reference, "stage-3-request").owedBy()).isEqualTo("complainant");
        assertThat(cases.letters(reference)).last().extracting("receivedOn").isEqualTo(WED_2026_06_03);
    }

    @Test
    void onTheLastDayLeadsToAPanel() {
        var reference = adjudicated();
        office.on(MON_2026_06_29);

        casework.wish(reference, "next-stage");
        office.complete(reference, "Decide on stage 3 request", Answers.wayOn("panel"));

        assertThat(office.deadline(reference, "stage-3-request").outcome()).isEqualTo("met on Mon 29 Jun 2026, its last day");
        assertThat(cases.get(reference).stage()).isEqualTo(3);
        assertThat(office.deadline(reference, "panel-meeting").triggerOn()).isEqualTo(MON_2026_06_29);
    }

    @Test
    void canBeRecordedAsACaseEvent() {
        var reference = adjudicated();
        office.on(FRI_2026_06_26);

        office.event(reference, "next-stage", Map.of());
        var open = office.openTasks(reference);
        office.complete(reference, "Decide on stage 3 request", Answers.wayOn("panel"));

        assertThat(open).containsExactly("Decide on stage 3 request");
        assertThat(office.deadline(reference, "stage-3-request").outcome()).isEqualTo("met on Fri 26 Jun 2026");
        assertThat(office.deadline(reference, "panel-meeting").triggerOn()).isEqualTo(FRI_2026_06_26);
        assertThat(office.timers(reference)).containsOnlyKeys("BoundaryEvent_PanelMeetingDueSoon", "BoundaryEvent_PanelMeetingOverdue");
    }

    @Test
    void setsOutItsReasons() {
        var reference = adjudicated();

        assertThatThrownBy(() -> office.complete(reference, "Record complainant’s wish",
                Map.of("wish", "next-stage", "saidOn", MON_2026_06_01.toString())))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("a request for a panel sets out the reasons");
    }

    @Test
    void isNotNeededByASatisfiedComplainant() {
        var reference = adjudicated();

        casework.wish(reference, "satisfied");

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(office.deadline(reference, "stage-3-request").outcome()).isEqualTo("cancelled because the complainant is satisfied");
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void isNotGivenUpBySilenceBeforeItsTimeIsOver() {
        var reference = adjudicated();

        assertThatThrownBy(() -> casework.wish(reference, "no-request")).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("a panel can be asked for until Mon 29 Jun 2026 (CHD-50)");
    }

    @Test
    void lapsesWhenItsTimeIsOver() {
        var reference = adjudicated();

        office.on(TUE_2026_06_30);
        casework.wish(reference, "no-request");
        casework.signpost(reference);

        assertThat(office.deadline(reference, "stage-3-request").outcome()).isEqualTo("not used by Mon 29 Jun 2026");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void inTimeCannotBeRefusedAlthoughItIsRecordedAfterItsTime() {
        var reference = adjudicated();
        office.on(WED_2026_07_01);

        office.event(reference, "next-stage", Map.of("happenedOn", "2026-06-26", "details", "The letter lay in the post room."));

        assertThat(office.deadline(reference, "stage-3-request").outcome()).isEqualTo("met on Fri 26 Jun 2026");
        assertThatThrownBy(() -> office.complete(reference, "Decide on stage 3 request", Answers.wayOn("refuse")))
                .isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("the request of Fri 26 Jun 2026 came in time");
    }

    @Test
    void isNotRecordedOnADayBeforeTheResponseWasReceived() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        casework.investigate(reference, "kent");
        casework.approveAdjudication(reference);
        office.complete(reference, "Send adjudication", Answers.adjudication(MON_2026_06_01));
        office.on(WED_2026_06_03);
        office.complete(reference, "Record receipt of response", Answers.receipt(WED_2026_06_03));

        assertThatThrownBy(() -> office.event(reference, "next-stage", Map.of("happenedOn", MON_2026_06_01.toString())))
                .isInstanceOf(AnswersRefused.class)
                .hasMessage("When: the response was received on Wed 3 Jun 2026. If the other day is wrong, put it right first with Correction.");
        assertThat(office.deadline(reference, "stage-3-request").state()).isEqualTo(DeadlineState.OPEN);
    }

    @Test
    void inTimeCannotBeRefused() {
        var reference = adjudicated();
        casework.wish(reference, "next-stage");

        assertThatThrownBy(() -> office.complete(reference, "Decide on stage 3 request", Answers.wayOn("refuse")))
                .isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("the request of Mon 1 Jun 2026 came in time, until Mon 29 Jun 2026; a request in time cannot be refused");
    }

    @Test
    void thatComesLateMayBeRefused() {
        var reference = requestedLate();

        office.complete(reference, "Decide on stage 3 request", Answers.wayOn("refuse"));

        assertThat(office.deadline(reference, "stage-3-request").outcome()).isEqualTo("late by 1 working day, done on Tue 30 Jun 2026");
        assertThat(office.openTasks(reference)).containsExactly("Signpost the Ombudsman");
    }

    @Test
    void thatComesLateMayBeAccepted() {
        var reference = requestedLate();

        office.complete(reference, "Decide on stage 3 request", Answers.wayOn("panel"));

        assertThat(cases.get(reference).stage()).isEqualTo(3);
        assertThat(office.openTasks(reference)).containsExactly("Appoint panel");
    }

    @Test
    void isReplacedByAnEarlyReferralIfAllFiveConditionsHold() {
        var reference = adjudicated();
        casework.wish(reference, "next-stage");

        office.complete(reference, "Decide on stage 3 request", Answers.earlyReferral(Map.of()));

        assertThat(office.openTasks(reference)).containsExactly("Signpost the Ombudsman");
        assertThat(cases.get(reference).stage()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            robustReport,      stage 2 did not give a very robust report
            allUpheld,         'not all, or all significant, complaints were upheld'
            actionPlan,        there is no clear action plan
            outcomesMet,       the council does not agree to most or all outcomes wanted
            complainantAgrees, the complainant does not agree
            """)
    void isNotReplacedByAnEarlyReferralIfOneConditionIsMissing(String condition, String why) {
        var reference = adjudicated();
        casework.wish(reference, "next-stage");

        assertThatThrownBy(() -> office.complete(reference, "Decide on stage 3 request", Answers.earlyReferral(Map.of(condition, "no"))))
                .isInstanceOf(AnswersRefused.class)
                .hasMessage("Early referral is not open: " + why + ". All five conditions are needed; hold the panel (CHD-60).");
    }

    /** The adjudication was sent and received on Monday 1 June 2026. */
    private String adjudicated() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        casework.adjudicate(reference, "kent");
        return reference;
    }

    /** The request came a day after its time. */
    private String requestedLate() {
        var reference = adjudicated();
        office.on(TUE_2026_06_30);
        casework.wish(reference, "next-stage");
        return reference;
    }
}
