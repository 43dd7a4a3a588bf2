package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.casefile.LinkView;
import org.redress.casefile.LinkView.Kind;
import org.redress.deadline.DeadlineState;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases that belong together say so, both of them; a duplicate ends and the other goes on. */
@ProductTest
class LinkCasesTests {
    private static final LocalDate TUE_2026_12_01 = LocalDate.of(2026, 12, 1);
    private static final LocalDate WED_2026_12_02 = LocalDate.of(2026, 12, 2);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private CaseLinks links;

    private String first;
    private String second;

    @BeforeEach
    void twoCasesCame() {
        office.on(TUE_2026_12_01);
        first = casework.accepted("kent");
        office.on(WED_2026_12_02);
        second = casework.accepted("kent");
    }

    @Test
    void closesADuplicateAndTellsTheComplainantOnce() {
        link(second, first, "duplicate", Map.of("letterText", "Both are one case."));

        assertThat(cases.get(second).status()).isEqualTo(CaseStatus.DUPLICATE);
        assertThat(cases.get(second).statusBecause()).isEqualTo("duplicate of " + first);
        assertThat(office.running(second)).isFalse();
        assertThat(office.deadline(second, "response").state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(cases.letters(second)).extracting(LetterView::kind).endsWith("duplicate-notice").hasSize(2);
        assertThat(cases.get(first).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(office.openTasks(first)).containsExactly("Decide who answers");
        assertThat(links.of(second)).extracting(LinkView::kind, LinkView::other).containsExactly(tuple(Kind.DUPLICATE, first));
        assertThat(links.of(first)).extracting(LinkView::kind, LinkView::other).containsExactly(tuple(Kind.HAS_DUPLICATE, second));
        assertThat(office.chronology(first, "It is a duplicate of the other")).hasSize(1);
    }

    @Test
    void closesTheLaterOneOnlyAndOnlyWhileItIsOpen() {
        refused(first, second, "duplicate", Map.of("letterText", "x"), "it came first, so its days count");
        refused(second, first, "duplicate", Map.of(), "Letter to the complainant: an answer is needed");
        link(second, first, "duplicate", Map.of("letterText", "Both are one case."));
        refused(second, first, "duplicate", Map.of("letterText", "x"), "the two are linked like this already");
        office.on(WED_2026_12_02.plusDays(1));
        var third = casework.accepted("kent");
        refused(third, second, "duplicate", Map.of("letterText", "x"), "it is a duplicate itself");
    }

    @Test
    void saysOfBothThatTheyAreRelatedOrGetOneAnswerUntilItIsUndone() {
        link(second, first, "related", Map.of());
        link(second, first, "one-answer", Map.of());
        assertThat(links.of(first)).extracting(LinkView::kind).containsExactly(Kind.RELATED, Kind.ONE_ANSWER);
        assertThat(office.openTasks(first)).as("each goes on").isEqualTo(office.openTasks(second));

        link(first, second, "undo", Map.of("reason", "Another street."));

        assertThat(links.of(second)).hasSize(2).allSatisfy(link -> {
            assertThat(link.undoneOn()).isEqualTo(WED_2026_12_02);
            assertThat(link.undoneBecause()).isEqualTo("Another street.");
        });
        refused(first, second, "undo", Map.of(), "the two are not linked");
    }

    @Test
    void undoesADuplicateOnlyAfterItWasTakenUpAgain() {
        link(second, first, "duplicate", Map.of("letterText", "Both are one case."));

        refused(first, second, "undo", Map.of(), "take the closed case up again first");
    }

    @Test
    void leavesOutAnIssueThatAnotherSaysAlready() {
        link(second, second, "same-issue", Map.of("issue", "2", "otherIssue", "1"));
        link(second, first, "same-issue", Map.of("issue", "1", "otherIssue", "1"));

        assertThat(cases.issues(second)).extracting(IssueView::notConsidered).containsExactly("same as issue 1 of " + first, "same as issue 1");
        assertThat(cases.unanswered(second)).isEmpty();
        refused(first, first, "same-issue", Map.of("issue", "1", "otherIssue", "1"), "name another issue than 1");
        refused(first, second, "same-issue", Map.of("issue", "1", "otherIssue", "2"), "has no issue 2 that is considered");
        refused(first, second, "same-issue", Map.of("issue", "1, 2", "otherIssue", "1"), "write one number");
    }

    @Test
    void givesTheSameAnswerForACaseOfAnotherCouncilAndForNone() {
        var theirs = office.receive("leicestershire", Map.of());

        for (var other : new String[] {theirs, "KENT-2026-99999"}) {
            refused(first, other, "related", Map.of(), "Other case: there is no case " + other + " here.");
            refused(other, first, "related", Map.of(), "Case: there is no case " + other + " here.");
        }
        refused(first, first, "related", Map.of(), "name another case than " + first);
        refused(second, first, "related", Map.of("linkedOn", TUE_2026_12_01.toString()), "received on Wed 2 Dec 2026");
    }

    @Test
    void linksTheOmbudsmansCasesLikewise() {
        var one = ombudsman.receive("Kent County Council", Map.of());
        var other = ombudsman.receive("Kent County Council", Map.of());
        office.as("ombudsman-intake");

        office.start("link-cases", answers(other, one, "duplicate", Map.of("letterText", "Both are one case.")));

        office.signOut();
        assertThat(cases.get(other).status()).isEqualTo(CaseStatus.DUPLICATE);
        assertThat(office.running(other)).isFalse();
        assertThat(office.openTasks(one)).containsExactly("Assess jurisdiction");
    }

    private Map<String, Object> answers(String one, String other, String how, Map<String, Object> different) {
        return Answers.with(Map.of("caseReference", one, "otherReference", other, "link", how, "linkedOn", office.today().toString(), "reason", "The same street."),
                different);
    }

    private void link(String one, String other, String how, Map<String, Object> different) {
        office.as("kent-officer").start("link-cases", answers(one, other, how, different));
        office.signOut();
    }

    private void refused(String one, String other, String how, Map<String, Object> different, String sentence) {
        assertThatThrownBy(() -> link(one, other, how, different)).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }
}
