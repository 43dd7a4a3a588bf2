package org.redress.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** A document for word processors: real headings, lists and tables in the document's language, which their users can go on writing in. */
final class Docx {
    /** In twentieths of a point. */
    private static final int A4_WIDE = 11906;
    private static final int A4_HIGH = 16838;
    private static final int MARGIN = 1134;
    /** In points. */
    private static final int LARGE = 16;
    private static final LocalDate FIRST_OF_ARCHIVES = LocalDate.of(1980, 1, 1);

    private final Document document;
    private final XWPFDocument file;
    private int level = -1;
    private boolean breaks;
    private boolean large;

    private Docx(Document document, XWPFDocument file) {
        this.document = document;
        this.file = file;
    }

    static byte[] of(Document document) {
        try (var file = new XWPFDocument(); var written = new ByteArrayOutputStream()) {
            new Docx(document, file).write();
            file.write(written);
            return sameEachTime(written.toByteArray(), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        says();
        styles();
        page();
        if (document.blocks().stream().noneMatch(Block.Title.class::isInstance)) {
            heading(0, document.title());
        }
        document.blocks().forEach(this::write);
    }

    private void write(Block block) {
        if (block instanceof Block.Title) {
            heading(0, document.title());
        } else if (block instanceof Block.Heading heading) {
            heading(heading.level(), heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            lines(run(paragraph()), paragraph.text());
        } else if (block instanceof Block.Addressee addressee) {
            var from = paragraph();
            from.setAlignment(ParagraphAlignment.RIGHT);
            var name = from.createRun();
            name.setBold(true);
            lines(name, document.from());
            lines(paragraph().createRun(), String.join("\n", addressee.lines()));
        } else if (block instanceof Block.Items items) {
            items(items);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else {
            breaks = true;
            large = large || block instanceof Block.LargeFromHere;
        }
    }

    private void heading(int wanted, String text) {
        level = Math.min(wanted, level + 1);
        var heading = paragraph();
        heading.setStyle("Heading" + (level + 1));
        lines(heading.createRun(), text);
    }

    private void items(Block.Items items) {
        var list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.valueOf(file.createNumbering().getAbstractNums().size()));
        var lvl = list.addNewLvl();
        lvl.setIlvl(BigInteger.ZERO);
        lvl.addNewStart().setVal(BigInteger.ONE);
        lvl.addNewNumFmt().setVal(items.numbered() ? STNumberFormat.DECIMAL : STNumberFormat.BULLET);
        lvl.addNewLvlText().setVal(items.numbered() ? "%1." : "•");
        var indent = lvl.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(500));
        indent.setHanging(BigInteger.valueOf(360));
        var number = file.createNumbering().addNum(file.createNumbering().addAbstractNum(new XWPFAbstractNum(list)));
        items.items().forEach(item -> {
            var paragraph = paragraph();
            paragraph.setStyle("ListParagraph");
            paragraph.setNumID(number);
            lines(run(paragraph), item);
        });
    }

    private void table(Block.Table table) {
        if (!table.caption().isBlank()) {
            var caption = paragraph();
            caption.setStyle("Caption");
            lines(caption.createRun(), table.caption());
        }
        var made = file.createTable(1, table.columns().size());
        made.setWidth("100%");
        var head = made.getRow(0);
        head.setRepeatHeader(true);
        for (int i = 0; i < table.columns().size(); i++) {
            cell(head, i, table.columns().get(i), true);
        }
        table.rows().forEach(cells -> {
            var row = made.createRow();
            row.setCantSplitRow(true);
            for (int i = 0; i < cells.size(); i++) {
                cell(row, i, cells.get(i), i == 0);
            }
        });
        paragraph();
    }

    private static void cell(XWPFTableRow row, int column, String text, boolean bold) {
        var run = row.getCell(column).getParagraphs().get(0).createRun();
        run.setBold(bold);
        lines(run, text);
    }

    private XWPFRun run(XWPFParagraph paragraph) {
        var run = paragraph.createRun();
        if (large) {
            run.setFontSize(LARGE);
        }
        return run;
    }

    private XWPFParagraph paragraph() {
        var paragraph = file.createParagraph();
        paragraph.setPageBreak(breaks);
        breaks = false;
        return paragraph;
    }

    private static void lines(XWPFRun run, String text) {
        var lines = Signs.readable(text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak(BreakType.TEXT_WRAPPING);
            }
            run.setText(lines[i], i);
        }
    }

    private void says() {
        var says = file.getProperties().getCoreProperties();
        says.setTitle(Signs.readable(document.title()));
        says.setCreator(Signs.readable(document.from()));
        var day = Optional.of(Date.from(document.dated().atStartOfDay(ZoneOffset.UTC).toInstant()));
        says.setCreated(day);
        says.setModified(day);
        says.getUnderlyingProperties().setLanguageProperty(document.language());
    }

    private void styles() {
        try (var styles = Objects.requireNonNull(Docx.class.getResourceAsStream("styles.xml"))) {
            var made = file.createStyles();
            made.setStyles(StylesDocument.Factory.parse(styles).getStyles());
            made.setSpellingLanguage(document.language());
        } catch (IOException | XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    private void page() {
        var section = file.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(A4_WIDE));
        size.setH(BigInteger.valueOf(A4_HIGH));
        var margins = section.addNewPgMar();
        List.<Consumer<BigInteger>>of(margins::setTop, margins::setBottom, margins::setLeft, margins::setRight).forEach(margin -> margin.accept(BigInteger.valueOf(MARGIN)));
        if (document.marking() != null) {
            var header = file.createHeader(HeaderFooterType.DEFAULT).createParagraph();
            header.setStyle("Header");
            lines(header.createRun(), document.marking());
        }
        var footer = file.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setStyle("Footer");
        if (document.reference() != null) {
            lines(footer.createRun(), document.reference());
        }
        footer.createRun().addTab();
        footer.createRun().setText("Page ");
        footer.getCTP().addNewFldSimple().setInstr("PAGE");
        footer.createRun().setText(" of ");
        footer.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    /** The library writes the moment into the archive; the document's day stands there instead. */
    private static byte[] sameEachTime(byte[] archive, Document document) throws IOException {
        var again = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(archive)); var to = new ZipOutputStream(again)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(document.dated().isBefore(FIRST_OF_ARCHIVES) ? FIRST_OF_ARCHIVES.atStartOfDay() : document.dated().atStartOfDay());
                to.putNextEntry(same);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return again.toByteArray();
    }
}
