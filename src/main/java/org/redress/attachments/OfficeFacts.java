package org.redress.attachments;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/**
 * What an Office or OpenDocument file tells that nobody sees who reads it: who wrote and saved it, with what, and whether comments, tracked changes, hidden parts or pictures
 * with a place are inside (DAT-04). It is gone through once as the archive that it is, and its parts of XML element by element: without definitions or anything from elsewhere,
 * and with bounds for what is unpacked, for how deep and how long its elements are and for how many names they have, so that a small file cannot become a large one here, nor in
 * the parser, which keeps every name that it has met and every element that is open.
 */
final class OfficeFacts {
    private static final String INSIDE = "Inside it";
    private static final int MOST_PARTS = 2000;
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;
    private static final long MOST_OF_XML = 32L * 1024 * 1024;
    /** How many times larger than it came a file may become, once it is no longer small; texts become ten to forty times as large. */
    private static final long MOST_TIMES = 100;
    private static final long SMALL = 8L * 1024 * 1024;
    /** Tables within tables within tables are not half as deep. */
    static final int MOST_DEPTH = 200;
    /** How many names of elements, attributes and spaces one part may have; those of the formats are some hundreds. */
    static final int MOST_NAMES = 5000;
    /** The longest element, comment or stretch of text. */
    private static final long LONGEST_PIECE = 1024 * 1024;
    private static final int LONGEST_PICTURE = 8 * 1024 * 1024;
    private static final int MOST_PICTURES = 20;
    private static final int LONGEST_TEXT = 1000;

    private static final Pattern PROPERTIES = Pattern.compile("docProps/(core|app|custom)\\.xml|meta\\.xml");
    private static final Pattern CONTENT = Pattern.compile("word/(document|comments|footnotes|endnotes|header\\d*|footer\\d*)\\.xml|xl/workbook\\.xml|(xl|ppt)/(threadedC|c)omments/?[^/]*\\.xml|content\\.xml|styles\\.xml");
    private static final Pattern PICTURE = Pattern.compile("(?:.*/media|Pictures)/[^/]+\\.(jpe?g|png)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_FILE = Pattern.compile("(word|xl|ppt)/embeddings/.+|Object \\d+/.*|.*\\.bin");
    private static final Pattern NOTES = Pattern.compile("ppt/notesSlides/[^/]+\\.xml");

    private static final Map<String, String> SAID = Map.ofEntries(Map.entry("creator", "Author"), Map.entry("lastModifiedBy", "Last saved by"), Map.entry("title", "Title"), Map.entry("subject", "Subject"),
            Map.entry("keywords", "Keywords"), Map.entry("keyword", "Keywords"), Map.entry("description", "Description"), Map.entry("Company", "Organisation"), Map.entry("Manager", "Manager"),
            Map.entry("Application", "Made with"), Map.entry("generator", "Made with"), Map.entry("Template", "Template"), Map.entry("initial-creator", "Author"), Map.entry("printed-by", "Printed by"),
            Map.entry("lpwstr", "Also"), Map.entry("user-defined", "Also"));
    private static final Set<String> CHANGES = Set.of("ins", "del", "moveFrom", "moveTo", "changed-region");
    private static final Set<String> COMMENTS = Set.of("comment", "threadedComment", "cm", "annotation");

    private final Counted packed;
    private final ZipInputStream archive;
    private final Telling told;
    private long unpacked;
    private int pictures;

    /** Somebody who is told what was found. */
    interface Telling {
        /** One thing. */
        void that(String label, String value);

        /** One thing that a picture inside says. */
        void inAPicture(String line);

        /** That there may be more. */
        void notWhole();
    }

    private OfficeFacts(InputStream content, Telling told) {
        this.packed = new Counted(content);
        this.archive = new ZipInputStream(packed);
        this.told = told;
    }

    /** Goes through a file; one that is broken, or made to break whoever reads it, is told as far as it goes. */
    static void read(InputStream content, Telling told) {
        try {
            new OfficeFacts(content, told).parts();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            told.notWhole();
        }
    }

    private void parts() throws IOException {
        int parts = 0;
        for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            if (++parts > MOST_PARTS) {
                throw new IOException("This file has too many parts.");
            }
            part(entry.getName());
            // to the end of the part, within the bounds
            new Bounded().transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private void part(String name) throws IOException {
        var picture = PICTURE.matcher(name);
        if (PROPERTIES.matcher(name).matches()) {
            xml(name, true);
        } else if (CONTENT.matcher(name).matches()) {
            xml(name, false);
        } else if (NOTES.matcher(name).matches()) {
            told.that(INSIDE, "notes to slides");
        } else if (picture.matches()) {
            picture(picture.group(1));
        } else if (OTHER_FILE.matcher(name).matches()) {
            told.that(INSIDE, "another file");
        }
    }

    private void picture(String ending) throws IOException {
        if (++pictures > MOST_PICTURES) {
            told.notWhole();
            return;
        }
        var bytes = new Bounded().readNBytes(LONGEST_PICTURE + 1);
        if (bytes.length > LONGEST_PICTURE) {
            told.notWhole();
            return;
        }
        var type = ending.equalsIgnoreCase("png") ? "image/png" : "image/jpeg";
        HiddenFacts.of(type, new java.io.ByteArrayInputStream(bytes), bytes.length).forEach(line -> {
            if (line.equals(HiddenFacts.NOT_WHOLE)) {
                told.notWhole();
            } else {
                told.inAPicture(line);
            }
        });
    }

    /** Reads a part as far as it can be read; the others are read all the same. */
    private void xml(String part, boolean properties) {
        try {
            elements(part, properties);
        } catch (XMLStreamException e) {
            told.notWhole();
        }
    }

    private void elements(String part, boolean properties) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        var content = new Bounded(MOST_OF_XML, LONGEST_PIECE);
        var reader = new Limited(factory.createXMLStreamReader(content), content);
        // in OpenDocument whoever is called the creator is who saved it
        boolean open = part.equals("meta.xml");
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("No definitions are read.");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                var name = reader.getLocalName();
                if (properties) {
                    var label = open && name.equals("creator") ? "Last saved by" : SAID.get(name);
                    if (label != null) {
                        told.that(label, text(reader));
                    }
                } else {
                    content(reader, name);
                }
            }
        }
    }

    private void content(XMLStreamReader reader, String name) {
        if (CHANGES.contains(name)) {
            told.that(INSIDE, "changes that are tracked");
        } else if (COMMENTS.contains(name)) {
            told.that(INSIDE, "comments");
        } else if (name.equals("vanish")) {
            told.that(INSIDE, "hidden text");
        } else if (name.equals("sheet") && String.valueOf(reader.getAttributeValue(null, "state")).toLowerCase(java.util.Locale.ROOT).contains("hidden")) {
            told.that(INSIDE, "hidden sheets");
        }
        for (int attribute = 0; attribute < reader.getAttributeCount(); attribute++) {
            if (reader.getAttributeLocalName(attribute).equals("author")) {
                told.that("Comments or changes by", reader.getAttributeValue(attribute));
            }
        }
    }

    /** The words of an element up to its end, or up to the next one. */
    private static String text(XMLStreamReader reader) throws XMLStreamException {
        var text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText(), 0, Math.min(reader.getTextLength(), LONGEST_TEXT));
            } else if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.START_ELEMENT || text.length() > LONGEST_TEXT) {
                break;
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("No definitions are read.");
            }
        }
        return text.toString();
    }

    /** A reader that goes no deeper, and meets no more names and nothing longer, than it may. */
    private static final class Limited extends StreamReaderDelegate {
        private final Bounded content;
        private final Set<String> names = new HashSet<>();
        private int depth;

        Limited(XMLStreamReader reader, Bounded content) {
            super(reader);
            this.content = content;
        }

        @Override
        public int next() throws XMLStreamException {
            content.nextPiece();
            int event = super.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                element();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                names.add(getPITarget());
            }
            if (depth > MOST_DEPTH || names.size() > MOST_NAMES) {
                throw new XMLStreamException("This part goes too deep, or has too many names.");
            }
            return event;
        }

        private void element() {
            name(getPrefix(), getLocalName());
            for (int attribute = 0; attribute < getAttributeCount(); attribute++) {
                name(getAttributePrefix(attribute), getAttributeLocalName(attribute));
            }
            for (int space = 0; space < getNamespaceCount(); space++) {
                name(getNamespacePrefix(space), getNamespaceURI(space));
            }
        }

        private void name(@Nullable String prefix, @Nullable String name) {
            names.add(prefix + ":" + name);
        }
    }

    /** A stream that counts what is read of it. */
    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            bytes += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int got = super.read(into, from, most);
            bytes += Math.max(0, got);
            return got;
        }
    }

    /** The part at which the archive stands, as far as anything more may be unpacked. */
    private final class Bounded extends FilterInputStream {
        private final long most;
        private final long longest;
        private long ofThisPart;
        private long ofThisPiece;

        Bounded() {
            this(MOST_UNPACKED, MOST_UNPACKED);
        }

        Bounded(long most, long longest) {
            super(archive);
            this.most = most;
            this.longest = longest;
        }

        /** Whatever comes now is a piece of its own. */
        void nextPiece() {
            ofThisPiece = 0;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int got = archive.read(bytes, from, length);
            unpacked += Math.max(0, got);
            ofThisPart += Math.max(0, got);
            ofThisPiece += Math.max(0, got);
            if (unpacked > MOST_UNPACKED || unpacked > SMALL && unpacked / MOST_TIMES > packed.bytes || ofThisPart > most || ofThisPiece > longest) {
                throw new IOException("This file becomes too large.");
            }
            return got;
        }

        @Override
        public void close() {
            // the archive goes on with its next part
        }
    }
}
