package org.redress.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What documents tell that nobody sees who reads them, and files that were made to harm whoever looks. */
class DocumentFactsTests {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ODT = "application/vnd.oasis.opendocument.text";
    private static final String PDF = "application/pdf";
    private static final int TOO_MUCH = 70 * 1024 * 1024;

    @Test
    void tellsWhoWroteAWordDocumentAndWhatIsInside() {
        var word = zip(Map.of(
                "docProps/core.xml", xml("<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title>Draft &amp; notes</dc:title><dc:creator>Ms Quillfeather</dc:creator><cp:lastModifiedBy>Mr Inkwell</cp:lastModifiedBy></cp:coreProperties>"),
                "docProps/app.xml", xml("<Properties><Application>Microsoft Office Word</Application><Company>Borough of Somewhere</Company></Properties>"),
                "word/document.xml", xml("<w:document xmlns:w='w'><w:body><w:ins w:author='Mr Inkwell'><w:t>seen</w:t></w:ins><w:rPr><w:vanish/></w:rPr></w:body></w:document>"),
                "word/comments.xml", xml("<w:comments xmlns:w='w'><w:comment w:author='Dr Blot'><w:t>Is this so?</w:t></w:comment></w:comments>"),
                "word/embeddings/table.xlsx", new byte[] {1},
                "word/media/image1.jpeg", Files.photograph(30)));

        assertThat(told(WORD, word)).startsWith("In a picture: Where it was taken: " + Files.PLACE)
                .contains("Title: Draft & notes", "Author: Ms Quillfeather", "Last saved by: Mr Inkwell", "Made with: Microsoft Office Word", "Organisation: Borough of Somewhere",
                        "Inside it: changes that are tracked", "Inside it: hidden text", "Inside it: comments", "Comments or changes by: Dr Blot", "Inside it: another file")
                .doesNotContain(HiddenFacts.NOT_WHOLE).noneMatch(line -> line.contains("Is this so"));
    }

    @Test
    void tellsTheSameOfOtherKinds() {
        assertThat(told(ODT, zip(Map.of("meta.xml", xml("<office:document-meta xmlns:office='o' xmlns:meta='m' xmlns:dc='d'><meta:initial-creator>Ms Quillfeather</meta:initial-creator>"
                + "<dc:creator>Mr Inkwell</dc:creator><meta:generator>LibreOffice</meta:generator></office:document-meta>"),
                "content.xml", xml("<office:document-content xmlns:office='o' xmlns:text='t'><text:tracked-changes><text:changed-region/></text:tracked-changes><office:annotation/></office:document-content>")))))
                .containsExactlyInAnyOrder("Author: Ms Quillfeather", "Last saved by: Mr Inkwell", "Made with: LibreOffice", "Inside it: changes that are tracked", "Inside it: comments");
        assertThat(told(EXCEL, zip(Map.of("xl/workbook.xml", xml("<workbook><sheets><sheet name='A'/><sheet name='B' state='veryHidden'/></sheets></workbook>"))))).containsExactly("Inside it: hidden sheets");
        assertThat(told(PDF, ("%PDF-1.4\n1 0 obj<</Producer(Some program)/Author(Ms \\(Q\\) Quillfeather)/Title<FEFF00C9>/CreationDate(D:2026)>>endobj\n2 0 obj<</Type/Annot/Subtype/Text>>endobj\n"
                + "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:CreatorTool='A writer'/></rdf:RDF></x:xmpmeta>\n%%EOF\n"
                + "3 0 obj<</Title(A bookmark)>>endobj\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1)))
                .contains("Made with: Some program", "Author: Ms (Q) Quillfeather", "Title: É", "CreatorTool: A writer", "Inside it: notes", "Inside it: what stood there before it was saved again")
                .doesNotContain(HiddenFacts.NOT_WHOLE);
        assertThat(told(PDF, "%PDF-1.7 1 0 obj<</Type/ObjStm>> /Author(Ms Quillfeather)/Producer(x)".getBytes(StandardCharsets.ISO_8859_1))).contains(HiddenFacts.NOT_WHOLE, "Author: Ms Quillfeather");
        assertThat(told(PDF, "%PDF-1.7 /Encrypt 5 0 R /Author(\u0001\u0002)/Producer(x)".getBytes(StandardCharsets.ISO_8859_1))).containsExactly(HiddenFacts.NOT_WHOLE);
        assertThat(told(PDF, Files.pdf("A letter"))).isEmpty();
        assertThat(told(WORD, Files.document())).isEmpty();
    }

    /** Of what is broken, or not read, it is said that it may tell more. */
    @ParameterizedTest
    @CsvSource({"application/msword, x", "application/x-tika-msoffice, x", WORD + ", no archive at all but PK", PDF + ", /Author(/ObjStm", PDF + ", /Producer<FE/ObjStm"})
    void saysThatThereMayBeMore(String type, String content) {
        assertThat(told(type, content.startsWith("no archive") ? broken() : content.getBytes(StandardCharsets.ISO_8859_1))).contains(HiddenFacts.NOT_WHOLE);
    }

    @Test
    void takesNothingFromElsewhereAndUnpacksNoMoreThanItMay() {
        var elsewhere = xml("<!DOCTYPE c [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><c><creator>&e;</creator></c>");
        var unfolding = xml("<!DOCTYPE c [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]><c><creator>&c;</creator></c>");
        for (var hostile : List.of(elsewhere, unfolding)) {
            assertThat(told(WORD, zip(Map.of("docProps/core.xml", hostile)))).containsExactly(HiddenFacts.NOT_WHOLE);
        }
        for (var part : List.of("word/document.xml", "word/media/a.png", "word/fonts/a.ttf")) {
            assertThat(told(WORD, zip(Map.of(part, new byte[TOO_MUCH])))).contains(HiddenFacts.NOT_WHOLE);
        }
        var many = new LinkedHashMap<String, byte[]>();
        for (int part = 0; part < 2100; part++) {
            many.put("part" + part, new byte[0]);
        }
        assertThat(told(WORD, zip(many))).containsExactly(HiddenFacts.NOT_WHOLE);
    }

    /** What begins again and again without an end is looked at so many times and no more, and what stands after that is said not to be read. */
    @Test
    void looksInAPdfForWhatBeginsAsOftenAsItMayAndNoMore() {
        var packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'></x:xmpmeta>";
        var room = " ".repeat(70_000);
        var one = "<x:xmpmeta ";
        var most = pdf(one.repeat(PdfFacts.MOST_STARTS - 1) + room + packet);
        assertThat(most.packets()).containsExactly(packet);
        assertThat(most.isWhole()).isFalse();
        assertThat(pdf(one.repeat(PdfFacts.MOST_STARTS) + room + packet).packets()).isEmpty();
        assertThat(pdf(packet.repeat(20))).returns(20, pdf -> pdf.packets().size()).returns(true, Pdf::isWhole);
        assertThat(pdf(packet.repeat(21))).returns(20, pdf -> pdf.packets().size()).returns(false, Pdf::isWhole);
        // one whose end is too far away
        assertThat(pdf(one + room + "</x:xmpmeta>")).isEqualTo(new Pdf(List.of(), List.of(), false));

        var author = "/Author(Ms Quillfeather)";
        var keys = pdf(author.repeat(PdfFacts.MOST_KEYS));
        assertThat(keys.told()).hasSize(PdfFacts.MOST_KEYS).containsOnly("Author: Ms Quillfeather");
        assertThat(keys.isWhole()).isTrue();
        var more = pdf(author.repeat(PdfFacts.MOST_KEYS) + "/Author(Mr Inkwell)");
        assertThat(more.told()).hasSize(PdfFacts.MOST_KEYS).doesNotContain("Author: Mr Inkwell");
        assertThat(more.isWhole()).isFalse();
        for (var sign : List.of("<", "(")) {
            var open = pdf(("/Author" + sign).repeat(2 * PdfFacts.MOST_KEYS));
            assertThat(open.told()).hasSize(PdfFacts.MOST_KEYS).allMatch(line -> line.length() < 1100);
            assertThat(open.isWhole()).isFalse();
        }
    }

    private record Pdf(List<String> told, List<String> packets, boolean isWhole) {}

    private static Pdf pdf(String content) {
        var bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        var told = new ArrayList<String>();
        var whole = new AtomicBoolean(true);
        try {
            var found = PdfFacts.read(new ByteArrayInputStream(bytes), bytes.length, new OfficeFacts.Telling() {
                @Override
                public void that(String label, String value) {
                    told.add(label + ": " + value);
                }

                @Override
                public void notWhole() {
                    whole.set(false);
                }
            });
            return new Pdf(told, found.packets().stream().map(packet -> new String(packet, StandardCharsets.ISO_8859_1)).toList(), whole.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> told(String type, byte[] content) {
        return HiddenFacts.of(type, new ByteArrayInputStream(content), content.length);
    }

    private static byte[] broken() {
        var whole = zip(Map.of("docProps/core.xml", xml("<c><creator>Ms Quillfeather</creator></c>")));
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] xml(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
