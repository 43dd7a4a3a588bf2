package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.testing.Office.endOf;
import static org.redress.testing.Office.london;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** More time by written notice: before the end, with a reason, up to the cap, and everything moves together (CORP-21, CHD-32, CHD-44). */
@ProductTest
class ExtensionTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate THU_2026_06_11 = LocalDate.of(2026, 6, 11);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);
    private static final LocalDate MON_2026_06_22 = LocalDate.of(2026, 6, 22);
    private static final LocalDate THU_2026_06_25 = LocalDate.of(2026, 6, 25);
    private static final LocalDate MON_2026_06_29 = LocalDate.of(2026, 6, 29);
    private static final LocalDate TUE_2026_06_30 = LocalDate.of(2026, 6, 30);
    private static final LocalDate MON_2026_07_27 = LocalDate.of(2026, 7, 27);
    private static final LocalDate TUE_2026_07_28 = LocalDate.of(2026, 7, 28);
    private static final LocalDate TUE_2026_09_01 = LocalDate.of(2026, 9, 1);
    private static final LocalDate WED_2026_09_02 = LocalDate.of(2026, 9, 2);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private FurtherExtensions extensions;

    @Test
    void movesTheRecordTheVariableTheTasksAndTheTimersTogether() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        office.event(reference, "extension", Answers.extension(MON_2026_06_29));

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_29);
        assertThat(office.variable(reference, "responseDue")).isEqualTo(Moments.endOf(MON_2026_06_29));
        assertThat(london(office.task(reference, "Decide who answers").getDueDate())).isEqualTo(endOf(MON_2026_06_29));
        assertThat(office.timers(reference)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "BoundaryEvent_ResponseDueSoon", THU_2026_06_25.atTime(9, 0),
                "BoundaryEvent_ResponseOverdue", TUE_2026_06_30.atStartOfDay()));
    }

    @Test
    void keepsTheOriginalDayTheReasonAndTheNotice() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        office.event(reference, "extension", Answers.with(Answers.extension(MON_2026_06_22), Map.of("details", "A witness is away.")));
        office.event(reference, "extension", Answers.with(Answers.extension(MON_2026_06_29), Map.of("details", "She is still away.")));

        assertThat(office.deadline(reference, "response").originalDueOn()).isEqualTo(MON_2026_06_15);
        assertThat(office.deadline(reference, "response").extensions()).containsExactly(
                new DeadlineView.Extended(MON_2026_06_01, MON_2026_06_15, MON_2026_06_22, "A witness is away."),
                new DeadlineView.Extended(MON_2026_06_01, MON_2026_06_22, MON_2026_06_29, "She is still away."));
        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("extension-notice")).hasSize(2);
    }

    @Test
    void setsUpTheReminderAgainThatHadBeenGiven() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(FRI_2026_06_12);

        var given = office.chronology(reference, "Reminder").size();
        office.event(reference, "extension", Answers.extension(MON_2026_06_29));
        office.on(THU_2026_06_25);

        assertThat(given).isEqualTo(1);
        assertThat(office.chronology(reference, "Reminder")).hasSize(2);
    }

    @Test
    void setsUpNoReminderForAMomentThatHasPassed() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(MON_2026_06_15);

        office.event(reference, "extension", Answers.extension(TUE_2026_06_16));
        office.at(TUE_2026_06_16.atTime(23, 59, 59));

        assertThat(office.chronology(reference, "Reminder")).hasSize(1);
        assertThat(office.timers(reference)).containsExactlyEntriesOf(
                Map.of("BoundaryEvent_ResponseOverdue", LocalDate.of(2026, 6, 17).atStartOfDay()));
    }

    @Test
    void isOverdueOnlyAfterTheNewDay() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.event(reference, "extension", Answers.extension(MON_2026_06_22));

        office.at(MON_2026_06_22.atTime(23, 59, 59));
        var before = office.chronology(reference, "Overdue");
        office.at(MON_2026_06_22.plusDays(1).atStartOfDay());

        assertThat(before).isEmpty();
        assertThat(office.chronology(reference, "Overdue")).hasSize(1);
    }

    @Test
    void isPossibleOnTheLastDay() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.at(MON_2026_06_15.atTime(23, 59));

        office.event(reference, "extension", Answers.extension(MON_2026_06_22));

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_22);
    }

    @Test
    void isRefusedAfterTheLastDay() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(TUE_2026_06_16);

        assertRefused(reference, Answers.extension(MON_2026_06_22), "It ended on Mon 15 Jun 2026");
    }

    @Test
    void isRefusedWithoutAReason() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        var answers = Answers.with(Answers.extension(MON_2026_06_22), Map.of("details", " "));

        assertRefused(reference, answers, "What exactly: an answer is needed");
    }

    @Test
    void isRefusedToADayThatIsNotLater() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        assertRefused(reference, Answers.extension(MON_2026_06_15), "The new date is not after Mon 15 Jun 2026");
    }

    @Test
    void reachesTenWorkingDaysFurtherAtStageOneAndNotADayMore() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        assertRefused(reference, Answers.extension(TUE_2026_06_30), "At most to Mon 29 Jun 2026 (CORP-21)");
        office.event(reference, "extension", Answers.extension(MON_2026_06_29));
        assertRefused(reference, Answers.extension(TUE_2026_06_30), "At most to Mon 29 Jun 2026 (CORP-21)");
    }

    @Test
    void reachesFurtherThanThatForAGoodReasonOnly() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        var further = Answers.with(Answers.extension(TUE_2026_06_30), Map.of("details", "The only witness is away.", "extends", "response-further"));

        assertRefused(reference, Answers.extension(TUE_2026_06_30), "without good reason; choose that it is further for a good reason, if there is one");
        office.event(reference, "extension", further);

        assertThat(office.deadline(reference, "response").extensions()).containsExactly(new DeadlineView.Extended(MON_2026_06_01, MON_2026_06_15, TUE_2026_06_30,
                "The only witness is away."));
        assertThat(extensions.of("kent", 1)).singleElement().isEqualTo(new FurtherExtensions.Further(reference, "Response, stage 1", MON_2026_06_29, MON_2026_06_01,
                TUE_2026_06_30, "The only witness is away.", "kent-officer"));
    }

    @Test
    void reachesNoFurtherInTheStatutoryProcedureForWhateverReason() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");

        assertRefused(reference, Answers.with(Answers.extension(TUE_2026_06_30), Map.of("extends", "response-further")),
                "At most to Mon 29 Jun 2026 (CHD-30).");
    }

    @Test
    void reachesTwentyWorkingDaysFurtherAtStageTwoAndNotADayMore() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "next-stage");
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_29);
        assertRefused(reference, Answers.extension(TUE_2026_07_28), "At most to Mon 27 Jul 2026 (CORP-24)");
        office.event(reference, "extension", Answers.extension(MON_2026_07_27));
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_07_27);
    }

    @Test
    void reachesSixtyFiveWorkingDaysFromTheStartOfStatutoryStageTwoAndNotADayMore() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");

        // thirteen weeks, and Monday 31 August is a bank holiday
        assertRefused(reference, Answers.extension(WED_2026_09_02), "At most to Tue 1 Sep 2026 (CHD-42)");
        office.event(reference, "extension", Answers.with(Answers.extension(TUE_2026_09_01), Map.of("complex", false, "noticeWithOmbudsman", false)));
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(TUE_2026_09_01);
    }

    @Test
    void needsTheOmbudsmansDetailsInTheNoticeOfACorporateComplaint() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        var answers = Answers.with(Answers.extension(MON_2026_06_22), Map.of("noticeWithOmbudsman", false));

        assertRefused(reference, answers, "The notice has to give the Ombudsman's details (CORP-22)");
    }

    @Test
    void needsAComplexComplaintAtStatutoryStageOne() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");

        assertRefused(reference, Answers.with(Answers.extension(MON_2026_06_29), Map.of("complex", false)),
                "It is extended only if the complaint is complex (CHD-32)");
        office.event(reference, "extension", Answers.with(Answers.extension(MON_2026_06_29), Map.of("noticeWithOmbudsman", false)));
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_29);
    }

    @Test
    void isRefusedForADeadlineThatTheRulesDoNotExtend() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());

        var answers = Answers.with(Answers.extension(THU_2026_06_11), Map.of("extends", "acknowledgement"));

        assertRefused(reference, answers, "The rules permit no extension of this deadline");
    }

    @Test
    void isRefusedWhenNothingIsOwed() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());

        assertRefused(reference, Answers.extension(MON_2026_06_22), "No response is owed now");
    }

    @Test
    void changesNothingWhenItIsRefused() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        var before = office.deadline(reference, "response");
        var timers = office.timers(reference);

        assertRefused(reference, Answers.extension(TUE_2026_06_30), "At most");

        assertThat(office.deadline(reference, "response")).isEqualTo(before);
        assertThat(office.timers(reference)).isEqualTo(timers);
        assertThat(office.variable(reference, "responseDue")).isEqualTo(Moments.endOf(MON_2026_06_15));
    }

    @Test
    void showsTheWorkingDayBeforeANewDayAtAWeekendAsTheTarget() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        office.event(reference, "extension", Answers.extension(LocalDate.of(2026, 6, 27)));

        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("due on Sat 27 Jun 2026, target Fri 26 Jun 2026");
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_ResponseDueSoon", THU_2026_06_25.atTime(9, 0));
    }

    private void assertRefused(String reference, Map<String, Object> answers, String sentence) {
        assertThatThrownBy(() -> office.event(reference, "extension", answers)).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }
}
