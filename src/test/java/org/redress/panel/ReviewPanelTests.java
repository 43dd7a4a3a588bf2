package org.redress.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.gate.AnswersRefused;
import org.redress.gate.AskedBack;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Statutory stage 3: three independent persons, their meeting, their report and the council's answer (CHD-52 to CHD-56). */
@ProductTest
class ReviewPanelTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_07_06 = LocalDate.of(2026, 7, 6);
    private static final LocalDate FRI_2026_07_10 = LocalDate.of(2026, 7, 10);
    private static final LocalDate MON_2026_07_13 = LocalDate.of(2026, 7, 13);
    private static final LocalDate MON_2026_08_03 = LocalDate.of(2026, 8, 3);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Test
    void meetsReportsAndIsAnsweredEachWithinItsOwnTime() {
        office.on(MON_2026_06_01);
        var reference = casework.panelRequested("kent");
        office.complete(reference, "Appoint panel", Answers.panel("kent", MON_2026_06_01, Map.of()));
        office.on(MON_2026_07_06);
        office.complete(reference, "Hold panel meeting", Answers.panelMeeting(MON_2026_07_06));
        office.on(MON_2026_07_13);
        office.complete(reference, "Send panel report", Answers.panelReport(FRI_2026_07_10, MON_2026_07_13));
        office.on(MON_2026_08_03);
        office.complete(reference, "Decide answer to panel", Answers.panelAnswer());
        office.complete(reference, "Approve answer to panel", Answers.approve());
        office.complete(reference, "Send answer to panel", Answers.sendPanelAnswer(MON_2026_08_03));
        casework.signpost(reference);

        assertThat(office.deadline(reference, "panel-meeting").outcome()).isEqualTo("met on Mon 6 Jul 2026");
        assertThat(office.deadline(reference, "panel-report").dueOn()).isEqualTo(MON_2026_07_13);
        assertThat(office.deadline(reference, "panel-report").outcome()).isEqualTo("met on Fri 10 Jul 2026");
        assertThat(office.deadline(reference, "panel-response").triggerOn()).isEqualTo(MON_2026_07_13);
        assertThat(office.deadline(reference, "panel-response").outcome()).isEqualTo("met on Mon 3 Aug 2026, its last day");
        assertThat(cases.letters(reference)).last().extracting("kind", "text").containsExactly("panel-answer", "We accept all recommendations.");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void isThreeDifferentPersons() {
        office.on(MON_2026_06_01);
        var reference = casework.panelRequested("kent");

        assertThatThrownBy(() -> appoint(reference, Map.of("thirdMember", "kent-panel-second"))).isInstanceOf(AnswersRefused.class)
                .hasMessage("A panel is three different persons (CHD-52).");
    }

    @Test
    void isWithoutTheIndependentPersonOfStageTwo() {
        office.on(MON_2026_06_01);
        office.joins("kent-independent", "panel-members");
        var reference = casework.panelRequested("kent");

        assertThatThrownBy(() -> appoint(reference, Map.of("chair", "kent-independent"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Independent Person (Kent) was the Independent Person of stage 2: they may not sit on the panel (CHD-52)");
    }

    @Test
    void isWithoutTheInvestigatorOfStageTwo() {
        office.on(MON_2026_06_01);
        office.joins("kent-investigator", "panel-members");
        var reference = casework.panelRequested("kent");

        assertThatThrownBy(() -> appoint(reference, Map.of("secondMember", "kent-investigator"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Investigating Officer (Kent) investigated stage 2: the panel is independent of stage 2 (CHD-52)");
    }

    @Test
    void isWithoutOfficersWhateverRoleTheyWereGiven() {
        office.on(MON_2026_06_01);
        office.joins("kent-link-officer", "panel-members");
        var reference = casework.panelRequested("kent");

        assertThatThrownBy(() -> appoint(reference, Map.of("secondMember", "kent-link-officer"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Link officer (Kent) is also one of the Link officers; independent persons are neither members nor officers of the council (CHD-22)");
    }

    @Test
    void isIndependentOfTheCouncil() {
        office.on(MON_2026_06_01);
        var reference = casework.panelRequested("kent");

        assertThatThrownBy(() -> appoint(reference, Map.of("panelIndependent", false))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("must be confirmed");
    }

    @Test
    void reportsNotAfterItsReportIsReceived() {
        office.on(MON_2026_06_01);
        var reference = casework.panelRequested("kent");
        appoint(reference, Map.of());
        office.complete(reference, "Hold panel meeting", Answers.panelMeeting(MON_2026_06_01));
        office.on(MON_2026_07_13);

        assertThatThrownBy(() -> office.complete(reference, "Send panel report", Answers.panelReport(MON_2026_07_13, FRI_2026_07_10)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("it was sent on Mon 13 Jul 2026");
    }

    @Test
    void isAnsweredTogetherWithTheIndependentPerson() {
        office.on(MON_2026_06_01);
        var reference = casework.panelRequested("kent");
        casework.holdPanel(reference, "kent");

        assertThatThrownBy(() -> office.complete(reference, "Decide answer to panel",
                Answers.with(Answers.panelAnswer(), Map.of("independentConsulted", false)))).hasMessageContaining("must be confirmed");
    }

    @Test
    void decidesAgainOnAnAnswerThatIsNotApprovedOrNotSent() {
        office.on(MON_2026_06_01);
        var reference = casework.panelRequested("kent");
        casework.holdPanel(reference, "kent");
        office.complete(reference, "Decide answer to panel", Answers.with(Answers.panelAnswer(), Map.of("promises", 1)));
        office.complete(reference, "Promise action", Answers.promise(Map.of()));

        office.complete(reference, "Approve answer to panel", Map.of("approval", "return", "comments", "It promises too little.", "wordPromisesAgain", true));
        office.complete(reference, "Decide answer to panel", Answers.with(Answers.panelAnswer(), Map.of("promises", 1)));
        office.complete(reference, "Promise action", Answers.promise(Map.of("wording", "The director apologises.")));
        office.complete(reference, "Approve answer to panel", Answers.approve());
        office.complete(reference, "Send answer to panel", Map.of("giveBack", true, "giveBackReason", "The day is wrong."));
        office.complete(reference, "Decide answer to panel", Answers.with(Answers.panelAnswer(), Map.of("promises", 1)));
        office.complete(reference, "Approve answer to panel", Answers.approve());
        office.complete(reference, "Send answer to panel", Answers.sendPanelAnswer(MON_2026_06_01));

        assertThat(office.tasks(reference, "Carry out action")).hasSize(1);
    }

    @Test
    void promisesLessAfterAnAnswerCameBackAndSaysWhatIsNotPromisedAnyMore() {
        office.on(MON_2026_06_01);
        var reference = casework.panelRequested("kent");
        casework.holdPanel(reference, "kent");
        office.complete(reference, "Decide answer to panel", Answers.with(Answers.panelAnswer(), Map.of("promises", 2)));
        office.tasks(reference, "Promise action").forEach(task -> office.complete(task, Answers.promise(Map.of())));
        office.complete(reference, "Approve answer to panel", Map.of("approval", "return", "comments", "The council must not promise the second."));
        var one = Answers.with(Answers.panelAnswer(), Map.of("promises", 1));

        var asked = catchThrowableOfType(AskedBack.class, () -> office.complete(reference, "Decide answer to panel", one));
        assertThat(asked).hasMessage("The answer that came back promised 2, and this one promises 1. Confirm it only if this is not promised any more: 302.");
        office.complete(reference, "Decide answer to panel", Answers.with(one, Map.of("confirmed", asked.questions().get(0).code())));
        office.complete(reference, "Approve answer to panel", Answers.approve());
        office.complete(reference, "Send answer to panel", Answers.sendPanelAnswer(MON_2026_06_01));

        assertThat(office.tasks(reference, "Carry out action")).hasSize(1);
    }

    private void appoint(String reference, Map<String, Object> different) {
        office.complete(reference, "Appoint panel", Answers.panel("kent", office.today(), different));
    }
}
