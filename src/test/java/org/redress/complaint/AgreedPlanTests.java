package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Adult social care and public health: three days, a plan instead of stages, six months, one answer with an NHS body (ADT-01 to ADT-05). */
@ProductTest
class AgreedPlanTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_02 = LocalDate.of(2026, 6, 2);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final LocalDate THU_2026_06_04 = LocalDate.of(2026, 6, 4);
    private static final LocalDate FRI_2026_06_05 = LocalDate.of(2026, 6, 5);
    private static final LocalDate WED_2026_07_08 = LocalDate.of(2026, 7, 8);
    private static final LocalDate FRI_2026_11_27 = LocalDate.of(2026, 11, 27);
    private static final LocalDate MON_2026_11_30 = LocalDate.of(2026, 11, 30);
    private static final LocalDate TUE_2026_12_01 = LocalDate.of(2026, 12, 1);
    private static final Map<String, Object> CARE = Map.of("careService", "adult-care");

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @ParameterizedTest
    @CsvSource({"adult-care", "public-health"})
    void hasNoStagesAndGoesFromThePlanToTheOmbudsman(String service) {
        office.on(MON_2026_06_01);
        var reference = planWanted(service);

        assertThat(office.openTasks(reference)).containsExactly("Agree plan");
        office.complete(reference, "Agree plan", Answers.plan(MON_2026_06_01, "twenty-five working days"));
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(LocalDate.of(2026, 7, 6));
        assertThat(office.deadline(reference, "response").allowance()).isEqualTo("25 working days");
        casework.respond(reference, "kent-manager");

        assertThat(office.openTasks(reference)).containsExactly("Signpost the Ombudsman");
        assertThat(cases.get(reference).procedure()).isEqualTo(service);
        assertThat(office.deadline(reference, "six-month-limit").outcome()).isEqualTo("met on Mon 1 Jun 2026");
        assertThat(cases.lastLetter(reference, "agreed-plan")).isPresent();
    }

    @Test
    void isAcknowledgedInThreeDaysWithTheOfferOfADiscussionIfItIsKnownAtReceipt() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", CARE);

        assertThat(office.deadline(reference, "acknowledgement").dueOn()).isEqualTo(THU_2026_06_04);
        assertThat(office.deadline(reference, "acknowledgement").rule()).isEqualTo("ADT-02");
        assertThatThrownBy(() -> office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("A discussion was offered: must be confirmed");
        office.complete(reference, "Acknowledge complaint", Answers.with(Answers.acknowledge(MON_2026_06_01), Map.of("discussionOffered", true)));
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
    }

    @Test
    void isFoundLateWhereTheAssessmentFindsItAfterFourDays() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        office.on(FRI_2026_06_05);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(FRI_2026_06_05));

        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of("subject", "adult-care")));

        assertThat(office.deadline(reference, "acknowledgement").outcome()).startsWith("late by 1 working day");
        assertThat(office.openTasks(reference)).containsExactlyInAnyOrder("Agree plan", "Explain the delay to the complainant");
    }

    @Test
    void givesBackTheFiveDaysWhereItWasNoneAfterAll() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", CARE);
        office.complete(reference, "Acknowledge complaint", Answers.with(Answers.acknowledge(MON_2026_06_01), Map.of("discussionOffered", true)));

        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        assertThat(office.deadline(reference, "acknowledgement").allowance()).isEqualTo("5 working days");
        assertThat(cases.get(reference).procedure()).isEqualTo("code");
    }

    @Test
    void takesNoPeriodThatIsNone() {
        office.on(MON_2026_06_01);
        var reference = planWanted("adult-care");

        assertThatThrownBy(() -> office.complete(reference, "Agree plan", Answers.plan(MON_2026_06_01, "as soon as possible")))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("How long the answer may take");
    }

    @Test
    void canTakeLongerByAgreementAlsoAfterTheDay() {
        office.on(MON_2026_06_01);
        var reference = planWanted("adult-care");
        office.complete(reference, "Agree plan", Answers.plan(MON_2026_06_01, "2 working days"));
        office.on(FRI_2026_06_05);

        office.event(reference, "extension", Answers.extension(WED_2026_07_08));

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(WED_2026_07_08);
    }

    @Test
    void tellsWhyAfterSixMonthsWithoutAnAnswer() {
        office.on(MON_2026_06_01);
        var reference = planWanted("adult-care");
        office.complete(reference, "Agree plan", Answers.plan(MON_2026_06_01, "9 months"));
        office.on(FRI_2026_11_27);
        var reminded = office.chronology(reference, "Reminder: Six month limit");
        office.on(MON_2026_11_30);
        var onTheDay = office.openTasks(reference);
        office.on(TUE_2026_12_01);

        assertThat(office.deadline(reference, "six-month-limit").dueOn()).isEqualTo(MON_2026_11_30);
        assertThat(reminded).hasSize(1);
        assertThat(onTheDay).containsExactly("Decide who answers");
        assertThat(office.openTasks(reference)).containsExactlyInAnyOrder("Decide who answers", "Explain the delay to the complainant");
        casework.respond(reference, "kent-manager");
        assertThat(office.deadline(reference, "six-month-limit").outcome()).startsWith("late by 1 working day");
        assertThat(office.deadline(reference, "response").outcome()).startsWith("met");
    }

    @Test
    void givesOneAnswerWithAnNhsBodyIfItMayBeShared() {
        office.on(MON_2026_06_01);
        var reference = jointlyWanted();

        assertThatThrownBy(() -> office.complete(reference, "Arrange joint handling", Map.of("nhsBody", "The hospital trust", "shareConsent", "yes")))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("Who leads: an answer is needed");
        office.complete(reference, "Arrange joint handling", Map.of("nhsBody", "The hospital trust", "shareConsent", "yes", "consentGivenOn", "2026-06-01",
                "leadBody", "nhs", "leadAgreedOn", "2026-06-01"));
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());

        assertThatThrownBy(() -> office.complete(reference, "Send response", Answers.send(MON_2026_06_01)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("the one answer of both bodies: must be confirmed");
        office.complete(reference, "Send response", Answers.with(Answers.send(MON_2026_06_01), Map.of("oneAnswer", true)));
        assertThat(office.openTasks(reference)).containsExactly("Signpost the Ombudsman");
    }

    @Test
    void answersWhatIsItsOwnWhereItMayNotBeShared() {
        office.on(MON_2026_06_01);
        var reference = jointlyWanted();

        office.complete(reference, "Arrange joint handling", Map.of("nhsBody", "The hospital trust", "shareConsent", "no"));
        casework.respond(reference, "kent-manager");

        assertThat(office.openTasks(reference)).containsExactly("Signpost the Ombudsman");
    }

    @Test
    void staysOutsideWhatWasSaidAndIsSettledByTheNextWorkingDay() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Answers.with(CARE, Map.of("channel", "phone")));
        office.on(TUE_2026_06_02);

        office.event(reference, "settled", Map.of("details", "The carer comes at eight again."));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(cases.get(reference).statusBecause()).isEqualTo("settled-at-once");
        assertThat(office.openTasks(reference)).isEmpty();
        assertThat(office.deadline(reference, "acknowledgement").outcome()).contains("the complaint was settled at once");
    }

    @Test
    void doesNotStayOutsideWhereItIsLaterWrittenOrAboutSomethingElse() {
        office.on(MON_2026_06_01);
        var later = office.receive("kent", Answers.with(CARE, Map.of("channel", "phone")));
        var written = office.receive("kent", Answers.with(CARE, Map.of("complaintText", "The carer never comes.", "complainant", "Mr W")));
        var other = office.receive("kent", Map.of("channel", "phone", "complaintText", "The road is closed.", "complainant", "Mr V"));
        office.on(WED_2026_06_03);

        assertThatThrownBy(() -> office.event(later, "settled", Map.of())).hasMessageContaining("the next working day was Tue 2 Jun 2026");
        assertThatThrownBy(() -> office.event(written, "settled", Map.of())).hasMessageContaining("it was made in writing");
        assertThatThrownBy(() -> office.event(other, "settled", Map.of())).hasMessageContaining("only a complaint about adult social care or public health");
    }

    @Test
    void asksForBothLimbsOfALateComplaint() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());

        office.complete(reference, "Assess complaint", Answers.accept(LocalDate.of(2025, 5, 31), Map.of("subject", "adult-care")));

        assertThatThrownBy(() -> office.complete(reference, "Consider lateness", Map.of("lateDecision", "consider", "lateReason", "In hospital.")))
                .hasMessageContaining("Can it still be considered effectively and fairly?: an answer is needed");
    }

    private String planWanted(String service) {
        return casework.accepted("kent", Map.of(), Map.of("subject", service));
    }

    private String jointlyWanted() {
        var reference = planWanted("adult-care");
        office.complete(reference, "Agree plan", Answers.with(Answers.plan(MON_2026_06_01, "6 weeks"), Map.of("nhsConcerned", true)));
        assertThat(office.openTasks(reference)).containsExactly("Arrange joint handling");
        return reference;
    }
}
