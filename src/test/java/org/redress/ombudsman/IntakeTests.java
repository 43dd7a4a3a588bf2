package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.AnswersRefused;
import org.redress.gate.AskedBack;
import org.redress.testing.Answers;
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
    private AgreedActions actions;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private FormService forms;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private DecisionService decisions;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            somebody-else | online | none     | -             | none                 | false | Made by the person affected or somebody entitled | bar | not-entitled | s.26A (LGA-06)
            affected      | online | none     | -             | no-injustice         | false | Injustice is claimed                             | bar | no-injustice-claimed | s.26A(1) (LGA-05, LGA-06)
            affected      | online | none     | -             | no-authority         | false | Action by or for an authority under the Act      | bar | no-authority | s.25, s.26(1) (LGA-01, LGA-04)
            affected      | phone  | none     | -             | none                 | false | In writing                                       | discretion | not-in-writing | s.26B, s.34(1A) (LGA-07, LGA-08)
            affected      | online | tribunal | used          | none                 | false | No appeal has been used                          | bar | appeal | s.26(6)(a), (b) (LGA-12)
            affected      | online | court    | used          | none                 | false | No court remedy has been used                    | bar | court | s.26(6)(c) (LGA-12)
            affected      | online | minister | could-be-used | none                 | false | No appeal can be expected                        | bar | appeal | s.26(6)(a), (b) (LGA-12)
            affected      | online | court    | could-be-used | none                 | false | No court remedy can be expected                  | bar | court | s.26(6)(c) (LGA-12)
            affected      | online | none     | -             | court-proceedings    | false | Not about the commencement or conduct of court proceedings | bar | court-proceedings | Sch 5 para 1 (LGA-14)
            affected      | online | none     | -             | crime                | false | Not about the investigation or prevention of crime by or for the police | bar | crime | Sch 5 para 2 (LGA-14)
            affected      | online | none     | -             | commercial           | false | Not about transport, docks, entertainment, industry or markets as a business | bar | commercial | Sch 5 para 3 as substituted from 1 April 2008 (LGA-14)
            affected      | online | none     | -             | personnel            | false | Not about appointments, pay, discipline, pensions or other personnel matters | bar | personnel | Sch 5 para 4 (LGA-14, LGS-20)
            affected      | online | none     | -             | schools              | false | Not about instruction, conduct, curriculum or discipline in a school | bar | schools | Sch 5 para 5 (LGA-14)
            affected      | online | none     | -             | landlord             | false | Not about the council as a registered landlord of social housing | bar | landlord | Sch 5 para 5A, from 1 April 2013 (LGA-14)
            affected      | online | none     | -             | other-body           | false | Within the functions for which the body can be investigated | bar | other-body | Sch 5 paras 6 and 7 (LGA-14)
            affected      | online | none     | -             | none                 | true  | Does not affect all or most inhabitants          | bar | all-inhabitants | s.26(7) (LGA-13)
            """)
    void leavesAnIssueOutOnTheGroundAndWithTheClauseOfTheTestThatItDoesNotMeet(String standing, String channel, String route, String used, String exclusion, boolean all,
            String test, String effect, String ground, String clause) {
        var reference = ombudsman.receive("Kent County Council", Map.of("standing", standing, "channel", channel));
        var facts = new HashMap<String, Object>(Map.of("otherRoute", route, "exclusion", exclusion, "allInhabitants", all, "issues", "Nobody asked for my view"));
        if (used != null) {
            facts.put("otherRouteUsed", used);
        }

        ombudsman.apply(reference, facts);
        var told = office.chronology(reference, "Tests of jurisdiction");
        ombudsman.decideOnIssues(reference, "out");

        assertThat(told).containsExactly("Tests of jurisdiction, issue 1: Not met: " + test + ": " + effect + ", Local Government Act 1974 " + clause);
        assertThat(cases.issues(reference)).extracting(IssueView::notConsidered, IssueView::clause).containsExactly(tuple(ground, "Local Government Act 1974 " + clause));
        assertThat(office.openTasks(reference)).containsExactly("Decide on intake");
    }

    @ParameterizedTest
    @CsvSource({"2008-03-31, commercial, commercial, true", "2008-04-01, commercial, commercial, false", "2013-03-31, landlord, -, false", "2013-04-01, landlord, landlord, false"})
    void appliesTheLawOfTheDayOfReceipt(LocalDate received, String exclusion, String ground, boolean before) {
        var facts = new HashMap<String, Object>(Map.of("receivedAt", received + "T09:00:00", "standing", "affected", "inWriting", true, "late", false, "premature", false,
                "otherRoute", "none", "exclusion", exclusion, "allInhabitants", false));
        facts.put("otherRouteUsed", null);

        var rows = decisions.evaluateDecisionTableByKey("jurisdiction", facts).getResultList();

        assertThat(rows).extracting(row -> row.get("ground")).isEqualTo(ground.equals("-") ? List.of() : List.of(ground));
        assertThat(rows).allSatisfy(row -> assertThat(row.get("clause").toString().contains("as it was until 31 March 2008")).isEqualTo(before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"affected", "authorised", "representative", "councillor"})
    void letsThoseComplainWhoAreEntitled(String standing) {
        var reference = ombudsman.receive("Kent County Council", Map.of("standing", standing));

        ombudsman.apply(reference, Map.of("otherRoute", "tribunal", "otherRouteUsed", "not-reasonable"));

        assertThat(office.openTasks(reference)).contains("Decide on intake").doesNotContain("Decide on issue");
        assertThat(office.chronology(reference, "Tests of jurisdiction")).containsExactly("Tests of jurisdiction, issue 1: All are met.",
                "Tests of jurisdiction, issue 2: All are met.");
    }

    @ParameterizedTest
    @CsvSource({"2025-06-02, false", "2025-06-01, true", "2025-06-03, false", "2024-06-02, true"})
    void counts12MonthsBeginningWithTheDayOfFirstNotice(LocalDate knewOn, boolean late) {
        var reference = ombudsman.receive("Kent County Council", Map.of());

        ombudsman.assess(reference, Map.of("knewOn", knewOn.toString()));

        assertThat(cases.issues(reference)).extracting(IssueView::notConsidered).containsOnly(late ? "late" : null);
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

        assertThat(cases.issues(reference)).extracting(IssueView::notConsidered).containsOnly(premature ? "premature" : null);
    }

    @Test
    void namesAllTestsThatAreNotMetAndLetsABarDecideTheGround() {
        var reference = ombudsman.receive("Kent County Council", Map.of("channel", "phone"));

        ombudsman.apply(reference, Map.of("knewOn", "2024-01-08", "exclusion", "crime", "allInhabitants", true));
        var told = office.chronology(reference, "Tests of jurisdiction").get(0);
        ombudsman.decideOnIssues(reference, "out");

        assertThat(told.lines()).hasSize(4);
        assertThat(cases.issues(reference)).extracting(IssueView::notConsidered).containsOnly("crime");
    }

    @Test
    void refusesDaysThatCannotBe() {
        var reference = ombudsman.receive("Kent County Council", Map.of("receivedOn", "2026-05-29"));

        assertThatThrownBy(() -> ombudsman.assess(reference, Map.of("knewOn", "2026-05-30"))).isInstanceOf(AnswersRefused.class)
                .hasMessage("They first knew of the matter on: the complaint was received on Fri 29 May 2026, before that day. If the other day is wrong, put it right first with Correction.");
        assertThatThrownBy(() -> ombudsman.assess(reference, Map.of("councilToldOn", "2026-05-02", "councilAnsweredOn", "2026-05-01")))
                .hasMessage("Council’s final answer on: an answer needs a day before it on which the council was told.");
    }

    /** Each issue begins with the facts of the complaint, those that may stay empty among them: whoever changes one of them keeps the others. */
    @Test
    void beginsAnIssueWithTheFactsOfTheComplaint() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        office.complete(reference, "Assess jurisdiction", OmbudsmanAnswers.jurisdiction(MON_2026_06_01.minusMonths(8), MON_2026_06_01.minusMonths(1),
                Map.of("statutoryProcedure", true, "otherRoute", "tribunal", "otherRouteUsed", "not-reasonable", "allInhabitants", false)));
        var issue = office.taskOf(reference, "Assess issue", "issueNumber", 1);

        var facts = begun(issue, List.of("issueFacts", "knewOn", "councilToldOn", "councilAnsweredOn", "statutoryProcedure", "otherRoute", "otherRouteUsed", "exclusion", "allInhabitants"));
        assertThat(facts).containsAllEntriesOf(Map.of("issueFacts", "complaint", "knewOn", "01/10/2025", "councilToldOn", "01/10/2025", "councilAnsweredOn", "01/05/2026",
                "statutoryProcedure", true, "otherRoute", "tribunal", "otherRouteUsed", "not-reasonable", "exclusion", "none", "allInhabitants", false));
        facts.putAll(Map.of("issueFacts", "own", "knewOn", "02/10/2025"));
        office.complete(issue, facts);

        assertThat(office.chronology(reference, "Tests of jurisdiction")).containsExactly("Tests of jurisdiction, issue 1: All are met.");
        assess(reference, 2, Map.of("otherRoute", "tribunal", "otherRouteUsed", "used"));
        assertThat(begun(office.taskOf(reference, "Decide on issue", "issueNumber", 2), List.of("issueDecision"))).as("what the model says before anybody decides is no suggestion").isEmpty();

        office.as("ombudsman-intake");
        office.start("course-correction", OmbudsmanAnswers.course(reference, "tests", MON_2026_06_01));
        assertThat(begun(office.task(reference, "Assess jurisdiction"), List.of("knewOn", "councilToldOn", "exclusion"))).as("put right")
                .isEqualTo(Map.of("knewOn", "01/10/2025", "councilToldOn", "01/10/2025", "exclusion", "none"));
    }

    @Test
    void letsEachIssueGoItsOwnWay() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        office.complete(reference, "Assess jurisdiction", OmbudsmanAnswers.jurisdiction(MON_2026_06_01.minusMonths(6), MON_2026_06_01.minusMonths(1),
                Map.of("issues", "Long ago\nThe appeal\nThe minutes\nThe letters")));
        assertThatThrownBy(() -> assess(reference, 1, Map.of("councilAnsweredOn", "2025-11-30"))).hasMessageContaining("an answer needs a day before it on which the council was told");
        assess(reference, 1, Map.of("knewOn", "2024-03-04"));
        assess(reference, 2, Map.of("otherRoute", "tribunal", "otherRouteUsed", "used"));
        assess(reference, 3, Map.of("knewOn", "2025-03-03"));
        office.complete(office.taskOf(reference, "Assess issue", "issueNumber", 4), Map.of("issueFacts", "complaint"));

        decideOn(reference, 1, "out");
        assertThatThrownBy(() -> decideOn(reference, 2, "in")).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("a bar, which nobody can set aside: No appeal has been used: bar, Local Government Act 1974 s.26(6)(a), (b) (LGA-12)");
        decideOn(reference, 2, "out");
        assertThatThrownBy(() -> office.complete(office.taskOf(reference, "Decide on issue", "issueNumber", 3), Map.of("issueDecision", "in")))
                .hasMessage("Why: an answer is needed.");
        decideOn(reference, 3, "in");
        office.complete(reference, "Decide on intake", OmbudsmanAnswers.forward(MON_2026_06_01, Map.of("issuesAssessed", """
                Issue 1: out, late, Local Government Act 1974 s.26B (LGA-07)
                Issue 2: out, appeal, Local Government Act 1974 s.26(6)(a), (b) (LGA-12)
                Issue 3: in, at discretion
                Issue 4: in""")));
        office.complete(reference, "Allocate case", OmbudsmanAnswers.allocate(MON_2026_06_01));
        office.complete(reference, "Notify council", OmbudsmanAnswers.notice(MON_2026_06_01));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.enough());

        assertThat(cases.issues(reference)).extracting(IssueView::discretion).containsExactly(null, null, "As the papers show.", null);
        assertThat(office.tasks(reference, "Find on issue")).as("findings on what is left").hasSize(2);
    }

    @Test
    void answersEveryIssueWithOneAnswerWhereTheSameIsSoOfAll() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        office.complete(reference, "Assess jurisdiction", OmbudsmanAnswers.jurisdiction(MON_2026_06_01.minusMonths(20), MON_2026_06_01.minusMonths(15),
                Map.of("issues", "The bins\nThe noise\nThe lights\nThe library\nThe road")));
        assess(reference, 5, Map.of());
        office.complete(office.taskOf(reference, "Assess issue", "issueNumber", 4), OmbudsmanAnswers.issue(MON_2026_06_01.minusMonths(20), MON_2026_06_01.minusMonths(15), Map.of("exclusion", "crime")));
        office.complete(office.taskOf(reference, "Assess issue", "issueNumber", 2), Map.of("issueFacts", "all"));
        var late = office.tasks(reference, "Decide on issue");
        office.complete(office.taskOf(reference, "Decide on issue", "issueNumber", 2), Answers.with(OmbudsmanAnswers.onIssue("in"), Map.of("sameForAll", true)));

        assertThat(late).hasSize(4);
        assertThat(office.openTasks(reference)).as("it does not meet other tests").containsExactly("Decide on issue");
        assertThat(cases.issues(reference)).extracting(IssueView::discretion).containsExactly("As the papers show.", "As the papers show.", "As the papers show.", null, null);
        assertThat(office.chronology(reference, "Decide on issue 3")).containsExactly("Decide on issue 3: As issue 2: Investigated at discretion.");
        decideOn(reference, 4, "out");
        assertThat(office.openTasks(reference)).containsExactly("Decide on intake");
    }

    @Test
    void leavesAnIssueThatAColleagueHasClaimedToThem() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        office.complete(reference, "Assess jurisdiction", OmbudsmanAnswers.jurisdiction(MON_2026_06_01.minusMonths(6), MON_2026_06_01.minusMonths(1), Map.of()));
        var colleague = office.hires("ombudsman", "intake-two", "ombudsman-intake");
        var claimed = office.taskOf(reference, "Assess issue", "issueNumber", 2);
        office.as(colleague);
        tasks.claim(claimed.getId(), colleague);
        office.completeAs("ombudsman-intake", office.taskOf(reference, "Assess issue", "issueNumber", 1), Map.of("issueFacts", "all"));

        assertThat(office.tasks(reference, "Assess issue")).extracting(Task::getId).containsExactly(claimed.getId());
    }

    @Test
    void forwardsNothingWhereEveryIssueIsLeftOut() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of("exclusion", "schools"));

        for (var intake : List.of("forward", "remedied")) {
            assertThatThrownBy(() -> ombudsman.decideAtIntake(reference, intake, Answers.with(Map.of("category", "education"), intake.equals("remedied") ? Map.of("actionCount", 0) : Map.of()))).isInstanceOf(AnswersRefused.class)
                    .hasMessageContaining("every issue is left out, so there is nothing to go on with");
        }

        assertThat(office.openTasks(reference)).containsExactly("Decide on intake");
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
        assertThat(cases.letters(reference)).extracting(LetterView::kind, LetterView::to).containsExactly(tuple("intake-decision", "Mr Quill"));
        assertThat(cases.all()).as("the council hears nothing").noneMatch(file -> reference.equals(file.counterpartReference()));
    }

    /** A complaint that is closed at intake is decided: outcome, statement to both, review and publication (LGA-18, LGS-18, LGS-22). */
    @Test
    void decidesWhatItClosesForOneReasonOrMore() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of("knewOn", "2024-01-08"));

        ombudsman.decideAtIntake(reference, "close", Map.of("closingReason", "late", "furtherReason", "nothing-to-achieve"));
        assertThat(office.openTasks(reference)).containsExactly("Issue decision");
        ombudsman.state(reference);

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.NOT_INVESTIGATED);
        assertThat(cases.get(reference).statusBecause()).isEqualTo("Closed after initial enquiries: Late; Nothing worthwhile to achieve");
        assertThat(office.chronology(reference, "Outcome")).singleElement().asString().startsWith(
                "Outcome: Closed after initial enquiries: Late; Nothing worthwhile to achieve (Local Government Act 1974 s.26B (LGA-07); ");
        assertThat(cases.letters(reference)).extracting(LetterView::kind, LetterView::to).containsExactly(
                tuple("decision", "Mr Quill"), tuple("decision", "Kent County Council"));
        assertThat(cases.letters(reference)).extracting(LetterView::text).allSatisfy(text -> assertThat(text).endsWith(
                "Not investigated:\nIssue 1: late, Local Government Act 1974 s.26B\nIssue 2: late, Local Government Act 1974 s.26B"));
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
        ombudsman.decideAtIntake(reference, "close", Map.of("closingReason", "fault-unlikely"));
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
        ombudsman.decideAtIntake(reference, "close", Map.of("closingReason", "fault-unlikely"));
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

    @ParameterizedTest
    @CsvSource({"late, no issue was left out as late (LGA-07)", "other-route, no issue was left out because of an appeal or a court remedy (LGA-12)",
            "excluded, no issue was left out because the law excludes it (LGA-14)"})
    void closesOnNoGroundOfLawOnWhichNoIssueIsOut(String reason, String sentence) {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of());

        assertThatThrownBy(() -> ombudsman.decideAtIntake(reference, "close", Map.of("closingReason", "fault-unlikely", "furtherReason", reason)))
                .isInstanceOf(AnswersRefused.class).hasMessage("Further reason: " + sentence + ".");
        assertThatThrownBy(() -> ombudsman.decideAtIntake(reference, "close", Map.of("closingReason", "fault-unlikely", "thirdReason", "fault-unlikely")))
                .hasMessage("Third reason: is given twice.");
    }

    @ParameterizedTest
    @CsvSource({"late, Late", "other-route, Appeal or court", "excluded, Excluded by law"})
    void closesOnTheGroundOfLawOnWhichAnIssueIsOut(String reason, String words) {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, switch (reason) {
            case "late" -> Map.of("knewOn", "2024-01-08");
            case "excluded" -> Map.of("exclusion", "schools");
            default -> Map.of("otherRoute", "tribunal", "otherRouteUsed", "used");
        });

        ombudsman.decideAtIntake(reference, "close", Map.of("closingReason", reason, "furtherReason", "nothing-to-achieve", "thirdReason", "another-body"));
        ombudsman.state(reference);

        assertThat(cases.get(reference).statusBecause())
                .isEqualTo("Closed after initial enquiries: " + words + "; Nothing worthwhile to achieve; Another body is better placed");
    }

    @Test
    void refersAPrematureComplaintBackToTheCouncil() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of("councilToldOn", "2026-05-11", "councilAnsweredOn", ""));

        ombudsman.endAtIntake(reference, "refer-back", Map.of());

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.REFERRED_BACK);
        assertThat(office.running(reference)).isFalse();
        assertThat(cases.letters(reference)).extracting(LetterView::to).containsExactly("Mr Quill", "Kent County Council");
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow();
        assertThat(cases.letters(council.reference())).extracting(LetterView::kind).containsExactly("intake-decision");
    }

    @Test
    void refersNothingBackThatTheCouncilHasAnswered() {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of());
        assertThatThrownBy(() -> ombudsman.decideAtIntake(reference, "refer-back", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessage("Decision: an issue is in jurisdiction, so not all of it can be referred back (LGS-03).");

        var out = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(out, Map.of("exclusion", "crime"));
        assertThatThrownBy(() -> ombudsman.decideAtIntake(out, "refer-back", Map.of()))
                .hasMessage("Decision: the council had its opportunity to answer, so there is nothing to refer back (LGS-03).");
    }

    @Test
    void publishesNoDecisionOnAComplaintFromBeforeApril2013() {
        var asked = catchThrowableOfType(AskedBack.class, () -> ombudsman.receive("Kent County Council", Map.of("receivedOn", "2013-03-28")));
        var reference = ombudsman.receive("Kent County Council", Map.of("receivedOn", "2013-03-28", "confirmed", asked.questions().get(0).code()));
        ombudsman.assess(reference, Map.of("knewOn", "2013-02-01", "councilToldOn", "2013-02-04", "councilAnsweredOn", "2013-03-01"));
        ombudsman.endAtIntake(reference, "close", Map.of("closingReason", "fault-unlikely"));

        assertThat(deadlines.of(reference)).extracting(DeadlineView::kind).contains("review-request").doesNotContain("publication");
        office.on(MON_2026_06_01.plusMonths(2));
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void asksTheCouncilQuicklyAndAcceptsTheRemedyThatItProposes() {
        var reference = asked(Map.of("simpleQuestion", true));
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
        var due = office.deadline(reference, "enquiry-reply").dueOn();
        office.complete(council, "Reply to enquiry", OmbudsmanAnswers.reply(MON_2026_06_01, Map.of("proposesRemedy", true)));
        var proposed = office.variable(reference, "proposesRemedy");
        ombudsman.decideAtIntake(reference, "remedied", Map.of("category", "childrens-services", "proposesRemedy", true, "actionCount", 2));
        office.as("ombudsman-intake").start("course-correction", OmbudsmanAnswers.course(reference, "intake-decision", MON_2026_06_01));
        ombudsman.decideAtIntake(reference, "remedied", Map.of("category", "childrens-services", "proposesRemedy", true, "actionCount", 1));
        office.completeAs("ombudsman-intake", office.task(reference, "Propose action"), OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(MON_2026_06_01, Map.of()));

        assertThat(actions.agreed(council)).extracting(ActionView::kind).containsExactly("apology");
        assertThat(List.of(reference, council)).allSatisfy(side -> assertThat(office.deadline(side, "agreed-action").dueOn()).isEqualTo(LocalDate.of(2026, 7, 1)));
        assertThat(office.openTasks(council)).containsExactly("Carry out action");
        ombudsman.show(council, 1, Map.of());
        assertThat(office.openTasks(reference)).containsExactly("Judge evidence");
        assertThat(due).as("ten working days for a simple question").isEqualTo(LocalDate.of(2026, 6, 15));
        assertThat(office.deadline(council, "enquiry-reply").dueOn()).isEqualTo(due);
        assertThat(proposed).isEqualTo(true);
        assertThat(office.chronology(reference, "Outcome")).singleElement().asString().startsWith("Outcome: Upheld: Injustice remedied (");
    }

    @Test
    void decidesAgainAfterAReplyThatCameByLetterAndTellsTheCouncilOfTheEnd() {
        var reference = asked(Map.of("replyBy", "2026-06-05"));
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
        var due = office.deadline(reference, "enquiry-reply").dueOn();
        office.completeAs("ombudsman-intake", office.task(reference, "Record reply to enquiry"), OmbudsmanAnswers.reply(MON_2026_06_01, Map.of()));
        var deciding = office.openTasks(reference);
        ombudsman.endAtIntake(reference, "advice", Map.of());

        assertThat(due).as("the day that the letter sets").isEqualTo(LocalDate.of(2026, 6, 5));
        assertThat(deciding).containsExactly("Decide on intake");
        assertThat(cases.letters(council)).extracting(LetterView::kind).containsExactly("enquiry", "intake-decision");
        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void putsNothingRightWhileTheCouncilIsAsked() {
        var reference = asked(Map.of());

        office.as("ombudsman-intake");
        assertThatThrownBy(() -> office.start("course-correction", OmbudsmanAnswers.course(reference, "tests", MON_2026_06_01))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("the council has been asked; put it right when its reply is there");
        office.signOut();
    }

    private String asked(Map<String, Object> different) {
        var reference = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.assess(reference, Map.of());
        ombudsman.decideAtIntake(reference, "enquiry", Map.of());
        office.complete(reference, "Ask council", OmbudsmanAnswers.askQuickly(MON_2026_06_01, different));
        return reference;
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
                .containsExactly("Mr Quill, affected", "Rutland County Council, council", "Y, child");
        office.complete(reference, "Allocate case", OmbudsmanAnswers.allocate(office.today()));
        office.complete(reference, "Notify council", OmbudsmanAnswers.notice(office.today()));
        assertThat(office.openTasks(reference)).containsExactly("Weigh evidence");
    }

    @Test
    void offersTheCouncilsOfTheRecordAndTakesNobodyElseForOne() throws IOException {
        office.as("ombudsman-intake");
        var form = new String(forms.getDeployedStartForm(repository.createProcessDefinitionQuery().processDefinitionKey("ombudsman-case").latestVersion().singleResult().getId()).readAllBytes(), StandardCharsets.UTF_8);

        assertThat(form).contains("{\"label\":\"Kent County Council\",\"value\":\"kent\"}").doesNotContain("valuesKey", "\"value\":\"ombudsman\"");
        assertThatThrownBy(() -> office.start("ombudsman-case", OmbudsmanAnswers.complaint(office.today(), "rutland", Map.of())))
                .hasMessageStartingWith("Council: choose one of ").hasMessageContaining("Kent County Council").hasMessageNotContaining("Ombudsman");
        assertThatThrownBy(() -> office.start("ombudsman-case", OmbudsmanAnswers.complaint(office.today(), " kent county council", Map.of())))
                .hasMessage("Another authority: Kent County Council works here; choose it as council, so that letters reach it.");
        assertThatThrownBy(() -> office.start("ombudsman-case", OmbudsmanAnswers.complaint(office.today(), "Rutland County Council", Map.of("authority", "kent"))))
                .hasMessage("Another authority: is not asked here.");
    }

    private void assess(String reference, int issue, Map<String, Object> different) {
        office.complete(office.taskOf(reference, "Assess issue", "issueNumber", issue), OmbudsmanAnswers.issue(MON_2026_06_01.minusMonths(6), MON_2026_06_01.minusMonths(1), different));
    }

    private void decideOn(String reference, int issue, String decision) {
        office.complete(office.taskOf(reference, "Decide on issue", "issueNumber", issue), OmbudsmanAnswers.onIssue(decision));
    }

    /** With what a form begins in these fields. */
    private Map<String, Object> begun(Task task, List<String> fields) {
        office.as("ombudsman-intake");
        try {
            var begun = new HashMap<String, Object>(forms.getTaskFormVariables(task.getId()));
            begun.keySet().retainAll(fields);
            return begun;
        } finally {
            office.signOut();
        }
    }
}
