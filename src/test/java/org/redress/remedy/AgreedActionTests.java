package org.redress.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.testing.OmbudsmanAnswers.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
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
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Agreed actions from the wording in the draft to the evidence: each is one running process on either side (REM-01 to REM-06, CMP-01). */
@ProductTest
class AgreedActionTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_06_29 = LocalDate.of(2026, 6, 29);
    private static final LocalDate WED_2026_07_01 = LocalDate.of(2026, 7, 1);
    private static final LocalDate THU_2026_07_02 = LocalDate.of(2026, 7, 2);
    private static final LocalDate TUE_2026_09_01 = LocalDate.of(2026, 9, 1);

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
    private RuntimeService runtime;

    @BeforeEach
    void theOfficeIsOpen() {
        office.on(MON_2026_06_01);
    }

    @Test
    void givesEachActionAProcessAndADeadlineOfItsOwnOnBothSides() {
        var reference = ombudsman.decided("Kent County Council", Map.of(), action("apology", "1 month", Map.of()),
                action("payment", "20 working days", Map.of("amount", 200, "beneficiary", "Y")), action("procedure", "3 months", Map.of("beneficiary", "The council")));
        var council = council(reference);

        for (var side : List.of(reference, council)) {
            assertThat(due(side)).as(side).containsExactly(WED_2026_07_01, MON_2026_06_29, TUE_2026_09_01);
            assertThat(actions.views(side)).as(side).extracting(ActionView::state).containsOnly(ActionState.UNDER_WAY);
            assertThat(actions.views(side)).as("a second beneficiary is an action of its own").extracting(ActionView::beneficiary)
                    .containsExactly("Mr Quill", "Y", "The council");
        }
        assertThat(processes(council, "agreed-action")).isEqualTo(3);
        assertThat(processes(reference, "compliance-check")).isEqualTo(3);
        assertThat(office.tasks(council, "Carry out action")).extracting(task -> Office.london(task.getDueDate()).toLocalDate())
                .containsExactlyInAnyOrder(WED_2026_07_01, MON_2026_06_29, TUE_2026_09_01);
        assertThat(office.tasks(council, "Carry out action")).allSatisfy(task -> {
            office.as("kent-service");
            assertThat(office.sees(task)).isTrue();
            office.as("kent-officer");
            assertThat(office.sees(task)).isFalse();
            office.signOut();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"apology", "provision", "reconsideration", "record", "training", "procedure", "explanation", "other"})
    void knowsEveryKindOfRemedy(String kind) {
        var reference = proposing();
        office.complete(reference, "Propose action", action(kind, "1 month", Map.of()));

        assertThat(actions.view(reference, 1).kind()).isEqualTo(kind);
        assertThat(actions.view(reference, 1).amount()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1 month, 1 month", "One month, 1 month", "20  Working days, 20 working days", "3 months, 3 months", "6 weeks, 6 weeks", "28 calendar days, 28 days", "within 1 month, 1 month", "a fortnight, 2 weeks"})
    void readsTheAllowanceAsTheDecisionWordsIt(String wording, String allowance) {
        var reference = proposing();
        office.complete(reference, "Propose action", action("apology", wording, Map.of()));

        assertThat(actions.view(reference, 1).within()).isEqualTo(allowance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "a reasonable time", "0 days", "next spring"})
    void refusesAWordingThatNobodyCanCount(String wording) {
        var reference = proposing();

        assertThatThrownBy(() -> office.complete(reference, "Propose action", action("apology", wording, Map.of()))).hasMessageStartingWith("Within: ")
                .hasMessageContaining("write not stated, as soon as possible or without delay");
        assertThat(actions.view(reference, 1).wording()).isNull();
    }

    @Test
    void refusesAPaymentWithoutAnAmount() {
        var reference = proposing();

        assertThatThrownBy(() -> office.complete(reference, "Propose action", action("payment", "1 month", Map.of("amount", 0))))
                .hasMessage("Amount in pounds: a payment has an amount; if it is not known yet, say so.");
        assertThatThrownBy(() -> office.complete(reference, "Propose action", action("payment", "1 month", Map.of())))
                .hasMessage("Amount in pounds: an answer is needed.");
    }

    @Test
    void assumesTheDecisionsDayWhereNoTriggerIsStatedAndSaysSo() {
        var reference = ombudsman.decided("Kent County Council", Map.of(), action("apology", "1 month", Map.of("countsFrom", "not-stated")),
                action("record", "1 month", Map.of("countsFrom", "other-day", "countsFromDay", "2026-08-01")));
        var council = council(reference);

        for (var side : List.of(reference, council)) {
            assertThat(actions.views(side)).extracting(ActionView::countsFrom, ActionView::fromAssumed).containsExactly(
                    org.assertj.core.groups.Tuple.tuple(MON_2026_06_01, true), org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 8, 1), false));
            assertThat(due(side)).containsExactly(WED_2026_07_01, TUE_2026_09_01);
        }
    }

    @ParameterizedTest
    @CsvSource({"Not stated, not stated", "as soon as possible, as soon as possible", "without  delay, without delay"})
    void asksAboutAnActionWithoutAPeriodAndNeverCallsItOverdue(String wording, String kept) {
        var reference = ombudsman.decided("Kent County Council", Map.of(), action("apology", wording, Map.of()));
        var council = council(reference);

        for (var side : List.of(reference, council)) {
            assertThat(actions.view(side, 1).within()).isEqualTo(kept);
            assertThat(office.deadline(side, "agreed-action").outcome()).isEqualTo("no period is stated; asked about if it is not shown by Tue 1 Sep 2026");
        }
        assertThat(office.task(council, "Carry out action").getDueDate()).isNull();
        office.on(LocalDate.of(2026, 9, 2));
        office.on(LocalDate.of(2026, 9, 3));

        for (var side : List.of(reference, council)) {
            assertThat(office.chronology(side, "Asked about: Agreed action 1")).hasSize(1);
            assertThat(office.chronology(side, "Reminder: Agreed action 1")).isEmpty();
            assertThat(office.deadline(side, "agreed-action").outcome()).endsWith("Wed 2 Dec 2026");
            assertThat(deadlines.of(side)).noneMatch(DeadlineView::overdue);
            assertThat(office.timers(side)).containsEntry("BoundaryEvent_AgreedActionOverdue", LocalDate.of(2026, 12, 3).atStartOfDay());
        }
        assertThat(office.openTasks(council)).containsExactly("Carry out action");
        assertThat(office.task(council, "Carry out action").getDueDate()).isNull();
        assertThat(office.task(council, "Carry out action").getPriority()).isEqualTo(50);
        assertThat(office.openTasks(reference)).contains("Chase council", "Record evidence");
        ombudsman.show(council, 1, Map.of());
        assertThat(office.openTasks(reference)).as("it was shown").contains("Judge evidence").doesNotContain("Chase council");
        assertThat(office.task(reference, "Judge evidence").getDueDate()).isNull();
        ombudsman.judge(reference, 1, "accepted", Map.of());
        for (var side : List.of(reference, council)) {
            assertThat(office.deadline(side, "agreed-action").outcome()).isEqualTo("done on Thu 3 Sep 2026; no period was stated");
            assertThat(actions.view(side, 1).state()).isEqualTo(ActionState.COMPLETE);
        }
    }

    @Test
    void asksAgainAfterAnotherSuchTimeAndFollowsADayThatIsAgreedLater() {
        var reference = ombudsman.decided("Kent County Council", Map.of(), action("apology", "not stated", Map.of()));
        var council = council(reference);
        office.on(LocalDate.of(2026, 9, 2));
        assertThatThrownBy(() -> office.complete(reference, "Chase council", Map.of("lateFlag", "none", "chasedOn", office.today().toString())))
                .hasMessage("Letter: an answer is needed.");
        office.complete(reference, "Chase council", Map.of("lateFlag", "none", "letterText", "How does it stand?", "chasedOn", office.today().toString()));
        assertThat(cases.letters(council)).extracting(letter -> letter.text()).contains("How does it stand?");
        office.on(LocalDate.of(2026, 12, 3));
        assertThat(office.chronology(council, "Asked about: Agreed action 1")).hasSize(2);
        assertThat(office.openTasks(reference)).as("asked again").contains("Chase council");

        office.complete(reference, "Record evidence", Map.of("nothingShown", true));
        ombudsman.judge(reference, 1, "more-time", Map.of("newDueDate", "2026-12-18"));

        for (var side : List.of(reference, council)) {
            assertThat(office.deadline(side, "agreed-action").outcome()).isEqualTo("due on Fri 18 Dec 2026");
            assertThat(office.deadline(side, "agreed-action").extensions()).singleElement().satisfies(given -> assertThat(given.to()).isEqualTo(LocalDate.of(2026, 12, 18)));
        }
        assertThat(office.openTasks(reference)).contains("Record evidence").doesNotContain("Chase council");
        assertThat(office.london(office.task(council, "Carry out action").getDueDate()).toLocalDate()).isEqualTo(LocalDate.of(2026, 12, 18));
        office.on(LocalDate.of(2026, 12, 19));
        assertThat(office.deadline(council, "agreed-action").overdue()).isTrue();
        assertThat(office.openTasks(council)).contains("Explain the delay to the complainant");
    }

    @Test
    void leavesAnAmountOpenUntilWhatWasPaidIsShown() {
        var reference = ombudsman.decided("Kent County Council", Map.of(), action("payment", "1 month", Map.of("amountNotKnown", true, "wording", "Legal costs.")));
        var council = council(reference);
        assertThat(actions.view(council, 1).amountOpen()).isTrue();

        ombudsman.show(council, 1, Map.of("amountPaid", 431.2));

        assertThat(actions.view(reference, 1).amountPaid()).isEqualByComparingTo("431.2");
    }

    @Test
    void keepsWhatIsRecommendedAndNotAgreedApartWithoutAnyDay() {
        var reference = ombudsman.decided("Kent County Council", Map.of(), action("apology", "1 month", Map.of()),
                action("procedure", "3 months", Map.of("notAgreed", true, "wording", "Review the policy.")));
        var council = council(reference);

        for (var side : List.of(reference, council)) {
            assertThat(actions.agreed(side)).extracting(ActionView::number).containsExactly(1);
            assertThat(actions.recommended(side)).extracting(ActionView::state).containsExactly(ActionState.RECOMMENDED);
            assertThat(due(side)).containsExactly(WED_2026_07_01);
        }
        assertThat(office.tasks(council, "Carry out action")).hasSize(1);
        assertThat(cases.lastLetter(council, "decision").orElseThrow().text()).endsWith("Recommended, and not agreed by the council:\n2. Review the policy.");
    }

    @Test
    void remindsBothSidesAndTellsTheSupervisorWhenAnActionIsOverdue() {
        var reference = ombudsman.decided("Kent County Council", Map.of(), action("apology", "1 month", Map.of()));
        var council = council(reference);

        for (var side : List.of(reference, council)) {
            assertThat(office.deadline(side, "agreed-action").dueOn()).isEqualTo(WED_2026_07_01);
            assertThat(office.timers(side)).containsEntry("BoundaryEvent_AgreedActionDueSoon", MON_2026_06_29.atTime(9, 0))
                    .containsEntry("BoundaryEvent_AgreedActionOverdue", THU_2026_07_02.atStartOfDay());
        }
        office.on(MON_2026_06_29);
        assertThat(office.chronology(council, "Reminder: Agreed action 1")).hasSize(1);
        assertThat(office.chronology(reference, "Reminder: Agreed action 1")).hasSize(1);
        office.on(WED_2026_07_01);
        assertThat(office.openTasks(council)).containsExactly("Carry out action");
        office.on(THU_2026_07_02);

        assertThat(office.openTasks(council)).containsExactly("Carry out action", "Explain the delay to the complainant");
        assertThat(office.openTasks(reference)).contains("Chase council", "Record evidence");
        assertThat(office.task(council, "Carry out action").getPriority()).isEqualTo(75);
        var explain = office.task(council, "Explain the delay to the complainant");
        office.as("kent-supervisor");
        assertThat(office.sees(explain)).isTrue();
    }

    @Test
    void sendsTheEvidenceWithDayPersonAndWhatWasDone() {
        var reference = ombudsman.decided("Kent County Council", Map.of(), action("apology", "1 month", Map.of()));
        office.on(MON_2026_06_29);
        ombudsman.show(council(reference), 1, Map.of());

        var shown = actions.view(reference, 1);
        assertThat(shown.state()).isEqualTo(ActionState.SHOWN);
        assertThat(shown.doneOn()).isEqualTo(MON_2026_06_29);
        assertThat(shown.doneBy()).isEqualTo("Director of children’s services");
        assertThat(shown.whatWasDone()).isEqualTo("Wrote to Mr Quill.");
        assertThat(shown.evidence()).isEqualTo("A copy of the letter.");
        assertThat(office.deadline(reference, "agreed-action").outcome()).isEqualTo("met on Mon 29 Jun 2026");
        assertThat(office.openTasks(reference)).contains("Judge evidence");
    }

    @Test
    void sendsTheEvidenceOfEachActionWhateverDayItSays() {
        var reference = ombudsman.decided("Kent County Council", Map.of(), action("apology", "1 month", Map.of()), action("training", "1 month", Map.of()));
        var council = council(reference);
        office.on(MON_2026_06_29);
        ombudsman.show(council, 1, Map.of());
        office.complete(office.taskOf(council, "Carry out action", "actionNumber", 2), OmbudsmanAnswers.carryOut(MON_2026_06_01, Map.of()));
        office.complete(office.task(council, "Hand in evidence"), Map.of("letterText", "The list of names.", "evidenceSentOn", MON_2026_06_01.toString()));

        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("evidence")).extracting(letter -> letter.text())
                .containsExactlyInAnyOrder("A copy of the letter.", "The list of names.");
        assertThat(actions.view(reference, 2).evidence()).isEqualTo("The list of names.");
    }

    @Test
    void paysWhatWasAgreedOrExplainsTheDifference() {
        var reference = ombudsman.decided("Kent County Council", Map.of(), action("payment", "1 month", Map.of("amount", 200.5)));
        var council = council(reference);

        assertThatThrownBy(() -> office.complete(council, "Carry out action", OmbudsmanAnswers.carryOut(office.today(), Map.of())))
                .hasMessage("Amount paid in pounds: an answer is needed.");
        assertThatThrownBy(() -> office.complete(council, "Carry out action", OmbudsmanAnswers.carryOut(office.today(), Map.of("amountPaid", 150))))
                .hasMessageContaining("£200.5 were agreed, £150 paid");
        assertThatThrownBy(() -> office.complete(council, "Carry out action", OmbudsmanAnswers.carryOut(office.today(), Map.of("amountPaid", 150, "difference", "  "))))
                .hasMessageContaining("an answer is needed");
        ombudsman.show(council, 1, Map.of("amountPaid", 150, "difference", "£50.50 were set off against rent."));

        assertThat(actions.view(reference, 1).amountPaid()).isEqualByComparingTo("150");
        assertThat(actions.view(reference, 1).difference()).isEqualTo("£50.50 were set off against rent.");
    }

    @Test
    void paysTheAgreedAmountWithoutFurtherWords() {
        var reference = ombudsman.decided("Kent County Council", Map.of(), action("payment", "1 month", Map.of("amount", 200)));
        ombudsman.show(council(reference), 1, Map.of("amountPaid", 200.0));

        assertThat(actions.view(reference, 1).amountPaid()).isEqualByComparingTo("200");
    }

    @Test
    void endsTheActionsOnBothSidesWhenTheDecisionIsSetAside() {
        var reference = ombudsman.decided("Kent County Council", Map.of(), action("apology", "1 month", Map.of()), action("training", "3 months", Map.of()));
        var council = council(reference);
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "accepted", Map.of());
        office.on(MON_2026_06_29);
        ombudsman.event(reference, "review", Map.of("reviewGround", "new-information"));
        office.completeAs("ombudsman-reviewer", office.task(reference, "Decide on review"), Map.of("review", "not-sound", "letterText", "We look again.", "reviewedOn", office.today().toString()));

        assertThat(office.openTasks(council)).isEmpty();
        for (var side : List.of(reference, council)) {
            assertThat(actions.views(side)).as(side).isEmpty();
            assertThat(deadlines.of(side)).as(side).filteredOn(d -> d.kind().equals("agreed-action")).extracting(DeadlineView::outcome)
                    .containsExactly("met on Mon 1 Jun 2026", "cancelled because the decision was set aside after a review");
        }
        assertThat(processes(reference, "compliance-check")).isZero();
        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.WITH_OMBUDSMAN);
    }

    @Test
    void countsTheActionsOfANewDecisionFromItsOwnDay() {
        endsTheActionsOnBothSidesWhenTheDecisionIsSetAside();
        var reference = cases.all().stream().filter(c -> c.ombudsmans() && c.status() == CaseStatus.OPEN && office.running(c.reference()))
                .map(c -> c.reference()).findFirst().orElseThrow();
        office.complete(reference, "Allocate case", OmbudsmanAnswers.allocate(office.today()));
        office.complete(reference, "Notify council", OmbudsmanAnswers.notice(office.today()));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.enough());
        ombudsman.draft(reference, action("apology", "1 month", Map.of()));
        ombudsman.decide(reference, Map.of());
        var council = council(reference);

        for (var side : List.of(reference, council)) {
            assertThat(office.deadline(side, "agreed-action").dueOn()).isEqualTo(LocalDate.of(2026, 7, 29));
            assertThat(actions.views(side)).singleElement().satisfies(only -> assertThat(only.doneOn()).isNull());
        }
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "sent-back", Map.of());
        assertThat(deadlines.of(council)).as("the first decision’s action stays as it was").filteredOn(d -> d.kind().equals("agreed-action"))
                .first().satisfies(first -> assertThat(first.outcome()).isEqualTo("met on Mon 1 Jun 2026"));
    }

    private String proposing() {
        var reference = ombudsman.investigated("Kent County Council", Map.of());
        office.tasks(reference, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("yes", "yes")));
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(1, Map.of()));
        return reference;
    }

    private String council(String reference) {
        return cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
    }

    private List<LocalDate> due(String reference) {
        return deadlines.of(reference).stream().filter(d -> d.kind().equals("agreed-action")).map(DeadlineView::dueOn).toList();
    }

    private long processes(String reference, String process) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).processDefinitionKey(process).count();
    }
}
