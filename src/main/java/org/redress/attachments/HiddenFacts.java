package org.redress.attachments;

import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.iptc.IptcReader;
import com.drew.metadata.xmp.XmpDirectory;
import com.drew.metadata.xmp.XmpReader;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a picture, a film or a document tells that nobody sees who looks at it: where and when it was taken, with what, by whom it was written and saved (DAT-04). Office files are
 * for {@link OfficeFacts}, PDFs for {@link PdfFacts}. The parts of JPEG and PNG files are
 * gone through here, because a file says itself how long each of its parts is and a reader that believes it can be made to take all the memory there is. Nothing is
 * read that is longer than what is left or than a part may be, nothing compressed is unpacked, and of films and of other pictures only what stands in plain sight.
 */
final class HiddenFacts {
    static final String NOT_WHOLE = "What it says of itself cannot be read whole.";
    private static final String TAKEN = "Where it was taken";
    private static final String IN_A_PICTURE = "In a picture";
    /** How many lines are shown. */
    static final int MOST = 30;
    /** How many lines are kept while a file is read; a place is kept in any case, of which there are no more than parts. */
    static final int MOST_KEPT = 1000;
    private static final int LONGEST = 160;
    private static final int LONGEST_PART = 0xFFFF;
    /** How many parts that tell something are read of one file; cameras and programs write a handful. */
    private static final int MOST_PARTS = 40;
    private static final int LOOKED_THROUGH = 4 * 1024 * 1024;
    private static final Pattern READABLE = Pattern.compile("image/(jpeg|png|tiff|gif|webp|hei[cf]|bmp|avif).*|video/(mp4|quicktime)");
    private static final Pattern OFFICE = Pattern.compile("application/(vnd\\.openxmlformats-officedocument|vnd\\.oasis\\.opendocument|vnd\\.ms-(word|excel|powerpoint)\\.[a-z]|x-tika-ooxml).*");
    /** Documents of which nothing is read: the older kinds of Office, whose parts are no archive. */
    private static final Pattern UNREAD = Pattern.compile("application/(msword|vnd\\.ms-(word|excel|powerpoint|project|publisher)|vnd\\.visio|x-tika-msoffice.*|rtf)");
    private static final String PDF = "application/pdf";
    private static final Pattern WITH_EXIF = Pattern.compile("image/(webp|hei[cf]|avif|tiff).*");

    private static final int SOI = 0xFFD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int APP13 = 0xED;
    private static final int COMMENT = 0xFE;
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int CHECK = 4;
    private static final String EXIF = "Exif\0\0";
    private static final String XMP_PACKET = "http://ns.adobe.com/xap/1.0/\0";
    private static final String MORE_XMP = "http://ns.adobe.com/xmp/extension/\0";
    private static final String PHOTOSHOP = "Photoshop 3.0\0";
    private static final int IPTC_RESOURCE = 0x0404;

    private static final Map<Integer, String> IPTC = Map.of(IptcDirectory.TAG_BY_LINE, "Author", IptcDirectory.TAG_CAPTION, "Description", IptcDirectory.TAG_CITY, "City",
            IptcDirectory.TAG_HEADLINE, "Title", IptcDirectory.TAG_SUB_LOCATION, "Place", IptcDirectory.TAG_CONTACT, "Contact", IptcDirectory.TAG_CAPTION_WRITER, "Author of the description");
    private static final Pattern XMP = Pattern.compile("(?i).*(creator|author|title|description|owner|location|city|gps|creatortool|producer|credit|contact).*");

    private final Set<String> lines = new LinkedHashSet<>();
    private int parts;

    private HiddenFacts() {}

    /** One thing a line, such as "Where it was taken: 51.2787, 1.0839"; nothing for files of another kind. Where something is left out, the last line says so. */
    static List<String> of(String type, InputStream content, long bytes) {
        var kept = kept(type, content, bytes);
        boolean whole = !kept.remove(NOT_WHOLE) && kept.size() <= MOST;
        // what matters most comes first
        var shown = kept.stream().sorted(Comparator.comparing(line -> !line.contains(TAKEN))).limit(MOST);
        return (whole ? shown : Stream.concat(shown, Stream.of(NOT_WHOLE))).toList();
    }

    /** All that is kept of what was found, in the order in which it was. */
    static Set<String> kept(String type, InputStream content, long bytes) {
        boolean office = OFFICE.matcher(type).matches();
        var facts = new HiddenFacts();
        if (UNREAD.matcher(type).matches()) {
            facts.lines.add(NOT_WHOLE);
            return facts.lines;
        }
        if (!office && !type.equals(PDF) && !READABLE.matcher(type).matches()) {
            return facts.lines;
        }
        try (var in = new DataInputStream(new BufferedInputStream(content))) {
            if (office) {
                OfficeFacts.read(in, facts.telling());
            } else if (type.equals(PDF)) {
                facts.pdf(in, bytes);
            } else if (type.startsWith("image/jpeg")) {
                facts.jpeg(in, bytes);
            } else if (type.startsWith("image/png")) {
                facts.png(in, bytes);
            } else {
                facts.other(type, in);
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // a picture that is broken, or made to break whoever reads it
            facts.lines.add(NOT_WHOLE);
        }
        return facts.lines;
    }

    // ---- the parts of a file ----------------------------------------------------------------------------------------

    private void jpeg(DataInputStream in, long bytes) throws IOException {
        require(in.readUnsignedShort() == SOI);
        long left = bytes - 2;
        while (true) {
            require(in.readUnsignedByte() == 0xFF);
            int marker = in.readUnsignedByte();
            left -= 2;
            while (marker == 0xFF) {
                marker = in.readUnsignedByte();
                left--;
            }
            if (marker == SOS || marker == EOI) {
                return;
            }
            if (marker == 0x01 || marker >= 0xD0 && marker <= 0xD7) {
                continue;
            }
            int length = in.readUnsignedShort() - 2;
            left -= 2;
            var segment = part(in, length, left);
            left -= length;
            segment(marker, segment);
        }
    }

    private void segment(int marker, byte[] segment) throws IOException {
        if (marker == COMMENT) {
            count();
            add("Comment", new String(segment, StandardCharsets.UTF_8));
        } else if (marker == APP1 && begins(segment, EXIF)) {
            exif(segment, EXIF.length());
        } else if (marker == APP1 && begins(segment, XMP_PACKET)) {
            xmp(Arrays.copyOfRange(segment, XMP_PACKET.length(), segment.length));
        } else if (marker == APP1 && begins(segment, MORE_XMP)) {
            lines.add(NOT_WHOLE);
        } else if (marker == APP13 && begins(segment, PHOTOSHOP)) {
            photoshop(segment);
        }
    }

    private void png(DataInputStream in, long bytes) throws IOException {
        require(in.readLong() == PNG);
        long left = bytes - 8;
        while (true) {
            long length = Integer.toUnsignedLong(in.readInt());
            var name = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            left -= 8;
            require(length + CHECK <= left);
            left -= length + CHECK;
            if (name.equals("IEND")) {
                return;
            }
            boolean tells = Set.of("tEXt", "iTXt", "zTXt", "eXIf").contains(name);
            if (tells && length <= LONGEST_PART) {
                chunk(name, part(in, (int) length, length));
                in.skipNBytes(CHECK);
            } else {
                if (tells) {
                    lines.add(NOT_WHOLE);
                }
                in.skipNBytes(length + CHECK);
            }
        }
    }

    private void chunk(String name, byte[] chunk) throws IOException {
        if (name.equals("eXIf")) {
            exif(chunk, 0);
            return;
        }
        count();
        int end = zero(chunk, 0);
        var keyword = new String(chunk, 0, end, StandardCharsets.ISO_8859_1);
        if (name.equals("tEXt")) {
            add("Text", keyword + ": " + new String(chunk, end + 1, chunk.length - end - 1, StandardCharsets.ISO_8859_1));
            return;
        }
        boolean compressed = name.equals("zTXt") || chunk[end + 1] != 0;
        if (compressed) {
            add("Text", keyword);
            lines.add(NOT_WHOLE);
            return;
        }
        int text = zero(chunk, zero(chunk, end + 3) + 1) + 1;
        var value = Arrays.copyOfRange(chunk, text, chunk.length);
        if (keyword.equals("XML:com.adobe.xmp")) {
            xmp(value);
        } else {
            add("Text", keyword + ": " + new String(value, StandardCharsets.UTF_8));
        }
    }

    private void pdf(DataInputStream in, long bytes) throws IOException {
        var found = PdfFacts.read(in, bytes, telling());
        for (var packet : found.packets()) {
            xmp(packet);
        }
        for (int at : found.exif()) {
            exif(Arrays.copyOfRange(found.bytes(), at, Math.min(found.bytes().length, at + LONGEST_PART)), EXIF.length());
        }
    }

    private OfficeFacts.Telling telling() {
        return new OfficeFacts.Telling() {
            @Override
            public void that(String label, String value) {
                add(label, value);
            }

            @Override
            public void inAPicture(String line) {
                add(IN_A_PICTURE, line, line.startsWith(TAKEN));
            }

            @Override
            public void notWhole() {
                lines.add(NOT_WHOLE);
            }
        };
    }

    /** What their parts are is not checked, so what is found is never said to be all. */
    private void other(String type, DataInputStream in) throws IOException {
        lines.add(NOT_WHOLE);
        if (!WITH_EXIF.matcher(type).matches()) {
            return;
        }
        var begin = in.readNBytes(LOOKED_THROUGH);
        if (type.startsWith("image/tiff")) {
            exif(begin, 0);
            return;
        }
        for (int at = 0; at + EXIF.length() + 8 < begin.length; at++) {
            if (begin[at] == 'E' && begins(begin, at, EXIF)) {
                exif(Arrays.copyOfRange(begin, at, Math.min(begin.length, at + LONGEST_PART)), EXIF.length());
            }
        }
    }

    /** A part, if it is all there. */
    private static byte[] part(DataInputStream in, int length, long left) throws IOException {
        require(length >= 0 && length <= LONGEST_PART && length <= left);
        var part = in.readNBytes(length);
        if (part.length < length) {
            throw new EOFException();
        }
        return part;
    }

    // ---- what they tell ---------------------------------------------------------------------------------------------

    private void exif(byte[] bytes, int from) throws IOException {
        count();
        var found = ExifFacts.of(bytes, from);
        found.place().ifPresent(place -> add(TAKEN, place, true));
        found.told().forEach(this::add);
        if (found.picture()) {
            add("Inside it", "a small picture, which may show what was cut away");
        }
        if (!found.whole()) {
            lines.add(NOT_WHOLE);
        }
    }

    private void xmp(byte[] packet) throws IOException {
        count();
        var text = new String(packet, StandardCharsets.UTF_8);
        // no definitions, which may unfold without end, and no other way of writing them
        require(!text.contains("<!") && text.indexOf('\0') < 0);
        var metadata = new Metadata();
        new XmpReader().extract(packet, metadata);
        for (var directory : metadata.getDirectoriesOfType(XmpDirectory.class)) {
            if (directory.hasErrors()) {
                lines.add(NOT_WHOLE);
            }
            directory.getXmpProperties().forEach((key, value) -> {
                if (XMP.matcher(key).matches()) {
                    add(key.replaceAll("^.*:|\\[.*", ""), value);
                }
            });
        }
    }

    /** The resources of a program, of which one holds what journalists write about a picture. */
    private void photoshop(byte[] segment) throws IOException {
        count();
        int at = PHOTOSHOP.length();
        while (at + 12 <= segment.length) {
            require(begins(segment, at, "8BIM"));
            int id = (segment[at + 4] & 0xFF) << 8 | segment[at + 5] & 0xFF;
            int name = segment[at + 6] & 0xFF;
            // name and content each fill an even number of bytes
            int size = at + 6 + (name + 2) / 2 * 2;
            require(size + 4 <= segment.length);
            long length = new SequentialByteArrayReader(segment, size).getUInt32();
            require(length <= segment.length - size - 4);
            if (id == IPTC_RESOURCE) {
                iptc(Arrays.copyOfRange(segment, size + 4, size + 4 + (int) length));
            }
            at = size + 4 + (int) (length + 1) / 2 * 2;
        }
    }

    private void iptc(byte[] resource) throws IOException {
        count();
        var metadata = new Metadata();
        new IptcReader().extract(new SequentialByteArrayReader(resource), metadata, resource.length);
        for (var directory : metadata.getDirectoriesOfType(IptcDirectory.class)) {
            IPTC.forEach((tag, label) -> {
                var told = directory.getDescription(tag);
                if (told != null) {
                    add(label, told);
                }
            });
        }
    }

    private void count() throws IOException {
        require(++parts <= MOST_PARTS);
    }

    private static void require(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("This file is broken.");
        }
    }

    private static boolean begins(byte[] part, String with) {
        return begins(part, 0, with);
    }

    private static boolean begins(byte[] part, int at, String with) {
        var wanted = with.getBytes(StandardCharsets.ISO_8859_1);
        return at + wanted.length <= part.length && Arrays.equals(part, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static int zero(byte[] chunk, int from) throws IOException {
        for (int at = from; at < chunk.length; at++) {
            if (chunk[at] == 0) {
                return at;
            }
        }
        throw new IOException("This PNG is broken.");
    }

    private void add(String label, String value) {
        add(label, value, false);
    }

    private void add(String label, String value, boolean inAnyCase) {
        if (lines.size() >= MOST_KEPT && !inAnyCase) {
            lines.add(NOT_WHOLE);
            return;
        }
        var clean = (value.length() > 4 * LONGEST ? value.substring(0, 4 * LONGEST) : value).replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}]+", " ").strip();
        if (!clean.isEmpty()) {
            lines.add(label + ": " + (clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean));
        }
    }
}
