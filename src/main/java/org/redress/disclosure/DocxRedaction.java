package org.redress.disclosure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.redress.documents.Document;
import org.redress.documents.Documents;
import org.redress.documents.Format;

/**
 * A copy of a Word document without what was to be taken out: a new document of the paragraphs and tables that remain. Nothing else of the file is in it: no earlier wording, remark, field, hidden text,
 * picture, embedded file, nor what it says of itself (DAT-02).
 */
final class DocxRedaction {
    private static final long MOST_UNPACKED = 100L * 1024 * 1024;
    private static final int MOST_PARTS = 5000;

    private DocxRedaction() {}

    /**
     * Writes the copy.
     *
     * @throws CannotBeRedacted if it cannot be read or is too much, or if nothing of what was to be taken out is in it
     */
    static TakenOut write(InputStream file, NameList names, LocalDate dated, OutputStream copy) throws IOException {
        var bytes = file.readAllBytes();
        requireRoom(bytes);
        var text = new TextRedaction(names);
        var made = Document.titled("Redacted copy", "Redress", dated);
        try (var docx = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            docx.getHeaderList().forEach(header -> body(header.getBodyElements(), text, made));
            body(docx.getBodyElements(), text, made);
            docx.getFooterList().forEach(footer -> body(footer.getBodyElements(), text, made));
            docx.getFootnotes().forEach(note -> body(note.getBodyElements(), text, made));
        } catch (IOException | RuntimeException e) {
            throw new CannotBeRedacted("It is broken, so nothing can be taken out of it with certainty. Withhold it as a whole, or print it and scan the paper.");
        }
        if (text.places().isEmpty()) {
            throw new CannotBeRedacted("None of it is in the text of this file. What is in pictures or remarks is not in a copy anyway; make a PDF of it to take out areas.");
        }
        copy.write(Documents.write(made.end(), Format.DOCX));
        return new TakenOut(text.places(), List.of("Pictures, text boxes, remarks and earlier wording are not in the copy; hidden text is, and can be seen."));
    }

    private static void body(List<IBodyElement> elements, TextRedaction text, Document.Writing made) {
        for (var element : elements) {
            if (element instanceof XWPFParagraph paragraph && !paragraph.getText().isBlank()) {
                made.paragraph(text.next(paragraph.getText()));
            } else if (element instanceof XWPFTable table) {
                table(table, text, made);
            }
        }
    }

    private static void table(XWPFTable table, TextRedaction text, Document.Writing made) {
        for (var row : table.getRows()) {
            var cells = new ArrayList<String>();
            row.getTableCells().forEach(cell -> cells.add(cell.getTextRecursively().strip()));
            var line = String.join(" | ", cells);
            if (!line.replace("|", "").isBlank()) {
                made.paragraph(text.next(line));
            }
        }
    }

    /** A small file can unpack to more than there is memory. */
    private static void requireRoom(byte[] bytes) throws IOException {
        var piece = new byte[64 * 1024];
        long unpacked = 0;
        int parts = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                parts++;
                for (int length = zip.read(piece); length >= 0; length = zip.read(piece)) {
                    unpacked += length;
                    if (unpacked > MOST_UNPACKED || parts > MOST_PARTS) {
                        throw new CannotBeRedacted("It unpacks to more than can be searched at once. Divide it, or make a PDF of it.");
                    }
                }
            }
        }
    }
}
