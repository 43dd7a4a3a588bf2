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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
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

    /** The parser keeps every element that is open and every name; past the bound the part is left, and the others are read. */
    @Test
    void readsAPartOfADocumentAsDeepAndAsManyNamesAsItMay() {
        assertThat(told(WORD, with(nested(OfficeFacts.MOST_DEPTH)))).containsExactlyInAnyOrder("Comments or changes by: Dr Blot", "Author: Ms Quillfeather");
        assertThat(told(WORD, with(nested(OfficeFacts.MOST_DEPTH + 1)))).containsExactly("Author: Ms Quillfeather", HiddenFacts.NOT_WHOLE);
        assertThat(told(WORD, with(named(OfficeFacts.MOST_NAMES)))).contains("Comments or changes by: Dr Blot").doesNotContain(HiddenFacts.NOT_WHOLE);
        assertThat(told(WORD, with(named(OfficeFacts.MOST_NAMES + 1)))).containsExactly("Author: Ms Quillfeather", HiddenFacts.NOT_WHOLE);
        var note = "<!--" + " ".repeat(600 * 1024) + "-->";
        var blot = "<p author='Dr Blot'/></body>";
        assertThat(told(WORD, with("<body>" + note + note + blot))).contains("Comments or changes by: Dr Blot").doesNotContain(HiddenFacts.NOT_WHOLE);
        for (var tooLong : List.of(note.replace("-->", " ".repeat(600 * 1024) + "-->"), "<p a='" + "a".repeat(1200 * 1024) + "'/>", note.repeat(60))) {
            assertThat(told(WORD, with("<body>" + tooLong + blot))).containsExactly("Author: Ms Quillfeather", HiddenFacts.NOT_WHOLE);
        }
    }

    /** What becomes far larger than it came is not unpacked to the end. */
    @Test
    void unpacksNothingThatBecomesFarLargerThanItCame() {
        assertThat(told(WORD, zip(Map.of("word/fonts/a.ttf", new byte[7 * 1024 * 1024])))).isEmpty();
        assertThat(told(WORD, zip(Map.of("word/fonts/a.ttf", new byte[9 * 1024 * 1024])))).containsExactly(HiddenFacts.NOT_WHOLE);
    }

    /** Of any number of names so many are kept, places before all, and that there are more is said last. */
    @Test
    void keepsSoManyLinesAndSaysThatThereAreMore() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("word/document.xml", xml("<body>" + authors(HiddenFacts.MOST_KEPT + 500) + "</body>"));
        parts.put("word/media/image1.jpeg", Files.photograph(30));
        var many = zip(parts);
        var place = "In a picture: Where it was taken: " + Files.PLACE;
        assertThat(HiddenFacts.kept(WORD, new ByteArrayInputStream(many), many.length)).hasSize(HiddenFacts.MOST_KEPT + 2).contains(place, HiddenFacts.NOT_WHOLE);
        assertThat(told(WORD, many)).hasSize(HiddenFacts.MOST + 1).startsWith(place).endsWith(HiddenFacts.NOT_WHOLE);
        assertThat(told(WORD, zip(Map.of("word/document.xml", xml("<body>" + authors(HiddenFacts.MOST) + "</body>"))))).hasSize(HiddenFacts.MOST).doesNotContain(HiddenFacts.NOT_WHOLE);
        // what cannot be read is said, however much was shown before
        assertThat(told(WORD, zip(Map.of("word/document.xml", xml("<body>" + authors(HiddenFacts.MOST)))))).hasSize(HiddenFacts.MOST + 1).endsWith(HiddenFacts.NOT_WHOLE);
        // XMP that is broken says nothing by itself
        assertThat(told(PDF, xml("%PDF-1.4 <x:xmpmeta xmlns:x='adobe:ns:meta/'><open></x:xmpmeta>"))).containsExactly(HiddenFacts.NOT_WHOLE);
    }

    private static String authors(int number) {
        return IntStream.range(0, number).mapToObj(author -> "<p author='Author " + author + "'/>").collect(Collectors.joining());
    }

    private static String nested(int depth) {
        return "<p>".repeat(depth - 1) + "<p author='Dr Blot'/>" + "</p>".repeat(depth - 1);
    }

    private static String named(int names) {
        // the body, its paragraph and the author are names too
        return "<body>" + IntStream.range(0, names - 3).mapToObj(name -> "<n" + name + "/>").collect(Collectors.joining()) + "<p author='Dr Blot'/></body>";
    }

    /** A document with these contents, and then its author. */
    private static byte[] with(String content) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("word/document.xml", xml(content));
        parts.put("docProps/core.xml", xml("<c><creator>Ms Quillfeather</creator></c>"));
        return zip(parts, Deflater.NO_COMPRESSION);
    }

    /** XMP stands in a stream of its own, which may be packed although nothing else of the PDF is. */
    @Test
    void saysOfAPdfWhoseXmpIsNotInPlainSightThatThereMayBeMore() {
        var leads = "%PDF-1.4\n1 0 obj<</Type/Catalog/Metadata 5 0 R>>endobj\n";
        var plain = "5 0 obj<</Type /Metadata /Subtype /XML/Length 99>>stream\n<?xpacket begin=''?><x:xmpmeta xmlns:x='adobe:ns:meta/'></x:xmpmeta>\nendstream endobj\n";
        var packed = "6 0 obj<</Type/Metadata/Subtype/XML/Filter/FlateDecode/Length 9>>stream\nabcdefghi\nendstream endobj\n";
        assertThat(pdf(leads + plain).isWhole()).isTrue();
        // saved twice
        assertThat(pdf(leads + plain + plain).isWhole()).isTrue();
        for (var hides : List.of(leads, packed, leads + packed, leads + plain + packed, leads + packed + plain, leads + plain + "7 0 obj<</Metadata 8 0 R>>endobj", "<</Metadata%\n9 0 R>>",
                leads.repeat(PdfFacts.MOST_STARTS) + plain + "7 0 obj<</Metadata 8 0 R>>endobj",
                plain.repeat(21), leads + plain.replace("</x:xmpmeta>", ""))) {
            assertThat(pdf(hides).isWhole()).as(hides).isFalse();
        }
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
                public void inAPicture(String line) {
                    told.add(line);
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
        return zip(parts, Deflater.DEFAULT_COMPRESSION);
    }

    private static byte[] zip(Map<String, byte[]> parts, int level) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(level);
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
