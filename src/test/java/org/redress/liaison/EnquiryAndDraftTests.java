package org.redress.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.testing.Answers.with;
import static org.redress.testing.OmbudsmanAnswers.councilComments;
import static org.redress.testing.OmbudsmanAnswers.reply;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CommentView;
import org.redress.casefile.CommentsToConsider;
import org.redress.casefile.EvidenceRegister;
import org.redress.casefile.EvidenceView;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineState;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An enquiry and its reply, a draft and the comments on it, as letters between the two sides (LGA-16, LGA-28, LGS-09 to LGS-14). */
@ProductTest
class EnquiryAndDraftTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_02 = LocalDate.of(2026, 6, 2);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);
    private static final LocalDate WED_2026_06_17 = LocalDate.of(2026, 6, 17);
    private static final LocalDate THU_2026_06_25 = LocalDate.of(2026, 6, 25);
    private static final LocalDate MON_2026_06_29 = LocalDate.of(2026, 6, 29);
    private static final LocalDate TUE_2026_06_30 = LocalDate.of(2026, 6, 30);
    private static final LocalDate WED_2026_07_01 = LocalDate.of(2026, 7, 1);

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private EvidenceRegister evidence;

    @Autowired
    private CommentsToConsider comments;

    private String reference;
    private String council;

    @BeforeEach
    void theOmbudsmanInvestigates() {
        office.on(MON_2026_06_01);
        reference = ombudsman.notified("Kent County Council", Map.of());
        council = ombudsman.isNew(cases.linked("kent", "ombudsman", reference).orElseThrow().reference());
    }

    @Test
    void remindsOfAReplyAndTellsTheSupervisorWhenItIsOverdue() {
        ask(reference);

        assertThat(office.deadline(council, "enquiry-reply").dueOn()).isEqualTo(MON_2026_06_29);
        assertThat(office.timers(council)).containsEntry("BoundaryEvent_EnquiryReplyDueSoon", THU_2026_06_25.atTime(9, 0))
                .containsEntry("BoundaryEvent_EnquiryReplyOverdue", TUE_2026_06_30.atStartOfDay());
        office.on(THU_2026_06_25);
        assertThat(office.chronology(council, "Reminder: Enquiry reply 1")).hasSize(1);
        office.on(MON_2026_06_29);
        assertThat(office.openTasks(council)).containsExactly("Reply to enquiry");
        office.on(TUE_2026_06_30);

        assertThat(office.openTasks(council)).containsExactly("Explain the delay to the complainant", "Reply to enquiry");
        assertThat(office.openTasks(reference)).containsExactly("Chase council", "Record reply to enquiry");
    }

    @Test
    void countsTheDayThatTheEnquirySetsOnBothSides() {
        office.complete(reference, "Weigh evidence", with(OmbudsmanAnswers.ask("council", office.today()), Map.of("replyBy", WED_2026_06_17.toString())));

        for (var side : java.util.List.of(reference, council)) {
            var due = office.deadline(side, "enquiry-reply");
            assertThat(due.dueOn()).as(side).isEqualTo(WED_2026_06_17);
            assertThat(due.steps()).containsExactly("The letter of Mon 1 Jun 2026 sets Wed 17 Jun 2026; without it, 20 working days would end on Mon 29 Jun 2026.");
        }
        office.complete(council, "Reply to enquiry", reply(office.today(), Map.of()));
        ask(reference);
        assertThat(office.deadline(council, "enquiry-reply").dueOn()).as("the next enquiry sets no day").isEqualTo(MON_2026_06_29);
    }

    @Test
    void givesTenWorkingDaysForASimpleQuestion() {
        office.complete(reference, "Weigh evidence", with(OmbudsmanAnswers.ask("council", office.today()), Map.of("simpleQuestion", true)));

        assertThat(office.deadline(reference, "enquiry-reply").dueOn()).isEqualTo(MON_2026_06_15);
        assertThat(office.deadline(council, "enquiry-reply").dueOn()).isEqualTo(MON_2026_06_15);
    }

    @Test
    void refusesADayForTheReplyThatIsNotAfterTheEnquiry() {
        assertThatThrownBy(() -> office.complete(reference, "Weigh evidence",
                with(OmbudsmanAnswers.ask("council", office.today()), Map.of("replyBy", office.today().toString()))))
                .hasMessage("Reply by: is not after the day of the enquiry.");
    }

    @Test
    void countsTheDayThatTheDraftSetsForTheCommentsOfBothSides() {
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.enough());
        ombudsman.draft(reference);
        assertThatThrownBy(() -> office.complete(reference, "Send draft", with(OmbudsmanAnswers.sendDraft(MON_2026_06_01), Map.of("commentsBy", "2026-06-01"))))
                .hasMessage("Comments by: is not after the day of the draft.");

        office.complete(reference, "Send draft", with(OmbudsmanAnswers.sendDraft(MON_2026_06_01), Map.of("commentsBy", WED_2026_06_17.toString())));

        assertThat(office.deadline(reference, "complainant-comments").dueOn()).isEqualTo(WED_2026_06_17);
        assertThat(office.deadline(reference, "council-comments").dueOn()).isEqualTo(WED_2026_06_17);
        assertThat(office.deadline(council, "council-comments").dueOn()).isEqualTo(WED_2026_06_17);
    }

    @Test
    void takesALateReplyAndGoesOn() {
        ask(reference);
        office.on(WED_2026_07_01);
        office.complete(council, "Reply to enquiry", reply(office.today(), Map.of()));

        assertThat(office.deadline(council, "enquiry-reply").outcome()).isEqualTo("late by 2 working days, done on Wed 1 Jul 2026");
        assertThat(office.deadline(reference, "enquiry-reply").outcome()).isEqualTo("late by 2 working days, done on Wed 1 Jul 2026");
        assertThat(office.openTasks(reference)).contains("Weigh evidence");
        assertThat(cases.lastLetter(reference, "enquiry-reply").orElseThrow().text()).isEqualTo("Here are the minutes.");
    }

    @Test
    void registersTheDocumentsOfEachReplyOnce() {
        ask(reference);
        office.complete(council, "Reply to enquiry", reply(office.today(), withheld("letter")));
        ask(reference);
        office.complete(council, "Reply to enquiry", reply(office.today(), Map.of("documents", "Policy")));
        ask(reference);
        var nothingMore = new java.util.HashMap<>(reply(office.today(), Map.of()));
        nothingMore.remove("documents");
        office.complete(council, "Reply to enquiry", nothingMore);

        assertThat(evidence.of(reference)).extracting(EvidenceView::what, EvidenceView::marking).containsExactly(
                org.assertj.core.groups.Tuple.tuple("Minutes of the meeting", "both"), org.assertj.core.groups.Tuple.tuple("E-mail of the manager", "both"),
                org.assertj.core.groups.Tuple.tuple("Police notes", "withheld"), org.assertj.core.groups.Tuple.tuple("Policy", "both"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter", "in-person"})
    void givesNoticeOfWhatMustNotBePassedOnOnPaperOnly(String channel) {
        ask(reference);
        office.complete(council, "Reply to enquiry", reply(office.today(), withheld(channel)));

        assertThat(cases.lastLetter(council, "section-32-3-notice").orElseThrow().channel()).isEqualTo(channel);
        assertThat(cases.lastLetter(reference, "section-32-3-notice")).as("goes by post, not by message").isEmpty();
    }

    @Test
    void refusesSuchANoticeByEmailAndSendsNothing() {
        ask(reference);

        assertThatThrownBy(() -> office.complete(council, "Reply to enquiry", reply(office.today(), withheld("email"))))
                .hasMessageContaining("may not be given electronically");
        assertThat(cases.letters(council)).extracting(LetterView::kind).doesNotContain("enquiry-reply", "section-32-3-notice");
        assertThat(evidence.of(reference)).isEmpty();
        assertThat(office.openTasks(reference)).containsExactly("Record reply to enquiry");
    }

    @Test
    void recordsTheReplyOfACouncilOutsideByHand() {
        var alone = ombudsman.notified("Northshire Council", Map.of());
        ask(alone);

        assertThatThrownBy(() -> office.complete(alone, "Record reply to enquiry", reply(office.today(), withheld("email"))))
                .hasMessageContaining("give it on paper");
        office.complete(alone, "Record reply to enquiry", reply(office.today(), withheld("letter")));

        assertThat(evidence.of(alone)).extracting(EvidenceView::from).containsOnly("the reply");
        assertThat(evidence.of(alone)).extracting(EvidenceView::marking).containsExactly("both", "both", "withheld");
        assertThat(cases.letters(alone)).extracting(LetterView::kind).contains("enquiry-reply", "section-32-3-notice");
        assertThat(office.deadline(alone, "enquiry-reply").state()).isEqualTo(DeadlineState.MET);
        assertThat(office.openTasks(alone)).containsExactly("Weigh evidence");
    }

    @Test
    void takesCommentsOfBothSidesOneByOne() {
        draft(reference);
        office.complete(council, "Comment on draft", councilComments(office.today(), "The date is wrong\nWe agree otherwise"));

        assertThat(comments.all(reference)).extracting(CommentView::by, CommentView::text).containsExactly(
                org.assertj.core.groups.Tuple.tuple("council", "The date is wrong"), org.assertj.core.groups.Tuple.tuple("council", "We agree otherwise"));
        assertThat(office.deadline(reference, "council-comments").state()).isEqualTo(DeadlineState.MET);
        assertThat(office.openTasks(reference)).containsExactly("Record complainant’s comments");
    }

    @Test
    void doesNotRepeatTheCommentsOnAnEarlierDraft() {
        draft(reference);
        office.complete(council, "Comment on draft", councilComments(office.today(), "The date is wrong"));
        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(office.today(), null));
        office.complete(reference, "Consider comment", OmbudsmanAnswers.consider());
        office.complete(reference, "Decide on draft", Map.of("draftStands", "change", "changes", "The date."));
        draft(reference);
        office.complete(council, "Comment on draft", councilComments(office.today(), null));

        assertThat(comments.all(reference)).extracting(CommentView::text).containsExactly("The date is wrong");
        assertThat(cases.lastLetter(council, "draft-comments").orElseThrow().text()).isEqualTo("No comments.");
    }

    @Test
    void endsTheTimeForCommentsOnBothSidesAtTheSameMoment() {
        draft(reference);

        assertThat(office.deadline(council, "council-comments").dueOn()).isEqualTo(MON_2026_06_15);
        assertThat(office.timers(council)).containsEntry("BoundaryEvent_TimeForCommentsOver", TUE_2026_06_16.atStartOfDay());
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_CouncilsTimeOver", TUE_2026_06_16.atStartOfDay());
        office.on(MON_2026_06_15);
        assertThat(office.openTasks(council)).containsExactly("Comment on draft");
        office.on(TUE_2026_06_16);

        assertThat(office.deadline(council, "council-comments").state()).isEqualTo(DeadlineState.LAPSED);
        assertThat(office.openTasks(reference)).containsExactly("Decide on draft", "Record complainant’s comments", "Record council’s comments");
    }

    @Test
    void considersCommentsOfTheLastDayThatTheCouncilRecordsTheMorningAfter() {
        draft(reference);
        office.on(TUE_2026_06_16);

        office.complete(council, "Comment on draft", councilComments(MON_2026_06_15, "The date is wrong"));

        assertThat(office.deadline(council, "council-comments").outcome()).isEqualTo("met on Mon 15 Jun 2026, its last day");
        assertThat(office.deadline(reference, "council-comments").outcome()).isEqualTo("met on Mon 15 Jun 2026, its last day");
        assertThat(office.openTasks(reference)).containsExactly("Consider comment", "Record complainant’s comments");
        assertThat(office.openTasks(council)).isEmpty();
    }

    @Test
    void givesBothSidesTheTimeThatWasGranted() {
        draft(reference);
        ombudsman.event(reference, "more-time", Map.of("extends", "council-comments", "newDueDate", WED_2026_06_17.toString()));

        assertThat(office.deadline(council, "council-comments").dueOn()).isEqualTo(WED_2026_06_17);
        assertThat(office.deadline(reference, "council-comments").dueOn()).isEqualTo(WED_2026_06_17);
        office.on(TUE_2026_06_16);
        assertThat(office.openTasks(council)).containsExactly("Comment on draft");
    }

    @Test
    void considersCommentsThatComeAfterSomebodyRecordedThatThereWereNone() {
        draft(reference);
        office.complete(reference, "Record council’s comments", councilComments(office.today(), null));
        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(office.today(), null));
        office.on(TUE_2026_06_02);
        office.complete(council, "Comment on draft", councilComments(office.today(), "One thing more"));

        assertThat(comments.all(reference)).extracting(CommentView::text).containsExactly("One thing more");
        assertThat(cases.lastLetter(reference, "draft-comments").orElseThrow().text()).isEqualTo("One thing more");
        assertThat(office.openTasks(reference)).containsExactly("Consider comment");
    }

    @Test
    void endsThePlaceForCommentsWithTheDecision() {
        draft(reference);
        office.on(TUE_2026_06_16);
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());
        assertThat(office.openTasks(council)).containsExactly("Comment on draft");

        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(office.today(), Map.of()));

        assertThat(office.openTasks(council)).doesNotContain("Comment on draft");
    }

    @Test
    void recordsTheCommentsOfACouncilOutsideByHand() {
        var alone = ombudsman.notified("Northshire Council", Map.of());
        draft(alone);
        office.complete(alone, "Record council’s comments", councilComments(office.today(), "The date is wrong\nWe agree otherwise"));

        assertThat(comments.all(alone)).extracting(CommentView::by).containsExactly("council", "council");
        assertThat(office.openTasks(alone)).containsExactly("Record complainant’s comments");
    }

    @ParameterizedTest
    @CsvSource({"reply, Reply to enquiry", "comments, Comment on draft"})
    void endsWhatWasAskedWhenTheOmbudsmanClosesEarly(String what, String task) {
        if (what.equals("reply")) {
            ask(reference);
        } else {
            draft(reference);
        }
        assertThat(office.openTasks(council)).containsExactly(task);
        ombudsman.event(reference, "withdrawn", Map.of());
        ombudsman.state(reference);

        assertThat(office.openTasks(council)).isEmpty();
        assertThat(cases.lastLetter(council, "decision")).isPresent();
        assertThat(office.running(council)).isFalse();
    }

    private void ask(String of) {
        office.complete(of, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));
    }

    private void draft(String of) {
        if (!office.tasks(of, "Weigh evidence").isEmpty()) {
            office.complete(of, "Weigh evidence", OmbudsmanAnswers.enough());
        }
        ombudsman.draft(of);
        office.complete(of, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
    }

    private static Map<String, Object> withheld(String channel) {
        return Map.of("withholds", true, "withheld", "Police notes", "noticeChannel", channel);
    }
}
