package org.redress.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.attachments.MadeFiles;
import org.redress.audit.Verifications;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.EvidenceRegister;
import org.redress.casefile.Happening;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.deadline.DeadlineState;
import org.redress.documents.Documents;
import org.redress.gate.AnswersRefused;
import org.redress.gate.FromRecord.Asking;
import org.redress.gate.SendsFirst;
import org.redress.letters.WrittenLetters;
import org.redress.mail.MailServer;
import org.redress.sending.MailWithCertificate.Saying;
import org.redress.sending.MailWithCertificate.StartingTls;
import org.redress.sending.PretendNotify.Next;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters that the product sends, to a real mail server with TLS and to a server that answers as GOV.UK Notify does: when a step counts as done, and what is never sent. */
@ProductTest
@ExtendWith(OutputCaptureExtension.class)
class SendingTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDateTime HALF_PAST_NINE = MON_2026_06_01.atTime(9, 30);
    private static final String ADDRESS = "t.secret@home.example";
    private static final String TEXT = "You complain about the bins of Mrs Blenkinsop.";
    private static final String STEP = "Acknowledge complaint";
    private static final String OFFICER = "kent-officer";
    private static final int NOBODY_LISTENS = 1;
    private static final Map<String, Object> SEND_AGAIN = Map.of("nowWhat", "send-again", "sendingConfirmed", true);

    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private SendLetters sender;
    @Autowired private Sendings sendings;
    @Autowired private MailServer mailServer;
    @Autowired private Dispatches dispatches;
    @Autowired private CaseFiles cases;
    @Autowired private CaseAttachments attachments;
    @Autowired private MadeFiles files;
    @Autowired private WrittenLetters written;
    @Autowired private Parties parties;
    @Autowired private MayLeave mayLeave;
    @Autowired private EvidenceRegister evidence;
    @Autowired private TransactionTemplate transactions;
    @Autowired private TaskService tasks;
    @Autowired private FormService forms;
    @Autowired private HistoryService history;
    @Autowired private JdbcTemplate database;
    @Autowired private ConfigurableEnvironment settings;

    private final PretendNotify notify = new PretendNotify();
    private final MailWithCertificate mail = new MailWithCertificate();
    private String reference;

    @BeforeEach
    void aComplaintOfSomebodyWithAnAddress() {
        office.on(MON_2026_06_01);
        set(mail.settings());
        reference = office.receive("kent", Map.of());
        contact(1, "By e-mail: " + ADDRESS + ", not by telephone");
    }

    @AfterEach
    void everythingIsAsBefore() {
        settings.getPropertySources().remove("sending");
        notify.close();
        mail.close();
    }

    // ---- by e-mail ----------------------------------------------------------------------------------------------------

    @Test
    void sendsALetterAndDoesTheStepWithTheDayOnWhichItWasAccepted() throws Exception {
        confirm("redress-email");
        assertThat(office.openTasks(reference)).as("before it is sent").containsExactly(STEP);
        assertThat(deadline()).isEqualTo(DeadlineState.OPEN);
        assertThat(cases.letters(reference)).isEmpty();

        office.at(MON_2026_06_01.plusDays(1).atTime(8, 0));
        sender.round();

        assertThat(sent()).hasSize(1);
        var message = sent().get(0);
        assertThat(message.getAllRecipients()).extracting(Address::toString).containsExactly(ADDRESS);
        assertThat(GreenMailUtil.getBody(message)).contains(TEXT, "Content-Type: application/pdf");
        assertThat(one().sha256()).hasSize(64);
        assertThat(message.getSubject()).contains(reference);
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
        assertThat(cases.letters(reference)).extracting(LetterView::kind, LetterView::to, LetterView::channel, LetterView::sentOn)
                .containsExactly(tuple("acknowledgement", "Ms T", "email", MON_2026_06_01.plusDays(1)));
        assertThat(deadline()).isEqualTo(DeadlineState.MET);
        assertThat(one().state()).isEqualTo(DispatchState.ACCEPTED);
        assertThat(cases.chronology(reference).stream().filter(line -> line.what().equals(STEP)).toList()).singleElement().satisfies(line -> {
            assertThat(line.who()).isEqualTo(OFFICER);
            assertThat(line.answers()).extracting("label", "content").contains(tuple("Sent on", "Tue 2 Jun 2026"), tuple("Sent by", "E-mail"));
        });
    }

    @Test
    void sendsItOnceHoweverOftenItLooks() throws Exception {
        confirmAndSend("redress-email");
        sender.round();
        office.at(HALF_PAST_NINE.plusHours(5));
        sender.round();

        assertThat(sent()).hasSize(1);
    }

    @Test
    void triesAgainLaterWhenTheServerIsNotThereAndTheDeadlineRunsOn() throws Exception {
        serverIsGone();
        confirmAndSend("redress-email");
        assertThat(one().state()).isEqualTo(DispatchState.WAITING);
        assertThat(one().because()).isEqualTo("The mail server cannot be reached safely.");
        assertThat(onTheBoard()).containsExactly("waits to be sent");
        assertThat(office.openTasks(reference)).containsExactly(STEP);

        set(mail.settings());
        sender.round();
        assertThat(sent()).as("a minute has not passed").isEmpty();
        office.at(HALF_PAST_NINE.plusMinutes(2));
        sender.round();

        assertThat(sent()).hasSize(1);
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
        assertThat(onTheBoard()).isEmpty();
    }

    @Test
    void isOverdueWhileItCannotBeSent() {
        serverIsGone();
        confirmAndSend("redress-email");

        office.on(MON_2026_06_01.plusDays(14));

        assertThat(office.openTasks(reference)).contains(STEP, "Explain the delay to the complainant");
    }

    @Test
    void makesATaskWhenItHasTriedLongEnough() {
        serverIsGone();
        confirm("redress-email");

        for (int hours = 0; hours <= 60; hours += 6) {
            office.at(HALF_PAST_NINE.plusHours(hours));
            sender.round();
        }

        assertThat(one().state()).isEqualTo(DispatchState.FAILED);
        assertThat(office.openTasks(reference)).contains(STEP, "See to letter");
    }

    @Test
    void saysNothingToAServerThatDoesNotEncrypt() throws Exception {
        var plain = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        plain.start();
        try {
            set(Map.of("spring.mail.host", "localhost", "spring.mail.port", plain.getSmtp().getPort(), "spring.mail.protocol", "smtp"));
            confirmAndSend("redress-email");

            assertThat(plain.getReceivedMessages()).isEmpty();
            assertThat(one().state()).isEqualTo(DispatchState.WAITING);
        } finally {
            plain.stop();
        }
    }

    @Test
    void sendsThroughAServerThatEncryptsWhenItIsAskedTo() throws Exception {
        try (var starting = new StartingTls()) {
            set(starting.settings());
            confirmAndSend("redress-email");

            assertThat(starting.behind().getReceivedMessages()).hasSize(1);
            assertThat(GreenMailUtil.getBody(starting.behind().getReceivedMessages()[0])).contains(TEXT);
            assertThat(starting.plainly()).as("what anybody on the way could read").hasSize(2).satisfiesExactly(hello -> assertThat(hello).startsWith("EHLO "), start -> assertThat(start).isEqualTo("STARTTLS"));
            assertThat(one().state()).isEqualTo(DispatchState.ACCEPTED);
        }
    }

    @Test
    void saysNothingToAServerWhoseCertificateNobodyTrusts() throws Exception {
        var unknown = new HashMap<>(mail.settings());
        unknown.put("spring.mail.properties.mail.smtps.ssl.socketFactory.class", "");
        unknown.put("spring.mail.properties.mail.smtps.ssl.trust", "*");
        set(unknown);
        confirmAndSend("redress-email");

        assertThat(sent()).isEmpty();
        assertThat(one().state()).isEqualTo(DispatchState.WAITING);
    }

    @Test
    void asksAPersonAfterACrashInTheMiddleOfAnEMail() throws Exception {
        confirm("redress-email");
        dispatches.take(one().id(), "", "");
        sender.round();
        assertThat(one().state()).as("it may still be at it").isEqualTo(DispatchState.ATTEMPTING);

        office.at(HALF_PAST_NINE.plusMinutes(11));
        sender.round();
        assertThat(sent()).isEmpty();
        assertThat(one().state()).isEqualTo(DispatchState.MAY_HAVE_GONE_OUT);
        assertThat(office.openTasks(reference)).containsExactlyInAnyOrder(STEP, "See to letter");
        assertThat(onTheBoard()).containsExactly("may have gone out");
        assertThatThrownBy(() -> office.complete(reference, STEP, Answers.acknowledge(MON_2026_06_01))).hasMessageContaining("This letter may have gone out already");

        office.complete(reference, "See to letter", Map.of("nowWhat", "went-out", "wentOutOn", MON_2026_06_01.toString(), "nowWhatNote", "The log of the mail server."));
        sender.round();

        assertThat(sent()).isEmpty();
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
        assertThat(cases.letters(reference)).extracting(LetterView::sentOn).containsExactly(MON_2026_06_01);
    }

    /** From 00:59 to 02:05 by the clocks, which go forward at 01:00, are six minutes. */
    @Test
    void givesAnAttemptItsTimeInTheNightInWhichTheClocksChange() {
        var night = LocalDate.of(2026, 3, 29);
        office.at(night.atTime(0, 59));
        reference = office.receive("kent", Map.of());
        contact(1, ADDRESS);
        confirm("redress-email");
        dispatches.take(one().id(), "", "");

        office.at(night.atTime(2, 5));
        sender.round();
        assertThat(one().state()).as("it may still be at it").isEqualTo(DispatchState.ATTEMPTING);

        office.at(night.atTime(2, 10));
        sender.round();
        assertThat(one().state()).isEqualTo(DispatchState.MAY_HAVE_GONE_OUT);
    }

    @Test
    void sendsItAgainWhenAPersonHasFoundThatItDidNotGoOut() throws Exception {
        confirm("redress-email");
        dispatches.take(one().id(), "", "");
        office.at(HALF_PAST_NINE.plusMinutes(11));
        sender.round();

        office.complete(reference, "See to letter", SEND_AGAIN);
        sender.round();

        assertThat(sent()).hasSize(1);
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
    }

    @Test
    void asksAPersonWhenTheConnectionEndsAfterTheMailAndBeforeTheAnswer() throws Exception {
        assertNobodyKnows(new Saying(".", null));
    }

    @Test
    void asksAPersonWhenTheAnswerToTheMailIsNone() throws Exception {
        assertNobodyKnows(new Saying(".", "and so on"));
    }

    private void assertNobodyKnows(Saying server) throws Exception {
        try (server) {
            set(server.settings());
            confirmAndSend("redress-email");

            assertThat(one().state()).isEqualTo(DispatchState.MAY_HAVE_GONE_OUT);
        }
        set(mail.settings());
        office.at(HALF_PAST_NINE.plusHours(5));
        sender.round();

        assertThat(sent()).as("not twice").isEmpty();
        assertThat(office.openTasks(reference)).containsExactlyInAnyOrder(STEP, "See to letter");
        assertThat(cases.chronology(reference)).extracting(Happening::what).contains(STEP + ": may have gone out");
    }

    @Test
    void waitsWhenTheServerDoesNotTakeLettersFromOurAddressAndTellsWhoRunsIt(CapturedOutput log) throws Exception {
        confirm("redress-email");
        int hours = 0;
        for (var answer : List.of("550 sender unknown", "530 authentication required")) {
            try (var strict = new Saying("MAIL", answer)) {
                set(strict.settings());
                for (int more = 0; more < 10; more++) {
                    office.at(HALF_PAST_NINE.plusHours(hours++));
                    sender.round();
                }
                assertThat(one().state()).as(answer).isEqualTo(DispatchState.WAITING);
                assertThat(log.getOut()).contains("The mail server does not take letters from our address (" + answer.substring(0, 3) + ").");
            }
        }
        set(mail.settings());
        office.at(HALF_PAST_NINE.plusHours(70));
        sender.round();

        assertThat(sent()).hasSize(1);
    }

    @Test
    void saysToWhoRunsItThatTheProtocolIsMistyped(CapturedOutput log) {
        set(Map.of("spring.mail.protocol", "smtpx"));
        confirmAndSend("redress-email");

        assertThat(one().state()).isEqualTo(DispatchState.WAITING);
        assertThat(log.getOut()).contains("spring.mail.protocol is neither smtp nor smtps.");
    }

    @Test
    void leavesAServerThatIsNotThereAloneUntilTheNextRound() {
        serverIsGone();
        confirm("redress-email");
        var first = reference;
        reference = office.receive("kent", Map.of());
        contact(1, ADDRESS);
        confirmAndSend("redress-email");

        assertThat(one().attempts() + dispatches.of(first).get(0).attempts()).isEqualTo(1);
    }

    @Test
    void takesAsManyAttemptsAsOperatorsAreTold() {
        serverIsGone();
        confirm("redress-email");

        for (int minutes : List.of(0, 1, 6, 26, 86, 266, 626, 1346)) {
            office.at(HALF_PAST_NINE.plusMinutes(minutes));
            sender.round();
        }
        assertThat(one().state()).isEqualTo(DispatchState.WAITING);
        office.at(HALF_PAST_NINE.plusMinutes(2065));
        sender.round();
        assertThat(one().attempts()).as("a minute too early").isEqualTo(8);
        office.at(HALF_PAST_NINE.plusMinutes(2066));
        sender.round();

        assertThat(one().state()).isEqualTo(DispatchState.FAILED);
        assertThat(one().because()).isEqualTo("The mail server cannot be reached safely. It was tried 9 times.");
    }

    @Test
    void keepsOneLetterOfTwoTabs() throws Exception {
        var task = office.task(reference, STEP);
        var otherTab = Executors.newSingleThreadExecutor();
        try {
            office.as(OFFICER);
            var asked = new SendsFirst.Asked(task.getId(), task.getProcessInstanceId(), "acknowledge", STEP, 0, reference, "kent", OFFICER, "redress-email", others(), "acknowledgedOn",
                    "letterChannel", null);
            assertThatThrownBy(() -> sendings.send(asked, answers -> {
                theOtherTab(otherTab);
                forms.submitTaskForm(task.getId(), answers);
            })).isInstanceOf(AnswersRefused.class).hasMessageContaining("Redress has begun to send this letter already");
        } finally {
            office.signOut();
            otherTab.shutdown();
        }
        sender.round();

        assertThat(sent()).hasSize(1);
        assertThat(one().state()).isEqualTo(DispatchState.ACCEPTED);
    }

    @Test
    void isSentOnceByTwoNodes() throws Exception {
        confirm("redress-email");
        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<?> node : List.of(nodes.submit(sender::round), nodes.submit(sender::round))) {
                node.get();
            }
        } finally {
            nodes.shutdown();
        }
        sender.round();

        assertThat(sent()).hasSize(1);
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
    }

    // ---- GOV.UK Notify -----------------------------------------------------------------------------------------------

    @Test
    void sendsByNotifyAndHearsThatItArrived() {
        confirmAndSend("notify-email");

        assertThat(notify.taken()).hasSize(1);
        var asked = notify.taken().get(0).get("sent");
        assertThat(asked.get("email_address").asText()).isEqualTo(ADDRESS);
        assertThat(asked.get("personalisation").get("letter").asText()).contains(TEXT, "Our reference: " + reference);
        assertThat(asked.get("reference").asText()).startsWith("redress-").doesNotContain(reference);
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
        assertThat(one().state()).isEqualTo(DispatchState.ACCEPTED);

        notify.became("delivered");
        office.at(HALF_PAST_NINE.plusMinutes(10));
        sender.round();

        assertThat(one().state()).isEqualTo(DispatchState.DELIVERED);
        assertThat(running("send-letter")).isZero();
    }

    @Test
    void hasALetterPrintedAndPosted() {
        set(Map.of("redress.sending.notify.letters", true));
        contact(1, "By post: 1 High Street, Maidstone, ME14 1XX, tel. 01622 000000");

        confirmAndSend("notify-letter");

        assertThat(notify.taken()).hasSize(1);
        assertThat(notify.taken().get(0).get("sent").get("postage").asText()).isEqualTo("second");
        assertThat(cases.letters(reference)).extracting(LetterView::channel).containsExactly("letter");
        assertThat(MayLeave.envelope(parties.find(reference, 1).orElseThrow())).containsExactly("Ms T", "1 High Street", "Maidstone", "ME14 1XX");
        notify.became("received");
        office.at(HALF_PAST_NINE.plusMinutes(10));
        sender.round();
        assertThat(one().state()).isEqualTo(DispatchState.DELIVERED);
    }

    @Test
    void makesATaskOfALetterThatCameBackAndSendsItToTheAddressThatIsRightNow() {
        confirmAndSend("notify-email");
        notify.became("permanent-failure");
        office.at(HALF_PAST_NINE.plusMinutes(10));
        sender.round();
        assertThat(one().state()).isEqualTo(DispatchState.FAILED);
        assertThat(office.openTasks(reference)).containsExactlyInAnyOrder("Assess complaint", "See to letter");
        assertThat(cases.letters(reference)).as("the fact stays until somebody puts it right").hasSize(1);
        assertThat(onTheBoard()).containsExactly("did not arrive");

        contact(1, "t.other@home.example");
        office.complete(reference, "See to letter", SEND_AGAIN);
        sender.round();

        assertThat(notify.taken()).hasSize(2);
        assertThat(notify.taken().get(1).get("sent").get("email_address").asText()).isEqualTo("t.other@home.example");
        assertThat(cases.letters(reference)).hasSize(1);
        assertThat(one().state()).isEqualTo(DispatchState.ACCEPTED);
    }

    @Test
    void asksNotifyByOurReferenceAfterACrashAndSendsNothingTwice() {
        notify.next(Next.TAKES_IT_AND_IS_GONE);
        confirmAndSend("notify-email");
        assertThat(one().state()).isEqualTo(DispatchState.WAITING);
        assertThat(office.openTasks(reference)).containsExactly(STEP);
        assertThatThrownBy(() -> office.complete(reference, STEP, Answers.acknowledge(MON_2026_06_01))).hasMessageContaining("Redress asks GOV.UK Notify whether it did");

        office.at(HALF_PAST_NINE.plusMinutes(2));
        sender.round();

        assertThat(notify.taken()).hasSize(1);
        assertThat(one().state()).isEqualTo(DispatchState.ACCEPTED);
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
    }

    @Test
    void sendsAfterACrashThatCameBeforeTheRequest() {
        confirm("notify-email");
        dispatches.take(one().id(), "", "");
        for (int minutes : List.of(11, 13, 33, 34)) {
            office.at(HALF_PAST_NINE.plusMinutes(minutes));
            sender.round();
        }

        assertThat(notify.taken()).hasSize(1);
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
    }

    @Test
    void sendsOnceWhileARequestIsStillOnItsWayAndAnotherNodeLooks() {
        // what a slow round of another node has read before is not due any more when its turn comes
        notify.next(Next.SILENT);
        set(Map.of("redress.sending.notify.within", "300ms"));
        confirmAndSend("notify-email");

        assertThat(dispatches.waiting(one().id())).as("not yet").isEmpty();
        assertThat(dispatches.take(one().id(), "", "")).isFalse();
        for (int minutes : List.of(1, 3, 5, 9, 19)) {
            office.at(HALF_PAST_NINE.plusMinutes(minutes));
            sender.round();
        }
        assertThat(notify.requests()).as("\"I do not know it\" says nothing yet").filteredOn(request -> request.startsWith("POST")).hasSize(1);

        for (int minutes : List.of(21, 22)) {
            office.at(HALF_PAST_NINE.plusMinutes(minutes));
            sender.round();
        }
        assertThat(notify.taken()).hasSize(1);
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
    }

    @Test
    void countsAsSentOnTheDayOnWhichNotifyTookItHoweverLateItIsAsked() {
        office.at(MON_2026_06_01.atTime(23, 50));
        notify.takesAt(MON_2026_06_01.atTime(23, 50).atZone(ZoneId.of("Europe/London")).toInstant());
        notify.next(Next.TAKES_IT_AND_IS_GONE);
        confirmAndSend("notify-email");

        office.at(MON_2026_06_01.plusDays(3).atTime(9, 0));
        sender.round();

        assertThat(one().acceptedOn()).isEqualTo(MON_2026_06_01);
        assertThat(cases.letters(reference)).extracting(LetterView::sentOn).containsExactly(MON_2026_06_01);
    }

    @Test
    void tellsWhoRunsItThatTheKeyIsWrongWhenItAsksAboutALetterToo(CapturedOutput log) {
        notify.next(Next.TAKES_IT_AND_IS_GONE);
        confirmAndSend("notify-email");
        notify.keyIsRight(false);
        office.at(HALF_PAST_NINE.plusMinutes(2));
        sender.round();
        assertThat(log.getOut()).contains("GOV.UK Notify does not take our key (403).");
        office.at(HALF_PAST_NINE.plusHours(60));
        sender.round();
        assertThat(one().state()).as("a wrong key is put right one day").isEqualTo(DispatchState.WAITING);

        notify.keyIsRight(true);
        office.at(HALF_PAST_NINE.plusHours(61));
        sender.round();
        assertThat(notify.taken()).hasSize(1);
        assertThat(one().state()).isEqualTo(DispatchState.ACCEPTED);
    }

    @Test
    void asksAPersonWhenNotifyCannotSayWhetherALetterWentOut() {
        notify.next(Next.TAKES_IT_AND_IS_GONE);
        confirmAndSend("notify-email");
        set(Map.of("redress.sending.notify.key", ""));

        for (int hours = 1; hours <= 48; hours += 6) {
            office.at(HALF_PAST_NINE.plusHours(hours));
            sender.round();
        }

        assertThat(one().state()).isEqualTo(DispatchState.MAY_HAVE_GONE_OUT);
        assertThat(office.openTasks(reference)).contains(STEP, "See to letter");
    }

    @Test
    void doesNotSendWhatWasForbiddenWhileItWasMadeReady() {
        confirm("notify-email");
        var waiting = dispatches.waiting(one().id()).orElseThrow();
        var letter = new LetterView(0, "acknowledgement", "Ms T", TEXT, "email", MON_2026_06_01, null);
        assertThat(sendings.objection(waiting, letter)).isEmpty();

        restrict();

        assertThat(sendings.objection(waiting, letter)).hasValueSatisfying(why -> assertThat(why).contains("This case is restricted"));
    }

    @Test
    void letsTheProcessEndWhenALetterWhoseStepIsDoneWentOutAfterAll() {
        cameBack();
        office.complete(reference, "See to letter", SEND_AGAIN);
        notify.next(Next.TAKES_IT_AND_IS_GONE);
        sender.round();
        set(Map.of("redress.sending.notify.key", ""));
        for (int hours = 1; hours <= 48; hours += 6) {
            office.at(HALF_PAST_NINE.plusHours(hours));
            sender.round();
        }
        assertThat(one().state()).isEqualTo(DispatchState.MAY_HAVE_GONE_OUT);

        office.complete(reference, "See to letter", Map.of("nowWhat", "went-out", "wentOutOn", MON_2026_06_01.toString(), "nowWhatNote", "They have it."));
        sender.round();

        assertThat(running("send-letter")).isZero();
        assertThat(one().state()).isEqualTo(DispatchState.ACCEPTED);
        assertThat(cases.letters(reference)).hasSize(1);
    }

    @Test
    void doesNotSendAgainToSomebodyToWhomLettersDoNotGoAnyMore() {
        cameBack();
        represented();
        set(Map.of("redress.sending.notify.key", ""));
        assertThatThrownBy(() -> office.complete(reference, "See to letter", SEND_AGAIN)).hasMessageContaining("Redress does not send letters by e-mail through GOV.UK Notify here any more");
        set(Map.of("redress.sending.notify.key", PretendNotify.key()));

        assertThatThrownBy(() -> office.complete(reference, "See to letter", SEND_AGAIN)).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Letters do not go to number 1 (complainant) any more");
    }

    @Test
    void showsToWhereALetterWouldGoNowBeforeItIsSentAgain() {
        cameBack();
        contact(1, "t.other@home.example");

        var task = office.task(reference, "See to letter");
        office.as(OFFICER);
        try {
            assertThat(String.valueOf(forms.getTaskFormVariables(task.getId()).get("shownDispatch"))).contains("Ms T (number 1), " + ADDRESS, "Sent again, it would go to Ms T, number 1 (complainant): t.other@home.example");
        } finally {
            office.signOut();
        }
        assertThatThrownBy(() -> office.complete(reference, "See to letter", Map.of("nowWhat", "send-again"))).isInstanceOf(AnswersRefused.class).hasMessageContaining("This is the right person and address");
    }

    @Test
    void callsALetterOffWhoseStepIsOverThoughItsChannelIsOff() {
        confirm("notify-email");
        set(Map.of("redress.sending.notify.key", ""));
        office.event(reference, "withdrawal", Map.of());

        sender.round();

        assertThat(one().state()).isEqualTo(DispatchState.CALLED_OFF);
        assertThat(running("send-letter")).isZero();
    }

    @Test
    void sendsWhatCanGoHoweverManyWaitForAChannelThatIsOff() throws Exception {
        confirm("notify-email");
        set(Map.of("redress.sending.notify.key", ""));
        var first = one().id();
        reference = office.receive("kent", Map.of());
        contact(1, ADDRESS);
        confirm("redress-email");

        assertThat(dispatches.due(sendings.offered())).contains(one().id()).doesNotContain(first);
        sender.round();

        assertThat(sent()).hasSize(1);
    }

    @Test
    void refusesAtTheStartWhatNotifyWouldRefuseWithEveryLetter() {
        set(Map.of("redress.sending.notify.postage", "firstclass"));
        assertThatThrownBy(() -> new SendingSettings(settings, mailServer)).hasMessageContaining("redress.sending.notify.postage is neither first nor second.");
        set(Map.of("redress.sending.notify.postage", "first", "redress.sending.notify.within", "0s"));
        assertThatThrownBy(() -> new SendingSettings(settings, mailServer)).hasMessageContaining("redress.sending.notify.within");
    }

    @Test
    void refusesByNotifyWhatItsMarkupWouldMakeSomethingElse() {
        for (var line : List.of("# Not a heading", "^ Not an inset", "> Not a quotation", "---", "* * *", "see [here](https://bad.example)", "3. The third issue", "1. One\n3. Three")) {
            assertThat(NotifyText.objection("Dear Ms T,\n\n" + line + "\n\nYours")).as(line).isPresent();
        }
        for (var line : List.of("- a list", "* a list", "1. One\n2. Two", "Number 3. It is right.", "A # and a ^ within", "You are 50% > others")) {
            assertThat(NotifyText.objection("Dear Ms T,\n\n" + line + "\n\nYours")).as(line).isEmpty();
        }
        var answers = answers("notify-email");
        answers.put("understanding", "You wrote:\n# All of it is wrong");
        assertThatThrownBy(() -> office.completeAs(OFFICER, office.task(reference, STEP), answers)).isInstanceOf(AnswersRefused.class).hasMessageContaining("GOV.UK Notify would show a line of this letter");
    }

    @Test
    void refusesAnAddressThatNoEnvelopeHasRoomFor() {
        set(Map.of("redress.sending.notify.letters", true));
        contact(1, "Flat 1\nThe House\nThe Yard\nThe Lane\nThe Village\nThe Town\nKent\nME14 1XX");

        assertThatThrownBy(() -> confirm("notify-letter")).isInstanceOf(AnswersRefused.class).hasMessageContaining("has more lines than an envelope has room for");
    }

    @Test
    void waitsWhileNotifyIsDownAndGoesOnWhenItIsBack() {
        notify.next(Next.TOO_MANY, Next.FAULT, Next.SILENT);
        set(Map.of("redress.sending.notify.within", "300ms"));
        confirm("notify-email");

        for (int minutes = 0; minutes <= 240; minutes += 30) {
            office.at(HALF_PAST_NINE.plusMinutes(minutes));
            sender.round();
        }

        assertThat(notify.taken()).hasSize(1);
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
    }

    @Test
    void tellsWhoRunsItOnceThatTheKeyIsWrongAndSendsWhenItIsRight(CapturedOutput log) {
        notify.keyIsRight(false);
        confirm("notify-email");
        for (int minutes = 0; minutes <= 120; minutes += 30) {
            office.at(HALF_PAST_NINE.plusMinutes(minutes));
            sender.round();
        }
        assertThat(one().state()).isEqualTo(DispatchState.WAITING);
        assertThat(log.getOut().split("GOV.UK Notify does not take our key", -1)).hasSize(2);

        notify.keyIsRight(true);
        office.at(HALF_PAST_NINE.plusHours(8));
        sender.round();

        assertThat(notify.taken()).hasSize(1);
    }

    @Test
    void makesATaskOfWhatNotifyRefuses() {
        set(Map.of("redress.sending.notify.email-template", "00000000-2a88-4f6e-b855-c550268ce08a"));
        confirmAndSend("notify-email");

        assertThat(one().because()).isEqualTo("GOV.UK Notify does not take it (400).");
        assertThat(office.openTasks(reference)).containsExactlyInAnyOrder(STEP, "See to letter");
        assertThat(onTheBoard()).containsExactly("did not go out");
        office.complete(reference, "See to letter", Map.of("nowWhat", "otherwise", "nowWhatNote", "By post."));
        assertThat(running("send-letter")).isZero();
        assertThat(onTheBoard()).isEmpty();
        office.complete(reference, STEP, Answers.acknowledge(MON_2026_06_01));
        assertThat(one().state()).isEqualTo(DispatchState.CALLED_OFF);
    }

    // ---- by hand -----------------------------------------------------------------------------------------------------

    @Test
    void sendsNothingMoreWhenTheStepIsDoneByHandMeanwhile() throws Exception {
        serverIsGone();
        confirmAndSend("redress-email");

        office.complete(reference, STEP, Answers.acknowledge(MON_2026_06_01));
        set(mail.settings());
        office.at(HALF_PAST_NINE.plusHours(5));
        sender.round();

        assertThat(sent()).isEmpty();
        assertThat(one().state()).isEqualTo(DispatchState.CALLED_OFF);
        assertThat(running("send-letter")).isZero();
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
    }

    @Test
    void isAsEverWhereSomebodySaysThatTheySendIt() {
        var answers = new HashMap<>(Answers.acknowledge(MON_2026_06_01));
        answers.put("whoSends", "by-hand");

        office.complete(reference, STEP, answers);

        assertThat(cases.chronology(reference)).flatExtracting("answers").extracting("field").doesNotContain("whoSends");
        assertThat(cases.letters(reference)).extracting(LetterView::channel).containsExactly("email");
        assertThat(dispatches.of(reference)).isEmpty();
    }

    @Test
    void refusesWithASentenceWhereNothingIsSwitchedOn() {
        set(Map.of("redress.sending.email", false));

        assertRefused("Redress does not send letters like this here");
    }

    // ---- what never leaves -------------------------------------------------------------------------------------------

    @Test
    void refusesWhomTheFileHasNoAddressFor() {
        contact(1, "Only by post, 1 High Street, Maidstone ME14 1XX");

        assertRefused("No e-mail address is recorded for number 1 (complainant)");
    }

    @Test
    void refusesTwoAddresses() {
        contact(1, "t@home.example or t@work.example");

        assertRefused("More than one e-mail address is recorded for number 1 (complainant)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please do not e-mail. t@home.example", "Never write to t@home.example", "t@home.example (old address)", "Not at t@home.example any more"})
    void refusesAnAddressAgainstWhichTheFileSpeaks(String contact) {
        contact(1, contact);

        assertRefused("The file says something about writing to number 1 (complainant) beside their e-mail address.");
    }

    @Test
    void sendsWhereTheFileSpeaksOfRingingAlone() {
        contact(1, "Do not ring. E-mail: t@home.example\nNo voicemails, t@home.example");

        assertThat(MayLeave.address(parties.find(reference, 1).orElseThrow(), SendingBy.EMAIL)).contains("t@home.example");
        confirm("redress-email");
    }

    @Test
    void refusesAPostalAddressOfWhichAPersonHasToReadWhatIsSaid() {
        set(Map.of("redress.sending.notify.letters", true));
        contact(1, "1 High Street, Maidstone ME14 1XX (do not write there)");

        assertThatThrownBy(() -> confirm("notify-letter")).isInstanceOf(AnswersRefused.class).hasMessageContaining("What the file says of how to reach number 1 (complainant) is more than one plain address, or less.");
    }

    @Test
    void refusesARestrictedCase() {
        restrict();

        assertRefused("This case is restricted");
    }

    @Test
    void refusesALetterThatNamesWhatANoticeWithholds() {
        transactions.executeWithoutResult(status -> evidence.enter(reference, "the bins of Mrs Blenkinsop", "the council", "withheld", MON_2026_06_01));

        assertRefused("It names evidence 1, which a notice under section 32(3) withholds");
    }

    @Test
    void refusesSomebodyForWhomAContactRestrictionHolds() {
        office.as("kent-supervisor").start("contact-restriction", Answers.restriction(reference, 1, MON_2026_06_01));
        office.signOut();

        assertRefusedFor(STEP, "A contact restriction holds for number 1 (complainant)");
    }

    @Test
    void letsNothingOutThatIsADraftANoticeOrForOthers() {
        for (var letter : List.of(new LetterView(0, "draft-decision", "Ms T", "Text", "email", MON_2026_06_01, null, LetterView.DRAFT_CONFIDENTIAL),
                new LetterView(0, "draft-comments", "Ms T", "Text", "email", MON_2026_06_01, null), new LetterView(0, "section-32-3-notice", "Ms T", "Text", "email", MON_2026_06_01, null),
                new LetterView(0, "response", "Ms T", "Text", "email", MON_2026_06_01, null, "council"), new LetterView(0, "decision", "Ms T", "Text", "email", MON_2026_06_01, null, LetterView.REPLACED))) {
            assertThat(mayLeave.objection(reference, letter)).as(letter.kind()).isPresent();
        }
        assertThat(mayLeave.objection(reference, new LetterView(0, "response", "Ms T", "Text", "email", MON_2026_06_01, null, LetterView.FINAL))).isEmpty();
    }

    @Test
    void asksInEveryFormThatSendsALetterButInTheOneForConfidentialDrafts() throws IOException {
        try (var forms = Files.list(Path.of("forms"))) {
            var sending = new HashMap<String, Boolean>();
            for (var form : forms.toList()) {
                var text = Files.readString(form);
                if (text.contains("\"letterChannel\"")) {
                    sending.put(form.getFileName().toString(), text.contains("\"whoSends\""));
                }
            }

            assertThat(sending).hasSizeGreaterThan(8).containsEntry("send-draft.form", false);
            sending.remove("send-draft.form");
            assertThat(sending).allSatisfy((form, asks) -> assertThat(asks).as(form).isTrue());
        }
    }

    @Test
    void keepsTheRecordOfChangesWhole() {
        confirmAndSend("redress-email");

        assertThat(Verifications.findings(database)).isEmpty();
        assertThat(database.queryForList("select table_name from audit where reference = ? and table_name = 'dispatch'", String.class, reference)).isNotEmpty();
    }

    @Test
    void refusesWhatIsNotConfirmed() {
        var answers = answers("redress-email");
        answers.remove("sendingConfirmed");

        assertThatThrownBy(() -> office.completeAs(OFFICER, office.task(reference, STEP), answers)).isInstanceOf(AnswersRefused.class).hasMessageContaining("These are the right people");
        assertThat(dispatches.of(reference)).isEmpty();
    }

    @Test
    void doesNotSendToAnAddressThatChangedAfterItWasConfirmed() throws Exception {
        confirm("redress-email");
        contact(1, "t.other@home.example");

        sender.round();

        assertThat(sent()).isEmpty();
        assertThat(one().because()).isEqualTo("The address of number 1 (complainant) has changed since it was confirmed.");
        assertThat(office.openTasks(reference)).containsExactlyInAnyOrder(STEP, "See to letter");
        office.complete(reference, "See to letter", SEND_AGAIN);
        sender.round();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void doesNotSendWhenTheCaseWasRestrictedAfterItWasConfirmed() throws Exception {
        confirm("redress-email");
        restrict();

        sender.round();

        assertThat(sent()).isEmpty();
        assertThat(one().state()).isEqualTo(DispatchState.FAILED);
    }

    @Test
    void doesNotSendAfterAWithdrawal() throws Exception {
        serverIsGone();
        confirmAndSend("redress-email");
        office.event(reference, "withdrawal", Map.of());
        set(mail.settings());
        office.at(HALF_PAST_NINE.plusHours(5));

        sender.round();

        assertThat(sent()).isEmpty();
        assertThat(one().state()).isEqualTo(DispatchState.CALLED_OFF);
        assertThat(running("send-letter")).isZero();
    }

    // ---- the record --------------------------------------------------------------------------------------------------

    @Test
    void keepsNamesAddressesAndTextsOutOfTheEngineAndTheLog(CapturedOutput log) {
        notify.next(Next.FAULT, Next.TAKES_IT_AND_IS_GONE);
        confirm("notify-email");
        for (int minutes = 0; minutes <= 60; minutes += 10) {
            office.at(HALF_PAST_NINE.plusMinutes(minutes));
            sender.round();
        }

        assertThat(one().state().sent()).isTrue();
        assertThat(database.queryForList("select TEXT_ from ACT_HI_VARINST where TEXT_ is not null", String.class)).isNotEmpty().noneMatch(value -> value.contains(ADDRESS) || value.contains("Blenkinsop"));
        assertThat(log.getAll()).doesNotContain(ADDRESS).doesNotContain("Blenkinsop");
        assertThat(one().toString()).doesNotContain(ADDRESS).doesNotContain("Ms T");
    }

    @Test
    void sendsTheResponseToEverybodyWhoComplainsAndIsDoneWithTheLast() throws Exception {
        var both = casework.accepted("kent", Map.of("otherPeople", "Mr U – joint complainant"), Map.of());
        people(both, 1, ADDRESS);
        people(both, 2, "u@home.example");
        casework.answerIssues(both, "kent-manager");
        office.complete(both, "Draft response", Answers.draft());
        office.complete(both, "Approve response", Answers.approve());
        var answers = new HashMap<>(Answers.send(MON_2026_06_01));
        answers.keySet().removeAll(List.of("responseSentOn", "letterChannel"));
        answers.putAll(Map.of("whoSends", "redress-email", "sendingConfirmed", true));

        office.complete(both, "Send response", answers);
        sender.round();

        assertThat(sent()).extracting(message -> message.getAllRecipients()[0].toString()).containsExactlyInAnyOrder(ADDRESS, "u@home.example");
        assertThat(office.openTasks(both)).containsExactly("Record complainant’s wish");
        assertThat(cases.letters(both)).extracting(LetterView::kind, LetterView::to, LetterView::sentOn).contains(tuple("response", "Ms T and Mr U", MON_2026_06_01));
    }

    @Test
    void sendsOneLetterForSeveralCasesToThePeopleOfEachAndIsDoneWithTheLast() throws Exception {
        var leading = casework.accepted("kent");
        var other = casework.accepted("kent", Map.of("complainant", "Mr Q"), Map.of());
        people(leading, 1, ADDRESS);
        people(other, 1, "q@home.example");
        office.as(OFFICER);
        office.start("link-cases", Map.of("caseReference", other, "otherReference", leading, "link", "one-answer", "linkedOn", office.today().toString(), "reason", "One street."));
        office.signOut();
        casework.answerIssues(other, "kent-director");
        casework.answerIssues(leading, "kent-manager");
        office.complete(leading, "Draft response", Answers.draft());
        office.complete(leading, "Approve response", Answers.approve());
        var answers = new HashMap<>(Answers.send(MON_2026_06_01));
        answers.keySet().removeAll(List.of("responseSentOn", "letterChannel"));
        answers.putAll(Map.of("whoSends", "redress-email", "sendingConfirmed", true));

        office.completeAs(OFFICER, office.task(leading, "Send response"), answers);
        assertThat(dispatches.of(leading)).singleElement().satisfies(one -> assertThat(one.name()).isEqualTo("Ms T"));
        assertThat(dispatches.of(other)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Mr Q");
            assertThat(one.answers()).as("what was answered is of the other case").isNull();
        });
        sender.round();

        assertThat(sent()).extracting(message -> message.getAllRecipients()[0].toString()).containsExactlyInAnyOrder(ADDRESS, "q@home.example");
        for (var file : List.of(leading, other)) {
            assertThat(office.openTasks(file)).containsExactly("Record complainant’s wish");
            assertThat(dispatches.of(file)).extracting("state").containsExactly(DispatchState.ACCEPTED);
            assertThat(cases.letters(file)).extracting(LetterView::kind, LetterView::channel, LetterView::sentOn).contains(tuple("response", "email", MON_2026_06_01));
        }
    }

    @Test
    void isNotGivenBackOnceItMayHaveGoneOut() throws Exception {
        var drafted = casework.accepted("kent");
        people(drafted, 1, ADDRESS);
        casework.answerIssues(drafted, "kent-manager");
        office.complete(drafted, "Draft response", Answers.draft());
        office.complete(drafted, "Approve response", Answers.approve());
        var answers = new HashMap<>(Answers.send(MON_2026_06_01));
        answers.keySet().removeAll(List.of("responseSentOn", "letterChannel"));
        answers.putAll(Map.of("whoSends", "redress-email", "sendingConfirmed", true));
        office.completeAs(OFFICER, office.task(drafted, "Send response"), answers);

        office.completeAs(OFFICER, office.task(drafted, "Send response"), Map.of("giveBack", true, "giveBackReason", "A word is wrong."));
        sender.round();

        assertThat(sent()).as("it was called off").isEmpty();
        assertThat(office.openTasks(drafted)).containsExactly("Draft response");
    }

    @Test
    void marksWhatReachedSomebodyBeforeItWasGivenBackForThemAloneAlsoWhereNobodyElseComplainsAnyMore() {
        var both = reachedOneOfTwo();
        office.people(OFFICER, both, "withdrew", Map.of("personNumber", 2));

        office.completeAs(OFFICER, office.task(both, "Send response"), Map.of("giveBack", true, "giveBackReason", "Mr U has left."));

        assertThat(parties.addressees(both).to()).hasSize(1);
        assertThat(attachments.all(both)).filteredOn(kept -> kept.name().startsWith("Response")).extracting(AttachmentView::marking).containsExactly("only-1");
    }

    @Test
    void isGivenBackWhenItReachedOneOfTwoAndTheOtherLivesElsewhereThanWasApproved() throws Exception {
        var both = reachedOneOfTwo();

        people(both, 2, "By e-mail: u.other@home.example, by post: 2 Secret Lane, Dover CT16 1AA");
        office.complete(both, "See to letter", SEND_AGAIN);
        sender.round();
        assertThat(dispatches.of(both).get(1).because()).contains("This is not the letter that was approved", "Give it back in this step");

        office.completeAs(OFFICER, office.task(both, "Send response"), Map.of("giveBack", true, "giveBackReason", "Mr U has moved."));

        assertThat(office.openTasks(both)).containsExactly("Draft response");
        assertThat(dispatches.of(both)).extracting("state").containsExactly(DispatchState.ACCEPTED, DispatchState.CALLED_OFF);
        assertThat(office.chronology(both, "Send response: sent before it was given back")).singleElement().asString().contains("number 1", "Another letter follows. This one is attachment", dispatches.of(both).get(0).sha256());
        assertThat(attachments.all(both)).filteredOn(kept -> kept.name().startsWith("Response")).singleElement().satisfies(kept -> {
            assertThat(kept.name()).isEqualTo("Response of 1 June 2026, sent to number 1 before it was given back.pdf");
            assertThat(kept.marking()).isEqualTo("only-1");
            assertThat(kept.sha256()).isEqualTo(dispatches.of(both).get(0).sha256());
        });
        confirmResponse(both);
        sender.round();
        assertThat(sent()).extracting(message -> message.getAllRecipients()[0].toString()).containsExactly(ADDRESS, ADDRESS, "u.other@home.example");
        assertThat(office.openTasks(both)).containsExactly("Record complainant’s wish");
    }

    @Test
    void isNotGivenBackWhenItHasGoneOutAndItsStepIsDoneByItself() throws Exception {
        var both = casework.accepted("kent", Map.of("otherPeople", "Mr U – joint complainant"), Map.of());
        people(both, 1, ADDRESS);
        people(both, 2, "u@home.example");
        casework.answerIssues(both, "kent-manager");
        confirmResponse(both);
        database.update("update dispatch set next_at = ? where reference = ? and party = 2", HALF_PAST_NINE.plusDays(1), both);
        sender.round();

        assertThatThrownBy(() -> office.completeAs(OFFICER, office.task(both, "Send response"), Map.of("giveBack", true, "giveBackReason", "A word is wrong.")))
                .hasMessageContaining("This letter is on its way, or has gone out, so it cannot be given back.");
    }

    @Test
    void isNotPrintedForThePostWhileItIsSent() {
        reference = casework.accepted("kent");
        people(reference, 1, ADDRESS);
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        var task = office.task(reference, "Send response").getId();
        assertThat(dispatches.sends(task)).isFalse();
        var asking = new Asking(OFFICER, reference, name -> tasks.getVariable(task, name));
        written.print(asking);
        serverIsGone();

        office.at(HALF_PAST_NINE.plusDays(1));
        office.completeAs(OFFICER, office.task(reference, "Send response"), responseByRedress());
        sender.round();
        assertThat(dispatches.sends(task)).isTrue();
        // whoever had the page open before
        written.print(asking);
        set(mail.settings());
        office.at(HALF_PAST_NINE.plusDays(2));
        sender.round();

        assertThat(cases.lastLetter(reference, "response")).map(LetterView::sentOn).contains(MON_2026_06_01.plusDays(2));
        assertThat(attachments.all(reference)).filteredOn(kept -> kept.name().startsWith("Response")).singleElement()
                .satisfies(kept -> assertThat(Documents.text(Documents.of(files.source(kept.id()).orElseThrow()))).contains("3 June 2026").doesNotContain("2 June 2026"));
    }

    // ---- what the tests need -----------------------------------------------------------------------------------------

    /** A response to two that has gone out to the first of them. */
    private String reachedOneOfTwo() {
        var both = casework.accepted("kent", Map.of("otherPeople", "Mr U – joint complainant"), Map.of());
        people(both, 1, ADDRESS);
        people(both, 2, "u@home.example");
        casework.answerIssues(both, "kent-manager");
        confirmResponse(both);
        people(both, 2, "u.other@home.example");
        sender.round();
        assertThat(dispatches.of(both)).extracting("state").containsExactly(DispatchState.ACCEPTED, DispatchState.FAILED);
        return both;
    }

    private void confirmResponse(String of) {
        office.complete(of, "Draft response", Answers.draft());
        office.complete(of, "Approve response", Answers.approve());
        office.completeAs(OFFICER, office.task(of, "Send response"), responseByRedress());
    }

    private Map<String, Object> responseByRedress() {
        var answers = new HashMap<>(Answers.send(office.today()));
        answers.keySet().removeAll(List.of("responseSentOn", "letterChannel"));
        answers.putAll(Map.of("whoSends", "redress-email", "sendingConfirmed", true));
        return answers;
    }

    private void set(Map<String, Object> different) {
        var all = new HashMap<String, Object>();
        var before = settings.getPropertySources().remove("sending");
        if (before instanceof MapPropertySource known) {
            all.putAll(known.getSource());
        } else {
            all.putAll(Map.of("redress.sending.email", true, "redress.sending.from", "complaints@kent.example", "redress.sending.notify.key", PretendNotify.key(),
                    "redress.sending.notify.address", notify.address(), "redress.sending.notify.email-template", PretendNotify.TEMPLATE, "redress.sending.notify.within", "20s"));
        }
        all.putAll(different);
        settings.getPropertySources().addFirst(new MapPropertySource("sending", all));
    }

    private void contact(int person, String how) {
        people(reference, person, how);
    }

    private void people(String of, int person, String how) {
        office.people(OFFICER, of, "contact", Map.of("personNumber", person, "details", how));
    }

    private Map<String, Object> answers(String by) {
        var answers = new HashMap<String, Object>(Answers.acknowledge(MON_2026_06_01));
        answers.keySet().removeAll(List.of("acknowledgedOn", "letterChannel"));
        answers.putAll(Map.of("understanding", TEXT, "whoSends", by, "sendingConfirmed", true));
        return answers;
    }

    private void confirm(String by) {
        office.completeAs(OFFICER, office.task(reference, STEP), answers(by));
    }

    private void confirmAndSend(String by) {
        confirm(by);
        sender.round();
    }

    private void restrict() {
        office.as("kent-supervisor").start("case-restriction", Map.of("caseReference", reference, "restriction", "restrict", "reason", "It is about a colleague.", "readers", OFFICER));
        office.signOut();
    }

    private void serverIsGone() {
        set(Map.of("spring.mail.port", NOBODY_LISTENS));
    }

    private void assertRefused(String sentence) {
        assertRefusedFor(STEP, sentence);
        assertThat(office.openTasks(reference)).containsExactly(STEP);
    }

    private void assertRefusedFor(String step, String sentence) {
        Task task = office.task(reference, step);
        assertThatThrownBy(() -> office.completeAs(OFFICER, task, answers("redress-email"))).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
        assertThat(dispatches.of(reference)).isEmpty();
    }

    private DispatchView one() {
        var all = dispatches.of(reference);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** How this case's letters stand that a supervisor is shown. */
    private List<String> onTheBoard() {
        return dispatches.notThrough("kent", 500).stream().filter(one -> one.reference().equals(reference)).map(DispatchView::standing).toList();
    }

    private void cameBack() {
        confirmAndSend("notify-email");
        notify.became("permanent-failure");
        office.at(HALF_PAST_NINE.plusMinutes(10));
        sender.round();
        assertThat(one().state()).isEqualTo(DispatchState.FAILED);
    }

    private void represented() {
        office.people(OFFICER, reference, "add", Map.of("personName", "Ms R", "part", "representative", "speaksFor", 1));
        office.complete(reference, "Ask for consent", Map.of("consent", "given", "consentEvidence", "Their letter.", "consentSettledOn", MON_2026_06_01.toString()));
    }

    private Map<String, Object> others() {
        var answers = answers("redress-email");
        answers.keySet().removeAll(List.of("whoSends", "sendingConfirmed"));
        return answers;
    }

    private void theOtherTab(ExecutorService tab) {
        try {
            tab.submit(() -> confirm("redress-email")).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private DeadlineState deadline() {
        return DeadlineState.valueOf(database.queryForObject("select state from deadline where reference = ? and kind = 'acknowledgement'", String.class, reference));
    }

    private long running(String process) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).processDefinitionKey(process).unfinished().count();
    }

    private List<MimeMessage> sent() throws MessagingException, IOException {
        return List.of(mail.server().getReceivedMessages());
    }
}
