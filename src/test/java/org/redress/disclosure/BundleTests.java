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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.attachments.AttachmentRefused;
import org.redress.attachments.Attachments;
import org.redress.attachments.Files;
import org.redress.attachments.Listed;
import org.redress.attachments.MadeFiles;
import org.redress.audit.ReadLog;
import org.redress.casefile.AttachmentKind;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.EvidenceRegister;
import org.redress.casefile.Happening.Given;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.casefile.Part;
import org.redress.casefile.Registration;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private Attachments readable;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Parties parties;

    @Autowired
    private EvidenceRegister evidence;

    @Autowired
    private ReadLog readings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Bundles bundles;

    private String reference;

    @BeforeEach
    void aCaseHasPeopleAndFiles() {
        office.on(MON_2026_06_01);
        reference = casework.accepted("kent", Map.of("complainant", "Petronella Zanderling"), Map.of());
        transaction.executeWithoutResult(status -> {
            parties.add(reference, new Registration.Person("Ernest Peverell", "witness"), Part.OTHER, MON_2026_06_01);
            cases.record(reference, "Telephone call", "Mr Peverell told us that Petronella Zanderling had moved.");
        });
        keep("for-her.txt", "complainant");
        keep("theirs.txt", "third-party");
        keep("notice.txt", "withheld");
    }

    /** Some of them may not be for whoever asks, and then the others are not all that is held. */
    @Test
    void findsEveryCaseThatNamesSomebodyAlsoWhereThereAreMoreThanGoIntoOne() {
        var columns = String.join(", ", database.sql("select column_name from information_schema.columns where lower(table_name) = 'complaint' and lower(column_name) not in ('id', 'reference')").query(String.class).list());
        transaction.executeWithoutResult(status -> {
            for (int number = 0; number <= Bundles.MOST_CASES + 1; number++) {
                database.sql("insert into complaint (id, reference, " + columns + ") select id - 1000000 - :number, 'MANY-' || :number, " + columns + " from complaint where reference = :reference")
                        .param("number", number).param("reference", reference).update();
            }
            database.sql("update complaint set complained_of = 'It was Mrs Quornbeck.' where reference like 'MANY-%'").update();

            assertThat(bundles.naming("kent", List.of("Mrs Quornbeck"))).hasSize(Bundles.MOST_CASES + 2);

            status.setRollbackOnly();
        });
    }

    private void keep(String name, String marking) {
        keep(name, marking, "text/plain", ("What " + name + " says.").getBytes(StandardCharsets.UTF_8));
    }

    private int keep(String name, String marking, String type, byte[] content) {
        return transaction.execute(status -> files.keep(reference, new MadeFiles.Made(name, AttachmentKind.EVIDENCE, null, marking, MON_2026_06_01, "kent-officer", type), out -> out.write(content))).number();
    }

    private void sent(String kind, String to, String text, String marking) {
        transaction.executeWithoutResult(status -> {
            cases.send(reference, new LetterView(0, kind, to, text, "email", MON_2026_06_01, null, marking));
            long id = cases.lettersById(reference).entrySet().stream().filter(one -> one.getValue().text().equals(text)).findFirst().orElseThrow().getKey();
            files.keepSent(reference, kind + ".txt", "complainant", MON_2026_06_01, id, text.getBytes(StandardCharsets.UTF_8), "{}");
        });
    }

    private AttachmentView attachment(int number) {
        return transaction.execute(status -> attachments.find(reference, number).orElseThrow());
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

        assertThat(parts.keySet()).containsExactlyInAnyOrder(reference + "/1-Acknowledgement of 1 June 2026.pdf", reference + "/2-for-her.txt", reference + "/record.pdf", "index.pdf");
        assertThat(parts.get(reference + "/record.pdf")).contains("Petronella Zanderling had moved").contains("[taken out] told us").doesNotContain("Peverell")
                .as("how people are reached").doesNotContain("Who complains");
        assertThat(parts.get("index.pdf")).contains("What is held about you").contains("her.txt").contains("section 32(3)").contains("data about somebody else").contains("more people of the case").doesNotContain("Peverell")
                .contains("Information Commissioner");
        transaction.executeWithoutResult(status -> {
            assertThat(readings.of(reference)).anyMatch(one -> one.who().equals("kent-officer"));
            assertThat(cases.chronology(reference)).anySatisfy(one -> assertThat(one.detail()).contains("is a bundle of 3 documents from 1 case.").contains("SHA-256").doesNotContain("Peverell").doesNotContain("Zanderling"));
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
        String description = transaction.execute(status -> attachments.all(request).stream().reduce((earlier, later) -> later).orElseThrow().description());
        assertThat(description).contains(reference).contains(other).doesNotContain(elsewhere).doesNotContain(request);
    }

    @Test
    void holdsALetterThatReachedThemBeforeItWasGivenBackAndNoneOfOthers() {
        transaction.executeWithoutResult(status -> {
            files.keepGivenBack(reference, "Response, given back.pdf", AttachmentView.onlyFor(List.of(1)), MON_2026_06_01, Files.pdf("to her"), "");
            files.keepGivenBack(reference, "Another, given back.pdf", AttachmentView.onlyFor(List.of(2)), MON_2026_06_01, Files.pdf("to him"), "");
        });

        assertThat(parts(bundle(Map.of("heldAbout", "Petronella Zanderling", "heldIn", reference))).keySet()).contains(reference + "/5-Response, given back.pdf").noneMatch(name -> name.contains("Another"));
    }

    @Test
    void givesTheOmbudsmanTheWholeCaseWithItsMarkings() {
        var parts = parts(bundle(Map.of("forWhom", "ombudsman")));

        assertThat(parts.keySet()).containsExactlyInAnyOrder(reference + "/1-Acknowledgement of 1 June 2026.pdf", reference + "/2-for-her.txt", reference + "/3-theirs.txt", reference + "/record.pdf", "index.pdf");
        assertThat(parts.get(reference + "/record.pdf")).contains("Mr Peverell told us");
        assertThat(parts.get("index.pdf")).contains("third party").contains("section 32(3)").doesNotContain("notice.txt");
    }

    @Test
    void goesOutAfterASecondPersonHasLookedAtIt() {
        int number = bundle(Map.of("heldAbout", "Petronella Zanderling", "heldIn", reference));
        assertThatThrownBy(() -> office.completeAs("kent-officer", office.task(reference, "Check disclosure"), Map.of("disclosure", "confirm", "looked", "1"))).isInstanceOf(AnswersRefused.class);
        office.as("kent-officer").giveBack(office.task(reference, "Check disclosure"));

        var task = office.task(reference, "Check disclosure");
        assertThatThrownBy(() -> office.completeAs("kent-supervisor", task, Map.of("disclosure", "confirm", "looked", "1"))).isInstanceOf(AnswersRefused.class).hasMessageContaining("not read yet: 2, 3");
        office.as("kent-supervisor").giveBack(office.task(reference, "Check disclosure"));
        office.completeAs("kent-supervisor", office.task(reference, "Check disclosure"), Map.of("disclosure", "confirm", "looked", allOf(number)));

        assertThat(attachment(number).marking()).isEqualTo("complainant");
        assertThat(cases.chronology(reference)).anySatisfy(one -> assertThat(one.detail()).contains("Number " + number + " may go out, to: the complainant. Read, each by itself: 1, 2, 3"));
    }

    @Test
    void isOpenedByThoseAloneWhoReadAllOfIt() {
        int number = bundle(Map.of("heldAbout", "Petronella Zanderling", "heldIn", reference));
        casework.answerIssues(reference, "kent-manager");

        assertThat(attachment(number).marking()).isEqualTo("third-party");
        opensNotAManager(number);
        office.completeAs("kent-supervisor", office.task(reference, "Check disclosure"), Map.of("disclosure", "confirm", "looked", allOf(number)));
        opensNotAManager(number);
        office.as("kent-supervisor");
        assertThat(readable.of(reference).attachments()).extracting(Listed::number).contains(number);
        assertThatThrownBy(() -> readable.mark(reference, number, "both", null)).isInstanceOf(AttachmentRefused.class).hasMessageContaining("stays with those");
    }

    /** The numbers of all that is to be read of it. */
    private String allOf(int number) {
        long things = toRead(number).lines().count();
        return IntStream.rangeClosed(1, (int) things).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    }

    private String toRead(int number) {
        return transaction.execute(status -> files.source(attachments.find(reference, number).orElseThrow().id()).orElse(""));
    }

    /** A person's record is read in parts; what tells of somebody without a name is in free words. */
    @Test
    void listsEachThingThatASecondPersonReads() {
        sent("response", "Petronella Zanderling", "We are sorry, dear Petronella.", null);

        assertThat(toRead(bundle(Map.of("heldAbout", "Petronella Zanderling", "heldIn", reference))).lines()).contains(reference + "/record.pdf: the complaint and what they want",
                reference + "/record.pdf: issues and answers", reference + "/record.pdf: letter: response of Mon 1 Jun 2026", reference + "/record.pdf: what happened, with the answers in forms").anyMatch(item -> item.matches(reference + "/\\d+-for-her.txt"));
        assertThat(toRead(bundle(Map.of("forWhom", "ombudsman"))).lines()).containsOnlyOnce(reference + "/record.pdf").anyMatch(item -> item.matches(reference + "/\\d+-theirs.txt"));
    }

    @Test
    void holdsTheRegisterOfEvidenceAndWhoLooked() {
        transaction.executeWithoutResult(status -> {
            evidence.enter(reference, "Letter of the landlord", "Petronella Zanderling", "complainant", MON_2026_06_01);
            evidence.enter(reference, "Notes of Mr Peverell", "council", "both", MON_2026_06_01);
            evidence.enter(reference, "The quillfeather minutes", "council", "withheld", MON_2026_06_01);
        });

        var hers = parts(bundle(Map.of("heldAbout", "Petronella Zanderling", "heldIn", reference)));
        assertThat(hers.get(reference + "/record.pdf")).contains("Letter of the landlord", "Notes of [taken out]", "Who opened it").doesNotContain("quillfeather").doesNotContain("Peverell");
        assertThat(hers.get("index.pdf")).contains("1 row of the register of evidence");
        var theirs = parts(bundle(Map.of("forWhom", "ombudsman")));
        assertThat(theirs.get(reference + "/record.pdf")).contains("Letter of the landlord", "Notes of Mr Peverell").doesNotContain("quillfeather");
    }

    private void opensNotAManager(int number) {
        office.as("kent-manager");
        assertThat(readable.of(reference).attachments()).extracting(Listed::number).contains(1).doesNotContain(number);
        assertThatThrownBy(() -> readable.open(reference, number, false, false)).isInstanceOf(AttachmentRefused.class);
        office.signOut();
    }

    @Test
    void leavesTheOmbudsmansDraftsAndNoticesOutAndSaysSo() {
        sent("draft-decision", "Petronella Zanderling", "The quillfeather draft finds fault.", LetterView.DRAFT_CONFIDENTIAL);
        sent("draft-comments", "Ombudsman", "On the quillfeather draft we say nothing.", null);
        sent("section-32-3-notice", "Ombudsman", "The quillfeather minutes of the panel.", null);
        transaction.executeWithoutResult(status -> cases.record(reference, MON_2026_06_01, "kent-officer", "Enquiry answered", null, List.of(new Given("reply-to-enquiry", "withheld", "Which documents", "The quillfeather minutes of the panel."),
                new Given("comment-on-draft", "comments", "Comments", "The quillfeather draft is wrong."), new Given("reply-to-enquiry", "letterText", "Reply", "Here is our reply."))));

        for (var asked : List.of(Map.<String, Object>of("forWhom", "ombudsman"), Map.<String, Object>of("heldAbout", "Petronella Zanderling", "heldIn", reference))) {
            var parts = parts(bundle(asked));
            assertThat(parts.toString()).contains("Here is our reply").doesNotContain("quillfeather");
            assertThat(parts.get("index.pdf")).contains("Letter: draft decision").contains("LGS-14").contains("Letter: section 32 3 notice").contains("it goes on paper").contains("answers in forms");
        }
    }

    @Test
    void withholdsLettersAndFilesOfACaseInWhichOthersComplainToo() {
        sent("response", "Petronella Zanderling", "We are sorry, dear Petronella.", null);
        sent("report", "Ernest Peverell", "To the other home at 4 Larkspur Row.", null);
        var alone = parts(bundle(Map.of("heldAbout", "Petronella Zanderling", "heldIn", reference)));
        assertThat(alone.get(reference + "/record.pdf")).contains("dear Petronella").doesNotContain("Larkspur");
        assertThat(alone.keySet()).anyMatch(name -> name.endsWith("response.txt")).noneMatch(name -> name.endsWith("report.txt"));
        assertThat(alone.get("index.pdf")).contains("a letter to somebody else");

        transaction.executeWithoutResult(status -> {
            parties.add(reference, new Registration.Person("Hubert Zanderling", "joint complainant"), Part.JOINT_COMPLAINANT, MON_2026_06_01);
            cases.record(reference, MON_2026_06_01, "kent-officer", "Letter written", null, List.of(new Given("acknowledge", "understanding", "What we understood", "We are sorry, dear Petronella."),
                    new Given("draft-response", "responseText", "Response", "Or are we, dear Petronella?")));
        });
        var joint = parts(bundle(Map.of("heldAbout", "Petronella Zanderling", "heldIn", reference)));

        assertThat(joint.keySet()).containsExactlyInAnyOrder(reference + "/record.pdf", "index.pdf");
        assertThat(joint.get(reference + "/record.pdf")).contains("Petronella Zanderling").doesNotContain("dear Petronella").doesNotContain("Hubert");
        assertThat(joint.get("index.pdf")).contains("it may tell of them").contains("redacted copy");
    }

    @Test
    void leavesAnswersOutThatSayHowPeopleAreReached() {
        transaction.executeWithoutResult(status -> cases.record(reference, MON_2026_06_01, "kent-officer", "People changed", null, List.of(new Given("people-change", "contact", "How to reach them", "4 Larkspur Row"),
                new Given("contact-restriction", "terms", "Terms", "Write to 4 Larkspur Row"), new Given("complaint-received", "otherPeople", "Other people in the matter", "4 Larkspur Row"))));

        var parts = parts(bundle(Map.of("heldAbout", "Petronella Zanderling", "heldIn", reference)));

        assertThat(parts.toString()).doesNotContain("Larkspur");
        assertThat(parts.get("index.pdf")).contains("how people are reached");
        assertThat(parts(bundle(Map.of("forWhom", "ombudsman"))).get(reference + "/record.pdf")).contains("Larkspur");
    }

    @Test
    void takesATitleAndASurnameForSomebodyElse() {
        assertThat(List.of("Sarah Smith", "Ms Sarah Smith", "Smith, Sarah", "Sarah A. Smith", "SARAH SMITH")).allMatch(NameList.toTakeOut(List.of("Sarah Smith"))::isName);
        assertThat(List.of("Mr Smith", "Mrs Smith", "S. Smith", "Sarah", "a friend of Sarah Smith", "Sarah Smith and John Smith", "Sarah Jane Smith")).noneMatch(NameList.toTakeOut(List.of("Sarah Smith"))::isName);
        assertThat(NameList.toTakeOut(List.of("Sarah Smith; Mrs Smith")).isName("Mrs Smith")).isTrue();
        transaction.executeWithoutResult(status -> {
            parties.add(reference, new Registration.Person("Mr Zanderling", "neighbour"), Part.OTHER, MON_2026_06_01);
            cases.record(reference, "Telephone call", "Mr Zanderling shouted.");
        });

        var parts = parts(bundle(Map.of("heldAbout", "Petronella Zanderling", "heldIn", reference)));

        assertThat(parts.get(reference + "/record.pdf")).contains("Petronella Zanderling").contains("[taken out] shouted").doesNotContain("Mr Zanderling");
    }

    @Test
    void givesThePictureThatIsShared() {
        int picture = keep("photo.jpg", "complainant", "image/jpeg", Files.photograph(24));
        transaction.executeWithoutResult(status -> attachments.mark(reference, picture, "complainant", true));

        var parts = parts(bundle(Map.of("heldAbout", "Petronella Zanderling", "heldIn", reference)));

        assertThat(parts).hasEntrySatisfying(reference + "/" + picture + "-photo.jpg", bytes -> assertThat(bytes).isNotEmpty().doesNotContain("Quaggacam"));
        assertThat(parts.get("index.pdf").replace(" ", "")).doesNotContain(attachment(picture).sha256());
    }

    @Test
    void neverHoldsAnEarlierBundle() {
        bundle(Map.of("forWhom", "ombudsman"));

        var parts = parts(bundle(Map.of("forWhom", "ombudsman")));

        assertThat(parts.keySet()).noneMatch(name -> name.endsWith(".zip"));
        assertThat(parts.get("index.pdf")).contains("it is an earlier bundle");
    }

    @Test
    void keepsNothingOfARestrictedCaseInAnother() {
        var restricted = casework.accepted("kent", Map.of("complainant", "Wilhelmina Brackwater"), Map.of());
        office.as("kent-supervisor").start("case-restriction", Map.of("caseReference", restricted, "restriction", "restrict", "reason", "It is about a colleague.", "readers", "kent-officer"));

        assertThatThrownBy(() -> bundle(Map.of("heldAbout", "Wilhelmina Brackwater", "heldIn", restricted))).isInstanceOf(AnswersRefused.class).hasMessageContaining(restricted + " is restricted");
        assertThatThrownBy(() -> bundle(Map.of("heldAbout", "Wilhelmina Brackwater"))).as("found by the name").isInstanceOf(AnswersRefused.class).hasMessageContaining(restricted + " is restricted");
        assertThatThrownBy(() -> bundle(Map.of("forWhom", "ombudsman", "heldIn", restricted))).isInstanceOf(AnswersRefused.class).hasMessageContaining(restricted + " is restricted");
        office.as("kent-officer").start("disclosure", Map.of("caseReference", restricted, "made", "bundle", "withholdingGround", "third-party", "groundReason", "They have not agreed.", "forWhom", "complainant", "heldAbout", "Wilhelmina Brackwater",
                "heldIn", restricted));
        assertThat(office.chronology(restricted, "Bundle made")).hasSize(1);
    }

    @Test
    void refusesCasesOfOthersAndABundleAboutNobody() {
        var elsewhere = casework.accepted("leicestershire");

        assertThatThrownBy(() -> bundle(Map.of("heldAbout", "Wilhelmina Brackwater", "heldIn", elsewhere))).isInstanceOf(AnswersRefused.class).hasMessageContaining("there is no case " + elsewhere + " here");
        assertThatThrownBy(() -> bundle(Map.of())).hasMessageContaining("write the name of the person");
        assertThatThrownBy(() -> bundle(Map.of("heldAbout", "Nobody Whoisnowhere"))).hasMessageContaining("no case that you may read names this person");
    }
}
