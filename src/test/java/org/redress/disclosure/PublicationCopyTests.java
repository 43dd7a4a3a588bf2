package org.redress.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.gate.AnswersRefused;
import org.redress.gate.AskedBack;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A decision is published as a copy that names nobody, which one person prepares and another compares and publishes (DAT-06, LGS-18, LGS-21). */
@ProductTest
class PublicationCopyTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_07_13 = LocalDate.of(2026, 7, 13);
    private static final String STATEMENT = "Mrs Quillfeather complained about Kent County Council.\n\nQuillfeather’s son Tobias went to school. Sarah, the mother, was not heard. Upheld.";
    private static final String PREPARE = "Prepare publication copy";
    private static final String NAMES = "Mrs Sarah Quillfeather = Mrs X\nTobias = Y";

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private PublicationCopies copies;

    @Autowired
    private Parties parties;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    private String decided(String statement) {
        return decided(statement, "Mrs Sarah Quillfeather");
    }

    private String decided(String statement, String complainant) {
        var reference = ombudsman.decided("Kent County Council", Map.of("complainant", complainant));
        ombudsman.event(reference, "review", Map.of("reviewGround", "inaccurate-evidence"));
        office.completeAs("ombudsman-reviewer", office.task(reference, "Decide on review"), Map.of("review", "amended", "amendedText", statement, "letterText", "We have looked at it again.", "reviewedOn", office.today().toString()));
        office.on(MON_2026_07_13);
        return reference;
    }

    private void prepare(String reference, String names) {
        office.complete(reference, PREPARE, Map.of("copyMade", "made", "replacements", names));
    }

    @Test
    void publishesTheCopyThatWasPreparedAndNothingElse() {
        var reference = decided(STATEMENT);
        String proposed = transaction.execute(status -> copies.proposed(reference));
        assertThat(proposed).startsWith("Mrs Sarah Quillfeather = Mrs ");

        prepare(reference, NAMES);
        assertThat(office.openTasks(reference)).containsExactly("Publish decision");
        office.complete(reference, "Publish decision", OmbudsmanAnswers.publish(MON_2026_07_13));

        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("publication-copy")).extracting(LetterView::text).containsExactly(
                "Mrs X complained about Kent County Council.\n\nMrs X’s son Y went to school. Mrs X, the mother, was not heard. Upheld.");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.COMPLETED);
    }

    @Test
    void refusesACopyInWhichSomebodyOfTheRecordIsLeftAndSaysWhereAndNotWho() {
        var reference = decided(STATEMENT);

        assertThatThrownBy(() -> prepare(reference, "Tobias = Y")).isInstanceOf(AnswersRefused.class).hasMessageContaining("a name is left in the copy. Paragraph 1: title and surname (person of the record ")
                .hasMessageContaining("paragraph 2: a surname").hasMessageNotContaining("Quill");
        assertThatThrownBy(() -> prepare(reference, NAMES + "\nKent = ?")).hasMessageContaining("Names and what stands instead: line 3: say what stands instead");
    }

    @Test
    void asksBackAboutWhatMayTellWhoSomebodyIs() {
        var reference = decided(STATEMENT + " He was born on 3 May 2011; call 01622 696565.");

        assertThatThrownBy(() -> prepare(reference, NAMES)).isInstanceOf(AskedBack.class).hasMessageContaining("Paragraph 2: a date of birth; paragraph 2: a telephone number").hasMessageNotContaining("696565");
    }

    @Test
    void asksBackAboutAFurtherNameOfSomebodyOfTheRecord() {
        var reference = decided(STATEMENT + " Louisa told the school.", "Mrs Sarah Louisa Quillfeather");

        assertThatThrownBy(() -> prepare(reference, NAMES)).isInstanceOf(AskedBack.class).hasMessageContaining("Paragraph 2: a further name (person of the record 1)").hasMessageNotContaining("Louisa");
    }

    @Test
    void refusesWhereSomebodyOfTheRecordLives() {
        var reference = decided(STATEMENT + " They live in 14 Acacia Ave, ME14 1XQ.");
        transaction.executeWithoutResult(status -> parties.reach(reference, 1, "14 Acacia Avenue, Maidstone, ME14 1XQ"));

        assertThatThrownBy(() -> prepare(reference, NAMES)).isInstanceOf(AnswersRefused.class).hasMessageContaining("aragraph 2: a postcode of the case").hasMessageContaining("aragraph 2: an address of the case")
                .hasMessageNotContaining("Acacia");
        prepare(reference, NAMES + "\n14 Acacia Ave, ME14 1XQ = their home");
        assertThat(office.openTasks(reference)).containsExactly("Publish decision");
    }

    @Test
    void isNotPublishedByWhoeverPreparedIt() {
        var reference = decided(STATEMENT);
        prepare(reference, NAMES);
        var preparedBy = runtime.createVariableInstanceQuery().variableName(PublicationCopies.PREPARED_BY).singleResult();
        // as if an approver had been an investigator when it was prepared
        runtime.setVariable(preparedBy.getExecutionId(), PublicationCopies.PREPARED_BY, "ombudsman-manager");

        assertThatThrownBy(() -> office.completeAs("ombudsman-manager", office.task(reference, "Publish decision"), OmbudsmanAnswers.publish(MON_2026_07_13))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("you prepared this copy; a second person");
    }

    @Test
    void goesBackAndIsMadeAgainWhenTheDecisionIsAnother() {
        var reference = decided(STATEMENT);
        prepare(reference, NAMES);
        transaction.executeWithoutResult(status -> cases.send(reference,
                new LetterView(0, "decision", "Mrs Sarah Quillfeather", STATEMENT + " Once more.", null, MON_2026_07_13, null, LetterView.FINAL)));

        assertThatThrownBy(() -> office.complete(reference, "Publish decision", OmbudsmanAnswers.publish(MON_2026_07_13))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("the decision was changed after its copy had been prepared");
        office.complete(reference, "Publish decision", Map.of("publication", "back", "copyWrong", "The decision is another now."));

        assertThat(office.openTasks(reference)).containsExactly(PREPARE);
        prepare(reference, NAMES);
        office.complete(reference, "Publish decision", OmbudsmanAnswers.publish(MON_2026_07_13));
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void keepsTheWordsOfACopyOutOfTheEngine() {
        var reference = decided(STATEMENT);

        prepare(reference, NAMES);

        assertThat(runtime.createVariableInstanceQuery().list()).noneMatch(variable -> String.valueOf(variable.getValue()).contains("Quillfeather"));
    }
}
