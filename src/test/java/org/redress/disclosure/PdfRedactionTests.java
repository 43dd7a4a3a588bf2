package org.redress.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

/** What is taken out of a PDF is gone from the file: read back as text, as a picture, and in the bytes of everything that is in it (DAT-02). */
class PdfRedactionTests {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    private static final PdfRedaction.Limits LIMITS = new PdfRedaction.Limits(5, Duration.ofMinutes(1), NOON);
    private static final NameList QUILL = NameList.toTakeOut(List.of("Sarah Quillfeather; Sally"));
    private static final PDFont FONT = new PDType1Font(FontName.HELVETICA);

    /** Draws on a page. */
    interface Drawing {
        void on(PDPageContentStream page) throws IOException;
    }

    private static PDPage page(PDDocument pdf, Drawing drawing) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (var content = new PDPageContentStream(pdf, page)) {
            drawing.on(content);
        }
        return page;
    }

    private static void line(PDPageContentStream page, float x, float y, String text) throws IOException {
        page.beginText();
        page.setFont(FONT, 12);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        var out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private record Made(byte[] copy, TakenOut takenOut) {
        String text() throws IOException {
            try (var pdf = Loader.loadPDF(copy)) {
                return new PDFTextStripper().getText(pdf);
            }
        }
    }

    private static Made redact(byte[] file, NameList names, Area... areas) throws IOException {
        var out = new ByteArrayOutputStream();
        var takenOut = PdfRedaction.write(new ByteArrayInputStream(file), names, List.of(areas), LIMITS, out);
        return new Made(out.toByteArray(), takenOut);
    }

    /** Every string and every stream of a file, unpacked, with the signs of each way of writing them. */
    private static String everything(byte[] file) throws IOException {
        var all = new StringBuilder(new String(file, StandardCharsets.ISO_8859_1));
        try (var pdf = Loader.loadPDF(file)) {
            for (var key : pdf.getDocument().getXrefTable().keySet()) {
                var object = pdf.getDocument().getObjectFromPool(key).getObject();
                if (object instanceof COSStream stream) {
                    try (var in = stream.createInputStream()) {
                        all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                    }
                }
                if (object instanceof COSDictionary dictionary) {
                    dictionary.getValues().stream().filter(COSString.class::isInstance).forEach(value -> all.append(((COSString) value).getString()));
                }
            }
        }
        return all.toString().replace("\0", "").toLowerCase(Locale.ROOT);
    }

    private static byte[] withEverything() throws IOException {
        try (var pdf = new PDDocument()) {
            var page = page(pdf, content -> {
                line(content, 72, 700, "Mrs Quillfeather lives in Maidstone.");
                line(content, 72, 680, "Her son Tobias goes to school.");
            });
            pdf.getDocumentInformation().setAuthor("Sarah Quillfeather");
            pdf.getDocumentInformation().setCustomMetadataValue("Case", "Quillfeather");
            var remark = new PDAnnotationText();
            remark.setContents("Ask Quillfeather");
            remark.setRectangle(new PDRectangle(300, 300, 20, 20));
            page.getAnnotations().add(remark);
            var outline = new PDDocumentOutline();
            var bookmark = new PDOutlineItem();
            bookmark.setTitle("Quillfeather");
            bookmark.setDestination(page);
            outline.addLast(bookmark);
            pdf.getDocumentCatalog().setDocumentOutline(outline);
            var form = new PDAcroForm(pdf);
            var resources = new PDResources();
            resources.put(COSName.getPDFName("Helv"), FONT);
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 12 Tf 0 g");
            pdf.getDocumentCatalog().setAcroForm(form);
            var field = new PDTextField(form);
            field.setPartialName("name");
            form.getFields().add(field);
            var widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(72, 500, 300, 20));
            widget.setPage(page);
            page.getAnnotations().add(widget);
            field.setValue("Filled in: Quillfeather, Sarah");
            var embedded = new PDEmbeddedFile(pdf, new ByteArrayInputStream("Quillfeather".getBytes(StandardCharsets.UTF_8)));
            var file = new PDComplexFileSpecification();
            file.setFile("quillfeather.txt");
            file.setEmbeddedFile(embedded);
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("quillfeather.txt", file));
            var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            pdf.getDocumentCatalog().setNames(names);
            var root = new PDStructureTreeRoot();
            var element = new PDStructureElement("P", root);
            element.setActualText("Quillfeather");
            root.appendKid(element);
            pdf.getDocumentCatalog().setStructureTreeRoot(root);
            return saved(pdf);
        }
    }

    @Test
    void leavesNothingOfItAnywhereInTheFile() throws IOException {
        var file = withEverything();
        assertThat(everything(file)).contains("quillfeather");

        var made = redact(file, QUILL);

        assertThat(everything(made.copy())).doesNotContain("quillfeather").doesNotContain("quill").doesNotContain("acroform").doesNotContain("outlines").doesNotContain("embeddedfile").doesNotContain("structtreeroot");
        assertThat(made.text()).contains("lives in Maidstone.").contains("Her son Tobias goes to school.").contains("Filled in:").doesNotContain("Mrs");
        assertThat(made.takenOut().places()).hasSize(2).allSatisfy(place -> assertThat(place.extent()).startsWith("page 1 (").doesNotContain("Quill"));
        assertThat(made.takenOut().notes()).isNotEmpty();
    }

    @Test
    void blackensWhatIsSeen() throws IOException {
        byte[] file;
        try (var pdf = new PDDocument()) {
            page(pdf, content -> line(content, 72, 700, "Quillfeather"));
            file = saved(pdf);
        }

        try (var pdf = Loader.loadPDF(redact(file, QUILL).copy())) {
            var picture = new PDFRenderer(pdf).renderImageWithDPI(0, 72);
            assertThat(new Color(picture.getRGB(90, 842 - 703)).getRed()).isLessThan(30);
            assertThat(new Color(picture.getRGB(300, 842 - 703)).getRed()).isGreaterThan(225);
        }
    }

    @Test
    void hasNothingOfAnEarlierRevision() throws IOException {
        byte[] first;
        try (var pdf = new PDDocument()) {
            page(pdf, content -> line(content, 72, 700, "Quillfeather"));
            first = saved(pdf);
        }
        var second = new ByteArrayOutputStream();
        try (var pdf = Loader.loadPDF(first)) {
            try (var content = new PDPageContentStream(pdf, pdf.getPage(0), PDPageContentStream.AppendMode.OVERWRITE, false)) {
                line(content, 72, 700, "Sally came");
            }
            pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            pdf.saveIncremental(second);
        }

        var made = redact(second.toByteArray(), QUILL);

        assertThat(everything(made.copy())).doesNotContain("quill").doesNotContain("sally");
        assertThat(made.text()).contains("came");
    }

    @Test
    void doesNotTellWhatSomebodyCoveredBeforeOrWroteInWhite() throws IOException {
        byte[] file;
        try (var pdf = new PDDocument()) {
            page(pdf, content -> {
                line(content, 72, 700, "Sally asked. The neighbour is Peverell.");
                content.addRect(200, 690, 150, 24);
                content.fill();
                content.setNonStrokingColor(Color.WHITE);
                line(content, 72, 600, "Whitewritten");
            });
            file = saved(pdf);
        }

        assertThat(redact(file, QUILL).text()).contains("asked. The neigh").doesNotContain("Peverell").doesNotContain("Whitewritten");
    }

    @Test
    void findsNamesThatLinesPartThatAreDrawnTwiceTurnedOrInPieces() throws IOException {
        byte[] file;
        try (var pdf = new PDDocument()) {
            page(pdf, content -> {
                line(content, 72, 700, "It was Sarah");
                line(content, 72, 686, "Quillfeather who came.");
                line(content, 72, 640, "Quillfeather");
                line(content, 72.3f, 640, "Quillfeather");
                line(content, 72, 600, "Quill");
                line(content, 72 + FONT.getStringWidth("Quill") / 1000 * 12, 600, "feather stays");
                content.beginText();
                content.setFont(FONT, 12);
                content.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, 400, 400));
                content.showText("Quillfeather");
                content.endText();
            });
            var turned = page(pdf, content -> {
                content.beginText();
                content.setFont(FONT, 12);
                content.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, 300, 100));
                content.showText("Turned page of Quillfeather here");
                content.endText();
            });
            turned.setRotation(90);
            file = saved(pdf);
        }

        var made = redact(file, QUILL);

        assertThat(made.text()).doesNotContainIgnoringCase("quill").doesNotContain("feather").contains("It was").contains("who came.").contains("stays").contains("Turned page of").contains("here");
        assertThat(everything(made.copy())).doesNotContain("quill");
    }

    @Test
    void takesOutAreas() throws IOException {
        byte[] file;
        try (var pdf = new PDDocument()) {
            page(pdf, content -> {
                line(content, 72, 700, "Above");
                line(content, 72, 600, "Within");
            });
            file = saved(pdf);
        }

        var made = redact(file, NameList.toTakeOut(List.of()), new Area(1, 60, 842 - 620, 200, 842 - 590));

        assertThat(made.text()).contains("Above").doesNotContain("Within");
        assertThat(made.takenOut().text()).isEqualTo("page 1 (60, 222) to (200, 252)");
        assertThatThrownBy(() -> redact(file, QUILL, new Area(2, 0, 0, 10, 10))).isInstanceOf(CannotBeRedacted.class).hasMessage("It has no page 2.");
    }

    @Test
    void refusesWhatItCannotDoWithCertainty() throws IOException {
        byte[] plain;
        byte[] locked;
        byte[] longer;
        try (var pdf = new PDDocument()) {
            page(pdf, content -> line(content, 72, 700, "Nobody"));
            plain = saved(pdf);
            for (int page = 0; page < 6; page++) {
                pdf.addPage(new PDPage());
            }
            longer = saved(pdf);
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            locked = saved(pdf);
        }

        assertThatThrownBy(() -> redact(plain, QUILL)).isInstanceOf(CannotBeRedacted.class).hasMessageContaining("None of it is in the text");
        assertThatThrownBy(() -> redact(locked, QUILL)).isInstanceOf(CannotBeRedacted.class).hasMessageContaining("password");
        assertThatThrownBy(() -> redact(longer, QUILL)).isInstanceOf(CannotBeRedacted.class).hasMessageContaining("at most 5 at once");
        assertThatThrownBy(() -> PdfRedaction.write(new ByteArrayInputStream(plain), QUILL, List.of(), new PdfRedaction.Limits(5, Duration.ofSeconds(-1), NOON), new ByteArrayOutputStream()))
                .isInstanceOf(CannotBeRedacted.class).hasMessageContaining("too long");
    }

    @Test
    void saysWhatWasNotSearched() throws IOException {
        byte[] file;
        try (var pdf = new PDDocument()) {
            page(pdf, content -> line(content, 72, 700, "Sally"));
            page(pdf, content -> {
                content.addRect(100, 100, 50, 50);
                content.fill();
            });
            file = saved(pdf);
        }

        assertThat(redact(file, QUILL).takenOut().notes()).containsExactly("No text can be read on page 2: what is there was not searched.");
    }
}
