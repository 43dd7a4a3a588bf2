package org.redress.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.attachments.MadeFiles;
import org.redress.audit.ReadLog;
import org.redress.casefile.AttachmentKind;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Parties;
import org.redress.casefile.Part;
import org.redress.casefile.Registration;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything held about a person, or in a case for the Ombudsman, as one file with an index; what is about others is taken out, what is withheld is said (DAT-02, DAT-04, DAT-05, DAT-10). */
@ProductTest
class BundleTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

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
    private Parties parties;

    @Autowired
    private ReadLog readings;

    @Autowired
    private TransactionTemplate transaction;

    private String reference;

    @BeforeEach
    void aCaseHasPeopleAndFiles() {
        office.on(MON_2026_06_01);
        reference = casework.accepted("kent");
        transaction.executeWithoutResult(status -> {
            parties.add(reference, new Registration.Person("Petronella Zanderling", "affected"), Part.AFFECTED, MON_2026_06_01);
            parties.add(reference, new Registration.Person("Ernest Peverell", "witness"), Part.OTHER, MON_2026_06_01);
            cases.record(reference, "Telephone call", "Mr Peverell told us that Petronella Zanderling had moved.");
        });
        keep("for-her.txt", "complainant");
        keep("theirs.txt", "third-party");
        keep("notice.txt", "withheld");
    }

    private void keep(String name, String marking) {
        transaction.executeWithoutResult(status -> files.keep(reference, new MadeFiles.Made(name, AttachmentKind.EVIDENCE, null, marking, MON_2026_06_01, "kent-officer", "text/plain"),
                out -> out.write(("What " + name + " says.").getBytes(StandardCharsets.UTF_8))));
    }

    private int bundle(Map<String, Object> different) {
        var answers = new HashMap<String, Object>(Map.of("caseReference", reference, "made", "bundle", "withholdingGround", "third-party", "groundReason", "They have not agreed.", "forWhom", "complainant"));
        answers.putAll(different);
        office.as("kent-officer").start("disclosure", answers);
        return transaction.<List<AttachmentView>>execute(status -> attachments.all(reference)).stream().mapToInt(AttachmentView::number).max().orElseThrow();
    }

    /** The parts of a bundle by their names; of PDFs their text. */
    private Map<String, String> parts(int number) {
        return transaction.execute(status -> {
            var parts = new TreeMap<String, String>();
            try (var zip = new ZipInputStream(files.open(attachments.find(reference, number).orElseThrow()))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    var bytes = zip.readAllBytes();
                    parts.put(entry.getName(), entry.getName().endsWith(".pdf") ? text(bytes) : new String(bytes, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return parts;
        });
    }

    private static String text(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(new ByteArrayInputStream(pdf).readAllBytes())) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    @Test
    void givesAPersonWhatIsAboutThemAndSaysWhatIsNot() {
        var parts = parts(bundle(Map.of("heldAbout", "Petronella Zanderling", "heldIn", reference)));

        assertThat(parts.keySet()).containsExactlyInAnyOrder(reference + "/1-for-her.txt", reference + "/record.pdf", "index.pdf");
        assertThat(parts.get(reference + "/record.pdf")).contains("Petronella Zanderling had moved").contains("[taken out] told us").doesNotContain("Peverell");
        assertThat(parts.get("index.pdf")).contains("What is held about you").contains("for-her.txt").contains("section 32(3)").contains("data about somebody else").contains("more people of the case").doesNotContain("Peverell")
                .contains("Information Commissioner");
        transaction.executeWithoutResult(status -> {
            assertThat(readings.of(reference)).anyMatch(one -> one.who().equals("kent-officer"));
            assertThat(cases.chronology(reference)).anySatisfy(one -> assertThat(one.detail()).contains("is a bundle of 2 documents from 1 cases").contains("SHA-256").doesNotContain("Peverell").doesNotContain("Zanderling"));
        });
    }

    @Test
    void findsEveryCaseThatNamesThePerson() {
        var other = casework.accepted("kent");
        transaction.executeWithoutResult(status -> cases.record(other, "Telephone call", "Mrs ZANDERLING asked again."));
        var elsewhere = casework.accepted("leicestershire");
        transaction.executeWithoutResult(status -> cases.record(elsewhere, "Telephone call", "Mrs Zanderling asked there."));
        var request = casework.accepted("kent");

        office.as("kent-officer").start("disclosure", Map.of("caseReference", request, "made", "bundle", "withholdingGround", "third-party", "groundReason", "They have not agreed.", "forWhom", "complainant", "heldAbout", "Petronella Zanderling"));

        var detail = cases.chronology(request).stream().filter(one -> one.what().equals("Bundle made")).findFirst().orElseThrow().detail();
        assertThat(detail).contains("cases. ");
        String description = transaction.execute(status -> attachments.find(request, 1).orElseThrow().description());
        assertThat(description).contains(reference).contains(other).doesNotContain(elsewhere).doesNotContain(request);
    }

    @Test
    void givesTheOmbudsmanTheWholeCaseWithItsMarkings() {
        var parts = parts(bundle(Map.of("forWhom", "ombudsman")));

        assertThat(parts.keySet()).containsExactlyInAnyOrder(reference + "/1-for-her.txt", reference + "/2-theirs.txt", reference + "/record.pdf", "index.pdf");
        assertThat(parts.get(reference + "/record.pdf")).contains("Mr Peverell told us");
        assertThat(parts.get("index.pdf")).contains("third party").contains("section 32(3)").doesNotContain("notice.txt");
    }

    @Test
    void goesOutAfterASecondPersonHasLookedAtIt() {
        int number = bundle(Map.of("heldAbout", "Petronella Zanderling", "heldIn", reference));
        assertThatThrownBy(() -> office.completeAs("kent-officer", office.task(reference, "Check disclosure"), Map.of("disclosure", "confirm"))).isInstanceOf(AnswersRefused.class);
        office.as("kent-officer").giveBack(office.task(reference, "Check disclosure"));

        office.completeAs("kent-supervisor", office.task(reference, "Check disclosure"), Map.of("disclosure", "confirm"));

        String marking = transaction.execute(status -> attachments.find(reference, number).orElseThrow().marking());
        assertThat(marking).isEqualTo("complainant");
    }

    @Test
    void refusesCasesOfOthersAndABundleAboutNobody() {
        var elsewhere = casework.accepted("leicestershire");

        assertThatThrownBy(() -> bundle(Map.of("heldAbout", "Petronella Zanderling", "heldIn", elsewhere))).isInstanceOf(AnswersRefused.class).hasMessageContaining("there is no case " + elsewhere + " here");
        assertThatThrownBy(() -> bundle(Map.of())).hasMessageContaining("write the name of the person");
        assertThatThrownBy(() -> bundle(Map.of("heldAbout", "Nobody Whoisnowhere"))).hasMessageContaining("no case that you may read names this person");
    }
}
