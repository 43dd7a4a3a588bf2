package org.redress.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.EvidenceRegister;
import org.redress.casefile.EvidenceView;
import org.redress.casefile.Fact;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.AnswersRefused;
import org.redress.gate.AskedBack;
import org.redress.tally.Tally;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was recorded wrongly is put right with all that hangs on it, and nobody makes a late answer look in time alone (CHD-21). */
@ProductTest
class CorrectionTests {
    private static final LocalDate WED_2026_05_27 = LocalDate.of(2026, 5, 27);
    private static final LocalDate FRI_2026_05_29 = LocalDate.of(2026, 5, 29);
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_02 = LocalDate.of(2026, 6, 2);
    private static final LocalDate MON_2026_06_08 = LocalDate.of(2026, 6, 8);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate WED_2026_06_17 = LocalDate.of(2026, 6, 17);
    private static final LocalDate THU_2026_06_18 = LocalDate.of(2026, 6, 18);

    private static final String SECOND = "Confirm colleague’s change";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private AgreedActions actions;

    @Autowired
    private Parties parties;

    @Autowired
    private EvidenceRegister evidence;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Tally tally;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void movesRecordVariableTimersTaskAndExplanationWithTheDayOfReceipt() {
        office.on(MON_2026_06_01);
        var reference = office.receive("leicestershire", Map.of());
        assertThat(office.deadline(reference, "acknowledgement").dueOn()).isEqualTo(MON_2026_06_08);

        say(reference, "receivedOn", FRI_2026_05_29);
        assertThat(changes(reference)).contains("Acknowledgement: due moves from Mon 8 Jun 2026 to Fri 5 Jun 2026");
        assertThat(cases.get(reference).receivedAt().toLocalDate()).as("before it is confirmed").isEqualTo(MON_2026_06_01);
        confirm(reference);

        var due = LocalDate.of(2026, 6, 5);
        var deadline = office.deadline(reference, "acknowledgement");
        assertThat(cases.get(reference).receivedAt()).isEqualTo(FRI_2026_05_29.atTime(9, 0));
        assertThat(deadline.dueOn()).isEqualTo(due);
        assertThat(String.join(" ", deadline.steps())).contains("Fri 29 May 2026 is day 0").contains("Corrected");
        assertThat(office.variable(reference, "receivedOn")).isEqualTo(FRI_2026_05_29.toString());
        assertThat(office.variable(reference, "receivedAt")).isEqualTo("2026-05-29T09:00:00");
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_AcknowledgementOverdue", due.plusDays(1).atStartOfDay());
        assertThat(Office.london(office.task(reference, "Acknowledge complaint").getDueDate())).isEqualTo(Office.endOf(due));
    }

    @Test
    void keepsBothVersionsInTheFile() {
        office.on(MON_2026_06_01);
        var reference = office.receive("leicestershire", Map.of());
        say(reference, "receivedOn", FRI_2026_05_29);
        confirm(reference);

        var received = cases.chronology(reference).stream().filter(line -> line.what().equals("Complaint received")).findFirst().orElseThrow();

        assertThat(received.on()).isEqualTo(FRI_2026_05_29);
        assertThat(received.answers()).filteredOn(given -> given.field().equals("receivedOn"))
                .singleElement().satisfies(given -> {
                    assertThat(given.content()).isEqualTo("Mon 1 Jun 2026");
                    assertThat(given.rightIs()).isEqualTo("Fri 29 May 2026");
                });
        assertThat(office.chronology(reference, "Put right")).containsExactly("Put right: Received on: Fri 29 May 2026 instead of Mon 1 Jun 2026.");
        assertThat(cases.lastAnswer(reference, "correction", "mistake")).hasValue("The envelope is stamped otherwise.");
    }

    @Test
    void changesNothingThatIsNotConfirmed() {
        office.on(MON_2026_06_01);
        var reference = office.receive("leicestershire", Map.of());

        say(reference, "receivedOn", FRI_2026_05_29);
        office.complete(reference, "Confirm change", Map.of("confirmation", "leave", "confirmationReason", "The stamp was misread."));

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
        assertThat(cases.get(reference).receivedAt().toLocalDate()).isEqualTo(MON_2026_06_01);
        assertThat(office.deadline(reference, "acknowledgement").dueOn()).isEqualTo(MON_2026_06_08);
    }

    @Test
    void confirmsWhatWasShownOnly() {
        office.on(MON_2026_06_01);
        var reference = office.receive("leicestershire", Map.of());
        say(reference, "receivedOn", FRI_2026_05_29);

        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));

        assertThatThrownBy(() -> confirm(reference)).isInstanceOf(AnswersRefused.class).hasMessageContaining("Something else would change now");
    }

    @Test
    void asksForASecondPersonWhereALegalDayMovesLater() {
        office.on(MON_2026_06_01);
        var reference = office.receive("leicestershire", Map.of("receivedOn", WED_2026_05_27.toString()));

        say(reference, "receivedOn", FRI_2026_05_29);
        assertThat(office.deadline(reference, "acknowledgement").dueOn()).as("before somebody agreed").isEqualTo(LocalDate.of(2026, 6, 3));
        agree(reference, "leicestershire-supervisor");

        assertThat(office.deadline(reference, "acknowledgement").dueOn()).isEqualTo(LocalDate.of(2026, 6, 5));
    }

    @Test
    void leavesItAsItWasWhereTheSecondPersonDoesNotAgree() {
        office.on(MON_2026_06_01);
        var reference = office.receive("leicestershire", Map.of("receivedOn", WED_2026_05_27.toString()));
        say(reference, "receivedOn", FRI_2026_05_29);

        office.complete(reference, SECOND, Map.of("confirmation", "leave", "confirmationReason", "The stamp says otherwise."));

        assertThat(office.deadline(reference, "acknowledgement").dueOn()).isEqualTo(LocalDate.of(2026, 6, 3));
        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
    }

    @Test
    void takesBackAMissedDeadlineOnlyWithSomebodyWhoNeitherAskedNorAnswersNorApproves() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("leicestershire");
        office.on(WED_2026_06_17);
        casework.respond(reference, "leicestershire-manager");
        assertThat(office.deadline(reference, "response").outcome()).contains("late by");
        assertThat(office.openTasks(reference)).contains("Explain the delay to the complainant");

        sayAs("leicestershire-supervisor", reference, "responseSentOn", FRI_2026_06_12);
        var agreeing = office.task(reference, SECOND);

        office.joins("leicestershire-manager", "supervisors");
        assertThatThrownBy(() -> office.completeAs("leicestershire-manager", agreeing, agreement())).hasMessageContaining("has had a part in this case");
        office.as("leicestershire-manager").giveBack(agreeing);
        assertThatThrownBy(() -> office.completeAs("leicestershire-supervisor", agreeing, agreement())).hasMessageContaining("a second person confirms it");
        assertThat(office.deadline(reference, "response").outcome()).as("before somebody agreed").contains("late by");
    }

    @Test
    void endsTheExplanationOfADelayThatWasNone() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("leicestershire");
        office.on(WED_2026_06_17);
        casework.respond(reference, "leicestershire-manager");

        say(reference, "responseSentOn", FRI_2026_06_12);
        assertThat(changes(reference)).contains("met on Fri 12 Jun 2026");
        agree(reference, "leicestershire-supervisor");

        assertThat(office.deadline(reference, "response").state()).isEqualTo(DeadlineState.MET);
        assertThat(office.deadline(reference, "response").outcome()).contains("met on Fri 12 Jun 2026");
        assertThat(office.openTasks(reference)).doesNotContain("Explain the delay to the complainant");
        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("response")).extracting(LetterView::sentOn).containsExactly(FRI_2026_06_12);
    }

    @Test
    void tellsADelayThatComesToLight() {
        office.on(MON_2026_06_01);
        var reference = office.receive("leicestershire", Map.of());
        office.on(MON_2026_06_15);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_08));
        assertThat(office.deadline(reference, "acknowledgement").outcome()).contains("met on");

        int missed = missedAcknowledgements();
        say(reference, "acknowledgedOn", FRI_2026_06_12);
        confirm(reference);

        assertThat(office.deadline(reference, "acknowledgement").outcome()).contains("late by 4 working days");
        assertThat(missedAcknowledgements()).as("the figures follow").isEqualTo(missed + 1);
        assertThat(office.openTasks(reference)).contains("Explain the delay to the complainant");
    }

    /** The work of such a case is apart, and there is none of it before the correction begins. */
    @Test
    void isForWhoeverFoundTheMistakeInAClosedCaseAboutAColleagueToo() {
        var reference = closed();
        jdbc.update("insert into kept_from (complaint_id, council, reference, person) select id, council, reference, 'leicestershire-responder' from complaint where reference = ?", reference);

        start("leicestershire-officer", reference);

        assertThat(office.task(reference, "Say what is right").getAssignee()).isEqualTo("leicestershire-officer");
        assertThat(office.tasksAt("leicestershire", "stuck-work")).isEmpty();
    }

    /** The answer has gone, so nothing is promised; that it was late is explained all the same. */
    @Test
    void hasADelayExplainedThatComesToLightWhenTheCaseIsClosed() {
        var reference = closed();

        say(reference, "responseSentOn", WED_2026_06_17);
        agree(reference, "leicestershire-supervisor");
        var explaining = office.openTasks(reference);
        office.complete(reference, "Explain the delay to the complainant", explanation());

        assertThat(office.deadline(reference, "response").outcome()).contains("late by 2 working days");
        assertThat(explaining).containsExactly("Explain the delay to the complainant");
        assertThat(cases.letters(reference)).extracting(LetterView::kind).contains("delay-explanation");
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void saysWhyNobodyIsToldOfADelayInACaseThatWasWithdrawn() {
        office.on(MON_2026_06_01);
        var reference = office.receive("leicestershire", Map.of());
        office.on(MON_2026_06_15);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_08));
        office.event(reference, "withdrawal", Map.of());

        say(reference, "acknowledgedOn", FRI_2026_06_12);
        agree(reference, "leicestershire-supervisor");

        assertThat(office.deadline(reference, "acknowledgement").outcome()).contains("late by 4 working days");
        assertThat(office.openTasks(reference)).containsExactly("Confirm withdrawal");
        assertThat(office.chronology(reference, "Overdue: Acknowledgement").get(1)).endsWith(
                "nothing is to be explained or chased any more, because the case is withdrawn since Mon 15 Jun 2026.");
    }

    @Test
    void promisesADayAsLongAsTheAnswerIsOwed() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("leicestershire");
        office.on(WED_2026_06_17);

        assertThatThrownBy(() -> office.complete(reference, "Explain the delay to the complainant",
                explanation())).hasMessageContaining("Answer promised for: it is still owed");
    }

    @Test
    void movesTheDaysThatAWithdrawalGaveBackWithItsDay() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("leicestershire");
        office.on(MON_2026_06_08);
        office.event(reference, "withdrawal", Map.of());
        office.on(FRI_2026_06_12);
        office.as("leicestershire-officer");
        office.start("taking-up", Answers.takingUp(reference, "withdrawal-taken-back", FRI_2026_06_12, Map.of()));
        office.signOut();
        assertThat(office.deadline(reference, "response").dueOn()).as("four working days stood still").isEqualTo(LocalDate.of(2026, 6, 19));

        var withdrawn = cases.facts(reference).stream().filter(fact -> "withdrawal".equals(fact.beside().get("happening")) && fact.field().equals("happenedOn"))
                .findFirst().orElseThrow();
        start("leicestershire-officer", reference);
        office.complete(reference, "Say what is right", Map.of("kind", "day", "fact", "day-" + withdrawn.id(), "rightDay", "2026-06-10"));
        confirm(reference);
        assertThat(office.deadline(reference, "response").dueOn()).as("two working days stood still").isEqualTo(WED_2026_06_17);

        say(reference, "askedOn", LocalDate.of(2026, 6, 11));
        confirm(reference);
        assertThat(office.deadline(reference, "response").dueOn()).as("one working day stood still").isEqualTo(LocalDate.of(2026, 6, 16));
    }

    @Test
    void refusesADayBeforeTheReceiptOneThatIsThereAlreadyAndOneToCome() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("leicestershire", Map.of());
        start("leicestershire-officer", reference);

        assertThatThrownBy(() -> choose(reference, "acknowledgedOn", FRI_2026_05_29)).hasMessageContaining("received on Mon 1 Jun 2026");
        assertThatThrownBy(() -> choose(reference, "acknowledgedOn", MON_2026_06_01)).hasMessageContaining("says so already");
        assertThatThrownBy(() -> choose(reference, "acknowledgedOn", TUE_2026_06_02)).hasMessageContaining("is in the future");
    }

    @Test
    void refusesADayAfterWhatRestsOnIt() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("leicestershire", Map.of());
        office.on(WED_2026_06_17);
        start("leicestershire-officer", reference);

        assertThatThrownBy(() -> choose(reference, "receivedOn", TUE_2026_06_02)).hasMessageContaining("Acknowledge complaint on Mon 1 Jun 2026 comes after it")
                .hasMessageContaining("put it right first");
        choose(reference, "acknowledgedOn", TUE_2026_06_02);
    }

    @Test
    void asksADayBackThatIsLikelyASlipToo() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("leicestershire", Map.of());
        start("leicestershire-officer", reference);

        assertThatThrownBy(() -> choose(reference, "receivedOn", MON_2026_06_01.minusYears(1))).isInstanceOf(AskedBack.class)
                .hasMessageContaining("Right day: Sun 1 Jun 2025 is 365 days before today. Is it right?");
        choose(reference, "receivedOn", FRI_2026_05_29);
    }

    @Test
    void movesTheStartOfStatutoryStage1WithTheReceipt() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("leicestershire");
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_15);

        say(reference, "receivedOn", FRI_2026_05_29);
        confirm(reference);

        assertThat(office.variable(reference, "startedOn")).isEqualTo(FRI_2026_05_29.toString());
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(FRI_2026_06_12);
    }

    @Test
    void putsALaterStartRightThatWasTypedWithAWrongYear() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("leicestershire", Map.of("complainantRole", "parent"));
        var asked = catchThrowableOfType(AskedBack.class, () -> office.event(reference, "later-start", Map.of("newDueDate", "2028-06-08")));
        office.event(reference, "later-start", Map.of("newDueDate", "2028-06-08", "confirmed", asked.questions().get(0).code()));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of("subject", "child-in-need")));

        say(reference, "newDueDate", MON_2026_06_08);
        confirm(reference);

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(LocalDate.of(2026, 6, 22));
    }

    @Test
    void putsTheNewDayOfAnExtensionRight() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("leicestershire");
        office.event(reference, "extension", Answers.extension(LocalDate.of(2026, 6, 22)));

        say(reference, "newDueDate", THU_2026_06_18);
        confirm(reference);

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(THU_2026_06_18);
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_ResponseOverdue", THU_2026_06_18.plusDays(1).atStartOfDay());
    }

    @Test
    void givesNoMoreTimeByACorrectionThanByANotice() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("leicestershire");
        office.on(MON_2026_06_15);
        office.event(reference, "extension", Answers.extension(LocalDate.of(2026, 6, 22)));
        office.on(WED_2026_06_17);
        start("leicestershire-officer", reference);

        assertThatThrownBy(() -> choose(reference, "newDueDate", LocalDate.of(2026, 6, 30))).hasMessageContaining("At most to Mon 29 Jun 2026");
        assertThatThrownBy(() -> choose(reference, "newDueDate", FRI_2026_06_12)).hasMessageContaining("The new date is not after Mon 15 Jun 2026");
        choose(reference, "newDueDate", THU_2026_06_18);
        confirm(reference);

        sayNotice(reference, LocalDate.of(2026, 6, 16));
        assertThat(changes(reference)).contains("Response, stage 1: due moves from Thu 18 Jun 2026 to Mon 15 Jun 2026");
        confirm(reference);
        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("overdue since Tue 16 Jun 2026");
        assertThat(office.deadline(reference, "response").extensions()).isEmpty();
        assertThat(office.openTasks(reference)).contains("Explain the delay to the complainant");

        sayNotice(reference, FRI_2026_06_12);
        agree(reference, "leicestershire-supervisor");
        assertThat(office.deadline(reference, "response").outcome()).as("the notice was in time").isEqualTo("due on Thu 18 Jun 2026");
    }

    @Test
    void putsTheDayOfAPauseRight() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("leicestershire");
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_15);
        office.on(MON_2026_06_08);
        office.event(reference, "proceedings-started", Answers.prejudice());
        office.on(FRI_2026_06_12);
        office.event(reference, "proceedings-ended", Map.of());
        assertThat(office.deadline(reference, "response").dueOn()).as("four working days stood still").isEqualTo(LocalDate.of(2026, 6, 19));

        office.as("leicestershire-officer");
        office.start("correction", Map.of("caseReference", reference, "mistake", "The court wrote on the 10th."));
        office.signOut();
        var started = cases.facts(reference).stream().filter(fact -> "proceedings-started".equals(fact.beside().get("happening")) && fact.field().equals("happenedOn"))
                .findFirst().orElseThrow();
        var ended = cases.facts(reference).stream().filter(fact -> "proceedings-ended".equals(fact.beside().get("happening")) && fact.field().equals("happenedOn"))
                .findFirst().orElseThrow();
        assertThatThrownBy(() -> office.complete(reference, "Say what is right", Map.of("kind", "day", "fact", "day-" + ended.id(), "rightDay", "2026-06-05")))
                .hasMessageContaining("The pause would end on Fri 5 Jun 2026, before it began on Mon 8 Jun 2026.");
        office.complete(reference, "Say what is right", Map.of("kind", "day", "fact", "day-" + started.id(), "rightDay", "2026-06-10"));
        confirm(reference);

        assertThat(office.deadline(reference, "response").dueOn()).as("two working days stood still").isEqualTo(WED_2026_06_17);
    }

    @Test
    void movesTheActionThatWasMeantAndNoOther() {
        office.on(MON_2026_06_01);
        var reference = ombudsman.decided("Kent County Council", Map.of(), OmbudsmanAnswers.action("apology", "2 weeks", Map.of()), OmbudsmanAnswers.action("procedure", "2 weeks", Map.of()));
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
        office.on(FRI_2026_06_12);
        ombudsman.show(council, 1, Map.of());
        ombudsman.show(council, 2, Map.of());
        var first = cases.facts(council).stream().filter(fact -> fact.field().equals("actionDoneOn") && fact.item().equals(OptionalInt.of(1))).findFirst().orElseThrow();

        start("kent-link-officer", council);
        office.complete(council, "Say what is right", Map.of("kind", "day", "fact", "day-" + first.id(), "rightDay", MON_2026_06_08.toString()));
        agree(council, "kent-supervisor");

        assertThat(actions.views(council)).extracting(ActionView::doneOn).containsExactly(MON_2026_06_08, FRI_2026_06_12);
        assertThat(deadlines.of(council).stream().filter(deadline -> deadline.kind().equals("agreed-action"))).extracting(DeadlineView::closedOn)
                .containsExactly(MON_2026_06_08, FRI_2026_06_12);
    }

    @Test
    void movesTheEntryOfAPersonWithTheDayOnWhichTheyCame() {
        office.on(TUE_2026_06_02);
        var reference = casework.accepted("leicestershire");
        office.on(FRI_2026_06_12);
        office.people("leicestershire-officer", reference, "add", Map.of("personName", "Dr W", "part", "other"));

        say(reference, "happenedOn", MON_2026_06_08);
        assertThat(changes(reference)).contains("The file has Mon 8 Jun 2026 instead of Fri 12 Jun 2026 under the people.");
        confirm(reference);

        assertThat(parties.of(reference)).filteredOn(person -> person.label().equals("Dr W")).extracting(PartyView::since).containsExactly(MON_2026_06_08);
        assertThat(parties.of(reference)).filteredOn(person -> person.number() == 1).extracting(PartyView::since).containsExactly(TUE_2026_06_02);
    }

    @Test
    void movesTheEvidenceAndTheIssueThatCameOnTheDay() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("leicestershire");
        office.on(FRI_2026_06_12);
        office.event(reference, "issue", Map.of("details", "Nobody told me where the form is"));
        office.event(reference, "issue", Map.of());
        say(reference, "happenedOn", MON_2026_06_08);
        confirm(reference);
        assertThat(cases.issues(reference)).extracting(IssueView::addedOn).as("the one of that step").containsExactly(MON_2026_06_01, MON_2026_06_01, FRI_2026_06_12, MON_2026_06_08);

        var file = ombudsman.notified("Kent County Council", Map.of("receivedOn", MON_2026_06_01.toString()));
        ombudsman.event(file, "evidence", Map.of("details", "Photographs of the bins", "marking", "both"));
        ombudsman.event(file, "evidence", Map.of("details", "Photographs – Mr X", "marking", "both"));
        sayAs("ombudsman-investigator", file, "happenedOn", MON_2026_06_08);
        confirm(file);
        assertThat(evidence.of(file)).extracting(EvidenceView::receivedOn).as("the one of that step").containsExactly(FRI_2026_06_12, MON_2026_06_08);
    }

    @Test
    void findsNoCaseOfAnotherCouncil() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("leicestershire", Map.of());

        assertThatThrownBy(() -> start("kent-officer", reference)).hasMessageContaining("your council has no case");
    }

    /** A case that is over since its answer of 12 June. */
    private String closed() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("leicestershire");
        office.on(WED_2026_06_17);
        casework.respond(reference, "leicestershire-manager", FRI_2026_06_12);
        casework.wish(reference, "satisfied");
        assertThat(office.running(reference)).isFalse();
        return reference;
    }

    private void say(String reference, String field, LocalDate right) {
        sayAs("leicestershire-officer", reference, field, right);
    }

    private void sayAs(String user, String reference, String field, LocalDate right) {
        start(user, reference);
        choose(reference, field, right);
    }

    private void start(String user, String reference) {
        office.as(user);
        try {
            office.start("correction", Map.of("caseReference", reference, "mistake", "The envelope is stamped otherwise."));
        } finally {
            office.signOut();
        }
    }

    private void choose(String reference, String field, LocalDate right) {
        office.complete(reference, "Say what is right", Map.of("kind", "day", "fact", "day-" + fact(reference, field).id(), "rightDay", right.toString()));
    }

    private void sayNotice(String reference, LocalDate right) {
        start("leicestershire-officer", reference);
        var notice = cases.facts(reference).stream().filter(fact -> "extension".equals(fact.beside().get("happening")) && fact.field().equals("happenedOn")).findFirst().orElseThrow();
        office.complete(reference, "Say what is right", Map.of("kind", "day", "fact", "day-" + notice.id(), "rightDay", right.toString()));
    }

    private Fact fact(String reference, String field) {
        return cases.facts(reference).stream().filter(fact -> fact.field().equals(field)).reduce((earlier, later) -> later).orElseThrow();
    }

    private String changes(String reference) {
        return String.valueOf(office.variable(reference, "changes"));
    }

    private void confirm(String reference) {
        office.complete(reference, "Confirm change", agreement());
    }

    private void agree(String reference, String user) {
        office.completeAs(user, office.task(reference, SECOND), agreement());
    }

    /** A letter of Wednesday 17 June 2026 that promises nothing. */
    private static Map<String, Object> explanation() {
        var letter = new HashMap<>(Answers.explainDelay(WED_2026_06_17, WED_2026_06_17));
        letter.remove("newDate");
        return letter;
    }

    private static Map<String, Object> agreement() {
        return Map.of("confirmation", "confirm", "confirmationReason", "The copy of the letter shows it.");
    }

    private int missedAcknowledgements() {
        return tally.deadlines(List.of("leicestershire"), FRI_2026_06_12).stream().filter(count -> count.element().startsWith("acknowledgement/") && count.figure() == Tally.Figure.MISSED)
                .mapToInt(Tally.Count::times).sum();
    }
}
