package org.redress.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.testing.OmbudsmanAnswers.action;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.ActionState;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.DeadlineView;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What the Ombudsman says of an action, and that both sides then show the same (CMP-02 to CMP-06). */
@ProductTest
class VerdictTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_07_01 = LocalDate.of(2026, 7, 1);
    private static final LocalDate MON_2026_07_06 = LocalDate.of(2026, 7, 6);
    private static final LocalDate FRI_2026_07_10 = LocalDate.of(2026, 7, 10);
    private static final LocalDate FRI_2026_07_17 = LocalDate.of(2026, 7, 17);
    private static final LocalDate FRI_2026_07_31 = LocalDate.of(2026, 7, 31);
    private static final LocalDate MON_2026_08_03 = LocalDate.of(2026, 8, 3);

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private AgreedActions actions;

    private String reference;
    private String council;

    @BeforeEach
    void anApologyIsOwedByTheFirstOfJuly() {
        office.on(MON_2026_06_01);
        reference = ombudsman.decided("Kent County Council", Map.of(), action("apology", "1 month", Map.of()));
        council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
    }

    @Test
    void acceptsOnTheLastDay() {
        office.on(WED_2026_07_01);
        ombudsman.show(council, 1, Map.of());
        office.on(MON_2026_07_06);
        ombudsman.judge(reference, 1, "accepted", Map.of());

        bothShow(ActionState.COMPLETE);
        assertThat(outcome(council)).isEqualTo("met on Wed 1 Jul 2026, its last day");
        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(office.running(council)).isFalse();
    }

    @Test
    void acceptsWhatWasDoneTooLateAsLate() {
        office.on(MON_2026_07_06);
        assertThat(office.openTasks(council)).contains("Explain the delay to the complainant");
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "accepted", Map.of());

        bothShow(ActionState.COMPLETE_LATE);
        assertThat(outcome(reference)).isEqualTo("late by 3 working days, done on Mon 6 Jul 2026");
        assertThat(outcome(council)).isEqualTo(outcome(reference));
    }

    @Test
    void countsTheDayOnWhichItWasDoneNotTheDayOfTheEvidence() {
        office.on(MON_2026_07_06);
        ombudsman.show(council, 1, Map.of("actionDoneOn", WED_2026_07_01.toString()));
        ombudsman.judge(reference, 1, "accepted", Map.of());

        bothShow(ActionState.COMPLETE);
    }

    @Test
    void sendsEvidenceBackWithAReason() {
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "sent-back", Map.of());

        bothShow(ActionState.UNDER_WAY);
        assertThat(actions.view(council, 1).verdictReason()).isEqualTo("The letter is missing.");
        assertThat(office.openTasks(council)).containsExactly("Carry out action");
        assertThat(office.openTasks(reference)).contains("Record evidence");
        assertThat(office.deadline(council, "agreed-action").state()).as("not met after all").isEqualTo(DeadlineState.OPEN);
        ombudsman.show(council, 1, Map.of("whatWasDone", "Wrote again."));
        ombudsman.judge(reference, 1, "accepted", Map.of());
        bothShow(ActionState.COMPLETE);
        assertThat(actions.view(reference, 1).whatWasDone()).isEqualTo("Wrote again.");
    }

    @Test
    void needsAReasonForEveryVerdictButAcceptance() {
        ombudsman.show(council, 1, Map.of());
        var silent = new HashMap<>(OmbudsmanAnswers.verdict("sent-back", office.today(), Map.of()));
        silent.remove("reason");

        assertThatThrownBy(() -> office.complete(reference, "Judge evidence", silent)).hasMessage("Reason: an answer is needed.");
        bothShow(ActionState.SHOWN);
    }

    @Test
    void agreesMoreTimeTwiceAndKeepsTheOldDates() {
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "more-time", Map.of("newDueDate", FRI_2026_07_10.toString()));
        office.on(MON_2026_07_06);
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "more-time", Map.of("newDueDate", FRI_2026_07_31.toString()));

        for (var side : List.of(reference, council)) {
            var deadline = office.deadline(side, "agreed-action");
            assertThat(deadline.originalDueOn()).isEqualTo(WED_2026_07_01);
            assertThat(deadline.dueOn()).isEqualTo(FRI_2026_07_31);
            assertThat(deadline.extensions()).extracting(DeadlineView.Extended::from, DeadlineView.Extended::to).containsExactly(
                    org.assertj.core.groups.Tuple.tuple(WED_2026_07_01, FRI_2026_07_10), org.assertj.core.groups.Tuple.tuple(FRI_2026_07_10, FRI_2026_07_31));
            assertThat(office.timers(side)).containsEntry("BoundaryEvent_AgreedActionOverdue", LocalDate.of(2026, 8, 1).atStartOfDay());
        }
        assertThat(Office.london(office.task(council, "Carry out action").getDueDate())).isEqualTo(Office.endOf(FRI_2026_07_31));
        office.on(FRI_2026_07_31);
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "accepted", Map.of());
        bothShow(ActionState.COMPLETE);
    }

    @Test
    void measuresLatenessAgainstTheExtendedDate() {
        office.on(MON_2026_07_06);
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "more-time", Map.of("newDueDate", FRI_2026_07_10.toString()));
        office.on(FRI_2026_07_17);
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "accepted", Map.of());

        bothShow(ActionState.COMPLETE_LATE);
        assertThat(outcome(council)).isEqualTo("late by 5 working days, done on Fri 17 Jul 2026");
    }

    @Test
    void refusesMoreTimeThatIsNotMore() {
        ombudsman.show(council, 1, Map.of());

        assertThatThrownBy(() -> ombudsman.judge(reference, 1, "more-time", Map.of("newDueDate", WED_2026_07_01.toString())))
                .hasMessageContaining("The new date is not after Wed 1 Jul 2026");
        bothShow(ActionState.SHOWN);
        assertThat(cases.lastLetter(council, "verdict")).isEmpty();
    }

    @Test
    void givesMoreTimeToACouncilThatHasShownNothing() {
        office.on(MON_2026_07_06);
        office.complete(reference, "Record evidence", Map.of("nothingShown", true));
        assertThatThrownBy(() -> ombudsman.judge(reference, 1, "accepted", Map.of())).hasMessageContaining("nothing has been shown yet");
        ombudsman.judge(reference, 1, "more-time", Map.of("newDueDate", FRI_2026_07_10.toString()));

        bothShow(ActionState.UNDER_WAY);
        assertThat(office.deadline(council, "agreed-action").dueOn()).isEqualTo(FRI_2026_07_10);
        assertThat(Office.london(office.task(council, "Carry out action").getDueDate())).isEqualTo(Office.endOf(FRI_2026_07_10));
    }

    @Test
    void refusesAnswersAboutEvidenceThatWasNotShown() {
        assertThatThrownBy(() -> office.complete(reference, "Record evidence", OmbudsmanAnswers.carryOut(office.today(), Map.of("nothingShown", true))))
                .hasMessageContaining("is not asked here");
        assertThatThrownBy(() -> office.complete(council, "Carry out action", Map.of("nothingShown", true))).hasMessageContaining("is not asked here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chief-executive", "public-report"})
    void pursuesAnActionThatIsNotDone(String step) {
        notComplete();
        assertThat(actions.view(council, 1).state()).as("the Ombudsman still decides how to go on").isEqualTo(ActionState.SHOWN);
        office.complete(reference, "Escalate non-compliance", escalate(step, Map.of()));

        bothShow(ActionState.UNDER_WAY);
        assertThat(office.openTasks(council)).contains("Carry out action");
        assertThat(office.openTasks(reference)).contains("Record evidence");
        assertThat(cases.letters(council)).filteredOn(letter -> letter.kind().equals("verdict")).last()
                .satisfies(letter -> assertThat(letter.text()).contains("We insist."));
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "accepted", Map.of());
        bothShow(ActionState.COMPLETE_LATE);
    }

    @Test
    void agreesMoreTimeAfterEscalation() {
        notComplete();
        assertThatThrownBy(() -> office.complete(reference, "Escalate non-compliance", escalate("more-time", Map.of("newDueDate", WED_2026_07_01.toString()))))
                .hasMessageContaining("not after");
        office.complete(reference, "Escalate non-compliance", escalate("more-time", Map.of("newDueDate", FRI_2026_07_31.toString())));

        for (var side : List.of(reference, council)) {
            assertThat(office.deadline(side, "agreed-action").dueOn()).isEqualTo(FRI_2026_07_31);
            assertThat(office.timers(side)).containsEntry("BoundaryEvent_AgreedActionOverdue", LocalDate.of(2026, 8, 1).atStartOfDay());
        }
        office.on(FRI_2026_07_31);
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "accepted", Map.of());
        bothShow(ActionState.COMPLETE);
    }

    @Test
    void givesUpWithANewCase() {
        notComplete();
        office.complete(reference, "Escalate non-compliance", escalate("given-up", Map.of("newCase", true)));

        bothShow(ActionState.NOT_COMPLETE);
        assertThat(outcome(council)).contains("cancelled").doesNotContain("met on");
        assertThat(outcome(reference)).contains("cancelled").doesNotContain("met on");
        assertThat(cases.chronology(reference).stream().flatMap(happening -> happening.answers().stream()).map(given -> given.field())).contains("newCase");
        assertThat(office.openTasks(council)).containsExactly("Explain the delay to the complainant");
        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void givesUpOnACouncilThatNeverShowedAnything() {
        office.on(MON_2026_07_06);
        office.complete(reference, "Record evidence", Map.of("nothingShown", true));
        ombudsman.judge(reference, 1, "not-complete", Map.of());
        assertThat(office.openTasks(council)).contains("Carry out action");
        office.complete(reference, "Escalate non-compliance", escalate("given-up", Map.of()));

        bothShow(ActionState.NOT_COMPLETE);
        assertThat(office.openTasks(council)).containsExactly("Explain the delay to the complainant");
        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void keepsBothSidesTogetherWhenTheOmbudsmanRecordsTheEvidenceByHand() {
        office.on(MON_2026_07_06);
        office.complete(reference, "Record evidence", OmbudsmanAnswers.carryOut(office.today(), Map.of()));
        ombudsman.judge(reference, 1, "accepted", Map.of());

        bothShow(ActionState.COMPLETE_LATE);
        assertThat(actions.view(council, 1).doneOn()).isEqualTo(MON_2026_07_06);
        assertThat(outcome(council)).isEqualTo(outcome(reference));
        assertThat(office.openTasks(council)).doesNotContain("Carry out action");
    }

    @Test
    void letsNoCouncilAcceptItsOwnEvidence() {
        ombudsman.show(council, 1, Map.of());

        assertThatThrownBy(() -> office.complete(council, "Record verdict", OmbudsmanAnswers.verdict("accepted", office.today(), Map.of())))
                .hasMessageContaining("the verdict comes by itself");
        bothShow(ActionState.SHOWN);
    }

    @Test
    void sendsEachVerdictWhateverDayItSays() {
        var two = ombudsman.decided("Kent County Council", Map.of(), action("apology", "1 month", Map.of()), action("training", "1 month", Map.of()));
        var theirs = cases.linked("kent", "ombudsman", two).orElseThrow().reference();
        ombudsman.show(theirs, 1, Map.of());
        ombudsman.show(theirs, 2, Map.of());
        office.on(MON_2026_07_06);
        ombudsman.judge(two, 1, "sent-back", Map.of());
        ombudsman.judge(two, 2, "sent-back", Map.of("verdictOn", WED_2026_07_01.toString(), "reason", "Who was trained?"));

        assertThat(cases.letters(theirs)).filteredOn(letter -> letter.kind().equals("verdict")).extracting(letter -> letter.text())
                .containsExactlyInAnyOrder("Action 1: Sent back. The letter is missing.", "Action 2: Sent back. Who was trained?");
    }

    @Test
    void closesNoCaseWhileOneOfThreeActionsIsOpen() {
        var three = ombudsman.decided("Kent County Council", Map.of(), action("apology", "1 month", Map.of()), action("training", "1 month", Map.of()),
                action("procedure", "3 months", Map.of()));
        var theirs = cases.linked("kent", "ombudsman", three).orElseThrow().reference();
        for (int number = 1; number <= 2; number++) {
            ombudsman.show(theirs, number, Map.of());
            ombudsman.judge(three, number, "accepted", Map.of());
        }
        office.on(MON_2026_08_03);
        office.complete(three, "Prepare publication copy", OmbudsmanAnswers.copy());
        office.complete(three, "Publish decision", OmbudsmanAnswers.publish(office.today()));

        assertThat(cases.get(theirs).status()).isEqualTo(CaseStatus.WITH_OMBUDSMAN);
        assertThat(cases.get(three).status()).isEqualTo(CaseStatus.DECIDED);
        ombudsman.show(theirs, 3, Map.of());
        ombudsman.judge(three, 3, "accepted", Map.of());
        assertThat(cases.get(theirs).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(cases.get(three).status()).isEqualTo(CaseStatus.COMPLETED);
    }

    @Test
    void recordsTheEvidenceOfACouncilOutsideByHand() {
        var alone = ombudsman.decided("Northshire Council", Map.of(), action("payment", "1 month", Map.of("amount", 100)));

        assertThatThrownBy(() -> office.complete(alone, "Record evidence", OmbudsmanAnswers.carryOut(office.today(), Map.of("amountPaid", 50))))
                .hasMessageContaining("£100 were agreed, £50 paid");
        office.complete(alone, "Record evidence", OmbudsmanAnswers.carryOut(office.today(), Map.of("amountPaid", 100)));
        assertThat(actions.view(alone, 1).state()).isEqualTo(ActionState.SHOWN);
        ombudsman.judge(alone, 1, "accepted", Map.of());

        assertThat(actions.views(alone)).extracting(ActionView::state).containsExactly(ActionState.COMPLETE);
    }

    private void notComplete() {
        office.on(MON_2026_07_06);
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "not-complete", Map.of());
    }

    private Map<String, Object> escalate(String step, Map<String, Object> different) {
        var answers = new HashMap<String, Object>(Map.of("step", step, "reason", "We insist.", "escalatedOn", office.today().toString()));
        answers.putAll(different);
        return answers;
    }

    private void bothShow(ActionState state) {
        assertThat(actions.view(reference, 1).state()).as("the Ombudsman’s side").isEqualTo(state);
        assertThat(actions.view(council, 1).state()).as("the council’s side").isEqualTo(state);
    }

    private String outcome(String of) {
        return office.deadline(of, "agreed-action").outcome();
    }
}
