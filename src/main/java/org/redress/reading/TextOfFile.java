package org.redress.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Takes the text out of one file by the libraries made for its kind, within limits. It runs in a process of its own, see {@link ReadApart}. */
final class TextOfFile {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String NO_TEXT = "There is no text in it; it may be a picture of a page. Type what it says.";
    private final Limits limits;
    private final List<Extracted.Part> parts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int characters;
    private int seen;

    private TextOfFile(Limits limits) {
        this.limits = limits;
    }

    /**
     * The text of a file.
     *
     * @throws NotReadable with a sentence, whatever is wrong with it
     */
    static Extracted of(byte[] file, String name, Limits limits) {
        if (file.length > limits.bytes()) {
            throw new NotReadable("It is larger than " + limits.bytes() / 1_000_000 + " MB. Type or paste what it says.");
        }
        var reading = new TextOfFile(limits);
        reading.file(file, name, 0, true);
        if (reading.parts.isEmpty()) {
            throw new NotReadable(NO_TEXT);
        }
        return new Extracted(reading.parts, reading.notes);
    }

    /** Whether it is text and nothing else, by what is in it: no library takes it apart. */
    static boolean isPlain(byte[] file, String name) {
        return type(file, name).equals("text/plain");
    }

    private void file(byte[] file, String name, int depth, boolean whole) {
        var type = type(file, name);
        try {
            switch (type) {
                case "application/pdf" -> keep(name, pdf(file));
                case DOCX -> keep(name, docx(file));
                case "message/rfc822" -> mail(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(file)), name, depth);
                case "text/html", "application/xhtml+xml" -> keep(name, html(plain(file)));
                default -> {
                    if (type.startsWith("text/")) {
                        keep(name, plain(file));
                    } else {
                        throw new NotReadable(words(type));
                    }
                }
            }
        } catch (NotReadable e) {
            if (whole || String.valueOf(e.getMessage()).startsWith("It has more than")) {
                throw e;
            }
            notes.add(name + " was left out. " + e.getMessage());
        } catch (InvalidPasswordException e) {
            refuse(name, "It is protected with a password. Ask for it without one, or type what it says.", whole);
        } catch (IOException | MessagingException | RuntimeException | StackOverflowError e) {
            // what a library says may hold words of the file
            refuse(name, "It is damaged, or not what its name says. Ask for it again, or type what it says.", whole);
        }
    }

    private void refuse(String name, String sentence, boolean whole) {
        if (whole) {
            throw new NotReadable(sentence);
        }
        notes.add(name + " was left out. " + sentence);
    }

    private static String words(String type) {
        if (type.contains("ooxml-protected") || type.contains("x-tika-msoffice")) {
            return "It is an Office file that is protected or of the old kind. Save it as .docx without a password, or paste what it says.";
        }
        return type.equals("application/msword") ? "Word files of the old kind are not read. Save it as .docx, or paste what it says."
                : type.startsWith("image/") ? "It is a picture. Type what it says." : "Only PDF, .docx, e-mails (.eml), text and saved pages are read. Type or paste what it says.";
    }

    private static String type(byte[] file, String name) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            var type = MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(file), metadata).getBaseType().toString();
            return type.equals("application/octet-stream") && file.length > 0 && isMail(file) ? "message/rfc822" : type;
        } catch (IOException e) {
            throw new NotReadable("It is damaged. Ask for it again, or type what it says.");
        }
    }

    private static boolean isMail(byte[] file) {
        return new String(file, 0, Math.min(file.length, 2000), StandardCharsets.ISO_8859_1).matches("(?is)^(?:[\\w-]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*){2,}.*");
    }

    private void keep(String name, String text) {
        var clean = text.replaceAll("[\\p{Cntrl}&&[^\\n\\r\\t\\f]]", "").strip();
        characters += clean.length();
        if (characters > limits.characters()) {
            throw tooLong();
        }
        if (!clean.isBlank()) {
            parts.add(new Extracted.Part(name, clean));
        } else if (!parts.isEmpty() || seen > 0) {
            notes.add(name + " has no text in it; it may be a picture of a page.");
        }
    }

    private NotReadable tooLong() {
        return new NotReadable("It has more than " + limits.characters() + " characters. Paste the part that is needed.");
    }

    private String pdf(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            if (document.getNumberOfPages() > limits.pages()) {
                throw new NotReadable("It has more than " + limits.pages() + " pages. Paste the part that is needed.");
            }
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setAddMoreFormatting(true);
            var out = new Bounded();
            stripper.writeText(document, out);
            return out.toString();
        }
    }

    /** Text that ends with a sentence when it becomes too long. */
    private final class Bounded extends Writer {
        private final StringWriter text = new StringWriter();

        @Override
        public void write(char[] some, int from, int length) {
            if (text.getBuffer().length() + length > limits.characters()) {
                throw tooLong();
            }
            text.write(some, from, length);
        }

        @Override
        public void flush() {
            // it is all here
        }

        @Override
        public void close() {
            // it is all here
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private String docx(byte[] file) throws IOException {
        ZipSecureFile.setMinInflateRatio(1.0 / limits.times());
        ZipSecureFile.setMaxEntrySize(limits.bytes() * 4);
        ZipSecureFile.setMaxTextSize(limits.characters() * 20L);
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            var out = new StringBuilder();
            body(document, out);
            return out.toString();
        }
    }

    private void body(IBody body, StringBuilder out) {
        for (IBodyElement element : body.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph) {
                boolean listed = paragraph.getNumFmt() != null;
                int depth = listed && paragraph.getNumIlvl() != null ? paragraph.getNumIlvl().intValue() : 0;
                out.append("  ".repeat(listed ? 1 + 2 * depth : 0)).append(!listed ? "" : paragraph.getNumFmt().equals("bullet") || depth > 0 ? "• " : "1. ").append(paragraph.getText().strip()).append("\n\n");
            } else if (element instanceof XWPFTable table) {
                table.getRows().forEach(row -> out.append(String.join(" | ", row.getTableCells().stream().map(cell -> cell.getText().replaceAll("\\s+", " ").strip()).toList())).append('\n'));
                out.append('\n');
            }
            if (out.length() > limits.characters()) {
                throw tooLong();
            }
        }
    }

    private void mail(MimeMessage message, String name, int depth) throws MessagingException, IOException {
        if (depth > limits.nesting()) {
            throw new NotReadable("E-mails lie in it more than " + limits.nesting() + " deep. Save the inner one by itself.");
        }
        part(message, name, depth);
    }

    private void part(Part part, String name, int depth) throws MessagingException, IOException {
        if (++seen > limits.parts()) {
            throw new NotReadable("It has more than " + limits.parts() + " parts. Save the one that is needed by itself.");
        }
        var fileName = part.getFileName();
        if (part.isMimeType("multipart/alternative")) {
            alternative((Multipart) part.getContent(), name, depth);
        } else if (part.isMimeType("multipart/*")) {
            var several = (Multipart) part.getContent();
            for (int i = 0; i < several.getCount(); i++) {
                part(several.getBodyPart(i), name, depth + (several.getBodyPart(i).isMimeType("multipart/*") ? 1 : 0));
            }
        } else if (part.isMimeType("message/rfc822")) {
            if (depth + 1 > limits.nesting()) {
                notes.add("An e-mail in it was left out: they lie more than " + limits.nesting() + " deep.");
                return;
            }
            file(bytes(part), fileName == null ? "attached e-mail.eml" : fileName, depth + 1, false);
        } else if (fileName != null) {
            file(bytes(part), fileName, depth, false);
        } else if (part.isMimeType("text/html")) {
            keep(name, html(plain(bytes(part))));
        } else if (part.isMimeType("text/*")) {
            keep(name, plain(bytes(part)));
        }
    }

    /** Of the same in several forms the plain text, or else the page. */
    private void alternative(Multipart several, String name, int depth) throws MessagingException, IOException {
        BodyPart best = null;
        for (int i = 0; i < several.getCount(); i++) {
            var one = several.getBodyPart(i);
            if (best == null || one.isMimeType("text/plain") || one.isMimeType("text/html") && !best.isMimeType("text/plain")) {
                best = one;
            }
        }
        if (best != null) {
            part(best, name, depth + (best.isMimeType("multipart/*") ? 1 : 0));
        }
    }

    private byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            var bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limits.bytes() + 1));
            if (bytes.length > limits.bytes()) {
                throw new NotReadable("A part of it is larger than " + limits.bytes() / 1_000_000 + " MB.");
            }
            return bytes;
        }
    }

    private static String plain(byte[] file) {
        if (file.length > 1 && (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF || file[0] == (byte) 0xFF && file[1] == (byte) 0xFE)) {
            return new String(file, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(file)).toString().replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    /** A page as lines: headings, paragraphs, items with their depth, rows. */
    private static String html(String page) {
        var document = Jsoup.parse(page);
        document.select("script, style, nav, noscript, template, form").remove();
        var out = new StringBuilder();
        document.body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    out.append(text.text());
                } else if (node instanceof Element element) {
                    if (element.normalName().equals("li")) {
                        long lists = element.parents().stream().filter(parent -> parent.normalName().equals("ul") || parent.normalName().equals("ol")).count();
                        boolean numbered = element.parent() != null && element.parent().normalName().equals("ol");
                        out.append('\n').append("    ".repeat((int) Math.min(20, lists))).append(numbered ? 1 + element.elementSiblingIndex() + ". " : "• ");
                    } else if (element.isBlock() || element.normalName().equals("br")) {
                        out.append(insideItem(element) ? " " : "\n");
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    if (element.normalName().matches("t[dh]") && element.nextElementSibling() != null) {
                        out.append(" | ");
                    } else if (element.isBlock() && !element.normalName().matches("t[dh]")) {
                        out.append(insideItem(element) ? " " : "\n");
                    }
                }
            }
        });
        return out.toString().replaceAll("[ \\t]*\\n(?:[ \\t]*\\n)+", "\n\n");
    }

    private static boolean insideItem(Element element) {
        return element.normalName().matches("p|div|span|t[dh]|br") && element.parents().stream().anyMatch(parent -> parent.normalName().matches("li|t[dh]")) || element.normalName().matches("t[dh]");
    }
}
