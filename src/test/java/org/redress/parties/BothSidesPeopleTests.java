package org.redress.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The people of an Ombudsman's case: several complain, one withdraws, and the letters go to who is left and to the council (LGA-06). */
@ProductTest
class BothSidesPeopleTests {
    private static final String INTAKE = "ombudsman-intake";
    private static final String INVESTIGATOR = "ombudsman-investigator";
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Parties parties;

    @Test
    void writesToEverybodyWhoComplainsAndToTheCouncil() {
        var reference = jointly();

        office.complete(reference, "Notify council", OmbudsmanAnswers.notice(MON_2026_06_01));

        assertThat(cases.letters(reference)).extracting(LetterView::to).containsExactly(complainant(reference) + " and Mr U", "Kent County Council");
    }

    @Test
    void tellsTheCouncilEverybodyWhoComplains() {
        var reference = jointly();

        office.complete(reference, "Notify council", OmbudsmanAnswers.notice(MON_2026_06_01));

        var council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
        assertThat(parties.complaining(council)).extracting("label").containsExactly(complainant(reference), "Mr U");
    }

    @Test
    void goesOnWithTheOthersWhenOneWithdraws() {
        var reference = jointly();

        office.people(INVESTIGATOR, reference, "withdrew", Map.of("personNumber", 1));
        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(MON_2026_06_01));
        office.complete(reference, "Notify council", OmbudsmanAnswers.notice(MON_2026_06_01));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(cases.letters(reference)).extracting(LetterView::to).containsExactly(complainant(reference), "Mr U", "Kent County Council");
    }

    @Test
    void endsWithAnEventAndNotByAChangeOfPeopleWhenTheLastWithdraws() {
        var reference = jointly();
        office.people(INVESTIGATOR, reference, "withdrew", Map.of("personNumber", 1));

        assertThatThrownBy(() -> office.people(INVESTIGATOR, reference, "withdrew", Map.of("personNumber", 4))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("record that the complaint is withdrawn with Event in an Ombudsman case, and a second person confirms it");
        ombudsman.event(reference, "withdrawn", Map.of());
        ombudsman.state(reference);

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.WITHDRAWN);
    }

    @Test
    void doesNotTakeOneWithdrawalForThatOfAll() {
        var reference = jointly();

        assertThatThrownBy(() -> ombudsman.event(reference, "withdrawn", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("2 people complain (numbers 1, 4 in Case)");
    }

    @Test
    void endsWhenAllWithdraw() {
        var reference = jointly();

        ombudsman.event(reference, "withdrawn-by-all", Map.of());
        ombudsman.state(reference);

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.WITHDRAWN);
    }

    @Test
    void doesNotWithdrawTwice() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.event(reference, "withdrawn", Map.of());

        assertThatThrownBy(() -> office.people(INTAKE, reference, "withdrew", Map.of("personNumber", 1))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("they are the only one who complains, so the case ends with it");
    }

    @Test
    void changesNothingAboutTheCouncil() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.receive("Kent County Council", Map.of());

        assertThatThrownBy(() -> office.people(INTAKE, reference, "left", Map.of("personNumber", 2))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("this is the council that the case is about.");
    }

    /** A case that is to be notified, of whoever complained and Mr U, whom a second person has confirmed. */
    private String jointly() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.forwarded("Kent County Council", Map.of());
        office.complete(reference, "Allocate case", OmbudsmanAnswers.allocate(MON_2026_06_01));
        office.people(INVESTIGATOR, reference, "add", Map.of("personName", "Mr U", "part", "joint-complainant"));
        office.completeAs("ombudsman-supervisor", office.task(reference, "Confirm people change"), Answers.confirmPeople());
        return reference;
    }

    private String complainant(String reference) {
        return parties.find(reference, 1).orElseThrow().label();
    }
}
