package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CommentView;
import org.redress.casefile.CommentsToConsider;
import org.redress.casefile.DutyDone;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** From the findings to the final decision: a second person approves, both sides are heard, each comment is considered. */
@ProductTest
class OmbudsmanDecisionTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);
    private static final LocalDate MON_2026_06_22 = LocalDate.of(2026, 6, 22);
    private static final LocalDate TUE_2026_06_23 = LocalDate.of(2026, 6, 23);
    private static final String KENT = "Kent County Council";

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private CommentsToConsider comments;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @Test
    void findsOnEachIssueThatIsInvestigated() {
        var reference = ombudsman.investigated(KENT, Map.of());
        assertThat(office.openTasks(reference)).containsExactly("Find on issue", "Find on issue");

        assertThatThrownBy(() -> office.complete(office.taskOfIssue(reference, "Find on issue", 1), OmbudsmanAnswers.finding("yes", null)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("Injustice?: an answer is needed.");
        find(reference, 1, "yes", "uncertain");
        find(reference, 2, "no-finding", null);

        assertThat(cases.issues(reference)).extracting(issue -> issue.answers().get(0).finding()).containsExactly("fault-injustice-uncertain", "no-finding");
        assertThat(office.openTasks(reference)).containsExactly("Draft decision");
    }

    @Test
    void proposesNoActionWhereThereIsNoFault() {
        var reference = ombudsman.investigated(KENT, Map.of());
        find(reference, 1, "no", null);
        find(reference, 2, "no-finding", null);

        assertThatThrownBy(() -> office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(1, Map.of()))).isInstanceOf(AnswersRefused.class)
                .hasMessage("Agreed actions: without a fault there is nothing to put right (REM-01).");

        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(1, Map.of("acceptsRemedy", true)));
        assertThat(office.openTasks(reference)).containsExactly("Propose action");
    }

    @Test
    void letsNobodyApproveTheirOwnDraftAtClaimNorAtCompletion() {
        var reference = drafted();
        var approve = office.task(reference, "Approve draft");
        identity.createMembership("ombudsman-investigator", "ombudsman-approvers");
        try {
            office.as("ombudsman-investigator");
            assertThatThrownBy(() -> tasks.claim(approve.getId(), "ombudsman-investigator")).isInstanceOf(AnswersRefused.class)
                    .hasMessage("Investigator (Ombudsman) wrote the draft: a second person approves it (LGS-12).");
            assertThatThrownBy(() -> tasks.complete(approve.getId(), Answers.approve())).isInstanceOf(AnswersRefused.class)
                    .hasMessage("Investigator (Ombudsman) wrote the draft: a second person approves it (LGS-12).");
        } finally {
            office.signOut();
            identity.deleteMembership("ombudsman-investigator", "ombudsman-approvers");
        }

        office.completeAs("ombudsman-manager", approve, Answers.approve());

        assertThat(office.openTasks(reference)).containsExactly("Send draft");
        assertThat(cases.duties(reference)).extracting(DutyDone::duty, DutyDone::person)
                .contains(tuple("draft-decision", "ombudsman-investigator"), tuple("approve-decision", "ombudsman-manager"));
    }

    @Test
    void changesTheActionsOfADraftThatIsGivenBack() {
        var reference = drafted();

        assertThatThrownBy(() -> office.complete(reference, "Approve draft", Map.of("approval", "return"))).isInstanceOf(AnswersRefused.class);
        office.complete(reference, "Approve draft", Map.of("approval", "return", "comments", "There has to be an apology."));

        assertThat(office.openTasks(reference)).containsExactly("Draft decision");
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(1, Map.of()));
        office.complete(reference, "Propose action", OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        office.complete(reference, "Approve draft", Answers.approve());

        assertThat(office.openTasks(reference)).containsExactly("Send draft");
    }

    @Test
    void beginsTheDraftAnewWhereItIsGivenBackBeforeItIsSent() {
        var reference = drafted();
        office.complete(reference, "Approve draft", Answers.approve());

        office.complete(reference, "Send draft", Map.of("giveBack", true, "giveBackReason", "There is another issue."));

        assertThat(office.openTasks(reference)).isNotEmpty().allMatch("Find on issue"::equals);
        assertThat(cases.lastLetter(reference, "draft-decision")).isEmpty();
    }

    @Test
    void sendsTheDraftInConfidenceToBothAtOnce() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.investigated(KENT, Map.of("councilReference", council));
        ombudsman.draft(reference, OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        assertThat(cases.letters(council)).extracting(LetterView::kind).as("before it is sent").doesNotContain("draft-decision");
        for (var box : List.of("sharingChecked")) {
            var answers = new HashMap<>(OmbudsmanAnswers.sendDraft(MON_2026_06_01));
            answers.put(box, false);
            assertThatThrownBy(() -> office.complete(reference, "Send draft", answers)).isInstanceOf(AnswersRefused.class);
        }

        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(MON_2026_06_01));

        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("draft-decision")).extracting(LetterView::to, LetterView::marking)
                .containsExactly(tuple("Ms T", "draft-confidential"), tuple(KENT, "draft-confidential"));
        assertThat(cases.lastLetter(council, "draft-decision")).hasValueSatisfying(letter -> assertThat(letter.marking()).isEqualTo("draft-confidential"));
        assertThat(office.openTasks(reference)).containsExactly("Record complainant’s comments", "Record council’s comments");
        assertThat(office.openTasks(council)).containsExactly("Comment on draft");
    }

    @Test
    void waitsForBothSidesOrTheirTimeBeforeTheDecision() {
        var reference = sent();
        assertThat(office.deadline(reference, "complainant-comments").dueOn()).isEqualTo(MON_2026_06_15);
        assertThat(office.deadline(reference, "council-comments").dueOn()).isEqualTo(MON_2026_06_15);
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_ComplainantsTimeOver", TUE_2026_06_16.atStartOfDay())
                .containsEntry("BoundaryEvent_CouncilsTimeOver", TUE_2026_06_16.atStartOfDay());

        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(MON_2026_06_01, null));

        assertThat(office.openTasks(reference)).as("one side is not enough").containsExactly("Record council’s comments");
        office.on(MON_2026_06_15);
        assertThat(office.openTasks(reference)).as("on the last day").containsExactly("Record council’s comments");
        office.on(TUE_2026_06_16);
        assertThat(office.openTasks(reference)).containsExactly("Decide on draft", "Record council’s comments");
        assertThat(office.task(reference, "Record council’s comments").getDueDate()).as("nobody is late").isNull();
        assertThat(office.deadline(reference, "council-comments").outcome()).isEqualTo("not used by Mon 15 Jun 2026");
        assertThat(office.deadline(reference, "complainant-comments").outcome()).isEqualTo("met on Mon 1 Jun 2026");
    }

    @Test
    void goesOnWithoutTheComplainantWhenTheirTimeIsOver() {
        var reference = sent();
        office.complete(reference, "Record council’s comments", OmbudsmanAnswers.councilComments(MON_2026_06_01, "The date is wrong"));
        assertThat(office.openTasks(reference)).containsExactly("Record complainant’s comments");

        office.on(TUE_2026_06_16);

        assertThat(office.deadline(reference, "complainant-comments").outcome()).isEqualTo("not used by Mon 15 Jun 2026");
        assertThat(office.openTasks(reference)).containsExactly("Consider comment", "Record complainant’s comments");
    }

    @Test
    void movesTheTimeForCommentsOfOneSide() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.investigated(KENT, Map.of("councilReference", council));
        ombudsman.draft(reference);
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(MON_2026_06_01));

        ombudsman.event(reference, "more-time", Map.of("extends", "council-comments", "newDueDate", "2026-06-22"));

        assertThat(office.deadline(council, "council-comments").dueOn()).isEqualTo(MON_2026_06_22);
        office.on(TUE_2026_06_16);
        assertThat(office.openTasks(reference)).containsExactly("Record complainant’s comments", "Record council’s comments");
        assertThat(office.deadline(council, "council-comments").outcome()).isEqualTo("due on Mon 22 Jun 2026");
        office.on(TUE_2026_06_23);
        assertThat(office.openTasks(reference)).containsExactly("Decide on draft", "Record complainant’s comments", "Record council’s comments");
        assertThat(office.deadline(council, "council-comments").outcome()).isEqualTo("not used by Mon 22 Jun 2026");
    }

    @Test
    void considersCommentsOfTheLastDayThatAreRecordedTheMorningAfter() {
        var reference = sent();
        office.on(TUE_2026_06_16);
        assertThat(office.openTasks(reference)).contains("Decide on draft");

        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(MON_2026_06_15, "It was May"));

        assertThat(office.deadline(reference, "complainant-comments").outcome()).isEqualTo("met on Mon 15 Jun 2026, its last day");
        assertThat(office.deadline(reference, "complainant-comments").steps()).last()
                .isEqualTo("Done on Mon 15 Jun 2026. Recorded on Tue 16 Jun 2026, after its day had passed.");
        assertThat(office.openTasks(reference)).containsExactly("Consider comment", "Record council’s comments");
    }

    @Test
    void decidesAnewWhenCommentsAreRecordedWhileTheDecisionIsBeingIssued() {
        var reference = sent();
        office.on(TUE_2026_06_16);
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());
        assertThat(office.openTasks(reference)).contains("Issue decision");

        office.complete(reference, "Record council’s comments", OmbudsmanAnswers.councilComments(MON_2026_06_15, "The date is wrong"));

        assertThat(office.openTasks(reference)).containsExactly("Consider comment", "Record complainant’s comments");
        office.complete(reference, "Consider comment", OmbudsmanAnswers.consider());
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(TUE_2026_06_16, Map.of()));
        assertThat(office.openTasks(reference)).as("the place is taken away with the decision").doesNotContain("Record complainant’s comments");
    }

    @Test
    void takesCommentsThatCameAfterTheirDayAsLateAndConsidersThem() {
        var reference = sent();
        office.on(TUE_2026_06_23);

        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(TUE_2026_06_16, "It was May"));

        assertThat(office.deadline(reference, "complainant-comments").outcome()).isEqualTo("late by 1 working day, done on Tue 16 Jun 2026");
        assertThat(office.chronology(reference, "Overdue")).as("nobody is late with what is their own").isEmpty();
        assertThat(office.openTasks(reference)).containsExactly("Consider comment", "Record council’s comments");
    }

    @Test
    void waitsForTheSecondSideAlthoughTheFirstOneIsRecordedLate() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.investigated(KENT, Map.of("councilReference", council));
        ombudsman.draft(reference);
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(MON_2026_06_01));
        ombudsman.event(reference, "more-time", Map.of("extends", "council-comments", "newDueDate", "2026-06-22"));
        office.on(TUE_2026_06_16);

        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(MON_2026_06_15, "It was May"));

        assertThat(office.openTasks(reference)).containsExactly("Record council’s comments");
        office.on(TUE_2026_06_23);
        assertThat(office.openTasks(reference)).containsExactly("Consider comment", "Record council’s comments");
    }

    @Test
    void givesMoreTimeAlsoWhenTheCourseHasGoneOnAndWaitsWithTheDecision() {
        var reference = sent();
        office.on(TUE_2026_06_16);
        office.complete(reference, "Record council’s comments", OmbudsmanAnswers.councilComments(MON_2026_06_15, null));

        ombudsman.event(reference, "more-time", Map.of("happenedOn", MON_2026_06_15.toString(), "extends", "complainant-comments", "newDueDate", "2026-06-22"));

        assertThat(office.deadline(reference, "complainant-comments").outcome()).isEqualTo("due on Mon 22 Jun 2026");
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_ComplainantsTimeOver", TUE_2026_06_23.atStartOfDay());
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());
        assertThatThrownBy(() -> office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(TUE_2026_06_16, Map.of()))).isInstanceOf(AnswersRefused.class)
                .hasMessage("Date of the decision: complainant comments can come until Mon 22 Jun 2026; more time was given (LGS-12).");
        office.on(TUE_2026_06_23);
        assertThat(office.openTasks(reference)).as("the course goes on once").containsExactly("Issue decision", "Record complainant’s comments");
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(TUE_2026_06_23, Map.of()));
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.DECIDED);
    }

    @Test
    void takesNothingOnADraftThatIsChanged() {
        var reference = sent();
        office.on(TUE_2026_06_16);
        ombudsman.event(reference, "more-time", Map.of("extends", "complainant-comments", "newDueDate", "2026-06-22"));

        office.complete(reference, "Decide on draft", Map.of("draftStands", "change", "changes", "The first finding."));

        assertThat(office.openTasks(reference)).containsExactly("Find on issue", "Find on issue");
        assertThat(office.deadline(reference, "complainant-comments").outcome()).isEqualTo("cancelled because the draft is changed");
    }

    @Test
    void takesNoDecisionDatedBeforeBothSidesWereHeard() {
        var reference = sent();
        office.on(MON_2026_06_15);
        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(MON_2026_06_01, null));
        office.complete(reference, "Record council’s comments", OmbudsmanAnswers.councilComments(MON_2026_06_15, null));
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());

        assertThatThrownBy(() -> office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(LocalDate.of(2026, 6, 12), Map.of())))
                .isInstanceOf(AnswersRefused.class).hasMessage("Date of the decision: both sides were heard until Mon 15 Jun 2026 (LGS-12).");

        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(MON_2026_06_15, Map.of()));
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.DECIDED);
    }

    @Test
    void considersEachCommentOnce() {
        var reference = sent();
        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(MON_2026_06_01, "It was May\nMy son is ten"));
        office.complete(reference, "Record council’s comments", OmbudsmanAnswers.councilComments(MON_2026_06_01, "We agree"));
        assertThat(office.tasks(reference, "Consider comment")).hasSize(3);

        office.complete(office.taskOf(reference, "Consider comment", "commentNumber", 2), Map.of("consideration", "Corrected.", "changesDraft", true));

        assertThat(office.tasks(reference, "Consider comment")).hasSize(2);
        office.tasks(reference, "Consider comment").forEach(task -> office.complete(task, OmbudsmanAnswers.consider()));
        assertThat(comments.all(reference)).extracting(CommentView::by, CommentView::text, CommentView::changesDraft)
                .containsExactly(tuple("complainant", "It was May", false), tuple("complainant", "My son is ten", true), tuple("council", "We agree", false));
        assertThat(office.openTasks(reference)).containsExactly("Decide on draft");
    }

    @Test
    void givesANewRoundNewPeriods() {
        var reference = sent();
        heard(reference);
        assertThatThrownBy(() -> office.complete(reference, "Decide on draft", Map.of("draftStands", "change"))).isInstanceOf(AnswersRefused.class);
        office.complete(reference, "Decide on draft", Map.of("draftStands", "change", "changes", "The first finding."));
        office.on(MON_2026_06_15);
        find(reference, 1, "no", null);
        find(reference, 2, "no", null);
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(0, Map.of()));
        office.complete(reference, "Approve draft", Answers.approve());
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(MON_2026_06_15));

        assertThat(deadlines.of(reference)).filteredOn(d -> d.kind().equals("council-comments")).extracting(DeadlineView::dueOn)
                .containsExactly(MON_2026_06_15, LocalDate.of(2026, 6, 29));
        assertThat(office.openTasks(reference)).containsExactly("Record complainant’s comments", "Record council’s comments");
        heard(reference);
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(MON_2026_06_15, Map.of("informationSharing", "not-needed")));
        assertThat(cases.get(reference).statusBecause()).as("by the findings of the second draft").isEqualTo("No fault");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            yes        | yes       | 1 | false | Upheld     | Fault and injustice
            yes        | yes       | 0 | false | Upheld     | Fault and injustice
            yes        | uncertain | 0 | false | Upheld     | Fault, no injustice
            yes        | uncertainty | 1 | false | Upheld   | Fault and injustice
            yes        | uncertainty | 0 | true | Upheld    | Fault and injustice, already remedied
            yes        | yes       | 0 | true  | Upheld     | Fault and injustice, already remedied
            yes        | no        | 0 | false | Upheld     | Fault, no injustice
            yes        | no        | 1 | false | Upheld     | Fault, no injustice
            no         | -         | 0 | false | Not upheld | No fault
            no-finding | -         | 0 | false | Not upheld | No finding possible
            """)
    void takesTheOutcomeFromTheFindingsAndTheRemedy(String fault, String injustice, int actions, boolean already, String decision, String reason) {
        var reference = ombudsman.investigated(KENT, Map.of());
        find(reference, 1, fault, injustice);
        find(reference, 2, fault.equals("no") ? "no-finding" : fault.equals("yes") ? "no" : fault, null);
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(actions, Map.of("alreadyRemedied", already)));
        office.tasks(reference, "Propose action").forEach(task -> office.complete(task, OmbudsmanAnswers.action("apology", "1 month", Map.of())));
        office.complete(reference, "Approve draft", Answers.approve());
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(MON_2026_06_01));
        heard(reference);
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(MON_2026_06_01, Map.of()));

        assertThat(office.chronology(reference, "Outcome")).singleElement().asString().startsWith("Outcome: " + decision + ": " + reason + " (");
        assertThat(cases.get(reference).statusBecause()).isEqualTo(reason);
    }

    @Test
    void upholdsWithoutAnInvestigationWhatTheCouncilHasPutRight() {
        var reference = ombudsman.receive(KENT, Map.of());
        ombudsman.assess(reference, Map.of());
        office.complete(reference, "Decide on intake", OmbudsmanAnswers.forward(office.today(), Map.of("intake", "remedied", "actionCount", 0)));

        assertThat(office.openTasks(reference)).containsExactly("Issue decision");
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(office.today(), Map.of()));

        assertThat(office.chronology(reference, "Outcome")).singleElement().asString().startsWith("Outcome: Upheld: Injustice remedied (");
        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("decision")).extracting(letter -> letter.to()).containsExactly("Ofsted", "Mr Quill", KENT);
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.DECIDED);
    }

    @Test
    void upholdsWithTheCouncilsOwnRemedyThatTheDraftAccepts() {
        var reference = ombudsman.investigated(KENT, Map.of());
        find(reference, 1, "no-finding", null);
        find(reference, 2, "no-finding", null);
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(0, Map.of("acceptsRemedy", true)));
        office.complete(reference, "Approve draft", Answers.approve());
        ombudsman.decide(reference, Map.of());

        assertThat(cases.get(reference).statusBecause()).isEqualTo("Remedy agreed during investigation");
    }

    @Test
    void asksTheCouncilForNothingOnceItsCommentsWereRecordedAndTheDraftWentOn() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.investigated(KENT, Map.of("councilReference", council));
        ombudsman.draft(reference);
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(MON_2026_06_01));
        heard(reference);
        office.complete(reference, "Decide on draft", Map.of("draftStands", "change", "changes", "The first finding."));
        ombudsman.draft(reference);
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(MON_2026_06_01));
        assertThat(office.openTasks(council)).containsExactly("Comment on draft");
        heard(reference);
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());

        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(MON_2026_06_01, Map.of()));

        assertThat(office.openTasks(council)).isEmpty();
        assertThat(deadlines.of(council)).filteredOn(d -> d.kind().equals("council-comments")).extracting(DeadlineView::outcome)
                .containsExactly("cancelled because a draft decision followed", "cancelled because the Ombudsman has decided");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            childrens-services | Ofsted
            education          | Ofsted
            adult-care         | the Care Quality Commission
            """)
    void sharesAnUpheldDecisionWithItsRegulatorAndSaysSo(String category, String regulator) {
        var reference = toIssue(category, "yes", "no");
        Map<String, Object> care = category.equals("adult-care") ? Map.of("fundamentalStandard", "yes") : Map.of();

        for (var answer : List.of("not-stated", "not-needed")) {
            assertThatThrownBy(() -> office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(MON_2026_06_01, Answers.with(care, Map.of("informationSharing", answer)))))
                    .isInstanceOf(AnswersRefused.class).hasMessageEndingWith("an upheld decision about " + category.replace("childrens", "children’s").replace('-', ' ') + " is shared with " + regulator + " and says so (LGS-17).");
        }
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(MON_2026_06_01, care));

        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("decision")).extracting(LetterView::to)
                .containsExactly(regulator, "Mr Quill", KENT);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            school-admissions, yes, yes
            school-transport, yes, no
            other, yes, yes
            childrens-services, no, -
            """)
    void sharesOtherDecisionsWithNobody(String category, String fault, String injustice) {
        var reference = toIssue(category, fault, injustice);

        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(MON_2026_06_01, Map.of("informationSharing", "not-needed")));

        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("decision")).extracting(LetterView::to).containsExactly("Mr Quill", KENT);
    }

    @Test
    void tellsTheCareQualityCommissionOnlyWhereAFundamentalStandardMayBeBreached() {
        var reference = toIssue("adult-care", "yes", "yes");

        assertThatThrownBy(() -> office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(MON_2026_06_01, Map.of("informationSharing", "not-needed"))))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("May a fundamental standard of care be breached?: an answer is needed");
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(MON_2026_06_01, Map.of("informationSharing", "not-needed", "fundamentalStandard", "no")));

        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("decision")).extracting(LetterView::to).containsExactly("Mr Quill", KENT);
    }

    @Test
    void namesNobody() {
        var reference = toIssue("other", "yes", "yes");

        assertThatThrownBy(() -> office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(MON_2026_06_01, Map.of("anonymised", false))))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("It names no person");

        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(MON_2026_06_01, Map.of()));

        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("decision")).extracting(LetterView::marking).containsOnly("final");
    }

    private String toIssue(String category, String fault, String injustice) {
        var reference = ombudsman.receive(KENT, Map.of());
        ombudsman.assess(reference, Map.of("issues", "Nobody asked for my view"));
        office.complete(reference, "Decide on intake", OmbudsmanAnswers.forward(office.today(), Map.of("category", category)));
        office.complete(reference, "Allocate case", OmbudsmanAnswers.allocate(office.today()));
        office.complete(reference, "Notify council", OmbudsmanAnswers.notice(office.today()));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.enough());
        find(reference, 1, fault, injustice);
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(0, Map.of()));
        office.complete(reference, "Approve draft", Answers.approve());
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        heard(reference);
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());
        return reference;
    }

    private String drafted() {
        var reference = ombudsman.investigated(KENT, Map.of());
        find(reference, 1, "yes", "yes");
        find(reference, 2, "no", null);
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(0, Map.of()));
        return reference;
    }

    private String sent() {
        var reference = drafted();
        office.complete(reference, "Approve draft", Answers.approve());
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        return reference;
    }

    private void heard(String reference) {
        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(office.today(), null));
        office.complete(reference, "Record council’s comments", OmbudsmanAnswers.councilComments(office.today(), null));
    }

    private void find(String reference, int issue, String fault, String injustice) {
        office.complete(office.taskOfIssue(reference, "Find on issue", issue), OmbudsmanAnswers.finding(fault, injustice));
    }
}
