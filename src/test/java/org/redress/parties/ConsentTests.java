package org.redress.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Consent;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.casefile.Part;
import org.redress.deadline.DeadlineState;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody speaks for another person: that person is asked, and until they agree nothing about them goes there (ACC-02, CHD-72, LGA-06). */
@ProductTest
class ConsentTests {
    private static final String OFFICER = "kent-officer";
    private static final String ASK = "Ask for consent";
    private static final String RECORD = "Record consent answer";
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);
    private static final Map<String, Object> REPRESENTED = Map.of("otherPeople", "Ms R – solicitor");

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Parties parties;

    @Test
    void isAskedForAsSoonAsSomebodySpeaksForAnother() {
        var reference = received(REPRESENTED);

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint", ASK);
        assertThat(consent(reference)).isEqualTo(Consent.MISSING);
    }

    @Test
    void isAskedForOfWhoJoinsLater() {
        var reference = received(Map.of());

        office.people(OFFICER, reference, "add", Map.of("personName", "Ms R", "part", "representative", "speaksFor", 1));

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint", ASK);
    }

    @Test
    void isNotAskedForOfAnAdvocate() {
        var reference = received(Map.of("otherPeople", "Y – child\nMs A – advocate for Y"));

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
        assertThat(parties.find(reference, 3)).get().hasFieldOrPropertyWithValue("speaksFor", 2);
    }

    @Test
    void keepsNoClockWaiting() {
        var reference = received(REPRESENTED);

        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));

        assertThat(office.openTasks(reference)).containsExactly(ASK, "Assess complaint");
        assertThat(cases.letters(reference)).extracting(LetterView::to).containsExactly("Ms T");
    }

    @Test
    void waitsForTheAnswerUntilItsDay() {
        var reference = received(REPRESENTED);

        office.complete(reference, ASK, asked(MON_2026_06_01));

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint", RECORD);
        assertThat(office.deadline(reference, "consent-answer").dueOn()).isEqualTo(MON_2026_06_15);
        assertThat(consent(reference).text()).isEqualTo("asked on Mon 1 Jun 2026");
    }

    @Test
    void isAskedForAgainWhenNoAnswerCame() {
        var reference = received(REPRESENTED);
        office.complete(reference, ASK, asked(MON_2026_06_01));

        office.on(TUE_2026_06_16);

        assertThat(office.openTasks(reference)).contains(ASK).doesNotContain(RECORD);
        assertThat(office.deadline(reference, "consent-answer").state()).isEqualTo(DeadlineState.LAPSED);
    }

    @Test
    void letsTheLettersGoToWhoSpeaksForThem() {
        var reference = received(REPRESENTED);
        office.complete(reference, ASK, asked(MON_2026_06_01));
        office.on(WED_2026_06_03);

        office.complete(reference, RECORD, answered("given", WED_2026_06_03));
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(WED_2026_06_03));

        assertThat(consent(reference)).isEqualTo(Consent.asked(MON_2026_06_01).given(WED_2026_06_03));
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
        assertThat(cases.letters(reference)).extracting(LetterView::to).containsExactly("Ms R");
        assertThat(office.deadline(reference, "consent-answer").state()).isEqualTo(DeadlineState.MET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "asked", "refused", "dropped"})
    void letsNothingPersonalGoToWhoSpeaksWithoutIt(String state) {
        var reference = answeredCase();
        if (!state.equals("missing")) {
            office.complete(reference, ASK, state.equals("asked") ? asked(MON_2026_06_01) : settled(state, MON_2026_06_01));
        }

        assertThatThrownBy(() -> office.complete(reference, "Send response", Answers.send(MON_2026_06_01))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Number 2 (representative) speaks for number 1, and consent is ")
                .hasMessageContaining("nothing about that person may go to them. Record the consent first, or tick that this goes to the person themselves");
        assertThat(cases.letters(reference)).extracting(LetterView::kind).containsExactly("acknowledgement");
    }

    @Test
    void letsTheAnswerGoToThePersonThemselves() {
        var reference = answeredCase();

        office.complete(reference, "Send response", Answers.with(Answers.send(MON_2026_06_01), Map.of("toPersonThemselves", true)));

        assertThat(cases.lastLetter(reference, "response")).get().hasFieldOrPropertyWithValue("to", "Ms T");
    }

    @Test
    void letsTheAnswerGoToWhoSpeaksWithIt() {
        var reference = answeredCase();
        office.complete(reference, ASK, settled("given", MON_2026_06_01));

        // it was approved as a letter to somebody else
        assertThatThrownBy(() -> office.complete(reference, "Send response", Answers.send(MON_2026_06_01))).hasMessageContaining("it goes to somebody else");
        office.complete(reference, "Send response", Map.of("giveBack", true, "giveBackReason", "It goes to Ms R."));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));

        assertThat(cases.lastLetter(reference, "response")).get().hasFieldOrPropertyWithValue("to", "Ms R");
    }

    @Test
    void canBeTakenBackAndAskedForAgain() {
        var reference = received(REPRESENTED);
        office.complete(reference, ASK, settled("given", MON_2026_06_01));

        office.people(OFFICER, reference, "consent-withdrawn", Map.of("personNumber", 2));
        var taken = consent(reference);
        office.people(OFFICER, reference, "consent", Map.of("personNumber", 2));

        assertThat(taken.state()).isEqualTo(Consent.State.REFUSED);
        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint", ASK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parental-responsibility", "power-of-attorney", "deceased", "unable", "statutory-advocate", "elected"})
    void isNotNeededWhereATableSaysSo(String ground) {
        var reference = received(REPRESENTED);

        office.complete(reference, ASK, notNeeded(ground));

        assertThat(consent(reference)).isEqualTo(Consent.MISSING.notNeeded(ground, MON_2026_06_01));
        assertThat(parties.addressees(reference).names()).isEqualTo("Ms R");
    }

    @Test
    void endsWithTheWithdrawalOfTheComplaint() {
        var reference = received(REPRESENTED);

        office.event(reference, "withdrawal", Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Confirm withdrawal");
    }

    @Test
    void isDroppedWhenWhoSpokeHasGone() {
        var reference = received(REPRESENTED);
        office.people(OFFICER, reference, "left", Map.of("personNumber", 2));

        assertThatThrownBy(() -> office.complete(reference, ASK, asked(MON_2026_06_01)))
                .hasMessageContaining("How does consent stand?: their part in the case ended on Mon 1 Jun 2026, so it is not asked for any more.");
        office.complete(reference, ASK, Map.of("consent", "dropped", "consentEvidence", "She does not act any more."));
        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
    }

    // ---- the Ombudsman's side ----------------------------------------------------------------------------------------

    @Test
    void isThereWhereTheOmbudsmansComplainantAuthorisedSomebodyInWriting() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.receive("Kent County Council", Map.of("standing", "authorised", "personAffected", "Mrs P"));

        assertThat(parties.of(reference)).extracting(person -> person.number() + " " + person.part())
                .containsExactly("1 " + Part.REPRESENTATIVE, "2 " + Part.COUNCIL, "3 " + Part.COMPLAINANT);
        assertThat(parties.find(reference, 1).orElseThrow().consent()).isEqualTo(Consent.MISSING.given(MON_2026_06_01));
        assertThat(office.openTasks(reference)).containsExactly("Assess jurisdiction");
    }

    @ParameterizedTest
    @CsvSource({"representative, unable", "representative, deceased"})
    void isNotNeededForASuitableRepresentative(String standing, String ground) {
        office.on(MON_2026_06_01);
        var reference = ombudsman.receive("Kent County Council", Map.of("standing", standing, "personAffected", "Mrs P"));

        office.complete(reference, ASK, notNeeded(ground));

        assertThat(parties.addressees(reference).names()).isEqualTo(parties.find(reference, 1).orElseThrow().label());
    }

    @Test
    void isNeededForTheReferralOfACouncillor() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.receive("Kent County Council", Map.of("standing", "councillor", "personAffected", "Mrs P"));

        assertThatThrownBy(() -> office.complete(reference, ASK, notNeeded("elected"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Why none is needed: consent is needed all the same: A councillor refers a complaint with the complainant’s consent in writing");
    }

    private static Map<String, Object> asked(LocalDate on) {
        return Map.of("consent", "asked", "consentAskedOn", on.toString(), "consentEvidence", "A letter with a form.");
    }

    private static Map<String, Object> settled(String how, LocalDate on) {
        var answers = new HashMap<String, Object>(Map.of("consent", how, "consentEvidence", "Their letter."));
        if (!how.equals("dropped")) {
            answers.put("consentSettledOn", on.toString());
        }
        return answers;
    }

    private static Map<String, Object> notNeeded(String ground) {
        return Map.of("consent", "not-needed", "consentSettledOn", MON_2026_06_01.toString(), "consentGround", ground, "consentEvidence", "A copy of the order.");
    }

    private static Map<String, Object> answered(String how, LocalDate on) {
        return Map.of("consentAnswer", how, "consentAnsweredOn", on.toString(), "consentEvidence", "The signed form.");
    }

    private String received(Map<String, Object> different) {
        office.on(MON_2026_06_01);
        return office.receive("kent", different);
    }

    /** A case with a representative, whose response is approved. */
    private String answeredCase() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent", REPRESENTED, Map.of());
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        return reference;
    }

    private Consent consent(String reference) {
        return parties.find(reference, 2).orElseThrow().consent();
    }
}
