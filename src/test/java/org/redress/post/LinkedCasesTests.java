package org.redress.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.LetterView;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Into which case of a council a letter goes: what a complainant typed never leads it into a wrong one (LGA-27). */
@ProductTest
class LinkedCasesTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private RuntimeService runtime;

    @BeforeEach
    void theOfficeIsOpen() {
        office.on(MON_2026_06_01);
    }

    @Test
    void goesIntoTheCaseThatThePapersName() {
        var own = office.receive("kent", Map.of());
        var reference = ombudsman.notified("Kent County Council", Map.of("councilReference", " our ref " + own.toLowerCase(java.util.Locale.ROOT).replace('-', '–')));

        assertThat(council(reference)).contains(own);
        assertThat(cases.letters(own)).extracting(LetterView::kind).containsExactly("notice");
        assertThat(cases.get(own).status()).as("its own procedure goes on").isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void getsACaseOfItsOwnWhenTwoComplaintsNameOne() {
        var own = office.receive("kent", Map.of());
        var first = ombudsman.notified("Kent County Council", Map.of("councilReference", own));
        var second = ombudsman.notified("Kent County Council", Map.of("councilReference", own));

        assertThat(council(first)).contains(own);
        assertThat(office.openTasks(council(second).orElseThrow())).containsExactly("Place letter");
        assertThat(council(second)).isPresent().isNotEqualTo(Optional.of(own));
        assertThat(cases.letters(own)).hasSize(1);
        office.complete(second, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));
        assertThat(office.openTasks(own)).doesNotContain("Reply to enquiry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEICESTERSHIRE", "NOWHERE", "OMBUDSMAN"})
    void opensACaseWhenTheNamedOneIsNotThatCouncils(String whose) {
        var named = switch (whose) {
            case "LEICESTERSHIRE" -> office.receive("leicestershire", Map.of());
            case "OMBUDSMAN" -> ombudsman.receive("Kent County Council", Map.of());
            default -> "KENT-2020-00000";
        };
        var reference = ombudsman.notified("Kent County Council", Map.of("councilReference", named));

        var opened = cases.get(council(reference).orElseThrow());
        assertThat(opened.council()).isEqualTo("kent");
        assertThat(opened.status()).isEqualTo(CaseStatus.WITH_OMBUDSMAN);
        assertThat(cases.find(named).map(CaseSummary::counterpart).filter("ombudsman"::equals)).isEmpty();
        assertThat(office.openTasks(opened.reference())).as("the council says where it belongs").containsExactly("Place letter");
        assertThat(cases.find(named).map(found -> cases.letters(found.reference()).size()).orElse(0)).isZero();
    }

    @Test
    void opensACaseWhenTheNamedOneHoldsLettersOfAnotherComplaint() {
        var own = office.receive("kent", Map.of());
        ombudsman.letter("kent", "notice", Map.of("caseReference", own, "ombudsmanReference", "24 001 001"));
        var reference = ombudsman.notified("Kent County Council", Map.of("councilReference", own));

        assertThat(council(reference)).isPresent().isNotEqualTo(Optional.of(own));
        assertThat(cases.get(own).counterpartReference()).isEqualTo("24 001 001");
    }

    @Test
    void neverTakesTheTextOfADraftForTheComplaint() {
        var reference = ombudsman.forwarded("Kent County Council", Map.of());
        ombudsman.event(reference, "remedy-accepted", Map.of());
        ombudsman.draft(reference);
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));

        var opened = cases.get(council(reference).orElseThrow());
        assertThat(cases.letters(opened.reference())).extracting(LetterView::marking).containsExactly(LetterView.DRAFT_CONFIDENTIAL);
        assertThat(opened.complainedOf()).isEqualTo("A complaint to the Ombudsman; the letters say what it is about.");
    }

    @Test
    void tellsNothingToACouncilThatHasNotHeardOfAComplaintBeforeItEnds() {
        var reference = ombudsman.forwarded("Kent County Council", Map.of());
        end(reference);

        assertThat(council(reference)).isEmpty();
    }

    @Test
    void endsACaseThatWasOpenedForTheOmbudsmansLetters() {
        var reference = ombudsman.notified("Kent County Council", Map.of());
        end(reference);

        var opened = cases.get(council(reference).orElseThrow());
        assertThat(opened.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(cases.letters(opened.reference())).extracting(LetterView::kind).containsExactly("notice", "decision");
    }

    @Test
    void leavesTheCouncilsOwnProcedureAloneAndTheCaseFreeForALaterComplaint() {
        var own = office.receive("kent", Map.of());
        var reference = ombudsman.notified("Kent County Council", Map.of("councilReference", own));
        end(reference);

        assertThat(cases.get(own).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(office.deadline(own, "acknowledgement").outcome()).startsWith("due on ");
        var later = ombudsman.notified("Kent County Council", Map.of("councilReference", own));
        assertThat(council(later)).contains(own);
    }

    @Test
    void takesAComplaintThatIsReferredBackAndLaterComesAgain() {
        var own = office.receive("kent", Map.of());
        referBack(own);
        assertThat(cases.letters(own)).extracting(LetterView::kind).containsExactly("intake-decision");
        assertThat(cases.get(own).status()).isEqualTo(CaseStatus.OPEN);

        var later = ombudsman.notified("Kent County Council", Map.of("councilReference", own));
        assertThat(council(later)).contains(own);
    }

    @Test
    void keepsAComplaintThatIsReferredBackUnknown() {
        var reference = referBack(null);

        assertThat(cases.get(council(reference).orElseThrow()).status()).isEqualTo(CaseStatus.REFERRED_BACK);
    }

    @Test
    void goesNowhereWhereTheCouncilWorksElsewhere() {
        var reference = ombudsman.notified("Northshire Council", Map.of("councilReference", "KENT-2026-00001"));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));

        assertThat(cases.get(reference).counterpart()).isNull();
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("ombudsman-liaison").count()).isZero();
    }

    private void end(String reference) {
        ombudsman.event(reference, "withdrawn", Map.of());
        ombudsman.state(reference);
    }

    private String referBack(String own) {
        var reference = ombudsman.receive("Kent County Council", own == null ? Map.of() : Map.of("councilReference", own));
        ombudsman.assess(reference, Map.of("knewOn", MON_2026_06_01.minusWeeks(2).toString(), "councilToldOn", MON_2026_06_01.minusWeeks(2).toString(), "councilAnsweredOn", ""));
        ombudsman.endAtIntake(reference, "refer-back", Map.of());
        return reference;
    }

    private Optional<String> council(String reference) {
        return cases.linked("kent", "ombudsman", reference).map(CaseSummary::reference);
    }
}
