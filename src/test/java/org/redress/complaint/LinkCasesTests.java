package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.casefile.LinkView;
import org.redress.casefile.LinkView.Kind;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.Deadlines;
import org.redress.gate.AnswersRefused;
import org.redress.gate.AskedBack;
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

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private HistoryService history;

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

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_THE_ACKNOWLEDGEMENT", "BEFORE_THE_REFUSAL", "WITH_ISSUES_TO_ANSWER", "BEFORE_THE_PANEL"})
    void endsEverythingWhereverTheDuplicateStands(Point point) {
        var duplicate = point.reach(office, casework);
        office.event(duplicate, "proceedings-started", Answers.prejudice());

        link(duplicate, first, "duplicate", Map.of("letterText", "Both are one case."));

        assertThat(office.running(duplicate)).isFalse();
        assertThat(office.timers(duplicate)).isEmpty();
        assertThat(deadlines.of(duplicate)).isNotEmpty().extracting("state").doesNotContain(DeadlineState.OPEN, DeadlineState.PAUSED);
        assertThat(cases.get(duplicate).status()).isEqualTo(CaseStatus.DUPLICATE);
    }

    @Test
    void isDrawnAsAnEndOfTheCase() {
        link(second, first, "duplicate", Map.of("letterText", "Both are one case."));

        var process = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(second).processDefinitionKey("complaint").completed().singleResult();
        assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(process.getId()).activityId("EndEvent_ClosedAsADuplicate").finished().count()).isOne();
        assertThat(office.deadline(second, "response").outcome()).isEqualTo("cancelled because the case is a duplicate");
    }

    @Test
    void endsItsDeadlinesOnTheDayOnWhichItWasFoundAndNotOnThatOfItsRecord() {
        var due = office.deadline(second, "response").dueOn();
        office.on(due.plusDays(1));
        var told = office.openTasks(second);

        link(second, first, "duplicate", Map.of("linkedOn", due.toString(), "letterText", "Both are one case."));

        assertThat(told).contains("Explain the delay to the complainant");
        assertThat(office.deadline(second, "response").closedOn()).isEqualTo(due);
        assertThat(office.openTasks(second)).isEmpty();
        assertThat(office.chronology(second, "Not late after all")).hasSize(1);
    }

    @Test
    void goesOnWithItsOwnDaysIfItWasNoDuplicateAfterAll() {
        var due = office.deadline(second, "response").dueOn();
        link(second, first, "duplicate", Map.of("letterText", "Both are one case."));
        office.on(WED_2026_12_02.plusDays(2));
        var taken = Answers.takingUp(second, "mistake", office.today(), Map.of("askedBy", "council"));

        office.as("kent-officer");
        assertThatThrownBy(() -> office.start("taking-up", taken)).hasMessageContaining("the complainant was told on Wed 2 Dec 2026 that the case is over");
        office.start("taking-up", Answers.with(taken, Map.of("letterText", "They are two.", "letterSentOn", office.today().toString())));
        office.signOut();

        assertThat(cases.get(second).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(office.openTasks(second)).containsExactly("Decide who answers");
        assertThat(office.deadline(second, "response").dueOn()).isEqualTo(due);
        assertThat(links.of(second)).extracting(LinkView::undoneOn).containsExactly(office.today());
        assertThat(links.of(first)).extracting(LinkView::undoneOn).containsExactly(office.today());
        assertThat(office.chronology(first, "No longer its duplicate")).hasSize(1);
        link(second, first, "duplicate", Map.of("letterText", "They are one all the same."));
        assertThat(cases.get(second).status()).isEqualTo(CaseStatus.DUPLICATE);
    }

    @Test
    void leavesNobodyWithoutAnAnswer() {
        var another = casework.accepted("kent", Map.of("complainant", "Mr Q"), Map.of());
        assertThatThrownBy(() -> link(another, first, "duplicate", Map.of("letterText", "x"))).isInstanceOf(AskedBack.class)
                .hasMessageContaining("number 1 is not in " + first + " by that name");
        office.people("kent-officer", first, "add", Map.of("personName", "Mr Q", "part", "joint-complainant"));
        office.completeAs("kent-supervisor", office.task(first, "Confirm people change"), Answers.confirmPeople());
        link(another, first, "duplicate", Map.of("letterText", "Both are one case."));

        office.event(first, "withdrawal-by-all", Map.of());
        refused(second, first, "duplicate", Map.of("letterText", "x"), "it is withdrawn since Wed 2 Dec 2026, so nobody would answer");
    }

    @Test
    void keepsACaseThatTheOmbudsmanWritesIn() {
        ombudsman.letter("kent", "notice", Map.of("caseReference", second, "ombudsmanReference", "24 159 001"));

        refused(second, first, "duplicate", Map.of("letterText", "x"), "the Ombudsman’s letters are in it (24 159 001)");
        var one = ombudsman.receive("Kent County Council", Map.of());
        var notified = ombudsman.notified("Kent County Council", Map.of());
        assertThatThrownBy(() -> linkAs("ombudsman-intake", notified, one, "duplicate", Map.of("letterText", "x"))).hasMessageContaining("the council has had letters of it");
        var ending = ombudsman.receive("Kent County Council", Map.of());
        ombudsman.event(ending, "withdrawn", Map.of());
        assertThatThrownBy(() -> linkAs("ombudsman-intake", ending, one, "duplicate", Map.of("letterText", "x"))).hasMessageContaining("it has ended already");
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
        assertThat(links.of(first)).extracting(LinkView::kind).containsExactly(Kind.RELATED, Kind.ANSWERS_TOO);
        assertThat(links.of(second)).extracting(LinkView::kind).containsExactly(Kind.RELATED, Kind.ONE_ANSWER);
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

        refused(first, second, "undo", Map.of(), "take the closed case up again, as a mistake; that undoes it");
    }

    @Test
    void leavesOutAnIssueThatAnotherSaysAlreadyAndConsidersItAfterAll() {
        link(second, second, "same-issue", Map.of("issue", "2", "otherIssue", "1"));
        link(second, first, "same-issue", Map.of("issue", "1", "otherIssue", "1"));

        assertThat(cases.issues(second)).extracting(IssueView::notConsidered).containsExactly("same as issue 1 of " + first, "same as issue 1");
        assertThat(cases.unanswered(second)).isEmpty();
        refused(first, first, "same-issue", Map.of("issue", "1", "otherIssue", "1"), "name another issue than 1");
        refused(first, second, "same-issue", Map.of("issue", "1", "otherIssue", "2"), "has no issue 2 that is considered");
        refused(first, second, "same-issue", Map.of("issue", "1, 2", "otherIssue", "1"), "write one number");

        refused(second, first, "issue-back", Map.of("issue", "2"), "issue 2 of " + second + " was not left out because one of " + first + " says the same");
        link(second, second, "issue-back", Map.of("issue", "2"));

        assertThat(cases.issues(second)).extracting(IssueView::notConsidered).containsExactly("same as issue 1 of " + first, null);
        assertThat(cases.unanswered(second)).containsExactly(2);
    }

    @Test
    void givesAnIssueItsTaskThatIsConsideredAfterTheOthersWereHandedOut() {
        link(second, first, "same-issue", Map.of("issue", "2", "otherIssue", "1"));
        office.complete(second, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(second, "Investigate complaint", Answers.investigate());

        link(second, first, "issue-back", Map.of("issue", "2"));

        assertThat(office.openTasks(second)).containsExactlyInAnyOrder("Answer added issue", "Answer issue");
        link(second, first, "same-issue", Map.of("issue", "1", "otherIssue", "1"));
        link(second, first, "issue-back", Map.of("issue", "1"));
        assertThat(office.openTasks(second)).as("its own task is still open").containsExactlyInAnyOrder("Answer added issue", "Answer issue");
        casework.respond(first, "kent-manager");
        link(first, second, "related", Map.of());
        refused(first, second, "issue-back", Map.of("issue", "1"), "was not left out");
    }

    @Test
    void refusesAnIssueThatComesBackWhenNobodyAnswersAnyMore() {
        link(second, first, "same-issue", Map.of("issue", "2", "otherIssue", "1"));
        casework.respond(second, "kent-manager");

        refused(second, first, "issue-back", Map.of("issue", "2"), "the response of stage 1 is not being prepared; it is considered at the next stage");
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
    void closesAnOmbudsmansDuplicateLikewiseAndTakesItUpAgain() {
        var one = ombudsman.receive("Kent County Council", Map.of());
        var other = ombudsman.forwarded("Kent County Council", Map.of());

        linkAs("ombudsman-intake", other, one, "duplicate", Map.of("letterText", "Both are one case."));

        assertThat(cases.get(other).status()).isEqualTo(CaseStatus.DUPLICATE);
        assertThat(office.running(other)).isFalse();
        assertThat(office.timers(other)).isEmpty();
        assertThat(cases.letters(other)).extracting(LetterView::kind).containsExactly("duplicate-notice");
        assertThat(office.openTasks(one)).containsExactly("Assess jurisdiction");

        office.as("ombudsman-intake").start("ombudsman-taking-up", Map.of("caseReference", other, "ground", "mistake", "askedOn", office.today().toString(), "details", "Another street."));
        office.signOut();

        assertThat(cases.get(other).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(office.openTasks(other)).containsExactly("Assess jurisdiction");
        assertThat(links.of(one)).extracting(LinkView::undoneOn).containsExactly(office.today());
    }

    @Test
    void considersAnIssueOfTheOmbudsmanAfterAllUntilTheDraftBegins() {
        var reference = ombudsman.forwarded("Kent County Council", Map.of());
        linkAs("ombudsman-intake", reference, reference, "same-issue", Map.of("issue", "2", "otherIssue", "1"));
        linkAs("ombudsman-intake", reference, reference, "issue-back", Map.of("issue", "2"));
        assertThat(cases.unanswered(reference)).containsExactly(1, 2);

        linkAs("ombudsman-intake", reference, reference, "same-issue", Map.of("issue", "2", "otherIssue", "1"));
        ombudsman.event(reference, "remedy-accepted", Map.of());
        assertThatThrownBy(() -> linkAs("ombudsman-intake", reference, reference, "issue-back", Map.of("issue", "2")))
                .hasMessageContaining("the draft decision has begun without it");
    }

    private Map<String, Object> answers(String one, String other, String how, Map<String, Object> different) {
        return Answers.with(Map.of("caseReference", one, "otherReference", other, "link", how, "linkedOn", office.today().toString(), "reason", "The same street."),
                different);
    }

    private void link(String one, String other, String how, Map<String, Object> different) {
        linkAs("kent-officer", one, other, how, different);
    }

    private void linkAs(String user, String one, String other, String how, Map<String, Object> different) {
        office.as(user);
        try {
            office.start("link-cases", answers(one, other, how, different));
        } finally {
            office.signOut();
        }
    }

    private void refused(String one, String other, String how, Map<String, Object> different, String sentence) {
        assertThatThrownBy(() -> link(one, other, how, different)).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }
}
