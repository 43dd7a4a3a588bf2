package org.redress.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.deadline.Recount;
import org.redress.models.ModelFolder;
import org.redress.models.PageEdits;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What docs/process-owners.md says of running cases for each of its five changes: a case begins, the change of the page is deployed, the case goes on, and is moved. */
@ProductTest
class TutorialMovesTests {
    private static final Path PAGE = Path.of("docs/process-owners.md");
    private static final LocalDate MON_2025_06_02 = LocalDate.of(2025, 6, 2);
    private static final LocalDate MON_2027_01_11 = LocalDate.of(2027, 1, 11);

    @TempDir
    private Path directory;

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private Moving moving;

    @Autowired
    private Recount recount;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private FormService forms;

    private ChangedModels models;

    @BeforeEach
    void prepare() {
        models = new ChangedModels(repository);
    }

    @AfterEach
    void takeTheChangesBack() {
        models.takeBack();
    }

    @AfterAll
    static void restoreTheModels(@Autowired RepositoryService repository) {
        ChangedModels.restore(repository);
    }

    @Test
    void aCaseThatIsOpenKeepsItsPeriod() throws IOException {
        office.on(MON_2027_01_11);
        var open = casework.accepted("leicestershire");
        var due = office.deadline(open, "response").dueOn();

        publish("## 1. A period from a day on");
        move(open, "complaint");
        var begun = casework.accepted("leicestershire");

        assertThat(due).isEqualTo(LocalDate.of(2027, 1, 25));
        assertThat(office.deadline(open, "response").dueOn()).isEqualTo(due);
        assertThat(office.deadline(begun, "response").dueOn()).isEqualTo(LocalDate.of(2027, 1, 21));
    }

    @Test
    void anOpenCaseFollowsWhereTheRowSaysSo() throws IOException {
        office.on(MON_2027_01_11);
        var open = casework.accepted("leicestershire");

        models.with("allowance.dmn", "<outputEntry id=\"OutputEntry_ResponseCode1From2027_10\"><text>null</text>", "<outputEntry id=\"OutputEntry_ResponseCode1From2027_10\"><text>true</text>");
        publish("## 1. A period from a day on");
        recount.run(moved -> { }, (looked, of, moved) -> { });

        assertThat(office.deadline(open, "response").dueOn()).isEqualTo(LocalDate.of(2027, 1, 21));
    }

    @Test
    void aComplaintIsAcknowledgedWithTheFormOfBefore() throws IOException {
        office.on(MON_2027_01_11);
        var open = office.receive("leicestershire", Map.of());
        var other = office.receive("leicestershire", Map.of());

        publish("## 2. A question more in a form");
        move(other, "complaint");

        assertThat(form(open, "Acknowledge complaint")).doesNotContain("letterFormat");
        assertThat(form(other, "Acknowledge complaint")).contains("letterFormat");
        office.complete(open, "Acknowledge complaint", Answers.acknowledge(office.today()));
    }

    @Test
    void anOpenRequestGoesOnWithoutTheStep() throws IOException {
        office.on(MON_2027_01_11);
        var open = requested();
        var other = requested();

        publish("## 3. An approval step");
        move(other, "service-request");
        done(open);
        done(other);

        assertThat(office.openTasks(open)).containsExactly("Answer request");
        assertThat(office.openTasks(other)).containsExactly("Approve answer");
    }

    @Test
    void anOpenCaseEndsWithStage2() throws IOException {
        office.on(MON_2025_06_02);
        var open = casework.accepted("leicestershire");
        var other = casework.accepted("leicestershire");

        publish("## 4. A third stage");
        move(other, "complaint");
        var begun = casework.accepted("leicestershire");

        for (var reference : new String[] {open, other, begun}) {
            casework.respond(reference, "leicestershire-manager");
            casework.wish(reference, "next-stage");
            casework.acknowledgeNextStage(reference);
            casework.respond(reference, "leicestershire-director");
        }
        assertThat(office.openTasks(open)).contains("Signpost the Ombudsman");
        assertThat(office.openTasks(other)).contains("Signpost the Ombudsman");
        assertThat(office.openTasks(begun)).contains("Record complainant’s wish").doesNotContain("Signpost the Ombudsman");
    }

    @Test
    void anEnquiryAndTheNextOneOfItsCaseKeepTheirDays() throws IOException {
        office.on(MON_2027_01_11);
        var open = ombudsman.notified("Leicestershire County Council", Map.of());
        office.complete(open, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));
        var due = office.deadline(open, "enquiry-reply").dueOn();

        publish("## 5. Another Ombudsman's periods");
        move(open, "ombudsman-case");

        assertThat(due).isEqualTo(LocalDate.of(2027, 2, 8));
        assertThat(office.deadline(open, "enquiry-reply").dueOn()).isEqualTo(due);
        office.complete(open, "Record reply to enquiry", OmbudsmanAnswers.reply(office.today(), Map.of()));
        office.complete(open, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));
        assertThat(office.deadline(open, "enquiry-reply").dueOn()).isEqualTo(due);
    }

    /** The change as it stands on the page. */
    private void publish(String heading) throws IOException {
        var folder = ModelFolder.copyTo(directory.resolve("models"));
        new PageEdits(PAGE, heading).apply(folder.path());
        models.deploy(folder.path());
    }

    private void move(String reference, String process) {
        var moved = moving.move(office.instance(reference, process), moving.newest().deployment(), "asked for by a test").orElseThrow();
        assertThat(moved.whyNot()).isNull();
    }

    private String form(String reference, String task) throws IOException {
        return new String(forms.getDeployedTaskForm(office.task(reference, task).getId()).readAllBytes(), StandardCharsets.UTF_8);
    }

    private String requested() {
        var reference = office.as("leicestershire-officer").start("service-request",
                Map.of("receivedOn", office.today().toString(), "channel", "phone", "requester", "Ms L", "requestText", "A new bin."));
        office.signOut();
        return reference;
    }

    private void done(String reference) {
        office.complete(reference, "Do what was asked", Map.of("requestDone", "done", "requestDoneOn", office.today().toString(), "whatWasDone", "Delivered."));
    }
}
