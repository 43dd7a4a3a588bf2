package org.redress.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.redress.attachments.MadeFiles;
import org.redress.casefile.AttachmentKind;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.documents.Block;
import org.redress.documents.Document;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.redress.testing.SentLetters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What of the record is in a letter, and that each letter is kept as it was sent. */
@ProductTest
class LettersTests {
    private static final LocalDate WED_2026_04_15 = LocalDate.of(2026, 4, 15);

    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private CaseFiles cases;
    @Autowired private CaseAttachments attachments;
    @Autowired private MadeFiles files;
    @Autowired private LetterDocuments letters;
    @Autowired private KeepSentLetters keeping;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private SentLetters sent;

    @Test
    void keepsALetterAsItWasSent() throws IOException {
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        var id = cases.lettersById(reference).entrySet().stream().filter(one -> one.getValue().kind().equals("response")).findFirst().orElseThrow();
        var letter = id.getValue();

        // once more, it is there to the byte
        transaction.executeWithoutResult(status -> keeping.sent(cases.get(reference), id.getKey(), letter));

        var kept = attachments.all(reference).stream().filter(file -> id.getKey().equals(file.letter())).toList();
        assertThat(kept).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(AttachmentKind.SENT);
            assertThat(one.letter()).isEqualTo(id.getKey());
            assertThat(one.type()).isEqualTo("application/pdf");
            assertThat(one.marking()).isEqualTo("complainant");
        });
        var one = kept.get(0);
        assertThat(cases.chronology(reference)).filteredOn(line -> line.what().equals("Letter kept as it was sent") && String.valueOf(line.detail()).startsWith("Attachment " + one.number() + ",")).singleElement()
                .satisfies(line -> assertThat(line.detail()).contains(one.sha256(), "Attachment " + one.number()));
        assertThat(text(bytes(one.id()))).contains(letter.to(), letter.text().lines().findFirst().orElseThrow(), "Our decisions", "Your complaint as we understand it", "What we will do", reference);
        assertThat(Documents.write(Documents.of(files.source(one.id()).orElseThrow()), Format.PDF)).isEqualTo(bytes(one.id()));
    }

    @Test
    void proposesWhatTheRecordHas() {
        var reference = casework.accepted("kent");
        casework.answerIssues(reference, "kent-manager");

        var proposed = letters.proposal(cases.get(reference), new LetterView(1, "response", "", "", null, WED_2026_04_15, null)).orElseThrow();

        assertThat(proposed).contains("Issue 1", "We have decided");
        var issue = cases.issues(reference).get(0);
        assertThat(proposed).contains(issue.text(), issue.answers().get(0).reasons());
        // what was proposed as a heading is one in the letter
        assertThat(letters.documents(cases.get(reference), new LetterView(1, "response", "Ms A", proposed, null, WED_2026_04_15, null), null).get(0).blocks())
                .contains(new Block.Heading(1, "Issue 1"));
    }

    @Test
    void greetsByTitleAndSurnameAndLeavesOutARemedyThatIsNone() {
        var reference = casework.accepted("kent", Map.of("complainant", "Ms Priya Raman", "otherPeople", "Joe Quill – joint complainant", "outcomeWanted", "None"), Map.of());
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.complete(office.taskOfIssue(reference, "Answer issue", 1), Answers.issue(Map.of("finding", "not-upheld", "remedy", "None.")));
        office.complete(office.taskOfIssue(reference, "Answer issue", 2), Answers.issue(Map.of("remedy", "Nothing is needed: the bin was emptied the day after.")));

        var proposed = letters.proposal(cases.get(reference), response(1)).orElseThrow();
        var acknowledged = text(letters.documents(cases.get(reference), sent.last(reference, "acknowledgement"), null));

        assertThat(proposed).contains("What follows from this: Nothing is needed: the bin was emptied the day after.").doesNotContain("None");
        assertThat(acknowledged).contains("Dear Ms Raman and Joe Quill", "Ms Priya Raman and Joe Quill").doesNotContain("What you want to happen");
    }

    @Test
    void saysHowToGoOnAsTheProcedureHasIt() {
        var reference = casework.accepted("kent");
        var file = cases.get(reference);

        var first = text(letters.documents(file, response(1), null));
        var last = text(letters.documents(file, response(2), null));

        assertThat(List.of(first, last)).anySatisfy(text -> assertThat(text).contains("Ombudsman", "0300 061 0614"));
        assertThat(first).contains("Issue").doesNotContain("{{", "null");
    }

    private static LetterView response(int stage) {
        return new LetterView(stage, "response", "Ms A", "Words of ours.\n\n<b>Not bold</b>", "letter", WED_2026_04_15, null);
    }

    private static String text(List<Document> documents) {
        return String.join("\n", documents.stream().map(Documents::text).toList());
    }

    private byte[] bytes(long attachment) {
        var pieces = jdbc.query("select content from attachment_piece where attachment_id = ? order by position", (row, number) -> row.getBytes(1), attachment);
        var all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
