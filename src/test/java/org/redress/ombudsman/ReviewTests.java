package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.ActionState;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
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

/** After the decision: one review within a month, and publication from its first day on but not while a review is open. */
@ProductTest
class ReviewTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_07_01 = LocalDate.of(2026, 7, 1);
    private static final LocalDate THU_2026_07_02 = LocalDate.of(2026, 7, 2);
    private static final LocalDate MON_2026_07_13 = LocalDate.of(2026, 7, 13);
    private static final String KENT = "Kent County Council";

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private AgreedActions actions;

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

    @ParameterizedTest
    @CsvSource({"confirmed, inaccurate-evidence", "explained, new-information", })
    void answersAReviewAndTellsBoth(String outcome, String ground) {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.decided(KENT, Map.of("councilReference", council));
        office.on(WED_2026_07_01);

        ombudsman.event(reference, "review", Map.of("reviewGround", ground));

        assertThat(office.openTasks(reference)).containsExactly("Decide on review");
        assertThat(office.deadline(reference, "review-request").outcome()).isEqualTo("met on Wed 1 Jul 2026, its last day");
        review(reference, outcome);
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.DECIDED);
        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("review-decision")).extracting(LetterView::to).containsExactly("Ms T", KENT);
        assertThat(cases.letters(council)).filteredOn(letter -> letter.kind().equals("review-decision")).hasSize(1);
        assertThatThrownBy(() -> ombudsman.event(reference, "review", Map.of("reviewGround", ground))).isInstanceOf(AnswersRefused.class)
                .hasMessage("What happened?: the decision has been reviewed; there is one review only (LGS-22).");
    }

    @Test
    void refusesAnotherGround() {
        var reference = ombudsman.decided(KENT, Map.of());

        assertThatThrownBy(() -> ombudsman.event(reference, "review", Map.of("reviewGround", "other"))).isInstanceOf(AnswersRefused.class)
                .hasMessage("Ground: a review needs inaccurate evidence, or new and relevant information (LGS-22).");
    }

    @Test
    void closesTheWindowAfterAMonthButTakesWhatWasAskedForInTime() {
        var reference = ombudsman.decided(KENT, Map.of());
        assertThat(office.deadline(reference, "review-request").dueOn()).isEqualTo(WED_2026_07_01);
        assertThat(office.timers(reference)).containsEntry("IntermediateEvent_ReviewTimeOver", THU_2026_07_02.atStartOfDay());

        office.on(THU_2026_07_02);

        assertThat(office.deadline(reference, "review-request").outcome()).isEqualTo("not used by Wed 1 Jul 2026");
        ombudsman.event(reference, "review", Map.of("reviewGround", "new-information", "happenedOn", "2026-07-01"));
        assertThat(office.openTasks(reference)).containsExactly("Decide on review");
        assertThat(office.deadline(reference, "review-request").outcome()).isEqualTo("met on Wed 1 Jul 2026, its last day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirmed", "too-late"})
    void looksAtALateRequestAtDiscretionWithAReason(String outcome) {
        var reference = ombudsman.decided(KENT, Map.of());
        office.on(THU_2026_07_02);
        ombudsman.event(reference, "review", Map.of("reviewGround", "new-information"));

        assertThat(office.deadline(reference, "review-request").outcome()).isEqualTo("late by 1 working day, done on Thu 2 Jul 2026");
        if (outcome.equals("confirmed")) {
            assertThatThrownBy(() -> review(reference, "confirmed")).isInstanceOf(AnswersRefused.class)
                    .hasMessage("Why a late request is looked at: an answer is needed: it was asked for after the month, so looking at it is at discretion (LGS-22).");
        }
        review(reference, outcome, outcome.equals("confirmed") ? Map.of("lateReason", "He was in hospital.") : Map.of());

        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("review-decision")).hasSize(2);
        assertThat(office.openTasks(reference)).isEmpty();
    }

    @Test
    void findsNoRequestTooLateThatCameInTime() {
        var reference = ombudsman.decided(KENT, Map.of());
        ombudsman.event(reference, "review", Map.of("reviewGround", "new-information"));

        assertThatThrownBy(() -> review(reference, "too-late")).isInstanceOf(AnswersRefused.class).hasMessage("Outcome: it was asked for within the month (LGS-22).");
    }

    @Test
    void issuesAnAmendedDecisionThatReplacesTheFirstForAllWhoHadIt() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.decided(KENT, Map.of("councilReference", council));
        ombudsman.event(reference, "review", Map.of("reviewGround", "inaccurate-evidence"));
        assertThatThrownBy(() -> review(reference, "amended")).isInstanceOf(AnswersRefused.class).hasMessageContaining("Amended decision: an answer is needed");

        review(reference, "amended", Map.of("amendedText", "We uphold the complaint; the date is put right."));

        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("decision")).extracting(LetterView::to, LetterView::marking).containsExactly(
                tuple("Ofsted", "replaced"), tuple("Ms T", "replaced"), tuple(KENT, "replaced"), tuple("Ofsted", "final"), tuple("Ms T", "final"), tuple(KENT, "final"));
        assertThat(cases.letters(council)).filteredOn(letter -> letter.kind().equals("decision")).extracting(LetterView::text, LetterView::marking).containsExactly(
                tuple("We uphold the complaint.", "replaced"), tuple("We uphold the complaint; the date is put right.", "final"));
        assertThat(office.chronology(council, "Decision amended")).hasSize(1);
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.DECIDED);
    }

    @Test
    void takesNoRequestFromBeforeTheDecision() {
        var reference = ombudsman.receive(KENT, Map.of("receivedOn", "2026-05-26"));
        ombudsman.assess(reference, Map.of());
        office.complete(reference, "Decide on intake", OmbudsmanAnswers.forward(MON_2026_06_01, Map.of("intake", "remedied", "actionCount", 0)));
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(MON_2026_06_01, Map.of()));

        assertThatThrownBy(() -> ombudsman.event(reference, "review", Map.of("reviewGround", "new-information", "happenedOn", "2026-05-29")))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("the decision was made on Mon 1 Jun 2026.");
    }

    @Test
    void reviewsNoDraft() {
        var reference = ombudsman.investigated(KENT, Map.of());

        assertThatThrownBy(() -> ombudsman.event(reference, "review", Map.of("reviewGround", "new-information"))).isInstanceOf(AnswersRefused.class)
                .hasMessage("What happened?: there is no decision that could be reviewed (LGS-22).");
    }

    @Test
    void letsOnlySomebodyReviewWhoHadNoPartInAnyVersion() {
        var reference = ombudsman.investigated(KENT, Map.of());
        ombudsman.draft(reference);
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(MON_2026_06_01));
        heard(reference);
        office.complete(reference, "Decide on draft", Map.of("draftStands", "change", "changes", "The first finding."));
        var findings = office.tasks(reference, "Find on issue");
        office.as("ombudsman-supervisor");
        findings.forEach(task -> tasks.setAssignee(task.getId(), "ombudsman-investigator-two"));
        office.signOut();
        office.tasks(reference, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("yes", "no")));
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(0, Map.of()));
        office.completeAs("ombudsman-reviewer", office.task(reference, "Approve draft"), Answers.approve());
        ombudsman.decide(reference, Map.of());
        ombudsman.event(reference, "review", Map.of("reviewGround", "new-information"));
        var review = office.task(reference, "Decide on review");

        turnedDown("ombudsman-manager", review.getId(), "approved the decision");
        turnedDown("ombudsman-reviewer", review.getId(), "approved the decision");
        for (var author : java.util.List.of("ombudsman-investigator", "ombudsman-investigator-two", "ombudsman-intake")) {
            identity.createMembership(author, "ombudsman-approvers");
            try {
                turnedDown(author, review.getId(), switch (author) {
                    case "ombudsman-investigator" -> "investigated this case";
                    case "ombudsman-intake" -> "decided on the intake";
                    default -> "wrote the decision";
                });
            } finally {
                office.signOut();
                identity.deleteMembership(author, "ombudsman-approvers");
            }
        }
    }

    @Test
    void setsAnUnsoundDecisionAsideAndDecidesAgain() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.decided(KENT, Map.of("councilReference", council), OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        assertThat(office.openTasks(council)).containsExactly("Carry out action");
        office.on(WED_2026_07_01);
        ombudsman.event(reference, "review", Map.of("reviewGround", "new-information"));

        review(reference, "not-sound");

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        for (var side : java.util.List.of(reference, council)) {
            assertThat(cases.letters(side)).filteredOn(letter -> letter.kind().equals("decision")).extracting(LetterView::marking).isNotEmpty().containsOnly("set-aside");
            assertThat(office.chronology(side, "Decision set aside")).hasSize(1);
        }
        var told = cases.chronology(reference);
        assertThat(told).filteredOn(line -> line.what().startsWith("Outcome: ")).singleElement().satisfies(line -> assertThat(line.setAside(told)).isTrue());
        assertThat(office.openTasks(reference)).containsExactly("Allocate case");
        assertThat(office.openTasks(council)).isEmpty();
        assertThat(actions.views(reference)).isEmpty();
        assertThat(actions.views(council)).isEmpty();
        for (var side : java.util.List.of(reference, council)) {
            assertThat(deadlines.of(side)).filteredOn(d -> d.kind().equals("agreed-action") || d.kind().equals("publication"))
                    .extracting(DeadlineView::outcome).isNotEmpty().allSatisfy(outcome -> assertThat(outcome).contains("the decision was set aside after a review"));
        }
        assertThat(office.deadline(reference, "allocation").triggerOn()).isEqualTo(WED_2026_07_01);

        office.complete(reference, "Allocate case", OmbudsmanAnswers.allocate(WED_2026_07_01));
        office.complete(reference, "Notify council", OmbudsmanAnswers.notice(WED_2026_07_01));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.enough());
        ombudsman.draft(reference, OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        ombudsman.decide(reference, Map.of());

        assertThat(actions.views(council)).extracting(ActionView::state).containsExactly(ActionState.UNDER_WAY);
        assertThat(office.openTasks(council)).containsExactly("Carry out action");
        assertThat(office.openTasks(reference)).contains("Record evidence");
        ombudsman.event(reference, "review", Map.of("reviewGround", "new-information"));
        assertThat(deadlines.of(reference)).filteredOn(d -> d.kind().equals("review-request")).extracting(DeadlineView::dueOn, DeadlineView::outcome)
                .containsExactly(tuple(WED_2026_07_01, "met on Wed 1 Jul 2026, its last day"), tuple(LocalDate.of(2026, 8, 1), "met on Wed 1 Jul 2026"));
    }

    @Test
    void setsAsideWhatTheCouncilHadFinished() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.decided(KENT, Map.of("councilReference", council), OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "accepted", Map.of());
        ombudsman.event(reference, "review", Map.of("reviewGround", "inaccurate-evidence"));

        review(reference, "not-sound");

        office.complete(reference, "Allocate case", OmbudsmanAnswers.allocate(MON_2026_06_01));
        office.complete(reference, "Notify council", OmbudsmanAnswers.notice(MON_2026_06_01));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));
        assertThat(office.openTasks(council)).containsExactly("Reply to enquiry");
    }

    @Test
    void publishesNotBeforeSixWeeks() {
        var reference = ombudsman.decided(KENT, Map.of());
        assertThat(office.deadline(reference, "publication").dueOn()).isEqualTo(MON_2026_07_13);
        assertThat(office.timers(reference)).containsEntry("IntermediateEvent_PublicationDateReached", MON_2026_07_13.atStartOfDay());
        office.on(MON_2026_07_13.minusDays(1));
        assertThat(office.openTasks(reference)).isEmpty();

        office.on(MON_2026_07_13);

        office.complete(reference, "Prepare publication copy", OmbudsmanAnswers.copy());
        assertThatThrownBy(() -> office.complete(reference, "Publish decision", OmbudsmanAnswers.publish(MON_2026_07_13.minusDays(1))))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("not before Mon 13 Jul 2026 (LGS-18)");
        office.complete(reference, "Publish decision", OmbudsmanAnswers.publish(MON_2026_07_13));
        assertThat(office.deadline(reference, "publication").outcome()).isEqualTo("done on Mon 13 Jul 2026, not before Mon 13 Jul 2026");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.COMPLETED);
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void publishesNothingWhileAReviewIsOpen() {
        var reference = ombudsman.decided(KENT, Map.of());
        office.on(WED_2026_07_01);
        ombudsman.event(reference, "review", Map.of("reviewGround", "new-information"));
        office.on(MON_2026_07_13);

        office.complete(reference, "Prepare publication copy", OmbudsmanAnswers.copy());
        assertThatThrownBy(() -> office.complete(reference, "Publish decision", OmbudsmanAnswers.publish(MON_2026_07_13))).isInstanceOf(AnswersRefused.class)
                .hasMessage("Is it published?: a review is open; decide on it first (LGS-18).");

        review(reference, "confirmed");
        office.complete(reference, "Publish decision", OmbudsmanAnswers.publish(MON_2026_07_13));
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-in-interest", "sole-trader", "personnel", "consent", "other"})
    void publishesNotWhereAnExceptionApplies(String exception) {
        var reference = ombudsman.decided(KENT, Map.of());
        office.on(MON_2026_07_13);
        office.complete(reference, "Prepare publication copy", Map.of("copyMade", "not-to-be-published"));
        assertThatThrownBy(() -> office.complete(reference, "Publish decision", Map.of("publication", "no", "publicationException", exception)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("Reasons");

        office.complete(reference, "Publish decision", Map.of("publication", "no", "publicationException", exception, "exceptionReason", "The child would be known."));

        assertThat(office.deadline(reference, "publication").outcome()).contains("it is not published");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.COMPLETED);
    }

    private void turnedDown(String person, String task, String because) {
        var name = identity.createUserQuery().userId(person).singleResult().getFirstName() + " (Ombudsman) ";
        office.as(person);
        assertThatThrownBy(() -> tasks.claim(task, person)).isInstanceOf(AnswersRefused.class)
                .hasMessage(name + because + ": the reviewer was not involved (LGS-22).");
        office.signOut();
    }

    private void heard(String reference) {
        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(office.today(), null));
        office.complete(reference, "Record council’s comments", OmbudsmanAnswers.councilComments(office.today(), null));
    }

    private void review(String reference, String outcome) {
        review(reference, outcome, Map.of());
    }

    private void review(String reference, String outcome, Map<String, Object> different) {
        office.completeAs("ombudsman-reviewer", office.task(reference, "Decide on review"), Answers.with(OmbudsmanAnswers.review(outcome, office.today()), different));
    }
}
