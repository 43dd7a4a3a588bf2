package org.redress.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** What is taken out of a text or a Word document is gone from the file, whatever part of it held it (DAT-02). */
class TextRedactionTests {
    private static final NameList QUILL = NameList.toTakeOut(List.of("Sarah Quillfeather; Sally", "12 High Street"));
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @Test
    void takesOutEverySpellingAndSaysInWhichParagraph() {
        var redaction = new TextRedaction(QUILL);

        assertThat(redaction.next("Mrs Quillfeather’s house, 12, High Street; S. Quillfeather and Sally Quillfeather.")).isEqualTo("[taken out]’s house, [taken out]; [taken out] and [taken out].");
        assertThat(redaction.next("Nobody.")).isEqualTo("Nobody.");
        assertThat(redaction.next("the Quillfeathers")).isEqualTo("the [taken out]");
        assertThat(redaction.places()).containsExactly(new TakenOut.Place(1, "paragraph 1, 4 times"), new TakenOut.Place(3, "paragraph 3"));
    }

    @Test
    void takesOutWhatMayBeAWordToo() {
        assertThat(new TextRedaction(NameList.toTakeOut(List.of("Grace Young"))).next("Grace came; Young went; a young man.")).isEqualTo("[taken out] came; [taken out] went; a young man.");
    }

    @Test
    void leavesNothingOfItAnywhereInAWordDocument() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var docx = new XWPFDocument()) {
            var parted = docx.createParagraph();
            parted.createRun().setText("Mrs Quill");
            parted.createRun().setText("feather came, and Tobias.");
            docx.createTable(1, 2).getRow(0).getCell(0).setText("Sally");
            docx.createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT).createParagraph().createRun().setText("Re Quillfeather");
            docx.getProperties().getCoreProperties().setCreator("Sarah Quillfeather");
            docx.createComments().createComment(BigInteger.ONE).createParagraph().createRun().setText("Quillfeather again");
            var deleted = docx.createParagraph().getCTP().addNewDel();
            deleted.setAuthor("Quillfeather");
            deleted.addNewR().addNewDelText().setStringValue("Quillfeather before");
            docx.write(file);
        }
        assertThat(everything(file.toByteArray())).contains("Quillfeather before");

        var copy = new ByteArrayOutputStream();
        var taken = DocxRedaction.write(new ByteArrayInputStream(file.toByteArray()), QUILL, MON_2026_06_01, copy);

        assertThat(everything(copy.toByteArray())).doesNotContainIgnoringCase("quill").doesNotContain("Sally").contains("came, and Tobias.");
        assertThat(taken.numbers()).isEqualTo("1, 2, 3");
    }

    @Test
    void refusesWhatIsNoWordDocument() {
        assertThatThrownBy(() -> DocxRedaction.write(new ByteArrayInputStream("PK no".getBytes(StandardCharsets.UTF_8)), QUILL, MON_2026_06_01, new ByteArrayOutputStream()))
                .isInstanceOf(CannotBeRedacted.class).hasMessageContaining("broken");
    }

    private static String everything(byte[] docx) throws IOException {
        var all = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString().replaceAll("<[^>]*>", "");
    }
}
