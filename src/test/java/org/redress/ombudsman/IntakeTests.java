package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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
import org.redress.gate.AnswersRefused;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The Ombudsman's intake: who may complain, when, after what, about what; and what becomes of a complaint that may not go on. */
@ProductTest
class IntakeTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            somebody-else | online | none     | -              | none              | false | Made by the person affected or somebody entitled | bar        | s.26A (LGA-06)
            affected      | phone  | none     | -              | none              | false | In writing                                       | discretion | s.26B, s.34(1A) (LGA-07, LGA-08)
            affected      | online | tribunal | used           | none              | false | No appeal or court remedy has been used          | bar        | s.26(6) (LGA-12)
            affected      | online | court    | could-be-used  | none              | false | No appeal or court remedy can be expected        | bar        | s.26(6) (LGA-12)
            affected      | online | minister | could-be-used  | none              | false | No appeal or court remedy can be expected        | bar        | s.26(6) (LGA-12)
            affected      | online | none     | -              | court-proceedings | false | Not about court proceedings                      | exclude    | Sch 5 para 1 (LGA-14)
            affected      | online | none     | -              | crime             | false | Not about the investigation or prevention of crime | exclude  | Sch 5 para 2 (LGA-14)
            affected      | online | none     | -              | commercial        | false | Not about commercial transactions                | exclude    | Sch 5 para 3 (LGA-14)
            affected      | online | none     | -              | personnel         | false | Not about personnel                              | exclude    | Sch 5 para 4 (LGA-14, LGS-20)
            affected      | online | none     | -              | schools           | false | Not about what happens in schools                | exclude    | Sch 5 para 5 (LGA-14)
            affected      | online | none     | -              | none              | true  | Does not affect all or most inhabitants          | bar        | s.26(7) (LGA-13)
            """)
    void namesTheTestThatIsNotMetWithItsClause(String standing, String channel, String route, String used, String exclusion, boolean all,
            String test, String effect, String clause) {
        var reference = ombudsman.receive("Kent County Council", Map.of("standing", standing, "channel", channel));
        var facts = new HashMap<String, Object>(Map.of("otherRoute", route, "exclusion", exclusion, "allInhabitants", all));
        if (used != null) {
            facts.put("otherRouteUsed", used);
        }

        ombudsman.assess(reference, facts);

        assertThat(testsNotMet(reference)).isEqualTo(test + ": " + effect + ", Local Government Act 1974 " + clause);
        assertThat(office.chronology(reference, "Tests of jurisdiction")).containsExactly("Tests of jurisdiction: Not met: " + testsNotMet(reference));
        assertThat(office.openTasks(reference)).containsExactly("Decide on intake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"affected", "authorised", "representative", "councillor"})
    void letsThoseComplainWhoAreEntitled(String standing) {
        var reference = ombudsman.receive("Kent County Council", Map.of("standing", standing));

        ombudsman.assess(reference, Map.of("otherRoute", "tribunal", "otherRouteUsed", "not-reasonable"));

        assertThat(testsNotMet(reference)).isEqualTo("none");
        assertThat(office.chronology(reference, "Tests of jurisdiction")).containsExactly("Tests of jurisdiction: All are met.");
    }

    @ParameterizedTest
    @CsvSource({"2025-06-02, false", "2025-06-01, true", "2025-06-03, false", "2024-06-02, true"})
    void counts12MonthsBeginningWithTheDayOfFirstNotice(LocalDate knewOn, boolean late) {
        var reference = ombudsman.receive("Kent County Council", Map.of());

        ombudsman.assess(reference, Map.of("knewOn", knewOn.toString()));

        assertThat(testsNotMet(reference).contains("Within 12 months beginning with first notice: discretion")).isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2026-03-09, -,          false, true
            2026-03-08, -,          false, false
            2026-05-01, 2026-05-29, false, false
            -,          -,          false, true
            2026-03-08, -,          true,  true
            2025-10-16, -,          true,  true
            2025-10-15, -,          true,  false
            2025-11-03, 2026-05-29, true,  false
            """)
    void isPrematureUntilTheCouncilHadItsTimeToAnswer(LocalDate told, LocalDate answered, boolean statutory, boolean premature) {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        var facts = new HashMap<String, Object>();
        facts.put("knewOn", "2025-10-01");
        facts.put("councilToldOn", told == null ? null : told.toString());
        facts.put("councilAnsweredOn", answered == null ? null : answered.toString());
        if (told != null) {
            facts.put("statutoryProcedure", statutory);
        }

        ombudsman.assess(reference, facts);

        assertThat(testsNotMet(reference)).isEqualTo(premature
                ? "The council had a reasonable opportunity to answer: discretion, Local Government Act 1974 s.26(5) (LGA-10, LGA-11)" : "none");
    }

    @Test
    void namesAllTestsThatAreNotMet() {
        var reference = ombudsman.receive("Kent County Council", Map.of("channel", "phone", "standing", "somebody-else"));

        ombudsman.assess(reference, Map.of("knewOn", "2024-01-08", "exclusion", "crime", "allInhabitants", true));

        assertThat(testsNotMet(reference).lines()).hasSize(5);
    }

    @Test
    void refusesDaysThatCannotBe() {
        var reference = ombudsman.receive("Kent County Council", Map.of("receivedOn", "2026-05-29"));

        assertThatThrownBy(() -> ombudsman.assess(reference, Map.of("knewOn", "2026-05-30"))).isInstanceOf(AnswersRefused.class)
                .hasMessage("They first knew of the matter on: is after the day on which the complaint was received.");
        assertThatThrownBy(() -> ombudsman.assess(reference, Map.of("councilToldOn", "2026-05-02", "councilAnsweredOn", "2026-05-01")))
                .hasMessage("Council’s final answer on: an answer needs a day before it on which the council was told.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            standing       | somebody-else
            otherRoute     | court
            allInhabitants | true
            """)
    void letsNobodySetABarAside(String bar, String value) {
        var reference = barred(bar, value);
        var words = testsNotMet(reference);

        for (var intake : List.of("forward", "remedied")) {
            assertThatThrownBy(() -> forward(reference, Map.of("intake", intake, "discretion", "It would be fairer."))).isInstanceOf(AnswersRefused.class)
                    .hasMessageContaining("a bar, which nobody can set aside: " + words);
        }

        assertThat(office.openTasks(reference)).containsExactly("Decide on intake");
    }

    @Test
    void forwardsALateComplaintOnlyWithTheReasonForDiscretion() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of("knewOn", "2024-06-03"));

        assertThatThrownBy(() -> forward(reference, Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessage("Why a test is set aside: an answer is needed, because a test is not met; say why it is set aside (LGS-04).");

        forward(reference, Map.of("discretion", "They were ill for a year."));

        assertThat(office.openTasks(reference)).containsExactly("Allocate case");
        assertThat(cases.lastAnswer(reference, "decide-intake", "discretion")).contains("They were ill for a year.");
    }

    @Test
    void excludesAPartWhileTheRestGoesOn() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of("exclusion", "court-proceedings"));

        assertThatThrownBy(() -> forward(reference, Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessage("Issues not investigated: an answer is needed, because a part of the complaint is excluded by law (LGA-14).");
        assertThatThrownBy(() -> forward(reference, Map.of("excludedIssues", "1, 2", "excludedGround", "court-proceedings")))
                .hasMessageContaining("these are all issues, so nothing would be left to investigate");
        assertThatThrownBy(() -> forward(reference, Map.of("excludedIssues", "3", "excludedGround", "court-proceedings")))
                .hasMessageContaining("the issues that are investigated are [1, 2].");
        assertThatThrownBy(() -> forward(reference, Map.of("excludedIssues", "2"))).hasMessage("Why they are not investigated: an answer is needed.");

        forward(reference, Map.of("excludedIssues", "2", "excludedGround", "court-proceedings"));

        assertThat(cases.issues(reference)).extracting(IssueView::notConsidered).containsExactly(null, "court-proceedings");
        assertThat(office.openTasks(reference)).containsExactly("Allocate case");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            advice  | Advice given
            invalid | Invalid or incomplete
            """)
    void endsWhatIsNoComplaintToDecideOn(String intake, String outcome) {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of());

        ombudsman.endAtIntake(reference, intake, Map.of());

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.NOT_INVESTIGATED);
        assertThat(cases.get(reference).statusBecause()).isEqualTo(outcome);
        assertThat(office.running(reference)).isFalse();
        assertThat(cases.letters(reference)).extracting(LetterView::kind, LetterView::to)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("intake-decision", "Mr X"));
        assertThat(cases.all()).as("the council hears nothing").noneMatch(file -> reference.equals(file.counterpartReference()));
    }

    /** A complaint that is closed at intake is decided: outcome, statement to both, review and publication (LGA-18, LGS-18, LGS-22). */
    @Test
    void decidesWhatItClosesForOneReasonOrMore() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of());

        ombudsman.decideAtIntake(reference, "close", Map.of("closingReason", "late", "furtherReason", "nothing-to-achieve"));
        assertThat(office.openTasks(reference)).containsExactly("Issue decision");
        ombudsman.state(reference);

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.NOT_INVESTIGATED);
        assertThat(cases.get(reference).statusBecause()).isEqualTo("Closed after initial enquiries: Late; Nothing worthwhile to achieve");
        assertThat(office.chronology(reference, "Outcome")).singleElement().asString().startsWith(
                "Outcome: Closed after initial enquiries: Late; Nothing worthwhile to achieve (Local Government Act 1974 s.26B (LGA-07); ");
        assertThat(cases.letters(reference)).extracting(LetterView::kind, LetterView::to).containsExactly(
                org.assertj.core.groups.Tuple.tuple("decision", "Mr X"), org.assertj.core.groups.Tuple.tuple("decision", "Kent County Council"));
        assertThat(cases.linked("kent", "ombudsman", reference).orElseThrow().status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(office.deadline(reference, "review-request").state()).isEqualTo(org.redress.deadline.DeadlineState.OPEN);
        assertThat(office.deadline(reference, "publication").state()).isEqualTo(org.redress.deadline.DeadlineState.OPEN);
    }

    @Test
    void tellsACouncilOfAPersonnelMatterOnlyThatItCame() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of("exclusion", "personnel"));

        ombudsman.decideAtIntake(reference, "close", Map.of("closingReason", "excluded"));
        ombudsman.state(reference);

        var council = cases.linked("kent", "ombudsman", reference).orElseThrow();
        assertThat(cases.letters(council.reference())).singleElement().satisfies(letter -> assertThat(letter.text()).startsWith("A complaint about employment or personnel matters"));
    }

    @Test
    void appliesItsTestsAnewWhenAReviewFindsTheClosingUnsound() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of());
        ombudsman.decideAtIntake(reference, "close", Map.of("closingReason", "late"));
        ombudsman.state(reference);
        ombudsman.event(reference, "review", Map.of("reviewGround", "inaccurate-evidence"));

        office.completeAs("ombudsman-reviewer", office.task(reference, "Decide on review"), OmbudsmanAnswers.review("not-sound", office.today()));

        assertThat(office.openTasks(reference)).containsExactly("Assess jurisdiction");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void takesUpAgainWhatWasClosedByMistakeWhileItIsFollowedUp() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of());
        ombudsman.decideAtIntake(reference, "close", Map.of("closingReason", "late"));
        ombudsman.state(reference);

        office.as("ombudsman-intake");
        office.start("ombudsman-taking-up", Map.of("caseReference", reference, "ground", "mistake", "askedOn", office.today().toString(), "details", "The wrong case."));
        office.signOut();

        assertThat(office.openTasks(reference)).containsExactly("Assess jurisdiction");
        assertThat(office.deadline(reference, "publication").state()).isEqualTo(org.redress.deadline.DeadlineState.CANCELLED);
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
        for (var file : List.of(reference, council)) {
            assertThat(cases.lastLetter(file, "decision").orElseThrow().marking()).isEqualTo(LetterView.TAKEN_UP);
            assertThat(office.chronology(file, "Decision set aside")).hasSize(1);
        }
        assertThat(cases.chronology(reference)).filteredOn(line -> line.what().startsWith("Outcome: ")).allMatch(line -> line.setAside(cases.chronology(reference)));
    }

    @Test
    void refersAPrematureComplaintBackToTheCouncil() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of("councilToldOn", "2026-05-11", "councilAnsweredOn", ""));

        ombudsman.endAtIntake(reference, "refer-back", Map.of());

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.REFERRED_BACK);
        assertThat(office.running(reference)).isFalse();
        assertThat(cases.letters(reference)).extracting(LetterView::to).containsExactly("Mr X", "Kent County Council");
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow();
        assertThat(cases.letters(council.reference())).extracting(LetterView::kind).containsExactly("intake-decision");
    }

    @Test
    void refersNothingBackThatTheCouncilHasAnswered() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of());

        assertThatThrownBy(() -> ombudsman.decideAtIntake(reference, "refer-back", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessage("Decision: the council had its opportunity to answer, so there is nothing to refer back (LGS-03).");
    }

    @Test
    void givesReferencesOfItsOwnKindAndRefusesOthers() {
        var made = ombudsman.receive("Kent County Council", Map.of());

        assertThat(made).matches("26 \\d{3} \\d{3}");
        assertThat(ombudsman.receive("Kent County Council", Map.of("receivedOn", "2026-03-31"))).startsWith("25 ");
        assertThat(ombudsman.receive("Kent County Council", Map.of("ombudsmanReference", "24 700 001"))).isEqualTo("24 700 001");
        assertThat(ombudsman.receive("Kent County Council", Map.of("ombudsmanReference", "Our ref: 24–700–002"))).isEqualTo("24 700 002");
        assertThatThrownBy(() -> ombudsman.receive("Kent County Council", Map.of("ombudsmanReference", "24 700 00"))).isInstanceOf(AnswersRefused.class)
                .hasMessage("Our reference: write it like 19 010 314.");
        assertThatThrownBy(() -> ombudsman.receive("Kent County Council", Map.of("ombudsmanReference", "24700001"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("There is a case 24 700 001 already.");
        assertThatThrownBy(() -> ombudsman.receive("Kent County Council", Map.of("ombudsmanReference", made))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("There is a case " + made + " already.");
    }

    @Test
    void doesNotGiveAReferenceThatSomebodyTyped() {
        var number = Integer.parseInt(ombudsman.receive("Kent County Council", Map.of()).replace(" ", "")) + 1;
        var typed = "%02d %03d %03d".formatted(number / 1_000_000, number / 1000 % 1000, number % 1000);
        ombudsman.receive("Kent County Council", Map.of("ombudsmanReference", typed));

        assertThat(ombudsman.receive("Kent County Council", Map.of())).isNotEqualTo(typed).matches("26 \\d{3} \\d{3}");
    }

    @Test
    void takesAComplaintAboutACouncilThatDoesNotWorkHere() {
        var reference = ombudsman.forwarded("Rutland County Council", Map.of("councilReference", "abc-1"));

        assertThat(cases.get(reference).counterpart()).isNull();
        assertThat(cases.people(reference)).extracting(person -> person.label() + ", " + person.role())
                .containsExactly("Mr X, affected", "Rutland County Council, council", "Y, child");
        office.complete(reference, "Allocate case", OmbudsmanAnswers.allocate(office.today()));
        office.complete(reference, "Notify council", OmbudsmanAnswers.notice(office.today()));
        assertThat(office.openTasks(reference)).containsExactly("Weigh evidence");
    }

    private String barred(String bar, String value) {
        var reference = ombudsman.receive("Kent County Council", bar.equals("standing") ? Map.of(bar, value) : Map.of());
        ombudsman.assess(reference, switch (bar) {
            case "otherRoute" -> Map.of(bar, value, "otherRouteUsed", "used");
            case "allInhabitants" -> Map.of(bar, true);
            default -> Map.of();
        });
        return reference;
    }

    private void forward(String reference, Map<String, Object> different) {
        office.complete(reference, "Decide on intake", OmbudsmanAnswers.forward(testsNotMet(reference), office.today(), different));
    }

    private String testsNotMet(String reference) {
        return (String) office.variable(reference, "testsNotMet");
    }
}
