package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.ActionState;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** One case through both sides: what passes between them passes as letters and messages, and each keeps its own file. */
@ProductTest
class TwoPartiesTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

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

    @Test
    void takesACaseFromTheEnquiryToTheLastAgreedAction() {
        office.on(MON_2026_06_01);
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified("Kent County Council", Map.of("councilReference", council));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));

        assertThat(cases.standing(cases.get(council))).as("as its link officer reads it").isEqualTo("Closed after the final response; with the Ombudsman");
        assertThat(office.openTasks(council)).containsExactly("Reply to enquiry");
        assertThat(office.deadline(council, "enquiry-reply").dueOn()).isEqualTo(LocalDate.of(2026, 6, 29));
        assertThat(cases.letters(council)).extracting(LetterView::kind).contains("notice", "enquiry");

        office.on(LocalDate.of(2026, 6, 22));
        office.complete(council, "Reply to enquiry", OmbudsmanAnswers.reply(office.today(), Map.of()));

        assertThat(office.openTasks(reference)).containsExactly("Weigh evidence");
        assertThat(office.deadline(reference, "enquiry-reply").outcome()).isEqualTo("met on Mon 22 Jun 2026");

        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.enough());
        ombudsman.draft(reference, OmbudsmanAnswers.action("apology", "1 month", Map.of()),
                OmbudsmanAnswers.action("payment", "20 working days", Map.of("amount", 200)));
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));

        assertThat(office.openTasks(council)).containsExactly("Comment on draft");

        office.complete(council, "Comment on draft", OmbudsmanAnswers.councilComments(office.today(), "The date is wrong\nWe agree otherwise"));
        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(office.today(), "Thank you"));
        assertThat(office.openTasks(reference)).containsExactly("Consider comment", "Consider comment", "Consider comment");
        office.tasks(reference, "Consider comment").forEach(task -> office.complete(task, OmbudsmanAnswers.consider()));
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());
        office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(office.today(), Map.of()));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.DECIDED);
        assertThat(cases.standing(cases.get(council))).isEqualTo("Closed after the final response");
        assertThat(office.openTasks(council)).containsExactly("Carry out action", "Carry out action");
        assertThat(deadlines.of(council)).filteredOn(d -> d.kind().equals("agreed-action")).extracting(DeadlineView::item, DeadlineView::dueOn)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, LocalDate.of(2026, 7, 22)), org.assertj.core.groups.Tuple.tuple(2, LocalDate.of(2026, 7, 20)));

        ombudsman.show(council, 1, Map.of());
        ombudsman.show(council, 2, Map.of("amountPaid", 200));
        ombudsman.judge(reference, 1, "accepted", Map.of());
        ombudsman.judge(reference, 2, "accepted", Map.of());

        assertThat(actions.views(council)).extracting(ActionView::state).containsOnly(ActionState.COMPLETE);
        assertThat(actions.views(reference)).extracting(ActionView::state).containsOnly(ActionState.COMPLETE);
        assertThat(office.openTasks(council)).isEmpty();

        office.on(LocalDate.of(2026, 8, 3));
        office.complete(reference, "Prepare publication copy", OmbudsmanAnswers.copy());
        office.complete(reference, "Publish decision", OmbudsmanAnswers.publish(office.today()));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.COMPLETED);
        assertThat(office.running(reference)).isFalse();
        assertThat(office.running(council)).isFalse();
    }
}
