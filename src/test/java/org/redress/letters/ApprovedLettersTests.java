package org.redress.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.attachments.MadeFiles;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.casefile.ProofView.Because;
import org.redress.casefile.Proofs;
import org.redress.documents.Documents;
import org.redress.gate.AskedBack;
import org.redress.gate.FromRecord.Asking;
import org.redress.letters.WrittenLetters.Printed;
import org.redress.move.ChangedModels;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was approved is what goes out, and whoever sends any other letter has read the whole of it (CORP-26, CORP-34). */
@ProductTest
class ApprovedLettersTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final LocalDate THU_2026_06_04 = LocalDate.of(2026, 6, 4);

    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private CaseFiles cases;
    @Autowired private CaseAttachments attachments;
    @Autowired private MadeFiles files;
    @Autowired private Proofs proofs;
    @Autowired private WrittenLetters written;
    @Autowired private TaskService tasks;
    @Autowired private RepositoryService repository;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private ConfigurableEnvironment settings;

    private ChangedModels models;
    private String reference;

    @BeforeEach
    void aComplaintIsAnswered() {
        models = new ChangedModels(repository);
        office.on(MON_2026_06_01);
        reference = casework.accepted("kent");
        casework.answerIssues(reference, "kent-manager");
        Read.begin(settings);
    }

    @AfterEach
    void lettersAreNotMadeElsewhere() {
        Read.end(settings);
    }

    // ---- what was approved --------------------------------------------------------------------------------------------

    @Test
    void sendsWhatWasApprovedOnALaterDay() {
        approved();
        var approved = proofs.of(reference, "response", 1, Because.APPROVED);
        assertThat(approved).singleElement().satisfies(proof -> {
            assertThat(proof.by()).isEqualTo("kent-approver");
            assertThat(proof.dated()).isEqualTo(MON_2026_06_01);
            assertThat(proof.content()).contains("Our decisions", "We uphold your complaint.", "Ms T");
        });
        assertThat(office.chronology(reference, "Letter approved as it goes out")).hasSize(1);

        office.on(THU_2026_06_04);
        office.complete(reference, "Send response", Answers.send(THU_2026_06_04));

        assertThat(cases.lastLetter(reference, "response")).map(LetterView::sentOn).contains(THU_2026_06_04);
        assertThat(kept("response")).contains("4 June 2026", "We uphold your complaint.");
        assertThat(proofs.of(reference, "response", 1, Because.APPROVED)).as("it is used").isEmpty();
    }

    @Test
    void sendsPromisesAsTheyWereApproved() {
        Read.end(settings);
        var promising = casework.accepted("kent");
        Read.begin(settings);
        office.complete(promising, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(promising, "Investigate complaint", Answers.investigate());
        office.complete(office.taskOfIssue(promising, "Answer issue", 1), Answers.issue(Map.of("promises", 1)));
        office.complete(office.taskOfIssue(promising, "Answer issue", 2), Answers.issue(Map.of()));
        office.complete(promising, "Promise action", Answers.promise(Map.of()));
        office.complete(promising, "Draft response", Answers.draft());
        office.complete(promising, "Approve response", Answers.approve());

        office.on(WED_2026_06_03);
        office.complete(promising, "Send response", Answers.send(WED_2026_06_03));

        assertThat(cases.lastLetter(promising, "response")).isPresent();
    }

    @Test
    void refusesALetterThatHasAnotherIssueThanTheOneApproved() {
        approved();
        office.event(reference, "issue", Map.of("details", "The telephone."));
        office.complete(reference, "Answer added issue", Answers.issue(Map.of("finding", "not-upheld")));

        assertThatThrownBy(() -> office.complete(reference, "Send response", Answers.send(MON_2026_06_01)))
                .hasMessage("This is not the letter that was approved on Mon 1 Jun 2026: there is something else under “Your complaint as we understand it” and under “Our decisions”."
                        + " Give it back in this step, with the reason: it is then written and approved again.");

        assertThat(cases.lastLetter(reference, "response")).isEmpty();
    }

    @Test
    void isApprovedAgainAfterItWasGivenBack() {
        approved();
        office.event(reference, "issue", Map.of("details", "The telephone."));
        office.complete(reference, "Answer added issue", Answers.issue(Map.of("finding", "not-upheld")));

        office.complete(reference, "Send response", Map.of("giveBack", true, "giveBackReason", "There is a third issue."));
        assertThat(office.openTasks(reference)).containsExactly("Draft response");
        office.complete(reference, "Draft response", Answers.draft());
        assertThat(proofs.of(reference, "response", 1, Because.APPROVED)).as("nobody has approved it").isEmpty();
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));

        assertThat(kept("response")).contains("The telephone.");
        assertThat(office.openTasks(reference)).containsExactly("Record complainant’s wish");
    }

    @Test
    void refusesALetterThatGoesToAnotherAddress() {
        approved();
        office.people("kent-officer", reference, "contact", Map.of("personNumber", 1, "details", "By post: 1 High Street, Maidstone ME14 1XX"));

        assertThatThrownBy(() -> office.complete(reference, "Send response", Answers.send(MON_2026_06_01)))
                .hasMessageContaining("This is not the letter that was approved on Mon 1 Jun 2026: it goes to somebody else, or to another address.");
    }

    @Test
    void isReadByWhoeverSendsItWhereTheModelOfTheCaseHasNoWayBack() {
        withoutAWayBack(() -> {
            approved();
            assertThat(proofs.of(reference, "response", 1, Because.APPROVED)).isEmpty();
            assertThat(written.toPrint(asking("Send response"))).isEmpty();
            office.people("kent-officer", reference, "contact", Map.of("personNumber", 1, "details", "By post: 1 High Street, Maidstone ME14 1XX"));

            var question = askedBack(() -> office.complete(reference, "Send response", Answers.send(MON_2026_06_01))).questions().get(0);
            assertThat(question.letter()).contains("1 High Street", "Our decisions");
            office.complete(reference, "Send response", Answers.with(Answers.send(MON_2026_06_01), Map.of("confirmed", question.code())));

            assertThat(cases.lastLetter(reference, "response")).isPresent();
        });
    }

    @Test
    void showsTheLetterOfARestrictedCaseThatIsAnsweredTooToThoseAloneWhoMayReadThatCase() {
        withoutAWayBack(() -> {
            var other = answeredToo();
            approved();
            restrict(other, "kent-director");
            assertThatThrownBy(() -> office.complete(reference, "Send response", Answers.send(MON_2026_06_01)))
                    .hasMessageContaining("This letter answers " + other + " too, which is restricted: it is written, approved and sent by people who may read that case");
            restrict(other, "kent-director\nkent-officer");

            assertThat(written.whole(asking("kent-approver", "Send response")).orElseThrow()).contains("Ms T", "The same for " + other + ", which is restricted.").doesNotContain("Mr Q");
            assertThat(written.whole(asking("Send response")).orElseThrow()).contains("Ms T", "Mr Q").doesNotContain("is restricted");
            var questions = askedBack(() -> office.complete(reference, "Send response", Answers.send(MON_2026_06_01))).questions();
            assertThat(questions).extracting(AskedBack.Question::letter).satisfiesExactly(letter -> assertThat(letter).contains("Ms T", "Our decisions"), letter -> assertThat(letter).contains("Mr Q", "Our decisions"));
            office.complete(reference, "Send response", Answers.with(Answers.send(MON_2026_06_01), Map.of("confirmed", String.join(",", questions.stream().map(AskedBack.Question::code).toList()))));

            assertThat(cases.lastLetter(other, "response")).isPresent();
        });
    }

    @Test
    void printsTheLetterOfARestrictedCaseForThoseAloneWhoMayReadThatCase() {
        var other = answeredToo();
        approved();
        assertThat(written.toPrint(asking("kent-approver", "Send response"))).as("it goes out with it").containsExactly("Ms T", "Mr Q");
        restrict(other, "kent-director\nkent-officer");

        assertThat(written.toPrint(asking("kent-approver", "Send response"))).containsExactly("Ms T");
        assertThat(written.toPrint(asking("Send response"))).containsExactly("Ms T", "Mr Q");
        assertThat(print()).hasSize(2);
    }

    // ---- what is read by whoever sends it -----------------------------------------------------------------------------

    @Test
    void asksWhoeverSendsALetterThatNobodyApprovedToReadIt() {
        var received = office.receive("kent", Map.of());
        var answers = Answers.acknowledge(office.today());

        var asked = askedBack(() -> office.complete(received, "Acknowledge complaint", answers));
        assertThat(cases.letters(received)).isEmpty();
        var question = asked.questions().get(0);
        assertThat(question.letter()).contains("How to reach us", "When you will hear from us", received);
        assertThat(question.code()).startsWith("letter-20260601-");
        assertThat(asked.getMessage()).isEqualTo("Read the letter (acknowledgement) as it goes out, with its standard parts.");

        office.complete(received, "Acknowledge complaint", Answers.with(answers, Map.of("confirmed", question.code())));
        assertThat(cases.letters(received)).hasSize(1);
        assertThat(office.openTasks(received)).containsExactly("Assess complaint");
    }

    @Test
    void asksAgainWhereTheLetterIsAnotherThanTheOneThatWasRead() {
        var received = office.receive("kent", Map.of());
        var answers = Answers.acknowledge(office.today());
        var code = askedBack(() -> office.complete(received, "Acknowledge complaint", answers)).questions().get(0).code();

        var other = Answers.with(answers, Map.of("understanding", "You complain about something else.", "confirmed", code));

        assertThat(askedBack(() -> office.complete(received, "Acknowledge complaint", other)).questions()).singleElement()
                .satisfies(question -> assertThat(question.letter()).contains("You complain about something else."));
    }

    @Test
    void takesALetterThatWasReadOnTheDayBefore() {
        var received = office.receive("kent", Map.of());
        var code = askedBack(() -> office.complete(received, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01))).questions().get(0).code();

        office.on(MON_2026_06_01.plusDays(1));
        office.complete(received, "Acknowledge complaint", Answers.with(Answers.acknowledge(MON_2026_06_01.plusDays(1)), Map.of("confirmed", code)));

        assertThat(cases.letters(received)).hasSize(1);
    }

    // ---- what is printed before it is sent ----------------------------------------------------------------------------

    @Test
    void keepsTheSameBytesThatWerePrintedBefore() {
        approved();
        office.on(WED_2026_06_03);
        var printed = print();
        assertThat(printed).singleElement().satisfies(paper -> assertThat(paper.name()).contains(reference, "response", "2026-06-03"));
        assertThat(office.chronology(reference, "Letter printed before it was sent")).hasSize(1);

        assertThat(print().get(0).pdf()).as("printed again on that day, it is the same").isEqualTo(printed.get(0).pdf());
        assertThat(office.chronology(reference, "Letter printed before it was sent")).hasSize(1);
        office.complete(reference, "Send response", byPost(WED_2026_06_03, Map.of()));

        assertThat(bytes("response")).isEqualTo(printed.get(0).pdf());
    }

    @Test
    void keepsTheOneThatWasPrintedOnTheDayOnWhichItWasSent() {
        approved();
        var looked = print();
        office.on(WED_2026_06_03);
        var posted = print();
        assertThat(posted.get(0).pdf()).as("another day stands on it").isNotEqualTo(looked.get(0).pdf());
        office.on(THU_2026_06_04);
        print();

        office.complete(reference, "Send response", byPost(WED_2026_06_03, Map.of()));

        assertThat(bytes("response")).isEqualTo(posted.get(0).pdf());
        assertThat(proofs.of(reference, "response", 1, Because.PRINTED)).as("the others are not sent any more").isEmpty();
    }

    @Test
    void asksBackWhenTheDayOnTheLetterIsNotTheDayOnWhichItWasSent() {
        approved();
        office.on(WED_2026_06_03);
        var printed = print();
        office.on(THU_2026_06_04);

        var asked = askedBack(() -> office.complete(reference, "Send response", byPost(THU_2026_06_04, Map.of())));
        assertThat(asked.getMessage()).isEqualTo("This letter was printed on Wed 3 Jun 2026, and that day stands on it; you say that it was sent on Thu 4 Jun 2026. The days that it names count from the day that"
                + " stands on it. Confirm this only if the one of Wed 3 Jun 2026 was sent; else print it on the day on which it goes, and send that one.");
        assertThat(cases.lastLetter(reference, "response")).isEmpty();

        office.complete(reference, "Send response", byPost(THU_2026_06_04, Map.of("confirmed", asked.questions().get(0).code())));
        assertThat(bytes("response")).isEqualTo(printed.get(0).pdf());
    }

    @Test
    void asksWhetherAPrintWasSentWhenTheLetterIsGivenBack() {
        approved();
        print();
        var back = Map.<String, Object>of("giveBack", true, "giveBackReason", "There is a third issue.");

        var asked = askedBack(() -> office.complete(reference, "Send response", back));
        assertThat(asked.getMessage()).isEqualTo("This letter was printed on Mon 1 Jun 2026. Confirm that no print of it was sent: it is written again, and goes out then. If one was sent, say here when it was,"
                + " and write another letter about what has changed.");
        assertThat(office.openTasks(reference)).containsExactly("Send response");
        office.complete(reference, "Send response", Answers.with(back, Map.of("confirmed", asked.questions().get(0).code())));

        assertThat(office.openTasks(reference)).containsExactly("Draft response");
    }

    @Test
    void printsNothingThatIsNotApprovedOrWasChangedSince() {
        office.complete(reference, "Draft response", Answers.draft());
        assertThat(written.toPrint(asking("Approve response"))).isEmpty();
        office.complete(reference, "Approve response", Answers.approve());
        assertThat(written.toPrint(asking("Send response"))).containsExactly("Ms T");
        print();

        office.event(reference, "issue", Map.of("details", "The telephone."));
        office.complete(reference, "Answer added issue", Answers.issue(Map.of("finding", "not-upheld")));

        assertThatThrownBy(this::print).isInstanceOf(CannotBeKept.class).hasMessageContaining("This is not the letter that was approved");
    }

    // ---- to whom ------------------------------------------------------------------------------------------------------

    @Test
    void givesEachOfTwoWhoComplainTheirOwnPaperAlsoWhereNobodyHasReadWhatIsSaidOfTheirAddresses() {
        twoWhoLiveAt("1 High Street, Maidstone ME14 1XX (do not write there)", "2 Secret Lane, Dover CT16 1AA, my old address");

        var papers = papersOfTheResponse();
        assertThat(papers).extracting(AttachmentView::marking).containsExactly("only-1", "only-2");
        assertThat(papers).allSatisfy(paper -> assertThat(Documents.text(Documents.of(files.source(paper.id()).orElseThrow()))).doesNotContain("High Street", "Secret Lane"));
    }

    private List<AttachmentView> papersOfTheResponse() {
        approved();
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));
        return attachments.all(reference).stream().filter(paper -> paper.name().startsWith("Response")).toList();
    }

    private void twoWhoLiveAt(String first, String second) {
        Read.end(settings);
        reference = casework.accepted("kent", Map.of("otherPeople", "Mr U – joint complainant"), Map.of());
        casework.answerIssues(reference, "kent-manager");
        Read.begin(settings);
        office.people("kent-officer", reference, "contact", Map.of("personNumber", 1, "details", first));
        office.people("kent-officer", reference, "contact", Map.of("personNumber", 2, "details", second));
    }

    @Test
    void givesEachOfTwoWhoComplainTheirOwnPaperThatTheOtherMayNotRead() {
        twoWhoLiveAt("1 High Street, Maidstone ME14 1XX", "By post: 2 Secret Lane, Dover CT16 1AA");

        var papers = papersOfTheResponse();
        assertThat(papers).extracting(AttachmentView::marking).containsExactly("only-1", "only-2");
        assertThat(papers.get(0).markingText(Map.of())).isEqualTo("Only number 1");
        var texts = papers.stream().map(paper -> Documents.text(Documents.of(files.source(paper.id()).orElseThrow()))).toList();
        assertThat(texts.get(0)).contains("Ms T", "1 High Street").doesNotContain("Secret Lane");
        assertThat(texts.get(1)).contains("Mr U", "2 Secret Lane").doesNotContain("High Street", "By post");
        assertThat(cases.lastLetter(reference, "response").orElseThrow().people()).containsExactly(1, 2);
    }

    @Test
    void marksALetterToOneOfTwoForThatOneOnly() {
        Read.end(settings);
        var withdrawn = casework.accepted("kent", Map.of("otherPeople", "Mr U – joint complainant"), Map.of());
        office.people("kent-officer", withdrawn, "contact", Map.of("personNumber", 1, "details", "1 High Street, Maidstone ME14 1XX"));
        office.people("kent-officer", withdrawn, "contact", Map.of("personNumber", 2, "details", "2 Secret Lane, Dover CT16 1AA"));
        office.people("kent-officer", withdrawn, "withdrew", Map.of("personNumber", 2));
        Read.begin(settings);
        var task = office.task(withdrawn, "Confirm withdrawal");
        var answers = Answers.confirmWithdrawal(office.today());
        var code = askedBack(() -> office.complete(task, answers)).questions().get(0).code();

        office.complete(task, Answers.with(answers, Map.of("confirmed", code)));

        assertThat(attachments.all(withdrawn)).filteredOn(paper -> paper.name().startsWith("Confirmation")).singleElement().satisfies(paper -> {
            assertThat(paper.marking()).isEqualTo("only-2");
            assertThat(Documents.text(Documents.of(files.source(paper.id()).orElseThrow()))).contains("Mr U", "2 Secret Lane").doesNotContain("High Street");
        });
    }

    /** A complaint that goes by a model as models were before letters could be given back. */
    private void withoutAWayBack(Runnable work) {
        Read.end(settings);
        models.with("stage.bpmn", "${giveBack == true}", "${false}").deploy();
        try {
            reference = casework.accepted("kent");
            casework.answerIssues(reference, "kent-manager");
            Read.begin(settings);
            work.run();
        } finally {
            models.takeBack();
            ChangedModels.restore(repository);
        }
    }

    /** Another complaint, of Mr Q, that the letter answers too. */
    private String answeredToo() {
        Read.end(settings);
        var other = casework.accepted("kent", Map.of("complainant", "Mr Q"), Map.of());
        office.as("kent-officer").start("link-cases", Map.of("caseReference", other, "otherReference", reference, "link", "one-answer", "linkedOn", MON_2026_06_01.toString(), "reason", "One street."));
        office.signOut();
        casework.answerIssues(other, "kent-director");
        Read.begin(settings);
        return other;
    }

    private void restrict(String restricted, String reader) {
        try {
            office.as("kent-supervisor").start("case-restriction", Map.of("caseReference", restricted, "restriction", "restrict", "reason", "It is about a colleague.", "readers", reader));
        } finally {
            office.signOut();
        }
    }

    private static Map<String, Object> byPost(LocalDate day, Map<String, Object> more) {
        return Answers.with(Answers.with(Answers.send(day), Map.of("letterChannel", "letter")), more);
    }

    private List<Printed> print() {
        return written.print(asking("Send response"));
    }

    private Asking asking(String task) {
        return asking("kent-officer", task);
    }

    private Asking asking(String person, String task) {
        var id = office.task(reference, task).getId();
        return new Asking(person, reference, name -> tasks.getVariable(id, name));
    }

    private void approved() {
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
    }

    private static AskedBack askedBack(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof AskedBack asked) {
                    return asked;
                }
            }
            throw e;
        }
        throw new AssertionError("Nothing was asked back.");
    }

    /** What the kept copy of the last letter of a kind says. */
    private String kept(String kind) {
        return Documents.text(Documents.of(files.source(attachment(kind)).orElseThrow()));
    }

    private byte[] bytes(String kind) {
        return jdbc.queryForObject("select content from attachment_piece where attachment_id = ?", byte[].class, attachment(kind));
    }

    private long attachment(String kind) {
        var id = cases.lettersById(reference).entrySet().stream().filter(one -> one.getValue().kind().equals(kind)).reduce((earlier, later) -> later).orElseThrow().getKey();
        return attachments.all(reference).stream().filter(one -> id.equals(one.letter())).map(AttachmentView::id).findFirst().orElseThrow();
    }
}
