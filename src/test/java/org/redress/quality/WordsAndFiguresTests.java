package org.redress.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are compared with the figures, findings, roles and days that they speak of (DQ-12 to DQ-17); what only looks like a slip is left alone. */
class WordsAndFiguresTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate SUN_2026_06_14 = LocalDate.of(2026, 6, 14);

    private final Told told = new Told();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "We pay £150 (one hundred and twenty pounds).           | £150 stands beside one hundred and twenty pounds: The letter.",
        "We pay two hundred and fifty pounds (£200).            | £200 stands beside two hundred and fifty pounds: The letter.",
        "£1,500.00 (one thousand and five hundred and one pounds) | £1,500.00 stands beside one thousand and five hundred and one pounds: The letter.",
        "sixty pounds [£6]                                      | £6 stands beside sixty pounds: The letter.",
    })
    void findsAnAmountInWordsThatIsAnotherInFigures(String text, String sentence) {
        assertThat(told.writing(MON_2026_06_01, "The letter", text).findings()).containsExactly("DQ-12 " + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "We pay £150 (one hundred and fifty pounds).", "One thousand two hundred pounds (£1,200.00)", "a hundred pounds (£100)", "£150 (for the delay)", "Two payments (£100 and £50)",
        "twenty-five pounds (£25)", "£3 (three pounds) a day for ninety days",
    })
    void findsNothingInAmountsThatAgree(String text) {
        assertThat(told.writing(MON_2026_06_01, "The letter", text).findings()).isEmpty();
    }

    @Test
    void findsAnAgreedPaymentWhoseWordingNamesAnotherSum() {
        told.payment(1, "200", "Pay £250 for the distress.").payment(2, "300", "Pay £200 for distress and £100 for time and trouble.").payment(3, "100", "Pay for the delay.")
                .payment(4, "1000.00", "Pay £1,000.");

        assertThat(told.findings()).containsExactly("DQ-12 Action 1 is about £200, and its wording names another sum: Pay £250 for the distress.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "upheld     | We do not uphold your complaint.            | does not uphold the complaint, and every issue was upheld",
        "not-upheld | I have upheld your complaint, and apologise. | upholds the complaint, and no issue was upheld",
        "not-upheld | Your complaint is upheld.                   | upholds the complaint, and no issue was upheld",
    })
    void findsAResponseThatSaysTheOppositeOfItsFindings(String finding, String text, String what) {
        told.issue(1, 1, finding, true).issue(2, 1, finding, true).answering(WED_2026_06_10, 1, text);

        assertThat(told.findings()).containsExactly("DQ-13 What was written on Wed 10 Jun 2026 " + what + ": Send response.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "upheld     | We uphold your complaint.",
        "upheld     | We do not uphold part of your complaint.",
        "not-upheld | You ask whether your complaint is upheld.",
        "not-upheld | We have upheld your complaint about the delay",
        "not-upheld | If the Ombudsman upheld your complaint, we would pay.",
        "upheld     | At stage 1 the council did not uphold your complaint.",
    })
    void findsNothingInAResponseThatAgreesOrSpeaksOfAPart(String finding, String text) {
        assertThat(told.issue(1, 1, finding, true).answering(WED_2026_06_10, 1, text).findings()).isEmpty();
    }

    @Test
    void findsADecisionThatSaysTheOppositeOfItsOutcome() {
        told.writing(WED_2026_06_10, "Issue decision", "The complaint is not upheld.").decided(WED_2026_06_10);

        assertThat(told.findings()).containsExactly("DQ-13 What was written on Wed 10 Jun 2026 says that the complaint is not upheld, and the outcome is Upheld: Issue decision.");
    }

    @Test
    void findsWhatWasUpheldAndNothingIsDoneAboutIt() {
        told.issue(1, 1, "upheld", false).issue(2, 1, "partly-upheld", false).issue(3, 1, "not-upheld", false).decidedOnInjustice(WED_2026_06_10);

        assertThat(told.findings()).containsExactly("DQ-14 Issues 1, 2 were upheld, and no answer says what is done about it.",
                "DQ-14 The decision finds fault and injustice, and no action is agreed to put it right.");
    }

    @Test
    void findsNothingWhereARemedyIsOfferedOrADecisionHasActions() {
        assertThat(told.issue(1, 1, "upheld", false).issue(2, 1, "upheld", true).decidedOnInjustice(WED_2026_06_10).action(1, "apology", "Apologise.", false).findings()).isEmpty();
    }

    @Test
    void findsOneLabelForTwoPeople() {
        told.person("Mr X", "father").person("mr x", "grandfather").person("Y", "child").person("Ms Z", "complainant").person("Ms Z", "mother of Y").person("Y", "son");

        assertThat(told.findings()).containsExactly("DQ-15 Mr X stands for several people in the register of people: father, grandfather.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "We meet on Tuesday 10 June 2026.     | Wed 10 Jun 2026 was no Tuesday, as it is called there: The letter.",
        "We meet on Monday, the 10th of June 2026. | Wed 10 Jun 2026 was no Monday, as it is called there: The letter.",
        "Friday 10/06/2026                    | Wed 10 Jun 2026 was no Friday, as it is called there: The letter.",
    })
    void findsAWrongDayOfTheWeek(String text, String sentence) {
        assertThat(told.writing(MON_2026_06_01, "The letter", text).findings()).containsExactly("DQ-16 " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Please come on 31 June 2026. | There is no 31 June 2026: The letter.",
        "It was 29/02/2023           | There is no 29/02/2023: The letter.",
        "2026-04-31                  | There is no 2026-04-31: The letter.",
    })
    void findsADayThatDoesNotExist(String text, String sentence) {
        assertThat(told.writing(MON_2026_06_01, "The letter", text).findings()).containsExactly("DQ-17 " + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wednesday 10 June 2026", "29/02/2024", "1/13/2026", "file 45/06/2026", "Wednesday 31st"})
    void findsNothingInDaysThatFitOrAreNone(String text) {
        assertThat(told.writing(MON_2026_06_01, "The letter", text).findings()).isEmpty();
    }

    @Test
    void saysOnceThatStagesAreOutOfOrderAndWhichOfThemMayBeTheSlip() {
        told.event(MON_2026_06_01, "Complaint received").response(LocalDate.of(2026, 6, 2), 1).event(LocalDate.of(2026, 6, 3), "Stage 2 asked for")
                .response(LocalDate.of(2025, 6, 10), 2).event(SUN_2026_06_14, "To the Ombudsman");

        assertThat(told.findings()).containsExactly(
                "DQ-2 Stage 2 was answered on Tue 10 Jun 2025, before stage 1 on Tue 2 Jun 2026. For stage 2, Wed 10 Jun 2026 would fit.");
    }
}
