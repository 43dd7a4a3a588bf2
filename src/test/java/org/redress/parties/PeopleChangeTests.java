package org.redress.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.deadline.DeadlineState;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** People join a case, are named, change and go; who complains changes only when somebody else has confirmed it (CORP-11, CHD-11). */
@ProductTest
class PeopleChangeTests {
    private static final String OFFICER = "kent-officer";
    private static final String SUPERVISOR = "kent-supervisor";
    private static final String CARRIES_ON = "Find out who carries on";
    private static final String CONFIRM = "Confirm people change";
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final Map<String, Object> TWO = Map.of("otherPeople", "Mr U – joint complainant");

    @Autowired
    private TaskService tasks;

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Parties parties;

    @Autowired
    private HistoryService history;

    @Test
    void addsAWitnessAtOnceAndGivesThemTheNextNumber() {
        var reference = received(Map.of());

        people(reference, "add", Map.of("personName", "Mrs W", "part", "other"));

        assertThat(told(reference)).containsExactly("1 Ms T, complainant", "2 Mrs W, witness or other person");
        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
    }

    @Test
    void keepsWhoAnsweredWhatInTheChronology() {
        var reference = received(Map.of());

        people(reference, "add", Map.of("personName", "Mrs W", "part", "other", "details", "She saw it."));

        assertThat(cases.chronology(reference)).anySatisfy(line -> {
            assertThat(line.what()).isEqualTo("Somebody is added");
            assertThat(line.who()).isEqualTo(OFFICER);
            assertThat(line.answers()).extracting("content").contains("Mrs W", "Witness or other person", "She saw it.");
        });
    }

    @Test
    void givesTheEngineNumbersAndPartsAndNoNames() {
        var reference = received(Map.of());

        people(reference, "add", Map.of("personName", "Mrs Wyvern", "part", "joint-complainant", "details", "Wyvern wrote."));

        assertThat(office.variable(reference, "whatChanges")).isEqualTo("Somebody joins as joint complainant.");
        assertThat(history.createHistoricVariableInstanceQuery().list()).extracting(variable -> String.valueOf(variable.getValue()))
                .noneMatch(value -> value.contains("Wyvern"));
    }

    @Test
    void writesToEverybodyWhoComplains() {
        var reference = received(TWO);

        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));

        assertThat(cases.letters(reference)).extracting(LetterView::to).containsExactly("Ms T and Mr U");
    }

    @ParameterizedTest
    @CsvSource({"contact, contact, The High Street 1", "adjustment, adjustment, Large print", "unreachable, unreachable, Moved away"})
    void keepsHowSomebodyIsReachedAndWhatTheyNeed(String change, String field, String text) {
        var reference = received(Map.of());

        people(reference, change, Map.of("personNumber", 1, "details", text));

        assertThat(parties.find(reference, 1)).get().hasFieldOrPropertyWithValue(field, text);
    }

    @Test
    void keepsReadableWhatStoodThereBefore() {
        var reference = received(Map.of());
        people(reference, "contact", Map.of("personNumber", 1, "details", "The High Street 1"));

        people(reference, "contact", Map.of("personNumber", 1, "details", "The Low Street 2"));

        assertThat(office.chronology(reference, "Number 1 before this change")).containsExactly("Number 1 before this change: The High Street 1");
    }

    // ---- one of several withdraws ------------------------------------------------------------------------------------

    @Test
    void letsTheOthersGoOnWhenOneWithdraws() {
        var reference = received(TWO);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));

        people(reference, "withdrew", Map.of("personNumber", 2));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(told(reference)).containsExactly("1 Ms T, complainant", "2 Mr U, joint complainant until 2026-06-01 because withdrew");
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint", "Confirm withdrawal");
    }

    @Test
    void confirmsTheWithdrawalToWhoHasWithdrawnAndWritesToTheOthersOnly() {
        var reference = received(TWO);
        people(reference, "withdrew", Map.of("personNumber", 2));

        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(MON_2026_06_01));
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));

        assertThat(cases.letters(reference)).extracting(letter -> letter.kind() + " to " + letter.to())
                .containsExactly("withdrawal-confirmation to Mr U", "acknowledgement to Ms T");
    }

    @Test
    void withdrawsTheCaseWhenTheLastWithdraws() {
        var reference = received(TWO);
        people(reference, "withdrew", Map.of("personNumber", 1));

        assertRefused(reference, "withdrew", Map.of("personNumber", 2), "they are the only one who complains, so the case ends with it: record that the complaint is"
                + " withdrawn with Case event, and a second person confirms it.");
        office.event(reference, "withdrawal", Map.of());

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(office.deadline(reference, "acknowledgement").state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(office.openTasks(reference)).containsExactly("Confirm withdrawal", "Confirm withdrawal");
    }

    @Test
    void doesNotTakeOneWithdrawalForThatOfTheWholeComplaint() {
        var reference = received(TWO);

        assertThatThrownBy(() -> office.event(reference, "withdrawal", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("2 people complain (numbers 1, 2 in Case). Say that all of them withdraw; if only one does");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void withdrawsTheWholeComplaintWhenAllDo() {
        var reference = received(TWO);

        office.event(reference, "withdrawal-by-all", Map.of());
        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(MON_2026_06_01));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(cases.letters(reference)).extracting(LetterView::to).containsExactly("Ms T and Mr U");
        assertThat(office.chronology(reference, "All who complain withdraw")).hasSize(1);
    }

    @Test
    void refusesTheWithdrawalOfWhoDoesNotComplain() {
        var reference = received(Map.of("otherPeople", "Y – child"));

        assertRefused(reference, "withdrew", Map.of("personNumber", 2), "Which person: number 2 (child) does not complain");
    }

    @Test
    void refusesAWithdrawalWhenTheCaseIsOver() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent", TWO, Map.of());
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "satisfied");

        assertRefused(reference, "withdrew", Map.of("personNumber", 2), "the case is resolved since Mon 1 Jun 2026");
    }

    // ---- who complains changes ---------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"add", "name", "part", "died"})
    void changesNothingUntilASecondPersonHasConfirmedIt(String change) {
        var reference = received(Map.of("otherPeople", "Mrs W – witness"));
        var before = told(reference);

        people(reference, change, complaining(change));

        assertThat(told(reference)).isEqualTo(before);
        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint", CONFIRM);
        assertThat(parties.proposed(reference)).singleElement().hasFieldOrPropertyWithValue("by", OFFICER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add  | 1 Ms T, complainant; 2 Mrs W, witness or other person; 3 Mr V, joint complainant
            name | 1 Mr V, complainant; 2 Mrs W, witness or other person
            part | 1 Ms T, complainant; 2 Mrs W, joint complainant
            died | 1 Ms T, complainant until 2026-06-01 because died; 2 Mrs W, witness or other person
            """)
    void isMadeWhenTheSecondPersonConfirms(String change, String after) {
        var reference = received(Map.of("otherPeople", "Mrs W – witness"));
        people(reference, change, complaining(change));

        office.completeAs(SUPERVISOR, office.task(reference, CONFIRM), Answers.confirmPeople());

        assertThat(String.join("; ", told(reference))).isEqualTo(after);
        assertThat(parties.proposed(reference)).isEmpty();
    }

    @Test
    void isNotMadeWhenTheSecondPersonRefuses() {
        var reference = received(Map.of());
        people(reference, "add", complaining("add"));

        office.completeAs(SUPERVISOR, office.task(reference, CONFIRM), Answers.refusePeople());

        assertThat(told(reference)).containsExactly("1 Ms T, complainant");
        assertThat(parties.proposed(reference)).isEmpty();
        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
    }

    @Test
    void isNotConfirmedByCompletingWithoutAChoice() {
        var reference = received(Map.of());
        people(reference, "add", complaining("add"));
        var confirming = office.task(reference, CONFIRM);

        assertThatThrownBy(() -> office.completeAs(SUPERVISOR, confirming, Map.of())).hasMessageContaining("Is it so?: an answer is needed");
        assertThatThrownBy(() -> office.completeAs(SUPERVISOR, confirming, Map.of())).hasMessageContaining("Is it so?: an answer is needed");
    }

    /** Somebody makes an acquaintance a complainant to get at the file: alone it does not work. */
    @Test
    void isNotConfirmedByWhoProposedIt() {
        var reference = received(Map.of());
        people(reference, "add", complaining("add"));

        assertThatThrownBy(() -> office.completeAs(OFFICER, office.task(reference, CONFIRM), Answers.confirmPeople()))
                .hasMessage("Complaints officer (Kent) has decided on this already; a second person does it.");
        assertThat(told(reference)).containsExactly("1 Ms T, complainant");
    }

    @Test
    void isNotConfirmedByWhoAnswersInTheCase() {
        office.on(MON_2026_06_01);
        office.joins("kent-manager", "complaints-team");
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        people(reference, "add", complaining("add"));

        assertThatThrownBy(() -> office.completeAs("kent-manager", office.task(reference, CONFIRM), Answers.confirmPeople()))
                .isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Service manager (Kent) has had a part in this case since Monday 1 June 2026: somebody who neither answers nor approves in it confirms this.");
    }

    @Test
    void isNotConfirmedByWhoIsToAnswer() {
        office.on(MON_2026_06_01);
        office.joins("kent-manager", "complaints-team");
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        people(reference, "add", complaining("add"));

        assertThatThrownBy(() -> office.completeAs("kent-manager", office.task(reference, CONFIRM), Answers.confirmPeople())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Service manager (Kent) answers the complaint: somebody who neither answers nor approves in it confirms this.");
    }

    @Test
    void isNotConfirmedByWhoHasTheApprovalToDo() {
        office.on(MON_2026_06_01);
        office.joins("kent-approver", "complaints-team");
        var reference = casework.accepted("kent");
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.draft());
        office.as("kent-approver");
        tasks.claim(office.task(reference, "Approve response").getId(), "kent-approver");
        people(reference, "add", complaining("add"));

        assertThatThrownBy(() -> office.completeAs("kent-approver", office.task(reference, CONFIRM), Answers.confirmPeople())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("You have \"Approve response\" to do in this case: somebody who neither answers nor approves in it confirms this.");
    }

    @Test
    void isNotConfirmedWhenItCannotBeMadeAnyMore() {
        var reference = received(TWO);
        people(reference, "died", Map.of("personNumber", 2));
        people(reference, "withdrew", Map.of("personNumber", 2));

        assertThatThrownBy(() -> office.completeAs(SUPERVISOR, office.task(reference, CONFIRM), Answers.confirmPeople()))
                .hasMessageContaining("the change cannot be made any more: their part in the case ended on Mon 1 Jun 2026. Refuse it.");
    }

    @Test
    void letsASuccessorTakeThePlaceOfWhoHasDied() {
        var reference = received(Map.of());
        people(reference, "add", Map.of("personName", "Mr S", "part", "successor", "speaksFor", 1, "details", "Ms T died in May; her son goes on."));
        office.completeAs(SUPERVISOR, office.task(reference, CONFIRM), Answers.confirmPeople());

        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));

        assertThat(told(reference)).containsExactly("1 Ms T, complainant until 2026-06-01 because succeeded", "2 Mr S, successor for 1");
        assertThat(cases.letters(reference)).extracting(LetterView::to).containsExactly("Mr S");
    }

    @Test
    void findsWhoHasAnotherNameByTheOldOne() {
        var reference = received(Map.of());
        people(reference, "name", Map.of("personNumber", 1, "personName", "Ms V"));

        office.completeAs(SUPERVISOR, office.task(reference, CONFIRM), Answers.confirmPeople());

        assertThat(parties.find(reference, 1)).get().satisfies(person -> {
            assertThat(person.label()).isEqualTo("Ms V");
            assertThat(person.alsoCalled()).containsExactly("Ms T");
        });
    }

    // ---- nobody is left ----------------------------------------------------------------------------------------------

    @Test
    void endsWhenNobodyCarriesItOnAfterADeath() {
        var reference = received(Map.of());
        casework.die(reference, "kent");
        var open = office.openTasks(reference);
        office.on(WED_2026_06_03);

        office.complete(reference, CARRIES_ON, Answers.nobodyCarriesOn(WED_2026_06_03));

        assertThat(open).containsExactly("Acknowledge complaint", CARRIES_ON);
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.CLOSED_AFTER_DEATH);
        assertThat(cases.get(reference).statusSince()).isEqualTo(WED_2026_06_03);
        assertThat(office.deadline(reference, "acknowledgement").outcome()).isEqualTo("cancelled because nobody carries the complaint on after a death");
        assertThat(cases.lastAnswer(reference, "who-carries-on", "whoIsTold")).hasValue("Her sister, in the same call.");
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void saysThatTheTimeRunsOnWhileItIsFoundOutWhoCarriesItOn() {
        var reference = received(Map.of());
        casework.die(reference, "kent");
        office.on(office.deadline(reference, "acknowledgement").dueOn().plusDays(1));

        assertThat(office.chronology(reference, "Overdue")).singleElement().asString()
                .contains("nobody complains at present, and who carries on is being found out: the time runs on");
        assertThat(office.openTasks(reference)).contains(CARRIES_ON, "Explain the delay to the complainant");
    }

    @Test
    void doesNotEndWithoutWhoWasAskedAndWhoIsTold() {
        var reference = received(Map.of());
        casework.die(reference, "kent");

        assertThatThrownBy(() -> office.complete(reference, CARRIES_ON, Map.of("nobodyCarriesOn", true, "settledOn", MON_2026_06_01.toString())))
                .hasMessageContaining("Who was asked: an answer is needed").hasMessageContaining("Who is told that it ends: an answer is needed");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void isNotKnownBeforeTheDeath() {
        var reference = received(Map.of());
        office.on(WED_2026_06_03);
        casework.die(reference, "kent");

        assertThatThrownBy(() -> office.complete(reference, CARRIES_ON, Answers.nobodyCarriesOn(MON_2026_06_01))).hasMessageContaining("they died on Wed 3 Jun 2026");
    }

    @Test
    void goesOnWithASuccessorWhoIsFound() {
        var reference = received(Map.of());
        casework.die(reference, "kent");

        casework.succeed(reference, "kent");

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
        assertThat(told(reference)).containsExactly("1 Ms T, complainant until 2026-06-01 because died", "2 Mr S, successor for 1");
    }

    @Test
    void asksNobodyWhileSomebodyElseComplains() {
        var reference = received(TWO);
        casework.die(reference, "kent");

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
    }

    @Test
    void leavesAnAnswerThatWasGivenMeanwhile() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        casework.die(reference, "kent");
        casework.wish(reference, "no-request");
        casework.signpost(reference);

        office.complete(reference, CARRIES_ON, Answers.nobodyCarriesOn(MON_2026_06_01));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(office.running(reference)).isFalse();
    }

    // ---- what is refused ---------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contact | personNumber=9                                                     | Which person: the case has nobody with this number
            add     | personName=ms t, part=other                                        | Name: number 1 (complainant) is called so already
            add     | personName=Mr R, part=representative, speaksFor=9                  | For whom: the case has nobody else with this number
            add     | personName=Mr R, part=successor, speaksFor=2                       | For whom: a successor takes the place of somebody who complains; number 2 (child) does not
            part    | personNumber=2, part=advocate, speaksFor=2                         | For whom: the case has nobody else with this number
            part    | personNumber=1, part=other                                         | What changes: nobody would complain any more
            left    | personNumber=1                                                     | What changes: nobody would complain any more
            consent | personNumber=2                                                     | Which person: they speak for nobody
            consent-withdrawn | personNumber=2                                           | Which person: there is no consent to them
            contact | personNumber=1, happenedOn=2026-05-29                              | When: the complaint was received on Mon 1 Jun 2026
            contact | personNumber=1, happenedOn=2026-06-02                              | When: is in the future
            """)
    void refusesWhatCannotBe(String change, String answers, String sentence) {
        var reference = received(Map.of("otherPeople", "Y – child"));
        var given = new HashMap<String, Object>();
        for (var answer : answers.split(", ")) {
            var value = answer.split("=")[1];
            given.put(answer.split("=")[0], value.matches("\\d") ? (Object) Integer.valueOf(value) : value);
        }

        assertRefused(reference, change, given, sentence);
    }

    @Test
    void changesNobodyWhoHasGone() {
        var reference = received(Map.of("otherPeople", "Mrs W – witness"));
        people(reference, "left", Map.of("personNumber", 2));

        assertRefused(reference, "contact", Map.of("personNumber", 2), "Which person: their part in the case ended on Mon 1 Jun 2026");
    }

    @Test
    void findsNoCaseOfAnotherCouncil() {
        var reference = received(Map.of());
        var others = office.receive("leicestershire", Map.of());

        assertRefused(reference, "contact", Map.of("caseReference", others, "personNumber", 1), "there is no case " + others + " here.");
    }

    @Test
    void isPossibleWhenTheCaseIsOver() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "satisfied");

        people(reference, "add", Map.of("personName", "Mrs W", "part", "other"));

        assertThat(told(reference)).hasSize(2);
    }

    // ---- nobody can be reached ---------------------------------------------------------------------------------------

    @Test
    void demandsNoLetterToSomebodyAnonymous() {
        office.on(MON_2026_06_01);
        var reference = received(Map.of("complainant", "Anonymous"));

        office.complete(reference, "Acknowledge complaint", Answers.with(Answers.acknowledge(MON_2026_06_01), unreachable()));

        assertThat(cases.letters(reference)).singleElement().satisfies(letter -> {
            assertThat(letter.channel()).isEqualTo("cannot-be-reached");
            assertThat(letter.to()).isEqualTo("Anonymous");
        });
        assertThat(office.deadline(reference, "acknowledgement").outcome()).isEqualTo("met on Mon 1 Jun 2026");
    }

    @Test
    void answersSomebodyAnonymousOnFileAndInTime() {
        office.on(MON_2026_06_01);
        var reference = received(Map.of("complainant", "Anonymous"));
        office.complete(reference, "Acknowledge complaint", Answers.with(Answers.acknowledge(MON_2026_06_01), unreachable()));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.on(WED_2026_06_03);

        office.complete(reference, "Send response", Answers.with(Answers.send(WED_2026_06_03), Map.of("letterChannel", "cannot-be-reached")));

        assertThat(office.deadline(reference, "response").closedOn()).isEqualTo(WED_2026_06_03);
        assertThat(office.deadline(reference, "response").daysLate()).isZero();
    }

    @Test
    void demandsALetterToWhoCanBeReached() {
        var reference = received(Map.of());

        assertThatThrownBy(() -> office.complete(reference, "Acknowledge complaint", Answers.with(Answers.acknowledge(MON_2026_06_01), unreachable())))
                .hasMessageContaining("Sent by: number 1 (complainant) can be reached. Record first with People change that this is not so any more, and why.");
    }

    @Test
    void sendsNoLetterToWhoCannotBeReached() {
        var reference = received(Map.of("complainant", "Anonymous"));

        assertThatThrownBy(() -> office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01)))
                .hasMessageContaining("Sent by: nobody who complains can be reached. Choose that it is not sent, or record with People change how they are reached.");
    }

    /** Nobody makes a late answer look in time by losing sight of the complainant afterwards. */
    @Test
    void isNotPutOnFileOnADayBeforeTheyWereLost() {
        var reference = received(Map.of());
        office.on(WED_2026_06_03);
        people(reference, "unreachable", Map.of("personNumber", 1));

        assertThatThrownBy(() -> office.complete(reference, "Acknowledge complaint", Answers.with(Answers.acknowledge(MON_2026_06_01), unreachable())))
                .hasMessageContaining("They could be reached until Wed 3 Jun 2026");
    }

    @Test
    void writesAgainToWhoWasFound() {
        var reference = received(Map.of("complainant", "Anonymous"));
        people(reference, "contact", Map.of("personNumber", 1, "details", "anon@example.org"));

        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));

        assertThat(cases.letters(reference)).extracting(LetterView::channel).containsExactly("email");
    }

    private static Map<String, Object> unreachable() {
        var answers = new HashMap<String, Object>();
        answers.put("letterChannel", "cannot-be-reached");
        answers.put("namedContact", null);
        return answers;
    }

    private static Map<String, Object> complaining(String change) {
        return switch (change) {
            case "add" -> Map.of("personName", "Mr V", "part", "joint-complainant");
            case "name" -> Map.of("personNumber", 1, "personName", "Mr V");
            case "part" -> Map.of("personNumber", 2, "part", "joint-complainant");
            default -> Map.of("personNumber", 1);
        };
    }

    private String received(Map<String, Object> different) {
        office.on(MON_2026_06_01);
        return office.receive("kent", different);
    }

    private void people(String reference, String change, Map<String, Object> different) {
        office.people(OFFICER, reference, change, different);
    }

    private void assertRefused(String reference, String change, Map<String, Object> different, String sentence) {
        assertThatThrownBy(() -> people(reference, change, different)).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }

    private List<String> told(String reference) {
        return parties.of(reference).stream().map(PeopleChangeTests::told).toList();
    }

    private static String told(PartyView person) {
        return person.number() + " " + person.label() + ", " + person.part().words() + (person.speaksFor() == null ? "" : " for " + person.speaksFor())
                + (person.until() == null ? "" : " until " + person.until() + " because " + person.because());
    }
}
