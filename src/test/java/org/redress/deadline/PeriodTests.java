package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.casefile.Dates.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Every period of the allowance table in a case of its procedure: how much time, from which day, to which day, under which rule. */
@ProductTest
class PeriodTests {
    private static final LocalDate FRI_2019_08_09 = LocalDate.of(2019, 8, 9);
    private static final LocalDate MON_2020_10_12 = LocalDate.of(2020, 10, 12);
    private static final LocalDate MON_2021_11_01 = LocalDate.of(2021, 11, 1);
    private static final LocalDate FRI_2021_11_05 = LocalDate.of(2021, 11, 5);
    private static final LocalDate TUE_2023_08_29 = LocalDate.of(2023, 8, 29);
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Deadlines deadlines;

    @Test
    void ofKentsOneStage() {
        office.on(FRI_2019_08_09);
        var reference = casework.accepted("kent");

        assertThat(periods(reference)).containsExactly(
                "Acknowledgement: 3 working days from requestedOn Fri 9 Aug 2019 to Wed 14 Aug 2019, CORP-20",
                "Response, stage 1: 20 working days from receivedOn Fri 9 Aug 2019 to Mon 9 Sep 2019, CORP-21");
    }

    @Test
    void ofKentsTwoStages() {
        office.on(MON_2021_11_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        nextStage(reference);

        assertThat(periods(reference)).containsExactly(
                "Acknowledgement: 3 working days from requestedOn Mon 1 Nov 2021 to Thu 4 Nov 2021, CORP-20",
                "Response, stage 1: 20 working days from receivedOn Mon 1 Nov 2021 to Mon 29 Nov 2021, CORP-21",
                "Acknowledgement, stage 2: 3 working days from requestedOn Mon 1 Nov 2021 to Thu 4 Nov 2021, CORP-20",
                "Response, stage 2: 20 working days from requestedOn Mon 1 Nov 2021 to Mon 29 Nov 2021, CORP-24");
    }

    @Test
    void ofTheAcknowledgementFollowsTheProcedureThatTheAssessmentFinds() {
        office.on(MON_2021_11_01);
        var reference = office.receive("kent", Map.of("complainantRole", "parent"));
        office.on(FRI_2021_11_05);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(FRI_2021_11_05));
        var before = office.deadline(reference, "acknowledgement").outcome();

        office.complete(reference, "Assess complaint", Answers.accept(MON_2021_11_01, Map.of("subject", "child-in-need")));

        assertThat(before).startsWith("late by 1 working day");
        assertThat(office.deadline(reference, "acknowledgement").outcome()).isEqualTo("met on Fri 5 Nov 2021");
        assertThat(office.deadline(reference, "acknowledgement").rule()).isEqualTo("CHD-19");
        assertThat(office.deadline(reference, "acknowledgement").steps()).contains("Before its procedure was known it was Thu 4 Nov 2021.");
        assertThat(office.chronology(reference, "Not late after all")).hasSize(1);
    }

    @Test
    void ofCouncilsInGeneral() {
        office.on(MON_2020_10_12);
        var reference = casework.accepted("leicestershire");
        casework.respond(reference, "leicestershire-manager");
        nextStage(reference);

        assertThat(periods(reference)).containsExactly(
                "Acknowledgement: 5 working days from requestedOn Mon 12 Oct 2020 to Mon 19 Oct 2020, CORP-20",
                "Response, stage 1: 20 working days from receivedOn Mon 12 Oct 2020 to Mon 9 Nov 2020, CORP-21",
                "Acknowledgement, stage 2: 5 working days from requestedOn Mon 12 Oct 2020 to Mon 19 Oct 2020, CORP-20",
                "Response, stage 2: 20 working days from requestedOn Mon 12 Oct 2020 to Mon 9 Nov 2020, CORP-24");
    }

    @Test
    void ofThreeStages() {
        office.on(TUE_2023_08_29);
        var reference = casework.accepted("cambridgeshire");
        casework.respond(reference, "cambridgeshire-manager");
        nextStage(reference);
        casework.respond(reference, "cambridgeshire-director");
        nextStage(reference);

        assertThat(periods(reference)).containsExactly(
                "Acknowledgement: 5 working days from requestedOn Tue 29 Aug 2023 to Tue 5 Sep 2023, CORP-20",
                "Response, stage 1: 10 working days from receivedOn Tue 29 Aug 2023 to Tue 12 Sep 2023, CORP-21",
                "Acknowledgement, stage 2: 5 working days from requestedOn Tue 29 Aug 2023 to Tue 5 Sep 2023, CORP-20",
                "Response, stage 2: 20 working days from requestedOn Tue 29 Aug 2023 to Tue 26 Sep 2023, CORP-24",
                "Acknowledgement, stage 3: 5 working days from requestedOn Tue 29 Aug 2023 to Tue 5 Sep 2023, CORP-20",
                "Response, stage 3: 20 working days from requestedOn Tue 29 Aug 2023 to Tue 26 Sep 2023, CORP-24");
    }

    @Test
    void ofTheComplaintHandlingCodeWhichCountsFromTheAcknowledgement() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        office.on(WED_2026_06_03);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(WED_2026_06_03));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));
        casework.respond(reference, "kent-manager");
        nextStage(reference);

        assertThat(periods(reference)).containsExactly(
                "Acknowledgement: 5 working days from requestedOn Mon 1 Jun 2026 to Mon 8 Jun 2026, CORP-20",
                "Response, stage 1: 10 working days from acknowledgedOn Wed 3 Jun 2026 to Wed 17 Jun 2026, CORP-21",
                "Acknowledgement, stage 2: 5 working days from requestedOn Wed 3 Jun 2026 to Wed 10 Jun 2026, CORP-20",
                "Response, stage 2: 20 working days from acknowledgedOn Wed 3 Jun 2026 to Wed 1 Jul 2026, CORP-24");
    }

    @Test
    void ofTheStatutoryProcedure() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("cheshire-east");
        casework.respond(reference, "cheshire-east-manager");
        casework.wish(reference, "next-stage");
        casework.adjudicate(reference, "cheshire-east");
        casework.wish(reference, "next-stage");
        office.complete(reference, "Decide on stage 3 request", Answers.wayOn("panel"));
        casework.holdPanel(reference, "cheshire-east");

        assertThat(periods(reference)).containsExactly(
                "Acknowledgement: 5 working days from requestedOn Mon 1 Jun 2026 to Mon 8 Jun 2026, CHD-19",
                "Response, stage 1: 10 working days from startedOn Mon 1 Jun 2026 to Mon 15 Jun 2026, CHD-30",
                "Response, stage 2: 25 working days from requestedOn Mon 1 Jun 2026 to Mon 6 Jul 2026, CHD-42",
                "Stage 3 request, stage 2: 20 working days from responseReceivedOn Mon 1 Jun 2026 to Mon 29 Jun 2026, CHD-50",
                "Panel meeting, stage 3: 30 working days from requestedOn Mon 1 Jun 2026 to Mon 13 Jul 2026, CHD-53",
                "Panel report, stage 3: 5 working days from panelMetOn Mon 1 Jun 2026 to Mon 8 Jun 2026, CHD-55",
                "Panel response, stage 3: 15 working days from recommendationsReceivedOn Mon 1 Jun 2026 to Mon 22 Jun 2026, CHD-56");
    }

    private void nextStage(String reference) {
        casework.wish(reference, "next-stage");
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(office.today()));
    }

    private List<String> periods(String reference) {
        return deadlines.of(reference).stream().map(PeriodTests::words).toList();
    }

    private static String words(DeadlineView deadline) {
        return deadline.title() + ": " + deadline.allowance() + " from " + deadline.trigger() + " " + text(deadline.triggerOn()) + " to "
                + text(deadline.dueOn()) + ", " + deadline.rule();
    }
}
