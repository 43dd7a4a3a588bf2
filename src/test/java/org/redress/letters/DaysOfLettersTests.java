package org.redress.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.documents.Documents;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.redress.testing.SentLetters;
import org.springframework.beans.factory.annotation.Autowired;

/** The days in letters are those of the deadlines that follow from them, or that they chase. */
@ProductTest
class DaysOfLettersTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_17 = LocalDate.of(2026, 6, 17);

    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private OmbudsmanCasework ombudsman;
    @Autowired private CaseFiles cases;
    @Autowired private LetterDocuments letters;
    @Autowired private SentLetters sent;

    @BeforeEach
    void beginsInJune() {
        office.on(MON_2026_06_01);
    }

    @Test
    void saysInAnEnquiryAndInItsReminderWhenTheReplyIsDue() {
        var reference = ombudsman.notified("kent", Map.of());
        office.complete(reference, "Weigh evidence", Answers.with(OmbudsmanAnswers.ask("council", MON_2026_06_01), Map.of("simpleQuestion", true)));

        assertThat(text(reference, "enquiry")).contains("Please reply by 15 June 2026.");
        assertThat(office.deadline(reference, "enquiry-reply").dueOn()).isEqualTo(LocalDate.of(2026, 6, 15));

        office.on(WED_2026_06_17);
        office.complete(reference, "Chase council", Map.of("lateFlag", "delay-responding", "letterText", "We have not had your reply.", "chasedOn", WED_2026_06_17.toString()));

        assertThat(text(reference, "reminder")).contains("We should have had this by 15 June 2026: the reply to our enquiry of 1 June 2026.");
    }

    @Test
    void saysInADraftUntilWhenItCanBeCommentedOn() {
        var reference = ombudsman.notified("kent", Map.of());
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.enough());
        ombudsman.draft(reference);
        office.complete(reference, "Send draft", Answers.with(OmbudsmanAnswers.sendDraft(MON_2026_06_01), Map.of("commentsBy", WED_2026_06_17.toString())));

        assertThat(text(reference, "draft-decision")).contains("Please send us your comments on this draft by 17 June 2026.");
    }

    @Test
    void saysTheNewDayOfAnExtension() {
        var reference = casework.accepted("kent");
        office.event(reference, "extension", Answers.extension(LocalDate.of(2026, 6, 26)));

        assertThat(text(reference, "extension-notice")).contains("The new day is 26 June 2026.");
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(LocalDate.of(2026, 6, 26));
    }

    @Test
    void saysInAPlanWhenItsAnswerIsDue() {
        var reference = casework.accepted("kent", Map.of(), Map.of("subject", "adult-care"));
        office.complete(reference, "Agree plan", Answers.plan(MON_2026_06_01, "twenty-five working days"));

        assertThat(text(reference, "agreed-plan")).contains("We will send you our full response by 6 July 2026.");
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(LocalDate.of(2026, 7, 6));
    }

    @Test
    void saysInTheAcknowledgementOfAFurtherStageWhatWasAskedForAndWhenItsAnswerIsDue() {
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        office.on(LocalDate.of(2026, 6, 3));
        casework.wish(reference, "next-stage");
        casework.acknowledgeNextStage(reference);

        assertThat(text(reference, "acknowledgement")).contains("Thank you for asking us on 3 June 2026 to look at your complaint again, at stage 2", Dates.inFull(office.deadline(reference, "response").dueOn()));
    }

    /** Whoever stops a complaint says so at once in writing, with what it waits for by its name and the right to come again (CHD-13, CHD-14). */
    @Test
    void sendsANoticeThatProceedingsStopAComplaint() {
        var reference = casework.accepted("kent");
        office.event(reference, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("details", "The claim in the county court, number 7.")));

        assertThat(text(reference, "proceedings-notice")).contains("We cannot consider your complaint while something else goes on.", "What goes on: The claim in the county court, number 7.",
                "Witnesses in court would be questioned twice.", "You can bring these matters to us again then, within 1 year after that day.", "Your right to go to the Ombudsman");
        assertThat(cases.lastLetter(reference, "proceedings-notice")).isPresent();
    }

    @Test
    void namesTheIssuesThatProceedingsStop() {
        var reference = casework.accepted("kent");
        office.event(reference, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("affectedIssues", "2")));

        assertThat(text(reference, "proceedings-notice")).contains("these parts of your complaint", "- " + cases.issues(reference).get(1).text(), "We go on with the rest of it.")
                .doesNotContain("- " + cases.issues(reference).get(0).text());
    }

    private String text(String reference, String kind) {
        return letters.documents(cases.get(reference), sent.last(reference, kind), null).stream().map(Documents::words).findFirst().orElseThrow();
    }
}
