package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineState;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A wrong intake goes back to the step where it was made as long as nobody was told of it; what was answered stays readable (LGS-02, LGS-04, LGS-17). */
@ProductTest
class IntakeCorrectionTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final String KENT = "Kent County Council";

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @Test
    void assessesJurisdictionAgainWhenAFactOfTheTestsWasWrong() {
        var reference = ombudsman.receive(KENT, Map.of());
        ombudsman.assess(reference, Map.of("otherRoute", "court", "otherRouteUsed", "used"));
        var barred = cases.issues(reference).stream().map(IssueView::notConsidered).toList();

        correct("ombudsman-intake", reference, "tests", Map.of());
        var assessing = office.openTasks(reference);
        ombudsman.assess(reference, Map.of());

        assertThat(barred).containsOnly("court");
        assertThat(assessing).containsExactly("Assess jurisdiction");
        assertThat(office.openTasks(reference)).containsExactly("Decide on intake");
        assertThat(cases.issues(reference)).hasSize(2).extracting(IssueView::notConsidered, IssueView::clause).containsOnly(tuple(null, null));
        assertThat(office.chronology(reference, "Tests of jurisdiction")).hasSize(4);
    }

    @Test
    void assessesJurisdictionAgainWhileIssuesAreBeingAssessed() {
        var reference = ombudsman.receive(KENT, Map.of());
        ombudsman.apply(reference, Map.of("exclusion", "landlord"));

        correct("ombudsman-intake", reference, "tests", Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Assess jurisdiction");
    }

    @ParameterizedTest
    @CsvSource({"intake-decision, Decide on intake", "tests, Assess jurisdiction"})
    void takesBackADecisionThatHasNotBeenSent(String mistake, String step) {
        var reference = assessed();
        ombudsman.decideAtIntake(reference, "close", Map.of("closingReason", "fault-unlikely"));

        correct("ombudsman-intake", reference, mistake, Map.of());

        assertThat(office.openTasks(reference)).containsExactly(step);
        assertThat(cases.letters(reference)).isEmpty();
        assertThat(cases.lastAnswer(reference, "decide-intake", "closingReason")).as("stays readable").contains("Fault unlikely to be found");
    }

    @ParameterizedTest
    @CsvSource({"intake-decision, Decide on intake", "tests, Assess jurisdiction", "category, Decide on intake"})
    void decidesAgainOnACaseThatWasForwardedAndOfWhichTheCouncilKnowsNothing(String mistake, String step) {
        var reference = ombudsman.forwarded(KENT, Map.of());
        office.complete(reference, "Allocate case", OmbudsmanAnswers.allocate(MON_2026_06_01));

        correct("ombudsman-manager", reference, mistake, Map.of());
        var again = office.openTasks(reference);
        if (step.equals("Assess jurisdiction")) {
            ombudsman.assess(reference, Map.of());
        }
        ombudsman.endAtIntake(reference, "close", Map.of("closingReason", "fault-unlikely"));

        assertThat(again).containsExactly(step);
        assertThat(office.deadline(reference, "allocation").state()).isNotEqualTo(DeadlineState.OPEN);
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.NOT_INVESTIGATED);
        assertThat(cases.letters(reference)).extracting(LetterView::kind).containsExactly("decision", "decision");
    }

    @Test
    void endsTheTimeForAllocatingAndSetsItAnew() {
        var reference = ombudsman.forwarded(KENT, Map.of());
        var before = office.deadline(reference, "allocation").dueOn();
        office.on(WED_2026_06_03);

        correct("ombudsman-investigator", reference, "category", Map.of());
        var ended = office.deadline(reference, "allocation").outcome();
        office.complete(reference, "Decide on intake", OmbudsmanAnswers.forward(WED_2026_06_03, Map.of("category", "education")));

        assertThat(ended).isEqualTo("cancelled because the intake was put right");
        assertThat(office.deadline(reference, "allocation").dueOn()).isEqualTo(before.plusDays(2));
        assertThat(office.variable(reference, "category")).isEqualTo("education");
    }

    @Test
    void putsTheCategoryAloneRightWhenTheCouncilHasBeenNotified() {
        var reference = ombudsman.notified(KENT, Map.of());
        var open = office.openTasks(reference);

        correct("ombudsman-investigator", reference, "category", Map.of());

        assertThat(office.openTasks(reference)).isEqualTo(open);
        assertThat(cases.facts(reference)).filteredOn(fact -> fact.field().equals("category")).extracting("value").containsExactly("education");
        assertThat(office.variable(reference, "category")).isEqualTo("education");
        assertRefused(reference, "category", Map.of(), "that is what was chosen; say what is right");
    }

    @Test
    void sharesTheDecisionByTheCategoryThatWasPutRight() {
        var reference = ombudsman.investigated(KENT, Map.of());
        ombudsman.draft(reference);

        correct("ombudsman-investigator", reference, "category", Map.of("rightCategory", "school-admissions"));

        ombudsman.decide(reference, Map.of("informationSharing", "not-needed"));

        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("decision")).extracting(LetterView::to).containsExactlyInAnyOrder("Mr Quill", KENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tests", "intake-decision"})
    void undoesNoInvestigationOfWhichTheCouncilHasBeenTold(String mistake) {
        var reference = ombudsman.notified(KENT, Map.of());

        assertRefused(reference, mistake, Map.of(), "the council was notified on Mon 1 Jun 2026, and a correction would undo that");
    }

    @Test
    void saysWhyThereIsNoWayBack() {
        var received = ombudsman.receive(KENT, Map.of());
        assertRefused(received, "tests", Map.of(), "nothing has been decided yet; answer rightly in Assess jurisdiction");
        assertRefused(received, "category", Map.of(), "nothing has been decided yet; choose rightly in Decide on intake");
        assertRefused(received, "refusal", Map.of(), "that can be wrong in a council’s case only");
        ombudsman.assess(received, Map.of());
        assertRefused(received, "intake-decision", Map.of(), "nothing has been decided yet; decide rightly in Decide on intake");
        ombudsman.endAtIntake(received, "advice", Map.of());
        assertRefused(received, "intake-decision", Map.of(), "Use Ombudsman taking-up if it ended by mistake");

        var drafting = assessed();
        office.complete(drafting, "Decide on intake", OmbudsmanAnswers.forward(office.today(), Map.of()));
        ombudsman.event(drafting, "remedy-accepted", Map.of());
        assertRefused(drafting, "intake-decision", Map.of(), "a draft is being written, and its findings would be undone");

        var ending = ombudsman.notified(KENT, Map.of());
        ombudsman.event(ending, "withdrawn", Map.of());
        assertRefused(ending, "category", Map.of(), "the case has ended; its statement of reasons is to be issued");

        var decided = ombudsman.decided(KENT, Map.of());
        assertRefused(decided, "category", Map.of(), "A decision is reviewed, with Event in an Ombudsman case");
    }

    @Test
    void isNoWayIntoACaseOfACouncil() {
        var council = ombudsman.signposted("kent");

        assertRefused(council, "category", Map.of(), "there is no case " + council + " here");
    }

    private String assessed() {
        var reference = ombudsman.receive(KENT, Map.of());
        ombudsman.assess(reference, Map.of());
        return reference;
    }

    private void correct(String person, String reference, String mistake, Map<String, Object> different) {
        office.as(person);
        try {
            office.start("course-correction", Answers.with(OmbudsmanAnswers.course(reference, mistake, office.today()), different));
        } finally {
            office.signOut();
        }
    }

    private void assertRefused(String reference, String mistake, Map<String, Object> different, String sentence) {
        assertThatThrownBy(() -> correct("ombudsman-intake", reference, mistake, different)).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }
}
