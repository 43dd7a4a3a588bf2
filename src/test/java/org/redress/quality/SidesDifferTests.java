package org.redress.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.casefile.ActionView;
import org.redress.casefile.LetterView;
import org.redress.quality.SidesDiffer.Side;

/** Where the files of both sides are at hand, what differs in them is found (DQ-18). */
class SidesDifferTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_02 = LocalDate.of(2026, 6, 2);

    @Test
    void findsNothingWhereBothSaySo() {
        var council = side(List.of(letter("response", MON_2026_06_01), letter("decision", TUE_2026_06_02)), null, action(1, "payment", 200, "1 month"));
        var ombudsman = side(List.of(letter("decision", TUE_2026_06_02)), MON_2026_06_01, action(1, "payment", 200, "1 month"));

        assertThat(SidesDiffer.of(council, ombudsman)).isEmpty();
        assertThat(SidesDiffer.of(side(List.of(), null), ombudsman)).as("what only one side has").isEmpty();
    }

    @Test
    void findsAnotherDayOfTheAnswerOfTheDecisionAndAnotherAction() {
        var council = side(List.of(letter("response", MON_2026_06_01), letter("decision", MON_2026_06_01)), null, action(1, "payment", 200, "1 month"));
        var ombudsman = side(List.of(letter("decision", TUE_2026_06_02)), TUE_2026_06_02, action(1, "payment", 250, "1 month"));

        assertThat(SidesDiffer.of(council, ombudsman)).extracting(Finding::sentence).containsExactly(
                "The Ombudsman's file says that the council answered on Tue 2 Jun 2026; the council's last answer is of Mon 1 Jun 2026.",
                "The council's file has a decision of Mon 1 Jun 2026; the Ombudsman's is of Tue 2 Jun 2026.",
                "Agreed action 1 differs: the council's file has payment of £200, 1 month, the Ombudsman's payment of £250, 1 month.");
    }

    @Test
    void takesAnotherLetterOfTheCouncilForItsAnswer() {
        var council = new Side(List.of(letter("response", MON_2026_06_01)), List.of(), Set.of(TUE_2026_06_02), null);

        assertThat(SidesDiffer.of(council, side(List.of(), TUE_2026_06_02))).isEmpty();
    }

    private static Side side(List<LetterView> letters, @Nullable LocalDate answeredOn, ActionView... actions) {
        return new Side(letters, List.of(actions), Set.of(), answeredOn);
    }

    private static LetterView letter(String kind, LocalDate on) {
        return new LetterView(0, kind, "Ms T", "A letter.", null, on, null);
    }

    private static ActionView action(int number, String kind, int amount, String within) {
        return ActionView.worded(number, kind, "Ms T", BigDecimal.valueOf(amount), within, null, false, "Pay.", false, null);
    }
}
