package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Withdrawn, discontinued, or remedied by the council itself: nothing stays open on either side. */
@ProductTest
class EndedEarlyTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate TUE_2026_06_30 = LocalDate.of(2026, 6, 30);
    private static final String KENT = "Kent County Council";

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Deadlines deadlines;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            withdrawn    | WITHDRAWN
            discontinued | DISCONTINUED
            """)
    void endsWhatTheCouncilOwesWithTheCase(String happening, CaseStatus status) {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified(KENT, Map.of("councilReference", council));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));
        office.on(TUE_2026_06_30);
        assertThat(office.openTasks(reference)).containsExactly("Chase council", "Record reply to enquiry");

        ombudsman.event(reference, happening, Map.of("happenedOn", MON_2026_06_15.toString()));

        assertThat(office.openTasks(reference)).containsExactly("Write closing statement");
        assertThat(office.deadline(reference, "enquiry-reply").state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(office.deadline(reference, "enquiry-reply").closedOn()).as("the day on which it happened").isEqualTo(MON_2026_06_15);
        assertThat(office.timers(reference)).isEmpty();
        close(reference);
        assertThat(cases.get(reference).status()).isEqualTo(status);
        assertThat(office.running(reference)).isFalse();
        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("closing-statement")).extracting(LetterView::to)
                .containsExactly("Mr X", KENT);
        assertThat(cases.lastLetter(council, "closing-statement")).isPresent();
        assertThat(office.openTasks(council)).as("nobody waits for it any more").isEmpty();
        assertThat(deadlines.of(council)).extracting(DeadlineView::state).doesNotContain(DeadlineState.OPEN);
        assertThatThrownBy(() -> ombudsman.event(reference, happening, Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("the case is " + status.text().toLowerCase(java.util.Locale.ROOT) + " since Tue 30 Jun 2026; it cannot end otherwise any more");
    }

    @Test
    void leavesTheCouncilsOwnProcedureAlone() {
        var council = casework.accepted("kent");
        var reference = ombudsman.notified(KENT, Map.of("councilReference", council));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));

        ombudsman.event(reference, "discontinued", Map.of());
        close(reference);

        assertThat(office.deadline(council, "enquiry-reply").outcome()).contains("the Ombudsman closed the case");
        assertThat(office.deadline(council, "response").state()).isEqualTo(DeadlineState.OPEN);
        assertThat(office.openTasks(council)).containsExactly("Decide who answers");
        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void closesTheFileOfACouncilThatHadNoneBefore() {
        var reference = ombudsman.notified(KENT, Map.of());
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.WITH_OMBUDSMAN);

        ombudsman.event(reference, "discontinued", Map.of());
        close(reference);

        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void tellsACouncilNothingOfAComplaintThatIsWithdrawnBeforeItHears() {
        var reference = ombudsman.receive(KENT, Map.of());

        ombudsman.event(reference, "withdrawn", Map.of());
        close(reference);

        assertThat(cases.linked("kent", "ombudsman", reference)).isEmpty();
        assertThat(cases.letters(reference)).extracting(LetterView::to).containsExactly("Mr X");
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void endsTheCommentsOfBothSides() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.investigated(KENT, Map.of("councilReference", council));
        ombudsman.draft(reference);
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(MON_2026_06_01));

        ombudsman.event(reference, "withdrawn", Map.of());
        close(reference);

        assertThat(deadlines.of(reference)).extracting(DeadlineView::state).doesNotContain(DeadlineState.OPEN);
        assertThat(office.openTasks(council)).isEmpty();
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void recordsTheEndOnce() {
        var reference = ombudsman.notified(KENT, Map.of());
        ombudsman.event(reference, "withdrawn", Map.of());

        assertThatThrownBy(() -> ombudsman.event(reference, "discontinued", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessage("What happened?: the case has ended; its closing statement is to be written (LGA-18).");
    }

    @Test
    void isNotWithdrawnAfterTheDecision() {
        var reference = ombudsman.decided(KENT, Map.of());

        assertThatThrownBy(() -> ombudsman.event(reference, "withdrawn", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("the case is decided since Mon 1 Jun 2026; it cannot end otherwise any more; a decision is reviewed");
    }

    @Test
    void goesToTheDraftWhenTheCouncilsOwnRemedyIsAccepted() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified(KENT, Map.of("councilReference", council));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));

        office.on(MON_2026_06_15);
        ombudsman.event(reference, "remedy-accepted", Map.of("happenedOn", FRI_2026_06_12.toString()));

        assertThat(office.openTasks(reference)).containsExactly("Find on issue", "Find on issue");
        assertThat(office.deadline(reference, "enquiry-reply").state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(office.deadline(reference, "enquiry-reply").closedOn()).isEqualTo(office.deadline(council, "enquiry-reply").closedOn()).isEqualTo(FRI_2026_06_12);
        assertThat(office.openTasks(council)).as("no reply is needed any more").isEmpty();
        assertThat(office.deadline(council, "enquiry-reply").state()).isEqualTo(DeadlineState.CANCELLED);
        office.tasks(reference, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("no-finding", null)));
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(1, Map.of()));
        office.complete(reference, "Propose action", OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        office.complete(reference, "Approve draft", Answers.approve());
        ombudsman.decide(reference, Map.of());
        assertThat(cases.get(reference).statusBecause()).isEqualTo("Remedy agreed during investigation");
        assertThat(office.openTasks(council)).containsExactly("Carry out action");
    }

    @Test
    void acceptsARemedyInTheDraftOnceThereIsOne() {
        var reference = ombudsman.investigated(KENT, Map.of());

        assertThatThrownBy(() -> ombudsman.event(reference, "remedy-accepted", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("a remedy is accepted at the end of intake, or in the draft");
    }

    private void close(String reference) {
        office.complete(reference, "Write closing statement", Map.of("letterText", "You have withdrawn your complaint.", "closedOn", office.today().toString()));
    }
}
