package org.redress.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.CaseFiles;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What a service owes around a meeting, a conference or a named day has a clock, and is seen when it was missed (CORP-35). */
@ProductTest
class ServiceDutyTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);
    private static final LocalDate WED_2026_06_17 = LocalDate.of(2026, 6, 17);

    private static final String CONFIRM = "Confirm colleague’s change";
    private static final String EXPLAIN = "Explain the delay to the complainant";
    private static final Map<String, Object> NOT_OWED = Map.of("dutyBecame", "not-owed", "dutyNote", "The meeting was called off.");

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @BeforeEach
    void theOfficeIsOpen() {
        office.on(MON_2026_06_01);
    }

    @ParameterizedTest
    @CsvSource({
            "minutes, 2026-05-18, 2026-05-19, its last day",
            "minutes, 2026-05-18, 2026-05-29, late by 7 working days",
            "conference-report, 2026-06-01, 2026-05-29, its last day",
            "conference-report, 2026-06-01, 2026-05-22, met on Fri 22 May 2026",
            "follow-up, 2026-05-29, 2026-05-29, its last day"})
    void saysWhetherWhatHasBeenDoneWasInTime(String duty, LocalDate day, LocalDate doneOn, String outcome) {
        var reference = casework.accepted("kent");
        record(reference, duty, day, doneOn);

        assertThat(office.deadline(reference, "service-duty").outcome()).contains(outcome);
        assertThat(office.openTasks(reference)).as("the answer to the complaint explains it").doesNotContain(EXPLAIN);
    }

    @ParameterizedTest
    @CsvSource({"minutes, 2026-06-15, 2026-06-16, none", "conference-report, 2026-06-19, 2026-06-16, To be done by Tue 16 Jun 2026", "follow-up, 2026-06-16, 2026-06-16, To be done by Tue 16 Jun 2026"})
    void waitsForWhatIsStillToBeDoneAndIsSeenWhenItIsMissed(String duty, LocalDate day, LocalDate due, String explained) {
        var reference = casework.accepted("kent");
        record(reference, duty, day, null);
        var set = office.deadline(reference, "service-duty");
        assertThat(set.dueOn()).isEqualTo(due);
        assertThat(String.join(" ", set.steps())).contains(duty.equals("minutes") ? "Tue 16 Jun 2026" : explained);

        office.on(WED_2026_06_17);
        assertThat(office.openTasks(reference)).contains("Record duty done", EXPLAIN);
        office.complete(reference, "Record duty done", done(WED_2026_06_17));
        assertThat(office.deadline(reference, "service-duty").outcome()).startsWith("late by 1 working day");
    }

    /** A meeting that was called off: nobody has to say that it was held. Its day runs until a second person has confirmed that. */
    @Test
    void endsWhereASecondPersonConfirmsThatItIsNotOwed() {
        var reference = casework.accepted("kent");
        record(reference, "minutes", MON_2026_06_15, null);

        office.complete(reference, "Record duty done", NOT_OWED);
        office.on(WED_2026_06_17);
        assertThat(office.openTasks(reference)).contains(CONFIRM).doesNotContain("Record duty done");
        assertThat(office.openTasks(reference)).filteredOn(EXPLAIN::equals).as("of the duty, and of the response that is late too").hasSize(2);
        assertThat(office.deadline(reference, "service-duty").overdueSince()).isEqualTo(WED_2026_06_17);
        office.completeAs("kent-supervisor", office.task(reference, CONFIRM), Map.of("confirmation", "confirm", "confirmationReason", "The notice of the school."));

        assertThat(office.deadline(reference, "service-duty").outcome()).contains("it is not owed");
        assertThat(office.openTasks(reference)).doesNotContain("Record duty done", CONFIRM);
        assertThat(office.openTasks(reference)).filteredOn(EXPLAIN::equals).as("of the response").hasSize(1);
        assertThat(office.timers(reference)).doesNotContainKey("BoundaryEvent_ServiceDutyOverdue");
    }

    @Test
    void isStillToBeDoneWhereTheSecondPersonLeavesIt() {
        var reference = casework.accepted("kent");
        record(reference, "minutes", MON_2026_06_15, null);
        office.complete(reference, "Record duty done", NOT_OWED);

        office.completeAs("kent-supervisor", office.task(reference, CONFIRM), Map.of("confirmation", "leave", "confirmationReason", "It was held."));
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_ServiceDutyOverdue", WED_2026_06_17.atStartOfDay());
        office.on(TUE_2026_06_16);
        office.complete(reference, "Record duty done", done(TUE_2026_06_16));

        assertThat(office.deadline(reference, "service-duty").outcome()).contains("its last day");
    }

    @Test
    void takesNoneForACaseOfAnotherCouncil() {
        var reference = casework.accepted("cambridgeshire");

        assertThatThrownBy(() -> record(reference, "minutes", MON_2026_06_01, null)).hasMessage("Case: there is no case " + reference + " here.");
    }

    @ParameterizedTest
    @CsvSource({"minutes, 2026-06-16, 2026-06-15", "conference-report, 2026-06-22, 2026-06-09", "follow-up, 2026-06-16, 2026-06-12"})
    void isDueAroundTheDayThatWasPutRight(String duty, LocalDate typed, LocalDate due) {
        var reference = casework.accepted("kent");
        record(reference, duty, typed, null);
        office.as("kent-officer").start("correction", Map.of("caseReference", reference, "mistake", "The invitation says otherwise."));
        office.signOut();
        var day = cases.facts(reference).stream().filter(fact -> fact.field().equals("dutyDay")).findFirst().orElseThrow();
        office.complete(reference, "Say what is right", Map.of("kind", "day", "fact", "day-" + day.id(), "rightDay", "2026-06-12"));
        office.complete(reference, "Confirm change", Map.of("confirmation", "confirm", "confirmationReason", "The invitation."));

        assertThat(office.deadline(reference, "service-duty").dueOn()).isEqualTo(due);
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_ServiceDutyOverdue", due.plusDays(1).atStartOfDay());
    }

    private static Map<String, Object> done(LocalDate on) {
        return Map.of("dutyBecame", "done", "dutyDoneOn", on.toString(), "dutyNote", "Sent.");
    }

    private void record(String reference, String duty, LocalDate day, @Nullable LocalDate doneOn) {
        var answers = new HashMap<String, Object>(Map.of("caseReference", reference, "duty", duty, "dutyDay", day.toString(), "dutyText", "The minutes for the family."));
        if (doneOn != null) {
            answers.putAll(Map.of("dutyDone", true, "dutyDoneOn", doneOn.toString()));
        }
        office.as("kent-officer").start("service-duty", answers);
        office.signOut();
    }
}
