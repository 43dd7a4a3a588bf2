package org.redress.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.attachments.MadeFiles;
import org.redress.casefile.AttachmentKind;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A redacted copy is made on a ground, and goes out after a second person has looked at it (DAT-02, DAT-04). */
@ProductTest
class RedactionTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String CHECK = "Check disclosure";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private MadeFiles files;

    @Autowired
    private CaseAttachments attachments;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private String reference;
    private int number;

    @BeforeEach
    void aCaseHasAFile() {
        office.on(MON_2026_06_01);
        reference = casework.accepted("kent");
        // the letters that were sent come first
        number = transaction.execute(status -> files.keep(reference, new MadeFiles.Made("note.txt", AttachmentKind.EVIDENCE, null, AttachmentView.NOT_YET, MON_2026_06_01, "kent-officer", "text/plain"),
                out -> out.write("The neighbour, Mr Peverell, called.\n\nPeverell’s number was noted.".getBytes(StandardCharsets.UTF_8)))).number();
    }

    private void redact(Map<String, Object> different) {
        var answers = new HashMap<String, Object>(Map.of("caseReference", reference, "made", "redaction", "attachmentNumber", number, "takenOut", "Ernest Peverell", "withholdingGround", "third-party", "groundReason", "He has not agreed.", "forWhom", "complainant"));
        answers.putAll(different);
        office.as("kent-officer").start("disclosure", answers);
    }

    private AttachmentView copy() {
        return transaction.execute(status -> attachments.find(reference, number + 1).orElseThrow());
    }

    private String words(AttachmentView one) {
        return transaction.execute(status -> {
            try (var in = files.open(one)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void marksTheCopyForWhomItIsWhenASecondPersonHasLookedAtIt() {
        redact(Map.of());

        assertThat(words(copy())).isEqualTo("The neighbour, [taken out], called.\n\n[taken out]’s number was noted.");
        assertThat(copy().marking()).isEqualTo(AttachmentView.NOT_YET);
        var made = cases.chronology(reference).stream().filter(one -> one.what().equals("Redacted copy made")).map(Happening::detail).toList();
        assertThat(made).singleElement().asString().startsWith("Number " + (number + 1) + " is number " + number + " without what stood on paragraph 1; paragraph 2. Ground: Data about somebody else").doesNotContain("Peverell");
        var task = office.task(reference, CHECK);
        assertThatThrownBy(() -> office.completeAs("kent-officer", task, Map.of("disclosure", "confirm", "looked", "1"))).isInstanceOf(AnswersRefused.class).hasMessageContaining("a second person looks at it");
        office.as("kent-officer").giveBack(office.task(reference, CHECK));

        office.completeAs("kent-supervisor", office.task(reference, CHECK), Map.of("disclosure", "confirm", "looked", "1"));

        assertThat(copy().marking()).isEqualTo("complainant");
        assertThat(runtime.createVariableInstanceQuery().list()).noneMatch(variable -> String.valueOf(variable.getValue()).contains("Peverell"));
    }

    @ParameterizedTest
    @CsvSource({"serious-harm, Showing it would be likely to cause serious harm", "legal-privilege, Legal advice or proceedings", "section-32-3, Withheld by notice under section 32(3)", "other, Another ground"})
    void saysTheGroundOnWhichSomethingWasTakenOut(String ground, String says) {
        redact(Map.of("withholdingGround", ground));

        assertThat(office.chronology(reference, "Redacted copy made")).singleElement().asString().contains("Ground: " + says);
    }

    @Test
    void setsTheCopyAsideWhenItMayNotGoOut() {
        redact(Map.of());

        office.completeAs("kent-supervisor", office.task(reference, CHECK), Map.of("disclosure", "leave", "leftReason", "The number is left in it."));

        assertThat(copy().setAside()).isNotNull();
        assertThat(copy().marking()).isEqualTo(AttachmentView.NOT_YET);
    }

    @Test
    void keepsNothingOfWhatItRefuses() {
        assertThatThrownBy(() -> redact(Map.of("takenOut", "Somebody Else"))).isInstanceOf(AnswersRefused.class).hasMessageContaining("none of it is in this text");
        assertThatThrownBy(() -> redact(Map.of("attachmentNumber", 99))).hasMessageContaining("there is no such attachment that you can open");
        assertThatThrownBy(() -> redact(Map.of("areas", "page 1: 1, 2, 3, 4"))).hasMessageContaining("areas are taken out of PDFs");
        assertThatThrownBy(() -> redact(Map.of("caseReference", "KENT-1900-00001"))).hasMessageContaining("there is no case");

        assertThat(transaction.<List<AttachmentView>>execute(status -> attachments.all(reference))).hasSize(number);
        assertThat(tasks.createTaskQuery().taskName(CHECK).count()).isZero();
    }
}
