package org.redress.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Text out of files from outside, and a sentence for whatever is wrong with them; the files are made here and do no harm to anything. */
class TextOfFileTests {
    private static final Limits SMALL = new Limits(200_000, 5, 20_000, 20, 2, 20, 20, 256);
    private static final List<String> DECISION = List.of("Ferndale Council (22 001 001)", "Decision : Upheld", "Decision date : 03 Apr 2023", "Agreed action", "1. Within one month of my decision the Council will apologise to Mr X.");

    @Test
    void readsTheTextOfAPdf() throws IOException {
        assertThat(text(pdf(1, DECISION), "decision.pdf")).contains("Ferndale Council (22 001 001)", "the Council will apologise to Mr X.");
        assertThat(DecisionReader.read(text(pdf(1, DECISION), "decision.pdf")).actions()).extracting(ReadAction::kind).containsExactly("apology");
    }

    @Test
    void readsAWordDocumentWithItsTables() throws IOException {
        var read = text(docx(), "decision.docx");

        assertThat(read).contains("Ferndale Council (22 001 001)", "Apologise to Mr X | Within 4 weeks of this decision");
        assertThat(DecisionReader.read(read).actions()).extracting(ReadAction::kind).containsExactly("apology");
    }

    @Test
    void readsAnEmailAndWhatIsAttachedToIt() throws IOException {
        var read = TextOfFile.of(mail(pdf(1, DECISION), "decision.pdf", "application/pdf"), "letter.eml", SMALL);

        assertThat(read.parts()).extracting(Extracted.Part::name).containsExactly("letter.eml", "decision.pdf");
        assertThat(ReadFile.of(read).name()).isEqualTo("decision.pdf");
        assertThat(ReadFile.of(read).decision().references()).extracting(Found::value).containsExactly("22 001 001");
    }

    @Test
    void readsASavedPage() {
        var page = "<html><head><script>var x = 'no';</script></head><body><h1>Ferndale Council (22 001 001)</h1><h2>Agreed action</h2><ol><li>Within one month the Council will:<ul><li>apologise to Mr&nbsp;X; and</li>"
                + "<li>pay him £100.</li></ul></li></ol></body></html>";
        var read = text(page.getBytes(UTF_8), "page.html");

        assertThat(read).doesNotContain("var x");
        assertThat(DecisionReader.read(read).actions()).extracting(ReadAction::kind).containsExactly("apology", "payment");
    }

    @Test
    void readsTextInTheCodesThatWindowsWrites() {
        assertThat(text("It will pay \u00a3100.".getBytes(java.nio.charset.Charset.forName("windows-1252")), "a.txt")).isEqualTo("It will pay £100.");
    }

    @Test
    void saysThatAScanHasNoText() throws IOException {
        refuses(pdf(1, List.of()), "scan.pdf", "There is no text in it; it may be a picture of a page. Type what it says.");
    }

    @Test
    void saysThatAPasswordIsNeeded() throws IOException {
        refuses(locked(), "locked.pdf", "It is protected with a password. Ask for it without one, or type what it says.");
    }

    @Test
    void saysThatAFileIsDamaged() throws IOException {
        var whole = docx();
        refuses(java.util.Arrays.copyOf(whole, whole.length / 2), "half.docx", "It is damaged, or not what its name says. Ask for it again, or type what it says.");
        refuses("%PDF-1.7 and nothing else".getBytes(UTF_8), "none.pdf", "It is damaged, or not what its name says. Ask for it again, or type what it says.");
    }

    @Test
    void saysThatAKindOfFileIsNotRead() {
        refuses(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, "photo.png", "It is a picture. Type what it says.");
        refuses(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0}, "old.doc", "Word files of the old kind are not read. Save it as .docx, or paste what it says.");
    }

    @Test
    void endsAtEachLimitWithASentence() throws IOException {
        refuses(pdf(6, List.of("A page.")), "long.pdf", "It has more than 5 pages. Paste the part that is needed.");
        refuses("word ".repeat(5000).getBytes(UTF_8), "long.txt", "It has more than 20000 characters. Paste the part that is needed.");
        refuses(new byte[200_001], "large.bin", "It is larger than 0 MB. Type or paste what it says.");
        refuses(parts(21), "many.eml", "It has more than 20 parts. Save the one that is needed by itself.");
        refuses(unfolding(), "unfolding.docx", "It is damaged, or not what its name says. Ask for it again, or type what it says.");
    }

    @Test
    void leavesOutEmailsThatLieTooDeep() throws IOException {
        var mail = mail("text".getBytes(UTF_8), "end.txt", "text/plain");
        for (int depth = 0; depth < 4; depth++) {
            mail = mail(mail, "inner" + depth + ".eml", "message/rfc822");
        }

        assertThat(TextOfFile.of(mail, "deep.eml", SMALL).notes()).anyMatch(note -> note.contains("more than 2 deep"));
    }

    /** Of the text and of what it says: the decision comes back as it was read there. */
    @Test
    void readsInAProcessOfItsOwn() throws IOException {
        var read = new ReadApart(SMALL).read(pdf(1, DECISION), "decision.pdf");

        assertThat(read.text()).contains("apologise to Mr X");
        assertThat(read.decision()).isEqualTo(DecisionReader.read(read.text()));
        assertThat(read.decision().actions()).extracting(ReadAction::kind).containsExactly("apology");
        assertThatThrownBy(() -> new ReadApart(SMALL).read("%PDF-1.7 and nothing else".getBytes(UTF_8), "none.pdf")).isInstanceOf(NotReadable.class).hasMessageStartingWith("It is damaged");
    }

    /** A name says nothing: only what is text is read without a library, and so in this process. */
    @Test
    void goesByWhatIsInAFileAndNotByItsName() throws IOException {
        assertThat(TextOfFile.isPlain(String.join("\n", DECISION).getBytes(UTF_8), "decision.txt")).isTrue();
        for (var other : List.of(pdf(1, DECISION), docx(), mail(pdf(1, DECISION), "decision.pdf", "application/pdf"), "<html><body>x</body></html>".getBytes(UTF_8))) {
            assertThat(TextOfFile.isPlain(other, "decision.txt")).isFalse();
        }
    }

    /** Word's own XML is many times as long as its file. */
    @Test
    void readsALongWordDocumentInAProcessOfItsOwn() throws IOException {
        byte[] file;
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < 2000; i++) {
                document.createParagraph().createRun().setText("Paragraph " + i + ": on day " + Integer.toString(i * 7919, 36) + " the Council said " + Integer.toString(i * 104729, 36) + ".");
            }
            document.write(out);
            file = out.toByteArray();
        }

        assertThat(new ReadApart(Limits.USUAL).read(file, "long.docx").text()).contains("Paragraph 1999:");
    }

    @Test
    void endsAProcessThatTakesTooLongOrTooMuch() {
        var second = new Limits(1000, 1, 1000, 1, 1, 1, 1, 32);

        assertThatThrownBy(() -> new ReadApart(second, List.of("sleep", "600")).read(new byte[1], "a.pdf")).hasMessage("Reading it takes longer than 1 seconds. Type or paste what it says.");
        assertThatThrownBy(() -> new ReadApart(new Limits(1000, 1, 1000, 1, 1, 1, 20, 32), List.of("false")).read(new byte[1], "a.pdf")).hasMessage("Reading it needs more than it may have (32 MB of memory). Type or paste what it says.");
    }

    private static void refuses(byte[] file, String name, String sentence) {
        assertThatThrownBy(() -> TextOfFile.of(file, name, SMALL)).isInstanceOf(NotReadable.class).hasMessage(sentence);
    }

    private static String text(byte[] file, String name) {
        return TextOfFile.of(file, name, SMALL).parts().get(0).text();
    }

    private static byte[] pdf(int pages, List<String> lines) throws IOException {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                page(document, lines);
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void page(PDDocument document, List<String> lines) throws IOException {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 10);
            content.setLeading(20);
            content.newLineAtOffset(50, 700);
            for (var line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    private static byte[] locked() throws IOException {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            page(document, DECISION);
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] docx() throws IOException {
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            for (var line : DECISION.subList(0, 4)) {
                document.createParagraph().createRun().setText(line);
            }
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Action");
            table.getRow(0).getCell(1).setText("When");
            table.getRow(1).getCell(0).setText("Apologise to Mr X");
            table.getRow(1).getCell(1).setText("Within 4 weeks of this decision");
            document.write(out);
            return out.toByteArray();
        }
    }

    /** A document whose text is a few bytes that become many. */
    private static byte[] unfolding() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var read = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(docx())); var zip = new ZipOutputStream(out)) {
            for (var entry = read.getNextEntry(); entry != null; entry = read.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("word/document.xml")) {
                    zip.write(("<?xml version=\"1.0\"?><!--" + " ".repeat(900_000) + "-->").getBytes(UTF_8));
                }
                read.transferTo(zip);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] mail(byte[] attached, String name, String type) {
        return ("From: ombudsman@example.org\r\nTo: council@example.org\r\nSubject: Decision\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b" + attached.length + "\"\r\n\r\n--b" + attached.length
                + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPlease find the decision attached.\r\n--b" + attached.length + "\r\nContent-Type: " + type + "; name=\"" + name + "\"\r\nContent-Disposition: attachment; filename=\"" + name + "\"\r\n"
                + (type.equals("message/rfc822") ? "\r\n" + new String(attached, UTF_8) : "Content-Transfer-Encoding: base64\r\n\r\n" + Base64.getMimeEncoder().encodeToString(attached)) + "\r\n--b" + attached.length + "--\r\n").getBytes(UTF_8);
    }

    private static byte[] parts(int count) {
        return ("From: a@example.org\r\nTo: b@example.org\r\nSubject: Parts\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\npart\r\n".repeat(count) + "--b--\r\n").getBytes(UTF_8);
    }
}
