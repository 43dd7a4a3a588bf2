package org.redress.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.gate.AskedBack;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The text of a decision becomes proposals in the tasks that record what was agreed; nothing is a fact before a person has answered with it (REM-05, DQ-10). */
@ProductTest
class ReadDecisionTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final List<String> FIELDS = List.of("actionKind", "beneficiary", "amount", "within", "countsFrom", "wording");

    private static final String DOUBTFUL = "Within 20 working days of my decision the Council will apologise to Ms T. The Council should invite her to a meeting. By 30 June 2026 it will pay her £250.";

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private AgreedActions actions;

    @Autowired
    private FormService forms;

    private String complaint;

    @BeforeEach
    void theOfficeIsOpen() {
        office.on(MON_2026_06_01);
        complaint = "25 " + String.valueOf(System.nanoTime() % 1_000_000 + 1_000_000).substring(1).replaceFirst("(\\d{3})", "$1 ");
    }

    @Test
    void proposesEachActionBesideItsSentence() {
        var reference = letter(2, Map.of());

        assertThat(begun(reference, 1, FIELDS)).containsExactlyInAnyOrderEntriesOf(Map.of("actionKind", "apology", "beneficiary", "Ms T", "within", "20 working days", "countsFrom", "decision",
                "wording", "apologise to Ms T for the delay"));
        assertThat(begun(reference, 2, FIELDS)).containsEntry("actionKind", "payment").containsEntry("amount", "250").containsEntry("within", "29 days").containsEntry("countsFrom", "decision");
        assertThat(String.valueOf(begun(reference, 2, List.of("shownReading")).get("shownReading"))).contains("By 30 June 2026 the Council will pay Ms T £250.");
    }

    @Test
    void keepsWhatThePersonAnsweredAndNothingElse() {
        var reference = letter(2, Map.of());
        var proposed = new HashMap<String, Object>(begun(reference, 2, FIELDS));
        proposed.put("amount", "300");

        assertThat(actions.views(reference)).extracting(ActionView::wording).containsOnlyNulls();
        office.complete(office.taskOf(reference, "Record agreed action", "actionNumber", 2), proposed);

        assertThat(actions.view(reference, 2).amount()).isEqualByComparingTo("300");
        assertThat(actions.view(reference, 2).within()).isEqualTo("29 days");
        assertThat(actions.view(reference, 1).wording()).isNull();
    }

    @Test
    void proposesNothingWhereNothingCouldBeRead() {
        var reference = ombudsman.letter("kent", "decision", Map.of("ombudsmanReference", complaint, "actionCount", 1, "letterText", "We found fault that caused injustice."));

        assertThat(begun(reference, 1, FIELDS)).isEmpty();
        assertThat(begun(reference, 1, List.of("shownReading"))).isEmpty();
    }

    @Test
    void asksBackWhenTheTextSaysOtherwise() {
        var back = catchThrowableOfType(AskedBack.class, () -> letter(3, Map.of("outcome", "not-upheld")));

        assertThat(back).hasMessageContaining("2 agreed actions were read in it, and 3 are given").hasMessageContaining("it ends with Upheld");
    }

    @Test
    void leavesToThePersonWhetherWhatIsDoubtfulIsAnActionOfItsOwn() {
        var two = put("Upheld", DOUBTFUL, Map.of("actionCount", 2));

        assertThat(begun(two, 1, FIELDS)).containsEntry("actionKind", "apology");
        assertThat(begun(two, 2, FIELDS)).containsEntry("amount", "250");

        theOfficeIsOpen();
        var three = put("Upheld", DOUBTFUL, Map.of("actionCount", 3));

        assertThat(begun(three, 2, FIELDS)).containsEntry("actionKind", "provision");
        assertThat(String.valueOf(begun(three, 2, List.of("shownReading")).get("shownReading"))).contains("it may be part of one of them");
        assertThat(begun(three, 3, FIELDS)).containsEntry("amount", "250");

        theOfficeIsOpen();
        var between = put("Upheld", DOUBTFUL.replace(" By 30", " The Council should visit her school. By 30"), Map.of("actionCount", 3));

        assertThat(begun(between, 2, FIELDS)).containsEntry("amount", "250");
        assertThat(begun(between, 3, FIELDS)).as("nobody said which").isEmpty();
        assertThat(String.valueOf(begun(between, 3, List.of("shownReading")).get("shownReading"))).contains("One of these may be meant:").contains("invite her to a meeting");

        theOfficeIsOpen();
        var none = catchThrowableOfType(AskedBack.class, () -> put("Upheld", "The Council will tidy itself up.", Map.of("actionCount", 0)));
        assertThat(none).hasMessageContaining("1 agreed action may be named in it, and 0 are given");

        theOfficeIsOpen();
        var back = catchThrowableOfType(AskedBack.class, () -> put("Upheld", DOUBTFUL, Map.of("actionCount", 4)));
        assertThat(back).hasMessageContaining("2 agreed actions were read in it and 1 more that may be one, and 4 are given");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Upheld: fault and injustice, no further action, organisation already remedied | The Council offered to apologise to Ms T. It will remind its staff of the time limit; it did so in May.
            Upheld | During our investigation the Council agreed to apologise to Ms T and to pay her £250. It did so on 4 May 2026. All the agreed actions have been carried out.
            Upheld | The Council agreed to pay Ms T £250, and it has. The injustice was already remedied when I decided.
            """)
    void asksNothingWhereTheTextSaysThatAllWasPutRightBefore(String outcome, String remedy) {
        var reference = put(outcome, remedy, Map.of("actionCount", 0, "outcome", "upheld-remedied"));

        assertThat(actions.views(reference)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Council has agreed to pay Ms T £250. I cannot say that all the agreed actions have been carried out. | upheld-remedied
            The Council has agreed to pay Ms T £250. The agreed action was already put right in part.                | upheld-remedied
            The Council agreed to pay Ms T £250. All the agreed actions have been carried out.                       | upheld
            """)
    void asksBackWhereNotAllWasPutRightOrThatIsNotGiven(String remedy, String given) {
        var back = catchThrowableOfType(AskedBack.class, () -> put("Upheld", remedy, Map.of("actionCount", 0, "outcome", given)));

        assertThat(back).hasMessageContaining("1 agreed action was read in it, and 0 are given");
    }

    @Test
    void asksBackWhereAnActionHasATimeThoughTheTextSaysThatNoMoreIsNeeded() {
        var back = catchThrowableOfType(AskedBack.class, () -> put("Upheld", "Within one month the Council will pay Ms T £250. No further action is needed.", Map.of("actionCount", 0, "outcome", "upheld-remedied")));

        assertThat(back).hasMessageContaining("1 agreed action was read in it, and 0 are given");
    }

    private String put(String outcome, String remedy, Map<String, Object> different) {
        return ombudsman.letter("kent", "decision", Answers.with(Map.of("ombudsmanReference", complaint, "letterText",
                "Kent County Council (%s)\n\nDecision : %s\n\nDecision date : 01 Jun 2026\n\nAgreed action\n  1. %s\n".formatted(complaint, outcome, remedy)), different));
    }

    @Test
    void asksBackWhenADraftIsRecordedAsADecision() {
        var back = catchThrowableOfType(AskedBack.class, () -> ombudsman.letter("kent", "decision",
                Map.of("ombudsmanReference", complaint, "actionCount", 1, "letterText", "The Ombudsman's draft decision\n\nAgreed action\n\nThe Council will apologise to Ms T within one month.")));

        assertThat(back).hasMessageContaining("it calls itself a draft");
    }

    private String letter(int count, Map<String, Object> different) {
        return ombudsman.letter("kent", "decision", Answers.with(Answers.with(Map.of("ombudsmanReference", complaint, "actionCount", count, "letterText", text()), Map.of("outcome", "upheld")), different));
    }

    private String text() {
        return """
                Kent County Council (%s)

                Decision : Upheld

                Decision date : 01 Jun 2026

                The complaint
                  1. Ms T complains about a delay.

                Agreed action
                  1. Within 20 working days of my decision the Council will apologise to Ms T for the delay.
                  2. By 30 June 2026 the Council will pay Ms T £250.
                """.formatted(complaint);
    }

    /** With what the form of an action begins in these fields. */
    private Map<String, Object> begun(String reference, int action, List<String> fields) {
        var task = office.taskOf(reference, "Record agreed action", "actionNumber", action);
        office.as("kent-link-officer");
        try {
            var begun = new HashMap<String, Object>(forms.getTaskFormVariables(task.getId()));
            begun.keySet().retainAll(fields);
            return begun;
        } finally {
            office.signOut();
        }
    }
}
