package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.redress.attachments.Files;
import org.redress.attachments.MadeFiles;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Beside the form of a task stands what it is about, in the words of the file (U5, U6, U7). */
@ProductTest
class TaskCaseTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseReader reader;

    @Autowired
    private TaskCases taskCases;

    @Autowired
    private ConfigurableEnvironment settings;

    @Autowired
    private CaseDocuments documents;

    @Autowired
    private MadeFiles files;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @Test
    void saysWhatATaskOfTheCouncilIsAbout() {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        var issue = about("kent-manager", office.taskOf(reference, "Answer issue", "issueNumber", 1));
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        office.complete(reference, "Draft response", Answers.draft());
        var approval = about("kent-approver", office.task(reference, "Approve response"));
        office.complete(reference, "Approve response", Map.of("approval", "return", "comments", "Say that it is upheld."));
        var again = about("kent-manager", office.task(reference, "Draft response"));
        office.on(TUE_2026_06_16);
        var missed = about("kent-supervisor", office.task(reference, "Explain the delay to the complainant"));

        assertThat(issue.reference() + ", " + issue.people() + ", " + issue.subject() + ", " + issue.dueOn() + " " + issue.dueIn())
                .isEqualTo(reference + ", Ms T, Another council service, 2026-06-15 in 10 working days");
        assertThat(said(issue)).singleElement().asString().startsWith("Issue 1: ").isNotEqualTo("Issue 1: ");
        assertThat(said(approval)).containsExactly("Draft: Response to Ms T: We uphold your complaint.");
        assertThat(said(again)).containsExactly("Draft: Response to Ms T: We uphold your complaint. Given back. What must change: Say that it is upheld.");
        assertThat(said(missed)).singleElement().asString().startsWith("Missed: Response, stage 1: Due: 2026-06-15 ").contains("How it stands: Overdue since Tue 16 Jun 2026");
    }

    @Test
    void saysWhatATaskOfBothSidesIsAboutAfterADraftOfTheOmbudsman() {
        var council = office.receive("kent", Map.of());
        var reference = ombudsman.investigated("Kent County Council", Map.of("councilReference", council));
        ombudsman.draft(reference, OmbudsmanAnswers.action("apology", "1 month", Map.of("beneficiary", "Ms T")));
        var toSend = about("ombudsman-investigator", office.task(reference, "Send draft"));
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        var toComment = about("kent-link-officer", office.task(council, "Comment on draft"));
        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(office.today(), "We never got it."));
        office.complete(reference, "Record council’s comments", OmbudsmanAnswers.councilComments(office.today(), null));
        var comment = about("ombudsman-investigator", office.task(reference, "Consider comment"));

        assertThat(said(toSend)).singleElement().asString().startsWith("Draft: Draft decision to ");
        assertThat(said(toComment)).singleElement().asString().startsWith("Draft decision to ");
        assertThat(said(comment)).first().asString().startsWith("Comment 1 of the complainant: We never got it.");
    }

    @Test
    void saysWhichActionIsToBeCarriedOutToWhoeverMayReadIt() {
        var council = office.receive("kent", Map.of());
        ombudsman.decided("Kent County Council", Map.of("councilReference", council), OmbudsmanAnswers.action("payment", "1 month", Map.of("beneficiary", "Ms T", "amount", 250)));
        var action = about("kent-service", office.taskOf(council, "Carry out action", "actionNumber", 1));

        assertThat(said(action)).singleElement().asString().startsWith("Action 1: ").contains("Amount: £250.00", "For: Ms T", "Due: 2026-07-01");
        assertThat(action.people()).as("whoever carries it out reads for whom it is").isEqualTo("Ms T");
    }

    @Test
    void offersNoLetterToPrintThatRedressSends() {
        var task = toSend(casework.accepted("kent"));
        assertThat(about("kent-officer", task).print()).containsExactly("Ms T");
        byRedress(task);

        assertThat(about("kent-officer", task).print()).isEmpty();
        office.as("kent-officer");
        assertThatThrownBy(() -> taskCases.print(reader.ofTask(task.getId()).orElseThrow(), task.getId()))
                .hasMessage("Redress sends this letter, or has sent it, so it is not printed for the post too. What became of it is on the page of the case.");
        office.signOut();
    }

    @Test
    void namesTheFileOfALetterThatWentOutForThoseAloneWhoMayOpenIt() {
        var reference = casework.accepted("kent");
        byRedress(toSend(reference));
        assertThat(asSent("kent-officer", reference)).as("the case has no such file").isNull();
        var kept = Objects.requireNonNull(transactions.execute(status -> files.keepGivenBack(reference, "Response.pdf", "withheld", office.today(), Files.pdf("We uphold it."), "")));
        jdbc.update("update dispatch set sha256 = ? where reference = ?", kept.sha256(), reference);
        try {
            assertThat(asSent("kent-officer", reference)).isEqualTo(kept.number());
            assertThat(asSent("kent-manager", reference)).as("responders read nothing that is withheld").isNull();
        } finally {
            // nothing was sent, and the record of changes knows it
            jdbc.update("update dispatch set sha256 = null where reference = ?", reference);
        }
    }

    private @Nullable Integer asSent(String person, String reference) {
        office.as(person);
        try {
            return Objects.requireNonNull(documents.of(reader.open(reference, "test").orElseThrow()).sendings()).get(0).attachment();
        } finally {
            office.signOut();
        }
    }

    /** The task that sends a response to somebody who has an e-mail address. */
    private Task toSend(String reference) {
        office.people("kent-officer", reference, "contact", Map.of("personNumber", 1, "details", "t@home.example"));
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        return office.task(reference, "Send response");
    }

    private void byRedress(Task task) {
        settings.getPropertySources().addFirst(new MapPropertySource("sending", Map.of("redress.sending.email", true, "redress.sending.from", "complaints@kent.example")));
        try {
            var answers = new HashMap<>(Answers.send(office.today()));
            answers.keySet().removeAll(List.of("responseSentOn", "letterChannel"));
            answers.putAll(Map.of("whoSends", "redress-email", "sendingConfirmed", true));
            office.completeAs("kent-officer", task, answers);
        } finally {
            settings.getPropertySources().remove("sending");
        }
    }

    private TaskCase about(String person, Task task) {
        office.as(person);
        try {
            return taskCases.of(reader.ofTask(task.getId()).orElseThrow(), task.getId()).orElseThrow();
        } finally {
            office.signOut();
        }
    }

    /** "Title: text label: note label: note". */
    private static List<String> said(TaskCase about) {
        return about.things().stream().map(thing -> thing.title() + ": " + (thing.text() == null ? "" : thing.text() + " ") + String.join(" ", thing.notes().stream()
                .map(note -> note.label() + ": " + Objects.requireNonNullElse(note.text(), String.valueOf(note.day()))).toList())).map(String::strip).toList();
    }
}
