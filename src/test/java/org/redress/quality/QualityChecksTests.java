package org.redress.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not fit is found with a sentence, and what only looks like it is not (DQ-1 to DQ-4, DQ-6 to DQ-9). */
class QualityChecksTests {
    private static final LocalDate THU_2024_02_29 = LocalDate.of(2024, 2, 29);
    private static final LocalDate MON_2024_06_03 = LocalDate.of(2024, 6, 3);
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_02 = LocalDate.of(2026, 6, 2);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate THU_2025_06_05 = LocalDate.of(2025, 6, 5);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate MON_2027_06_07 = LocalDate.of(2027, 6, 7);
    private static final LocalDate WED_2026_12_30 = LocalDate.of(2026, 12, 30);
    private static final LocalDate MON_2027_01_04 = LocalDate.of(2027, 1, 4);

    private final Told told = new Told();

    @Test
    void findsNothingInAnEmptyRecord() {
        assertThat(told.findings()).isEmpty();
    }

    @Test
    void findsNothingInAnOrdinaryCase() {
        told.person("Mr X", "parent").person("Ms Z", "mother of Y").person("Y", "child")
                .event(MON_2026_06_01, "Complaint received").response(TUE_2026_06_02, 1).letter(WED_2026_06_10, MON_2026_06_01, WED_2026_06_10)
                .response(WED_2026_06_10, 2).naming(WED_2026_06_10, "Mr X", "Ms Z", "Y").formal(MON_2026_06_15, "meeting")
                .decided(MON_2026_06_15, true, "childrens-services", true, 2).event(MON_2027_06_07, "The last action is complete")
                .action(1, "payment", "Pay £200 for the distress.", false).summary(2, "distress");

        assertThat(told.findings()).isEmpty();
    }

    @Test
    void findsAnEventAfterTheDecisionThatIsToldBeforeIt() {
        told.event(MON_2026_06_01, "Complaint received").event(MON_2026_06_15, "A further letter").decided(WED_2026_06_10);

        assertThat(told.findings()).containsExactly("DQ-1 Mon 15 Jun 2026 is after the decision of Wed 10 Jun 2026: A further letter.");
    }

    @Test
    void saysWhichYearWouldFitBeforeTheDecision() {
        told.event(MON_2026_06_01, "Complaint received").event(MON_2027_06_07, "A further letter").event(WED_2026_06_10, "To the Ombudsman").decided(MON_2026_06_15);

        assertThat(told.findings()).containsExactly(
                "DQ-1 Mon 7 Jun 2027 is after the decision of Mon 15 Jun 2026: A further letter. Sun 7 Jun 2026 would fit.");
    }

    @Test
    void findsNothingOnTheDayOfTheDecisionNorInWhatFollowsIt() {
        told.event(WED_2026_06_10, "The last comment").decided(WED_2026_06_10).event(MON_2026_06_15, "The apology");

        assertThat(told.findings()).isEmpty();
    }

    @Test
    void findsAStageThatWasAnsweredBeforeTheOneBeforeIt() {
        told.response(WED_2026_06_10, 1).response(TUE_2026_06_02, 2);

        assertThat(told.findings()).containsExactly("DQ-2 Stage 2 was answered on Tue 2 Jun 2026, before stage 1 on Wed 10 Jun 2026.");
    }

    @Test
    void saysWhichYearWouldFitBetweenTheStages() {
        told.event(MON_2026_06_01, "Complaint received").response(MON_2027_06_07, 1).event(WED_2026_06_10, "Stage 2 asked for").response(MON_2026_06_15, 2);

        assertThat(told.findings()).containsExactly(
                "DQ-2 Stage 2 was answered on Mon 15 Jun 2026, before stage 1 on Mon 7 Jun 2027. Sun 7 Jun 2026 would fit.");
    }

    @Test
    void findsNothingInStagesOfOneDayNorWhereOneWasLeftOut() {
        told.response(TUE_2026_06_02, 1).response(TUE_2026_06_02, 2).response(TUE_2026_06_02, 4);

        assertThat(told.findings()).isEmpty();
    }

    @Test
    void findsALetterThatTellsOfALaterDay() {
        told.letter(TUE_2026_06_02, MON_2026_06_01, WED_2026_06_10);

        assertThat(told.findings()).containsExactly("DQ-3 What is dated Tue 2 Jun 2026 tells of Wed 10 Jun 2026, which is after it: The answer.");
    }

    @Test
    void findsNothingInALetterThatTellsOfItsOwnDay() {
        told.letter(TUE_2026_06_02, TUE_2026_06_02);

        assertThat(told.findings()).isEmpty();
    }

    @Test
    void findsAYearThatIsOutOfLine() {
        told.event(MON_2026_06_01, "Complaint received").event(THU_2025_06_05, "An overdose is reported").event(WED_2026_06_10, "An assessment");

        assertThat(told.findings()).containsExactly(
                "DQ-4 Thu 5 Jun 2025 is out of line with what is told around it: An overdose is reported. Fri 5 Jun 2026 would fit.");
    }

    @Test
    void findsAYearThatIsOutOfLineInSeveralEventsOfTheDay() {
        told.event(MON_2026_06_01, "Complaint received").event(THU_2025_06_05, "An overdose").event(THU_2025_06_05, "A call").event(WED_2026_06_10, "An assessment");

        assertThat(told.findings()).hasSize(2).allMatch(finding -> finding.startsWith("DQ-4 Thu 5 Jun 2025"));
    }

    @ParameterizedTest
    @CsvSource({
        // in line; told late, which another year would not mend; neighbours out of order; neighbours far apart; across the new year
        "2026-06-01, 2026-06-05, 2026-06-10",
        "2026-06-01, 2026-05-05, 2026-06-10",
        "2026-06-10, 2025-06-05, 2026-06-01",
        "2026-01-01, 2025-06-05, 2026-12-30",
        "2026-12-28, 2027-01-04, 2027-01-06",
        "2026-12-30, 2026-12-29, 2027-01-04",
        "2024-02-20, 2025-02-28, 2024-02-27",
    })
    void findsNoYearOutOfLine(LocalDate before, LocalDate day, LocalDate after) {
        told.event(before, "Before").event(day, "Between").event(after, "After");

        assertThat(told.findings()).isEmpty();
    }

    @Test
    void findsNoYearOutOfLineWithoutNeighboursOnBothSides() {
        told.event(THU_2025_06_05, "The first").event(MON_2026_06_01, "The second").event(THU_2025_06_05, "The last");

        assertThat(told.findings()).isEmpty();
    }

    @Test
    void makesNoDayOutOfALeapDay() {
        told.event(LocalDate.of(2023, 2, 20), "Before").event(THU_2024_02_29, "Between").event(LocalDate.of(2023, 3, 10), "After");

        assertThat(told.findings()).isEmpty();
    }

    @Test
    void findsAYearOutOfLineAcrossTheNewYear() {
        told.event(WED_2026_12_30, "Before").event(LocalDate.of(2026, 1, 2), "Between").event(MON_2027_01_04, "After");

        assertThat(told.findings()).containsExactly("DQ-4 Fri 2 Jan 2026 is out of line with what is told around it: Between. Sat 2 Jan 2027 would fit.");
    }

    @Test
    void findsFormalStepsOnClosedDays() {
        told.formal(LocalDate.of(2018, 8, 19), "letter").formal(LocalDate.of(2026, 12, 25), "meeting").formal(LocalDate.of(2026, 6, 6), "letter");

        assertThat(told.findings()).containsExactly(
                "DQ-6 Sun 19 Aug 2018 is no working day, and the day of a letter: What was formal.",
                "DQ-6 Fri 25 Dec 2026 is no working day (Christmas Day), and the day of a meeting: What was formal.",
                "DQ-6 Sat 6 Jun 2026 is no working day, and the day of a letter: What was formal.");
    }

    @Test
    void findsNothingInFormalStepsOnWorkingDaysNorInOtherStepsOnClosedOnes() {
        told.formal(MON_2026_06_01, "letter").event(LocalDate.of(2026, 6, 6), "The father calls");

        assertThat(told.findings()).isEmpty();
    }

    @Test
    void saysOnceThatAYearWithoutBankHolidaysIsNotChecked() {
        told.formal(LocalDate.of(2009, 7, 19), "meeting").formal(LocalDate.of(2009, 8, 3), "letter").formal(LocalDate.of(2010, 8, 3), "letter");

        assertThat(told.findings()).hasSize(2);
        assertThat(told.findings().get(0)).startsWith(
                "DQ-6 Whether Sun 19 Jul 2009 was a working day is not checked. The bank holidays of 2009 are not known");
        assertThat(told.findings().get(1)).startsWith("DQ-6 Whether Tue 3 Aug 2010");
    }

    @ParameterizedTest
    @CsvSource({"childrens-services, children’s services", "education, education"})
    void findsAnUpheldDecisionThatKeepsItFromOfsted(String category, String words) {
        told.decided(WED_2026_06_10, true, category, false, 1);

        assertThat(told.findings()).containsExactly(
                "DQ-7 The decision of Wed 10 Jun 2026 upholds a complaint about " + words + " and does not say that Ofsted is told (LGS-17).");
    }

    @ParameterizedTest
    @CsvSource({"true, childrens-services, true", "false, childrens-services, false", "true, adult-care, false", "true, school-admissions, false", "true, , false"})
    void findsNothingWhereOfstedIsToldOrNeedNotBe(boolean upheld, String category, boolean tellsOfsted) {
        told.decided(WED_2026_06_10, upheld, category, tellsOfsted, 1);

        assertThat(told.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 2, no fault, 2 faults", "1, 2, 1 fault, 2 faults", "3, 1, 3 faults, 1 fault"})
    void findsASummaryThatCountsOtherFaults(int inSummary, int found, String summary, String findings) {
        told.decided(WED_2026_06_10, true, "other", false, found).summary(inSummary, null);

        assertThat(told.findings()).containsExactly("DQ-8 The summary speaks of " + summary + ", the findings of " + findings + ".");
    }

    @Test
    void findsAPaymentThatTheSummaryMakesForSomethingElse() {
        told.decided(WED_2026_06_10).action(1, "apology", "Apologise for the distress.", false)
                .action(2, "payment", "Pay £200 for the frustration.", false).summary(1, "distress");

        assertThat(told.findings()).containsExactly("DQ-8 The summary has a payment for distress, which action 2 does not name: Pay £200 for the frustration.");
    }

    @Test
    void findsAPaymentThatNobodyAgreed() {
        told.decided(WED_2026_06_10).summary(1, "distress");

        assertThat(told.findings()).containsExactly("DQ-8 The summary has a payment for distress, and none is agreed.");
    }

    @Test
    void findsNothingInASummaryOfTheSameFaultsAndPaymentsNorBeforeTheDecision() {
        told.summary(1, "distress");

        assertThat(told.findings()).isEmpty();

        told.decided(WED_2026_06_10).action(1, "payment", "Pay £100 for the delay.", false).action(2, "payment", "Pay £200 for the Distress caused.", false);

        assertThat(told.findings()).isEmpty();
    }

    @Test
    void findsAnActionThatDoesNotSayFromWhenItCounts() {
        told.decided(WED_2026_06_10).action(1, "apology", "Apologise.", false).action(2, "record", "Alter the assessment.", true);

        assertThat(told.findings()).containsExactly("DQ-9 Action 2 does not say from which day it counts; the day of the decision is assumed.");
    }
}
