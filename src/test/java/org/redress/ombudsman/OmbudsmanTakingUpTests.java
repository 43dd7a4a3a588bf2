package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An Ombudsman's case that ended before its decision goes on where the law knows a way back; a decision is reviewed instead (LGA-02, LGA-11, LGS-22). */
@ProductTest
class OmbudsmanTakingUpTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_09_01 = LocalDate.of(2026, 9, 1);
    private static final String KENT = "Kent County Council";

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private RuntimeService runtime;

    @ParameterizedTest
    @CsvSource({
            "withdrawn, withdrawal-taken-back, false", "withdrawn, withdrawal-taken-back, true", "discontinued, resumed, true",
            "withdrawn, mistake, true"})
    void goesOnWithItsTestsOfJurisdiction(String happening, String ground, boolean closed) {
        office.on(MON_2026_06_01);
        var reference = ombudsman.notified(KENT, Map.of());
        if (closed) {
            if (happening.equals("discontinued")) {
                ombudsman.discontinue(reference, Map.of("closingReason", "nothing-to-achieve"));
            } else {
                ombudsman.event(reference, happening, Map.of());
                ombudsman.state(reference);
            }
        } else {
            ombudsman.event(reference, happening, Map.of());
        }

        takeUp(reference, ground, Map.of());
        var open = office.openTasks(reference);
        var issues = cases.issues(reference);
        ombudsman.assess(reference, Map.of());

        assertThat(open).containsExactly("Assess jurisdiction");
        assertThat(cases.issues(reference)).isEqualTo(issues);
        assertThat(office.openTasks(reference)).containsExactly("Decide on intake");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).processDefinitionKey("ombudsman-case").count()).isOne();
    }

    @Test
    void endsWhenNobodyCarriesItOnAfterADeathAndGoesOnWithASuccessor() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.notified(KENT, Map.of());
        ombudsman.die(reference);
        office.complete(reference, "Find out who carries on", Answers.nobodyCarriesOn(MON_2026_06_01));
        close(reference);
        var ended = cases.get(reference).status();
        var told = cases.letters(reference).stream().filter(letter -> letter.kind().equals("decision")).map(LetterView::to).toList();

        assertRefused(reference, "successor", Map.of(), "nobody complains in it yet; record who does with People change");
        ombudsman.succeed(reference);
        takeUp(reference, "successor", Map.of());

        assertThat(ended).isEqualTo(CaseStatus.CLOSED_AFTER_DEATH);
        assertThat(told).containsExactly("nobody", KENT);
        assertThat(office.openTasks(reference)).containsExactly("Assess jurisdiction");
    }

    /** After a decision a death changes nothing: what was agreed is owed all the same. */
    @Test
    void leavesADecisionWhenNobodyCarriesOn() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.decided(KENT, Map.of());
        ombudsman.die(reference);

        office.complete(reference, "Find out who carries on", Answers.nobodyCarriesOn(MON_2026_06_01));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.DECIDED);
    }

    @Test
    void isWithTheOmbudsmanAgainAtTheCouncilWhenTheCouncilIsNotifiedAgain() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.notified(KENT, Map.of());
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
        ombudsman.discontinue(reference, Map.of("closingReason", "late"));
        var closed = cases.get(council).status();

        takeUp(reference, "resumed", Map.of());
        ombudsman.assess(reference, Map.of());
        office.complete(reference, "Decide on intake", OmbudsmanAnswers.forward(MON_2026_06_01, Map.of()));
        office.complete(reference, "Allocate case", OmbudsmanAnswers.allocate(MON_2026_06_01));
        office.complete(reference, "Notify council", OmbudsmanAnswers.notice(MON_2026_06_01));

        assertThat(closed).isEqualTo(CaseStatus.CLOSED);
        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.WITH_OMBUDSMAN);
        assertThat(office.openTasks(reference)).containsExactly("Weigh evidence");
    }

    @Test
    void takesUpWhatWasReferredBackWhenTheCouncilHasHadItsTime() {
        var reference = referredBack();
        office.on(TUE_2026_09_01);

        takeUp(reference, "council-has-answered", Map.of());
        ombudsman.assess(reference, Map.of("councilToldOn", "2026-05-11", "councilAnsweredOn", ""));

        assertThat(cases.issues(reference)).extracting(IssueView::notConsidered).containsOnlyNulls();
        assertThat(office.openTasks(reference)).containsExactly("Decide on intake");
    }

    @Test
    void isStillTooEarlyWhileTheCouncilHasItsTime() {
        var reference = referredBack();

        takeUp(reference, "council-has-answered", Map.of());
        ombudsman.assess(reference, Map.of("councilToldOn", "2026-05-11", "councilAnsweredOn", ""));

        assertThat(cases.issues(reference)).extracting(IssueView::notConsidered).containsOnly("premature");
    }

    @Test
    void reviewsADecisionInsteadOfTakingItUp() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.decided(KENT, Map.of());

        assertRefused(reference, "mistake", Map.of(), "the case was decided; a decision is reviewed within a month");
    }

    @Test
    void saysWhatDoesNotFit() {
        var reference = referredBack();
        var open = ombudsman.receive(KENT, Map.of());

        assertRefused(reference, "resumed", Map.of(), "the case is referred back to the council; that does not fit");
        assertRefused(reference, "mistake", Map.of("askedOn", "2026-05-29"), "the case is referred back to the council since Mon 1 Jun 2026");
        assertRefused(open, "mistake", Map.of(), "the case is open since Mon 1 Jun 2026, so there is nothing to take up");
        assertRefused(open, "mistake", Map.of("caseReference", "26 999 999"), "there is no case 26 999 999 here");
    }

    private String referredBack() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.receive(KENT, Map.of());
        ombudsman.assess(reference, Map.of("councilToldOn", "2026-05-11", "councilAnsweredOn", ""));
        ombudsman.endAtIntake(reference, "refer-back", Map.of());
        return reference;
    }

    private void close(String reference) {
        ombudsman.state(reference);
    }

    private void takeUp(String reference, String ground, Map<String, Object> different) {
        office.as("ombudsman-intake");
        try {
            var answers = new HashMap<String, Object>(Map.of("caseReference", reference, "ground", ground, "askedOn", office.today().toString(), "details", "As said."));
            answers.putAll(different);
            office.start("ombudsman-taking-up", answers);
        } finally {
            office.signOut();
        }
    }

    private void assertRefused(String reference, String ground, Map<String, Object> different, String sentence) {
        assertThatThrownBy(() -> takeUp(reference, ground, different)).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }
}
