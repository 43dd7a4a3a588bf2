package org.redress.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.redress.testing.OmbudsmanAnswers.action;

import java.nio.charset.StandardCharsets;
import java.io.UncheckedIOException;
import java.io.IOException;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.ActionState;
import org.redress.casefile.ActionView;
import org.redress.attachments.Attachments;
import org.redress.attachments.Details;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Happening;
import org.redress.casefile.LetterView;
import org.redress.casefile.Reference;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.AskedBack;
import org.redress.gate.KeptApart;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A letter that does not certainly belong to a case is placed by the council; whoever sent it learns nothing of what is there (LGS-09, DAT-02). */
@ProductTest
class PlaceLetterTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_02 = LocalDate.of(2026, 6, 2);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final LocalDate MON_2026_06_29 = LocalDate.of(2026, 6, 29);
    private static final LocalDate FRI_2026_07_10 = LocalDate.of(2026, 7, 10);
    private static final String KENT = "Kent County Council";
    private static final String STRANGER = "Mr Quince";

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private CaseAttachments attachments;

    @Autowired
    private Attachments files;

    @Autowired
    private AgreedActions actions;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private KeptApart keptApart;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void theOfficeIsOpen() {
        office.on(MON_2026_06_01);
    }

    @Test
    void keepsALetterThatNamesSomebodyElsesNumberOutOfTheirFile() {
        var theirs = office.receive("kent", Map.of());
        var reference = named(theirs, STRANGER);

        var file = file(reference);
        assertThat(file).isNotEqualTo(theirs);
        assertThat(cases.letters(theirs)).isEmpty();
        assertThat(cases.get(theirs).counterpartReference()).isNull();
        assertThat(cases.letters(file)).extracting(LetterView::kind).containsExactly("notice");
        assertThat(office.openTasks(file)).containsExactly("Place letter");
        assertThat(office.variable(file, "letterSigns").toString()).contains(theirs + ". For it: the papers give its number; it was received on Mon 1 Jun 2026, before the complaint to the Ombudsman."
                + " Against it: nobody who is named is in it.");
        assertThat(office.variable(file, "letterSigns").toString()).as("nobody is named in the engine").doesNotContain(STRANGER, "Ms T");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # who complains there      | and to the Ombudsman | for            | a day later | certain
            Ms T                       | Ms T                 |                | no          | yes
            Ms T                       | t., ms               |                | no          | yes
            Ms T                       | Mr Quince                 |                | no          | no
            Ms T                       | anonymous            |                | no          | no
            anonymous                  | anonymous            |                | no          | no
            Ms T                       | Ms T                 |                | yes         | no
            Ms T                       | Ms T                 | Mr R           | no          | no
            Ms T                       | Ms T                 | Y              | no          | yes
            Ms T                       | Dr S                 | Y              | no          | no
            Ms T                       | Dr S                 | Ms T           | no          | yes
            """)
    void isCertainOnlyIfNumberPeopleAndDaysFit(String there, String complainant, String affected, String dayLater, String certain) {
        office.on(TUE_2026_06_02);
        var own = office.receive("kent", Map.of("complainant", there, "otherPeople", "Y – child\nDr S – therapist"));
        var answers = new HashMap<String, Object>(Map.of("councilReference", own, "complainant", complainant));
        if (affected != null) {
            answers.putAll(Map.of("personAffected", affected, "standing", "authorised"));
        }
        if (dayLater.equals("yes")) {
            answers.put("receivedOn", MON_2026_06_01.toString());
        }
        var file = file(ombudsman.notified(KENT, answers));

        assertThat(file.equals(own)).isEqualTo(certain.equals("yes"));
        assertThat(office.openTasks(file).contains("Place letter")).isEqualTo(certain.equals("no"));
    }

    @Test
    void asksAlsoWhereThePapersNameNoNumberAndSomebodyOfThatNameHasComplained() {
        var own = office.receive("kent", Map.of("complainant", "Mr Umber"));
        office.receive("leicestershire", Map.of("complainant", "Mrs Vellum"));

        assertThat(office.openTasks(file(ombudsman.notified(KENT, Map.of("complainant", "Mr Umber"))))).containsExactly("Place letter");
        assertThat(office.openTasks(file(ombudsman.notified(KENT, Map.of("complainant", "Mrs Vellum"))))).as("nothing here is like it").isEmpty();
        assertThat(cases.letters(own)).isEmpty();
    }

    @Test
    void letsTheReplyRunFromTheDayOfTheEnquiryAndTakesItAlong() {
        var own = office.receive("kent", Map.of());
        var reference = named(own, "Mr Teasel");
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));
        var file = file(reference);
        assertThat(office.deadline(file, "enquiry-reply").dueOn()).isEqualTo(MON_2026_06_29);
        ombudsman.event(reference, "more-time", Map.of("extends", "enquiry-reply", "newDueDate", FRI_2026_07_10.toString()));
        var reply = office.task(file, "Reply to enquiry");
        tasks.setAssignee(reply.getId(), "kent-link-officer");

        office.on(TUE_2026_06_02);
        assertThatThrownBy(() -> place(file, "listed", "KENT-2026-99999")).hasMessageContaining("Which case");
        place(file, "listed", own);

        assertThat(office.task(own, "Reply to enquiry").getId()).as("the same task, whoever had begun with it").isEqualTo(reply.getId());
        assertThat(office.task(own, "Reply to enquiry").getAssignee()).isEqualTo("kent-link-officer");
        assertThat(tasks.getVariableLocal(reply.getId(), "caseReference")).isEqualTo(own);
        assertThat(office.deadline(own, "enquiry-reply").triggerOn()).isEqualTo(MON_2026_06_01);
        assertThat(office.deadline(own, "enquiry-reply").dueOn()).isEqualTo(FRI_2026_07_10);
        assertThat(cases.letters(own)).extracting(LetterView::kind, LetterView::sentOn, LetterView::receivedOn)
                .containsExactly(tuple("notice", MON_2026_06_01, MON_2026_06_01), tuple("enquiry", MON_2026_06_01, MON_2026_06_01));
        assertThat(cases.chronology(own)).extracting(Happening::what, Happening::on, line -> line.recordedAt().toLocalDate())
                .contains(tuple("Letter from the Ombudsman: enquiry", MON_2026_06_01, MON_2026_06_01), tuple("Letters placed here", TUE_2026_06_02, TUE_2026_06_02));
        assertThat(cases.get(file).status()).isEqualTo(CaseStatus.PLACED);
        assertThat(cases.get(file).statusBecause()).isEqualTo("they are in " + own);
        assertThat(cases.letters(file)).isEmpty();
        assertThat(office.openTasks(file)).isEmpty();
        assertThat(office.deadline(file, "letter-placing").outcome()).isEqualTo("met on Tue 2 Jun 2026, its last day");

        office.complete(own, "Reply to enquiry", OmbudsmanAnswers.reply(office.today(), Map.of()));
        assertThat(office.openTasks(reference)).as("the reply finds its way").containsExactly("Weigh evidence");
        assertThat(office.deadline(own, "enquiry-reply").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void takesWhatWasMissedAndWhatWasAgreedAlong() {
        var own = office.receive("kent", Map.of());
        var reference = named(own, "Mr Teasel");
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));
        var file = file(reference);
        office.on(LocalDate.of(2026, 6, 30));
        assertThat(office.openTasks(file)).containsExactlyInAnyOrder("Explain the delay to the complainant", "Place letter", "Reply to enquiry");

        place(file, "case", own);
        assertThat(office.openTasks(own)).contains("Explain the delay to the complainant", "Reply to enquiry");
        assertThat(office.deadline(own, "enquiry-reply").overdueSince()).isEqualTo(LocalDate.of(2026, 6, 30));

        var decided = ombudsman.decided(KENT, Map.of("councilReference", own, "complainant", "Mr Quince"), action("apology", "1 month", Map.of()));
        var other = file(decided);
        assertThatThrownBy(() -> place(other, "case", own)).hasMessageContaining(own + " holds the letters of another complaint to the Ombudsman (" + reference + ")");
        var another = office.receive("kent", Map.of());
        place(other, "case", another);
        assertThat(office.openTasks(another)).contains("Carry out action");
        assertThat(actions.views(another)).extracting(ActionView::state).containsExactly(ActionState.UNDER_WAY);
        assertThat(actions.views(other)).isEmpty();
        assertThat(office.deadline(another, "agreed-action").dueOn()).isEqualTo(LocalDate.of(2026, 7, 30));
    }

    @Test
    void staysAsItsOwnWhereItIsANewMatter() {
        var file = file(named(office.receive("kent", Map.of()), STRANGER));

        place(file, "new-matter", null);

        assertThat(cases.get(file).status()).isEqualTo(CaseStatus.WITH_OMBUDSMAN);
        assertThat(ends(file)).contains("New matter opened");
        assertThat(office.openTasks(file)).isEmpty();
    }

    @Test
    void answersTheSenderInTheSameWordsWhetherOrNotThereIsSuchACase() {
        var own = office.receive("kent", Map.of());
        var texts = new ArrayList<String>();
        for (var written : List.of(own, "KENT-2026-99999")) {
            var reference = named(written, STRANGER);
            office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));
            var file = file(reference);
            place(file, "nobody", null);
            assertThat(office.openTasks(file)).containsExactlyInAnyOrder("Confirm colleague’s change", "Reply to enquiry");
            confirm(file, "confirm");

            assertThat(ends(file)).contains("Sender answered");
            assertThat(cases.get(file).status()).isEqualTo(CaseStatus.CLOSED);
            assertThat(office.openTasks(file)).as("nothing is owed").isEmpty();
            texts.add(cases.lastLetter(reference, "letter-not-placed").orElseThrow().text());
            assertThat(office.openTasks(reference)).as("the Ombudsman goes on").contains("Record reply to enquiry");
        }
        assertThat(texts.get(0)).isEqualTo(texts.get(1)).doesNotContain("KENT");
    }

    @Test
    void endsNothingThatIsOwedBeforeASecondPersonHasConfirmedIt() {
        var own = office.receive("kent", Map.of());
        var decided = ombudsman.decided(KENT, Map.of("councilReference", own), action("apology", "1 month", Map.of()));
        wrongFile(own);
        var file = file(decided);
        place(file, "nobody", null);

        assertThat(office.openTasks(file)).containsExactlyInAnyOrder("Carry out action", "Confirm colleague’s change");
        assertThat(office.variable(file, "changes")).isEqualTo("Agreed action 1, due on Wed 1 Jul 2026: not owed any more.");
        assertThatThrownBy(() -> office.completeAs("kent-link-officer", office.task(file, "Confirm colleague’s change"), Map.of("confirmation", "confirm"))).isInstanceOf(AuthorizationException.class);
        office.on(WED_2026_06_03);
        confirm(file, "leave");

        assertThat(cases.lastLetter(decided, "letter-not-placed")).as("nobody outside was told").isEmpty();
        assertThat(office.openTasks(file)).containsExactlyInAnyOrder("Carry out action", "Place letter");
        assertThat(office.deadline(file, "letter-placing").outcome()).as("it is still to be placed, by the same day").isEqualTo("overdue since Wed 3 Jun 2026");
        place(file, "nobody", null);
        confirm(file, "confirm");

        assertThat(office.deadline(file, "agreed-action").outcome()).isEqualTo("cancelled because it belongs to nobody here");
        assertThat(cases.get(file).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(cases.lastLetter(decided, "letter-not-placed")).isPresent();
    }

    @Test
    void waitsForNobodyWhereNothingIsOwed() {
        var file = file(named(office.receive("kent", Map.of()), STRANGER));

        place(file, "nobody", null);

        assertThat(ends(file)).contains("Sender answered");
        assertThat(office.openTasks(file)).isEmpty();
    }

    @Test
    void tellsTheSenderNothingWhateverNumberWasGuessed() {
        var own = office.receive("kent", Map.of());
        var held = office.receive("kent", Map.of());
        ombudsman.notified(KENT, Map.of("councilReference", held));
        var guesses = List.of(own, held, office.receive("leicestershire", Map.of()), ombudsman.receive(KENT, Map.of()), "KENT-2026-99998", "KENT-2026-99999");
        office.at(MON_2026_06_01.atTime(11, 0));

        var seen = new ArrayList<List<Object>>();
        for (var guess : guesses) {
            var reference = named(guess, STRANGER);
            office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));
            seen.add(List.of(cases.chronology(reference).stream().map(line -> line.on() + " " + line.recordedAt() + " " + line.what() + " " + line.who()).toList(), cases.letters(reference),
                    office.openTasks(reference), office.timers(reference), cases.get(reference).status(), String.valueOf(cases.get(reference).counterpart()),
                    Reference.read(guess).same(String.valueOf(cases.get(reference).counterpartReference())),
                    history.createHistoricVariableInstanceQuery().processInstanceId(office.instance(reference, "ombudsman-case")).list().stream().map(HistoricVariableInstance::getName).sorted().toList()));
            assertThat(cases.letters(own)).isEmpty();
        }
        assertThat(seen.stream().distinct()).as("what the Ombudsman sees of each").hasSize(1);
        assertThat(cases.letters(held)).hasSize(1);
    }

    @Test
    void comesToTheSupervisorsWhenNobodyHasPlacedItOnTheNextWorkingDay() {
        office.on(LocalDate.of(2026, 6, 5));
        var own = office.receive("kent", Map.of());
        var file = file(named(own, STRANGER));
        assertThat(office.deadline(file, "letter-placing").dueOn()).as("the working days of the council").isEqualTo(LocalDate.of(2026, 6, 8));

        office.on(LocalDate.of(2026, 6, 8));
        assertThat(list()).isEmpty();
        office.on(LocalDate.of(2026, 6, 9));
        assertThat(list()).singleElement().satisfies(task -> assertThat(tasks.getVariable(task.getId(), "stuckWork").toString())
                .contains(file + ", Place letter: nobody has done it by Mon 8 Jun 2026."));
        assertThat(office.openTasks(file)).as("nobody outside is told").containsExactly("Place letter");
        assertThat(ends(file)).contains("Letter placing delay reported");

        place(file, "new-matter", null);
        assertThat(list()).as("it leaves the list by itself").isEmpty();
    }

    @Test
    void refusesWhatIsNoCaseOfTheCouncilInOneWay() {
        var file = file(named("KENT-2026-99999", STRANGER));
        var foreign = office.receive("leicestershire", Map.of());
        var theirs = ombudsman.receive(KENT, Map.of());

        for (var written : List.of(foreign, theirs, "KENT-2020-00001")) {
            assertThatThrownBy(() -> place(file, "case", written)).hasMessage("Its number: your council has no case " + written + ".");
        }
        assertThatThrownBy(() -> place(file, "case", file)).hasMessageContaining("in this file already");
        assertThatThrownBy(() -> placeOn(file, "new-matter", null, MON_2026_06_01.minusDays(1))).hasMessage("Placed on: the letter came on Mon 1 Jun 2026.");
        office.on(WED_2026_06_03);
        var later = office.receive("kent", Map.of());
        assertThatThrownBy(() -> place(file, "case", later)).isInstanceOf(AskedBack.class).hasMessageContaining(later + " was received on Wed 3 Jun 2026, after the complaint to the Ombudsman of Mon 1 Jun 2026.");
        office.people("kent-officer", file, "died", Map.of("personNumber", 1));
        assertThatThrownBy(() -> place(file, "case", office.receive("kent", Map.of()))).hasMessageContaining("something else waits in this file (People change)");
    }

    @Test
    void takesALetterBackThatLiesInTheWrongCase() {
        var own = office.receive("kent", Map.of());
        var right = office.receive("kent", Map.of("complainant", "Mr Wren"));
        var reference = ombudsman.notified(KENT, Map.of("councilReference", own));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));
        assertThat(cases.letters(own)).extracting(LetterView::kind).containsExactly("notice", "enquiry");
        attach(own, "of the letter", 2);
        attach(own, "of the complaint", null);

        office.on(TUE_2026_06_02);
        wrongFile(own);

        var file = file(reference);
        assertThat(file).isNotEqualTo(own);
        assertThat(cases.letters(own)).isEmpty();
        assertThat(cases.get(own).counterpartReference()).isNull();
        assertThat(cases.letters(file)).extracting(LetterView::kind).containsExactly("notice", "enquiry");
        assertThat(office.openTasks(own)).doesNotContain("Reply to enquiry");
        assertThat(office.openTasks(file)).containsExactly("Place letter", "Reply to enquiry");
        assertThat(office.deadline(file, "enquiry-reply").dueOn()).isEqualTo(MON_2026_06_29);
        assertThat(attachments.all(own)).extracting(AttachmentView::name).containsExactly("of the complaint");
        attach(file, "added meanwhile", null);
        place(file, "case", right);
        assertThat(cases.letters(right)).hasSize(2);
        assertThat(attachments.all(right)).extracting(AttachmentView::name).containsExactly("of the letter", "added meanwhile");
        assertThat(attachments.all(file)).isEmpty();
        assertThat(office.openTasks(right)).contains("Reply to enquiry");

        var typed = office.receive("kent", Map.of());
        var theirs = theirNumber("23 ");
        ombudsman.letter("kent", "enquiry", Map.of("caseReference", typed, "ombudsmanReference", theirs));
        wrongFile(typed);
        var again = cases.linkedOutside("kent", theirs).map(CaseSummary::reference).orElseThrow();
        assertThat(cases.people(again)).extracting(person -> person.label()).containsExactly("Ms T");
        assertThat(office.openTasks(again)).containsExactly("Place letter", "Reply to enquiry");
        assertThatThrownBy(() -> wrongFile(typed)).hasMessageContaining("no letters of the Ombudsman’s in it");
        assertThatThrownBy(() -> wrongFile(again)).hasMessageContaining("it is a file of their own, in which they are being placed");
        assertThatThrownBy(() -> wrongFile(office.receive("leicestershire", Map.of()))).hasMessageContaining("your council has no case LEICESTERSHIRE-");
        assertThatThrownBy(() -> wrongFile(right, MON_2026_06_01.minusDays(1))).hasMessage("Found on: they came on Mon 1 Jun 2026.");
    }

    /** What letters ask for is apart where the case is about somebody to which they belong, and there only: their work moves with them, into it and out of it. */
    @Test
    void keepsItsWorkFromWhomTheRightCaseIsAbout() {
        var named = office.hires("kent", "named-link", "link-officers");
        var about = office.receive("kent", Map.of("otherPeople", named + " – officer"));
        var reference = named(about, "Mr Teasel");
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));
        var file = file(reference);
        assertThat(shown(named, "Reply to enquiry", file)).isOne();

        place(file, "case", about);

        var apart = office.task(about, "Acknowledge complaint").getTenantId();
        assertThat(apart).startsWith("kent#");
        assertThat(office.task(about, "Reply to enquiry").getTenantId()).isEqualTo(apart);
        assertThat(List.of(shown(named, "Reply to enquiry", about), shown("kent-link-officer", "Reply to enquiry", about))).containsExactly(0L, 1L);

        office.event(about, "withdrawal", Map.of());
        wrongFile(about);
        var again = file(reference);
        assertThat(List.of(shown(named, "Reply to enquiry", again), shown("kent-link-officer", "Reply to enquiry", again))).containsOnly(1L);

        // as an earlier version left it
        var instance = office.task(again, "Reply to enquiry").getProcessInstanceId();
        jdbc.update("update ACT_RU_TASK set TENANT_ID_ = ? where PROC_INST_ID_ = ?", apart, instance);
        jdbc.update("update ACT_RU_EXECUTION set TENANT_ID_ = ? where PROC_INST_ID_ = ?", apart, instance);
        assertThat(shown(named, "Reply to enquiry", again)).isZero();
        transaction.executeWithoutResult(open -> keptApart.lookAtAll());
        assertThat(shown(named, "Reply to enquiry", again)).isOne();
    }

    @Test
    void takesNothingBackWhileSomethingWaitsThatWouldThenChangeSomebodyElsesCase() {
        var own = office.receive("kent", Map.of());
        var theirs = theirNumber("25 ");
        ombudsman.letter("kent", "enquiry", Map.of("caseReference", own, "ombudsmanReference", theirs));
        ombudsman.recordLetter("kent", "closing-statement", Map.of("caseReference", own, "ombudsmanReference", theirs));

        assertThatThrownBy(() -> wrongFile(own)).hasMessageContaining("something waits in it that may be about these letters (Record letter from the Ombudsman); finish it first");

        confirm(own, "leave");
        wrongFile(own);
        assertThat(cases.letters(own)).isEmpty();
        var file = cases.linkedOutside("kent", theirs).map(CaseSummary::reference).orElseThrow();
        place(file, "nobody", null);
        assertThatThrownBy(() -> wrongFile(file)).as("a second person is being asked").hasMessageContaining("it is a file of their own, in which they are being placed");
    }

    @Test
    void placesLettersThatStayedInAFileOfTheirOwn() {
        var right = office.receive("kent", Map.of("complainant", "Mr Xanth"));
        var stayed = file(named("KENT-2026-99997", STRANGER));
        place(stayed, "new-matter", null);
        var unlike = file(ombudsman.notified(KENT, Map.of("complainant", "Mr Zedd")));
        assertThat(office.openTasks(unlike)).as("nothing here is like it").isEmpty();
        var typed = ombudsman.letter("kent", "enquiry", Map.of("ombudsmanReference", theirNumber("26 "), "complainant", "Mrs Xylo"));
        assertThat(office.openTasks(typed)).containsExactly("Reply to enquiry");

        office.on(TUE_2026_06_02);
        for (var file : List.of(stayed, unlike, typed)) {
            wrongFile(file);
            assertThat(office.openTasks(file)).contains("Place letter");
            assertThat(office.deadline(file, "letter-placing").dueOn()).isEqualTo(WED_2026_06_03);
        }
        place(typed, "case", right);
        assertThat(cases.letters(right)).extracting(LetterView::kind).containsExactly("enquiry");
        assertThat(office.openTasks(right)).contains("Reply to enquiry");
        assertThat(cases.get(typed).status()).isEqualTo(CaseStatus.PLACED);
    }

    @Test
    void closesAFileOfTheirOwnThatWasDecidedAndOwesNothing() {
        var own = office.receive("kent", Map.of());
        var theirs = theirNumber("27 ");
        ombudsman.letter("kent", "notice", Map.of("caseReference", own, "ombudsmanReference", theirs));
        wrongFile(own);
        var file = cases.linkedOutside("kent", theirs).map(CaseSummary::reference).orElseThrow();
        ombudsman.letter("kent", "decision", Map.of("ombudsmanReference", theirs, "actionCount", 0));
        assertThat(cases.get(file).status()).as("it is still to be placed").isEqualTo(CaseStatus.WITH_OMBUDSMAN);
        place(file, "new-matter", null);
        assertThat(cases.get(file).status()).isEqualTo(CaseStatus.CLOSED);

        var held = office.receive("kent", Map.of());
        var decided = ombudsman.decided(KENT, Map.of("councilReference", held), action("apology", "1 month", Map.of()));
        ombudsman.show(held, 1, Map.of());
        ombudsman.judge(decided, 1, "accepted", Map.of());
        office.on(TUE_2026_06_02);
        wrongFile(held);
        var settled = file(decided);
        assertThat(actions.settled(settled)).isTrue();
        place(settled, "new-matter", null);
        assertThat(cases.get(settled).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(cases.get(settled).receivedAt().toLocalDate()).as("when their first letter came").isEqualTo(MON_2026_06_01);
    }

    @Test
    void takesWhatWasMetAlongHoweverOftenTheyAreMoved() {
        var own = office.receive("kent", Map.of());
        var right = office.receive("kent", Map.of());
        var decided = ombudsman.notified(KENT, Map.of("councilReference", own));
        office.complete(decided, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));
        office.on(TUE_2026_06_02);
        office.complete(own, "Reply to enquiry", OmbudsmanAnswers.reply(office.today(), Map.of()));
        wrongFile(own);
        var file = file(decided);
        assertThat(office.deadline(file, "enquiry-reply").state()).isEqualTo(DeadlineState.MET);

        place(file, "case", right);

        assertThat(office.deadline(right, "enquiry-reply").state()).isEqualTo(DeadlineState.MET);
        assertThat(deadlines.of(file)).extracting(DeadlineView::kind).containsExactly("letter-placing");
    }

    @Test
    void asksWhoeverTypesALetterThatDoesNotFitTheCase() {
        var own = office.receive("kent", Map.of());
        var theirs = theirNumber("24 ");

        assertThatThrownBy(() -> ombudsman.letter("kent", "notice", Map.of("caseReference", own, "ombudsmanReference", theirs, "complainant", STRANGER)))
                .isInstanceOf(AskedBack.class).hasMessage(own + " may be another matter: nobody who is named is in it. Does the letter belong to it all the same?");
        ombudsman.letter("kent", "notice", Map.of("caseReference", own, "ombudsmanReference", theirs));
        assertThatThrownBy(() -> ombudsman.letter("kent", "enquiry", Map.of("ombudsmanReference", theirs, "complainant", STRANGER)))
                .as("a mistyped number of the Ombudsman’s leads it into nobody’s case").isInstanceOf(AskedBack.class).hasMessageContaining(own + " may be another matter");
        assertThat(cases.letters(own)).hasSize(1);
    }

    private static String theirNumber(String year) {
        return year + String.valueOf(System.nanoTime() % 1_000_000 + 1_000_000).substring(1).replaceFirst("(\\d{3})", "$1 ");
    }

    private String named(String councilReference, String complainant) {
        return ombudsman.notified(KENT, Map.of("councilReference", councilReference, "complainant", complainant));
    }

    private long shown(String person, String task, String reference) {
        office.as(person);
        try {
            return tasks.createTaskQuery().processInstanceBusinessKey(reference).taskName(task).count();
        } finally {
            office.signOut();
        }
    }

    private String file(String reference) {
        return cases.linked("kent", "ombudsman", reference).map(CaseSummary::reference).orElseThrow();
    }

    private void attach(String reference, String name, Integer letter) {
        office.as("kent-link-officer");
        try {
            files.add(reference, new Details(name, "letter", null, null, null, null, null, null, letter), new ByteArrayInputStream((name + reference).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            office.signOut();
        }
    }

    private void place(String file, String belongsTo, String right) {
        placeOn(file, belongsTo, right, office.today());
    }

    private void placeOn(String file, String belongsTo, String right, LocalDate on) {
        var answers = new HashMap<String, Object>(Map.of("belongsTo", belongsTo, "letterPlacedOn", on.toString(), "reason", "As the papers show."));
        if (right != null) {
            answers.put(belongsTo.equals("listed") ? "candidate" : "otherCaseReference", right);
        }
        office.completeAs("kent-link-officer", office.task(file, "Place letter"), answers);
    }

    private void confirm(String file, String confirmation) {
        office.completeAs("kent-supervisor", office.task(file, "Confirm colleague’s change"), confirmation.equals("confirm") ? Map.of("confirmation", confirmation)
                : Map.of("confirmation", confirmation, "confirmationReason", "It may be ours."));
    }

    private void wrongFile(String reference) {
        wrongFile(reference, office.today());
    }

    private void wrongFile(String reference, LocalDate on) {
        office.as("kent-link-officer");
        try {
            office.start("wrong-file", Map.of("caseReference", reference, "foundOn", on.toString(), "reason", "Another person of that name."));
        } finally {
            office.signOut();
        }
    }

    private List<Task> list() {
        return office.tasksAt("kent", "stuck-work");
    }

    private List<String> ends(String reference) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(instance -> history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).finished().list().stream())
                .filter(activity -> activity.getActivityType().endsWith("EndEvent")).map(HistoricActivityInstance::getActivityName).toList();
    }
}
