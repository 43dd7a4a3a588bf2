package org.redress.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.ActionState;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.IssueView;
import org.redress.deadline.Deadlines;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the council promises in its own answers is followed up until the complainant knows what became of it (CORP-32, CORP-35, CHD-48, CHD-56). */
@ProductTest
class PromiseTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate THU_2026_06_11 = LocalDate.of(2026, 6, 11);
    private static final LocalDate MON_2026_06_29 = LocalDate.of(2026, 6, 29);
    private static final LocalDate TUE_2026_06_30 = LocalDate.of(2026, 6, 30);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private AgreedActions actions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Deadlines deadlines;

    @BeforeEach
    void theOfficeIsOpen() {
        office.on(MON_2026_06_01);
    }

    @Test
    void followsUpEachPromiseOfAResponseWithADayOfItsOwnWhateverBecomesOfTheComplaint() {
        var reference = answered(2);
        office.complete(word(reference, 101), Answers.promise(Map.of()));
        office.complete(word(reference, 102), Answers.promise(byDay(Map.of("actionKind", "payment", "amount", 150))));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        assertThat(office.tasks(reference, "Carry out action")).as("nothing is owed before the letter goes").isEmpty();
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));

        assertThat(actions.promised(reference)).extracting(ActionView::number, ActionView::state, ActionView::countsFrom, ActionView::origin)
                .containsExactly(tuple(101, ActionState.UNDER_WAY, MON_2026_06_01, "Council’s response, stage 1"), tuple(102, ActionState.UNDER_WAY, MON_2026_06_01, "Council’s response, stage 1"));
        assertThat(actions.agreed(reference)).as("the Ombudsman's are others").isEmpty();
        assertThat(deadlines.of(reference)).filteredOn(due -> due.kind().equals("agreed-action")).extracting(due -> due.item(), due -> due.dueOn(), due -> due.owedBy())
                .containsExactly(tuple(101, MON_2026_06_29, "council"), tuple(102, WED_2026_06_10, "council"));
        casework.wish(reference, "satisfied");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.RESOLVED);

        office.on(THU_2026_06_11);
        assertThat(office.openTasks(reference)).as("the payment is late and has to be explained").contains("Explain the delay to the complainant");
        office.complete(carryOut(reference, 102), Answers.with(Answers.carriedOut(THU_2026_06_11), Map.of("amountPaid", 150)));
        assertThatThrownBy(() -> office.complete(reference, "Tell complainant", Answers.tellOfAction(WED_2026_06_10))).hasMessage("Sent on: the action was carried out on Thu 11 Jun 2026.");
        office.complete(reference, "Tell complainant", Answers.tellOfAction(THU_2026_06_11));
        assertThat(actions.view(reference, 102)).satisfies(paid -> {
            assertThat(paid.state()).isEqualTo(ActionState.COMPLETE_LATE);
            assertThat(paid.evidence()).isEqualTo("The manager has apologised.");
            assertThat(paid.promise()).isEqualTo(new ActionView.Promise(1, 1, WED_2026_06_10, THU_2026_06_11));
        });
        assertThat(cases.lastLetter(reference, "promise")).hasValueSatisfying(letter -> assertThat(letter.to()).isEqualTo("Ms T"));

        office.on(TUE_2026_06_30);
        office.complete(carryOut(reference, 101), Map.of("notDone", true));
        office.complete(reference, "Tell complainant", Answers.with(Answers.tellOfAction(TUE_2026_06_30), Map.of("letterText", "He has left; his successor writes instead.")));
        assertThat(actions.view(reference, 101).state()).isEqualTo(ActionState.NOT_COMPLETE);
        assertThat(deadlines.of(reference)).filteredOn(due -> Integer.valueOf(101).equals(due.item())).singleElement()
                .satisfies(due -> assertThat(due.outcome()).contains("the council said why it will not be done"));
    }

    @Test
    void asksAboutAPromiseWithoutATimeAndNeverCallsItOverdue() {
        var reference = answered(1);
        promise(reference, Answers.promise(Map.of("within", "As soon as possible")));

        assertThat(office.deadline(reference, "agreed-action").outcome()).isEqualTo("no period is stated; asked about if it is not shown by Tue 1 Sep 2026");
        assertThat(office.task(reference, "Carry out action").getDueDate()).isNull();
    }

    @Test
    void wordsPromisesAgainWhenTheDraftIsGivenBack() {
        var reference = answered(1);
        office.complete(reference, "Promise action", Answers.promise(Map.of()));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Map.of("approval", "return", "comments", "Another sentence."));
        assertThat(office.tasks(reference, "Promise action")).as("they stand where nobody asks for another wording").isEmpty();
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Map.of("approval", "return", "comments", "Say £100.", "wordPromisesAgain", true));
        office.complete(reference, "Promise action", Answers.promise(Map.of("actionKind", "payment", "amount", 100)));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));

        assertThat(actions.promised(reference)).singleElement().satisfies(paid -> assertThat(paid.amount()).isEqualByComparingTo("100"));
    }

    @Test
    void wordsThePromisesOfAnAddedIssueAsWell() {
        var reference = answered(0);
        office.event(reference, "issue", Map.of("details", "The telephone."));
        office.complete(reference, "Answer added issue", Answers.issue(Map.of("promises", 1)));
        office.complete(reference, "Draft response", Answers.draft());
        assertThat(office.tasks(reference, "Promise action")).as("it has a task of its own").isEmpty();
        office.complete(reference, "Approve response", Answers.approve());
        assertThatThrownBy(() -> office.complete(reference, "Send response", Answers.send(MON_2026_06_01)))
                .hasMessage("Not yet: promise 101 is not worded yet, and a letter says what will be done and by when (CORP-32).");
        assertThatThrownBy(() -> office.complete(reference, "Promise added action", Answers.promise(Map.of("actionKind", "payment", "amount", 0))))
                .hasMessage("Amount in pounds: a payment has an amount; if it is not known yet, say so.");
        office.complete(reference, "Promise added action", Answers.promise(Map.of()));
        casework.approveAgain(reference);
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));

        assertThat(actions.promised(reference)).extracting(action -> action.promise().issue()).containsExactly(3);
        assertThat(office.tasks(reference, "Carry out action")).hasSize(1);
    }

    @Test
    void followsUpWhatAnAdjudicationAndTheAnswerToAPanelPromise() {
        var reference = casework.straightToStage2("kent");
        office.complete(reference, "Appoint investigators", Answers.investigators("kent", MON_2026_06_01, Map.of()));
        office.complete(reference, "Write investigation report", Answers.investigationReport(MON_2026_06_01));
        office.complete(reference, "Write independent report", Answers.independentReport(MON_2026_06_01));
        office.tasks(reference, "Adjudicate issue").forEach(task -> office.complete(task, Answers.issue(Map.of("promises", 1))));
        office.event(reference, "issue", Map.of("details", "The telephone."));
        office.complete(reference, "Adjudicate added issue", Answers.issue(Map.of("promises", 1)));
        office.tasks(reference, "Promise action").forEach(task -> office.complete(task, Answers.promise(Map.of())));
        office.complete(reference, "Promise added action", Answers.promise(Map.of()));
        casework.approveAdjudication(reference);
        office.complete(reference, "Send adjudication", Answers.adjudication(MON_2026_06_01));
        office.complete(reference, "Record receipt of response", Answers.receipt(MON_2026_06_01));
        casework.wish(reference, "next-stage");
        office.complete(reference, "Decide on stage 3 request", Answers.wayOn("panel"));
        casework.holdPanel(reference, "kent");
        office.complete(reference, "Decide answer to panel", Answers.with(Answers.panelAnswer(), Map.of("promises", 1)));
        office.complete(reference, "Promise action", Answers.promise(byDay(Map.of())));
        office.complete(reference, "Approve answer to panel", Answers.approve());
        office.complete(reference, "Send answer to panel", Answers.sendPanelAnswer(MON_2026_06_01));

        assertThat(actions.promised(reference)).extracting(ActionView::number, action -> action.promise().stage(), action -> action.promise().issue())
                .containsExactly(tuple(201, 2, 1), tuple(202, 2, 2), tuple(203, 2, 3), tuple(301, 3, null));
        assertThat(office.tasks(reference, "Carry out action")).hasSize(4);
    }

    @Test
    void countsThePromisesOfEveryCaseThatALetterAnswers() {
        var leading = answered(1);
        office.complete(leading, "Promise action", Answers.promise(Map.of()));
        var other = answered(1);
        office.as("kent-officer").start("link-cases", Map.of("caseReference", other, "otherReference", leading, "link", "one-answer", "linkedOn", MON_2026_06_01.toString(), "reason", "One street."));
        office.signOut();
        office.complete(leading, "Draft response", Answers.draft());
        office.complete(leading, "Approve response", Answers.approve());
        assertThatThrownBy(() -> office.complete(leading, "Send response", Answers.send(MON_2026_06_01))).hasMessageContaining("promise 101 is not worded yet");
        office.complete(other, "Promise action", Answers.promise(byDay(Map.of())));
        casework.approveAgain(leading);
        office.complete(leading, "Send response", Answers.send(MON_2026_06_01));

        assertThat(office.deadline(leading, "agreed-action").dueOn()).isEqualTo(MON_2026_06_29);
        assertThat(office.deadline(other, "agreed-action").dueOn()).isEqualTo(WED_2026_06_10);
    }

    @Test
    void putsThePromisedDayAndTheDayOfTheLetterRight() {
        var reference = answered(1);
        promise(reference, Answers.promise(byDay(Map.of())));
        var other = answered(1);
        promise(other, Answers.promise(Map.of()));

        office.on(LocalDate.of(2026, 6, 3));
        correct(reference, "promisedBy", THU_2026_06_11);
        correct(other, "responseSentOn", LocalDate.of(2026, 6, 2));

        assertThat(office.deadline(reference, "agreed-action").dueOn()).isEqualTo(THU_2026_06_11);
        assertThat(actions.view(reference, 101).promise().by()).isEqualTo(THU_2026_06_11);
        assertThat(office.deadline(other, "agreed-action").dueOn()).isEqualTo(TUE_2026_06_30);
        assertThat(actions.view(other, 101).countsFrom()).isEqualTo(LocalDate.of(2026, 6, 2));
    }

    @Test
    void keepsAPromiseWhenTheComplaintIsWithdrawn() {
        var reference = answered(1);
        promise(reference, Answers.promise(byDay(Map.of())));
        office.event(reference, "withdrawal", Map.of());

        assertThat(office.deadline(reference, "agreed-action").outcome()).isEqualTo("due on Wed 10 Jun 2026");
        office.complete(reference, "Carry out action", Answers.carriedOut(MON_2026_06_01));
        office.complete(reference, "Tell complainant", Answers.tellOfAction(MON_2026_06_01));
        assertThat(actions.view(reference, 101).state()).isEqualTo(ActionState.COMPLETE);
    }

    @Test
    void asksWhatIsLearntFromEveryIssueThatIsUpheld() {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());

        assertThatThrownBy(() -> office.complete(office.taskOfIssue(reference, "Answer issue", 1), Answers.issue(Collections.singletonMap("cause", null))))
                .hasMessage("What caused it: an answer is needed.");
        office.complete(office.taskOfIssue(reference, "Answer issue", 1), Answers.issue(Map.of()));
        office.complete(office.taskOfIssue(reference, "Answer issue", 2), Answers.issue(Map.of("finding", "not-upheld")));
        assertThat(cases.issues(reference)).extracting(issue -> issue.answers().get(0).lesson()).containsExactly(new IssueView.Lesson("delay", null, "Rounds are checked."), null);
    }

    /** Each moves with the day, which is more than one variable of the engine has room for. */
    @Test
    void putsTheDayOfALetterWithSixtyPromisesRight() {
        var reference = casework.accepted("kent", Map.of(), Map.of("issues", "Bins\nTelephone\nLetters"));
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of("promises", 20))));
        office.tasks(reference, "Promise action").forEach(task -> office.complete(task, Answers.promise(Map.of())));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.on(WED_2026_06_10);
        office.complete(reference, "Send response", Answers.send(WED_2026_06_10));

        correct(reference, "responseSentOn", MON_2026_06_01);

        assertThat(deadlines.of(reference).stream().filter(one -> one.title().startsWith("Agreed action"))).hasSize(60)
                .allSatisfy(one -> assertThat(one.dueOn()).isEqualTo(LocalDate.of(2026, 6, 29)));
    }

    /** The numbers after the 99th are those of the next stage. */
    @Test
    void promisesNoMoreThanAStageHasNumbersFor() {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        transaction.executeWithoutResult(status -> actions.promise(reference, 1, 2, 90));

        assertThatThrownBy(() -> office.complete(office.taskOfIssue(reference, "Answer issue", 1), Answers.issue(Map.of("promises", 10))))
                .hasMessage("Promised actions: the answers of one stage promise no more than 99 together, and there is room for 9. Put what belongs together into one action.");
        office.complete(office.taskOfIssue(reference, "Answer issue", 1), Answers.issue(Map.of("promises", 9)));
    }

    /** A complaint whose first issue promises so many actions; its response is still to be drafted. */
    private String answered(int promises) {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.complete(office.taskOfIssue(reference, "Answer issue", 1), Answers.issue(promises == 0 ? Map.of() : Map.of("promises", promises)));
        office.complete(office.taskOfIssue(reference, "Answer issue", 2), Answers.issue(Map.of("finding", "not-upheld")));
        return reference;
    }

    private void promise(String reference, Map<String, Object> promised) {
        office.complete(reference, "Promise action", promised);
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));
    }

    private void correct(String reference, String field, LocalDate right) {
        office.as("kent-officer").start("correction", Map.of("caseReference", reference, "mistake", "The copy shows another day."));
        office.signOut();
        var fact = cases.facts(reference).stream().filter(one -> one.field().equals(field)).findFirst().orElseThrow();
        office.complete(reference, "Say what is right", Map.of("kind", "day", "fact", "day-" + fact.id(), "rightDay", right.toString()));
        var agreement = Map.<String, Object>of("confirmation", "confirm", "confirmationReason", "The copy of the letter shows it.");
        if (office.openTasks(reference).contains("Confirm change")) {
            office.complete(reference, "Confirm change", agreement);
        } else {
            office.completeAs("kent-supervisor", office.task(reference, "Confirm colleague’s change"), agreement);
        }
    }

    private static Map<String, Object> byDay(Map<String, Object> different) {
        var by = Answers.with(Map.of("promisedWhen", "by", "promisedBy", WED_2026_06_10.toString()), different);
        by.put("within", null);
        return by;
    }

    private Task word(String reference, int number) {
        return office.taskOf(reference, "Promise action", "actionNumber", number);
    }

    private Task carryOut(String reference, int number) {
        return office.taskOf(reference, "Carry out action", "actionNumber", number);
    }
}
