package org.redress.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A document in each of its forms, read back as those who get it read it. */
class DocumentsTests {
    private static final LocalDate FRI_2021_05_21 = LocalDate.of(2021, 5, 21);
    private static final String TYPED = "<script>alert(1)</script> & <img src=\"http://example.org/a.png\"> {{code}} &pound; ]]>";
    private static final String ABROAD = "Siân Ŵyn, Łukasz Żółć, “£100–€120” … Zoë’s";

    @Test
    void isALetterWithEveryWordReadBack() throws IOException {
        var letter = letter();

        try (var pdf = Loader.loadPDF(Documents.write(letter, Format.PDF))) {
            var text = text(pdf);

            assertThat(text).contains("Kent County Council", "Ms A Complainant", "Your complaint", "What we found", ABROAD, TYPED.substring(0, 25), "Page 1 of " + pdf.getNumberOfPages(),
                    "Confidential draft", "KENT-2026-00001", "The service, the fault, the words");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Your complaint");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle()).isEqualTo("Your complaint");
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().getFirstChild().getFirstChild().getTitle()).isEqualTo("What we found");
        }
    }

    @Test
    void isPrintedLargeOnNumberedPages() throws IOException {
        try (var small = Loader.loadPDF(Documents.write(letter(), Format.PDF)); var large = Loader.loadPDF(Documents.write(letter(), Format.LARGE_PRINT))) {
            assertThat(large.getNumberOfPages()).isGreaterThan(small.getNumberOfPages());
            assertThat(text(large)).contains("Page 1 of " + large.getNumberOfPages(), "What we found", "KENT-2026-00001");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PDF", "LARGE_PRINT"})
    void isAccessible(Format format) throws Exception {
        assertThat(Accessible.faults(Documents.write(letter(), format))).isEmpty();
        assertThat(Accessible.faults(Documents.write(Document.titled("Nothing in it", "Kent County Council", FRI_2021_05_21).end(), format))).isEmpty();
    }

    /** Otherwise the test above would prove nothing. */
    @Test
    void knowsAPageThatIsNotAccessible() throws Exception {
        try (var untagged = new PDDocument(); var written = new ByteArrayOutputStream()) {
            untagged.addPage(new PDPage());
            untagged.save(written);

            assertThat(Accessible.faults(written.toByteArray())).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasTheSameBytesEachTimeItIsWritten(Format format) {
        assertThat(Documents.write(letter(), format)).isEqualTo(Documents.write(letter(), format)).isNotEqualTo(Documents.write(letter().marked(null), format));
    }

    /** Nobody's text vanishes, breaks the page or turns what follows. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "A\u202Ecod.exe | A[U+202E]cod.exe",
        "the\u0007bell | the[U+0007]bell",
        "soft\u00ADhyphen | softhyphen",
        "e\u0301 | é",
        "good \uD83D\uDE00 | good [grinning face, U+1F600]",
        "\u0421\u0430\u0448\u0430 | \u0421\u0430\u0448\u0430",
        "\u0645\u062D\u0645\u062F | [4 letters of Arabic script]",
        "\u05E9\u05DC\u05D5\u05DD! | [4 letters of Hebrew script]!",
        "half \uD83D | half [U+D83D]",
        "two\u2028lines | two / lines"})
    void showsWhatCannotBeShown(String typed, String shown) throws IOException {
        var document = Document.titled("Signs", "Kent County Council", FRI_2021_05_21).paragraph(typed).end();

        try (var pdf = Loader.loadPDF(Documents.write(document, Format.PDF))) {
            assertThat(text(pdf).replace("\n", " / ")).contains(shown);
        }
        assertThat(Documents.notDrawn(typed).isEmpty()).isEqualTo(!shown.contains("["));
    }

    @Test
    void isADocumentThatWordProcessorsKnow() throws Exception {
        try (var word = new XWPFDocument(new ByteArrayInputStream(Documents.write(letter(), Format.DOCX)))) {
            assertThat(word.getParagraphs()).filteredOn(paragraph -> "Heading1".equals(paragraph.getStyle())).extracting(paragraph -> paragraph.getText()).containsExactly("Your complaint");
            assertThat(word.getParagraphs()).filteredOn(paragraph -> "Heading2".equals(paragraph.getStyle())).extracting(paragraph -> paragraph.getText()).contains("What we found");
            assertThat(word.getParagraphs()).filteredOn(paragraph -> paragraph.getNumID() != null).hasSize(5);
            assertThat(word.getParagraphs()).extracting(paragraph -> paragraph.getText()).contains(TYPED, ABROAD);
            assertThat(word.getTables()).hasSize(1).allSatisfy(table -> assertThat(table.getRow(0).isRepeatHeader()).isTrue());
            assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo("Your complaint");
            assertThat(word.getStyle().toString()).contains("en-GB");
            assertThat(word.getHeaderList().get(0).getText()).contains("Confidential draft");
        }
    }

    @Test
    void isPlainTextWithShortLines() {
        var text = Documents.text(letter());

        assertThat(text.lines().filter(line -> line.contains(" "))).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(72));
        assertThat(text).contains("Your complaint\n--------------", "- first", "1. one", ABROAD).startsWith("Confidential draft\n\nKent County Council");
        assertThat(text).contains("What: The service, the fault, the words\nBy when: 4 June 2021");
    }

    @Test
    void refusesWhatIsNoDocument() {
        assertThatThrownBy(() -> Document.titled(" ", "Kent County Council", FRI_2021_05_21).end()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Block.Heading(4, "Too deep")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Block.Table("A", List.of("one", "two"), List.of(List.of("1")))).hasMessageContaining("one cell for each of its 2 columns");
    }

    private static Document letter() {
        var words = String.join(" ", Collections.nCopies(60, "We looked at what happened, at what should have happened, and at what followed from it."));
        return Document.titled("Your complaint", "Kent County Council", FRI_2021_05_21).marked("Confidential draft").reference("KENT-2026-00001")
                .with(new Block.Addressee(List.of("Ms A Complainant", "1 Test Street", "Testtown", "TE1 1ST")))
                .paragraph("21 May 2021").paragraph("Dear Ms Complainant").with(new Block.Title()).paragraph(TYPED).paragraph(ABROAD).paragraph("w".repeat(300))
                .heading(1, "What we found").paragraph(words).bullets(List.of("first", "second", "third")).numbered(List.of("one", "two"))
                .heading(3, "What we will do")
                .table("What we will do", List.of("What", "By when"), List.of(List.of("The service, the fault, the words", "4 June 2021"), List.of("Pay £250", "18 June 2021")))
                .with(new Block.PageBreak()).heading(1, "How to go on").paragraph(words).end();
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }
}
