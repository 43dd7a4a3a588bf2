package org.redress.attachments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a PDF tells that nobody sees who reads it, as far as it stands there in plain sight: its table of author, program and title, the same in XMP, and signs of notes, files and
 * earlier versions inside (DAT-04). Nothing is unpacked and nothing followed, so a PDF that packs or locks its parts is never said to be read whole. Whatever begins is looked for
 * a number of times at most, and its end a bounded way ahead, so that the time grows with the length of the file and no faster; what is left out by that is said too.
 */
final class PdfFacts {
    private static final String INSIDE = "Inside it";
    private static final int EACH_END = 4 * 1024 * 1024;
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_PACKET = 0xFFFF;
    private static final int MOST_PACKETS = 20;
    /** How many places at which XMP could begin are looked at. */
    static final int MOST_STARTS = 200;
    /** How many entries with a name of the table are looked at; each bookmark has one. */
    static final int MOST_KEYS = 2000;
    private static final String BEGIN_OF_PACKET = "<x:xmpmeta";
    private static final String END_OF_PACKET = "</x:xmpmeta>";
    private static final int NEAR = 800;

    private static final Pattern KEY = Pattern.compile("/(Author|Creator|Producer|Title|Subject|Keywords|Company)\\s{0,9}(?=[(<])");
    private static final Pattern OF_THE_TABLE = Pattern.compile("/(Producer|CreationDate|ModDate|Author)\\b");
    private static final Map<String, String> LABELS = Map.of("Author", "Author", "Creator", "Made with", "Producer", "Made with", "Title", "Title", "Subject", "Subject", "Keywords", "Keywords", "Company", "Organisation");
    private static final Pattern PACKED = Pattern.compile("/(ObjStm|Encrypt)\\b");
    /** The beginning of a stream of XMP, and what leads to one. */
    private static final Pattern STREAM_OF_XMP = Pattern.compile("/Type\\s{0,9}/Metadata\\b|/Subtype\\s{0,9}/XML\\b");
    private static final Pattern TO_XMP = Pattern.compile("/Metadata\\s{1,9}(\\d{1,10})\\s{1,9}\\d{1,5}\\s{1,9}R\\b");
    private static final Pattern METADATA = Pattern.compile("/Metadata\\b");
    private static final Pattern END_OF_STREAM = Pattern.compile("endstream|endobj");
    private static final Pattern NOTE = Pattern.compile("/Subtype\\s{0,9}/(Text|Popup|FreeText|Highlight|StrikeOut|Underline|Squiggly|Ink|Stamp)\\b");
    private static final Pattern OTHER_FILE = Pattern.compile("/(EmbeddedFiles?|Filespec)\\b");
    private static final Pattern END = Pattern.compile("%%EOF");

    private PdfFacts() {}

    /**
     * What was found.
     *
     * @param packets of XMP, as they stand there
     * @param exif where in {@code bytes} a photograph may begin to tell
     */
    record Found(byte[] bytes, List<byte[]> packets, List<Integer> exif) {}

    static Found read(InputStream content, long length, OfficeFacts.Telling told) throws IOException {
        var bytes = ends(content, length);
        if (bytes.length < length) {
            told.notWhole();
        }
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean locked = text.contains("/Encrypt");
        if (PACKED.matcher(text).find()) {
            told.notWhole();
        }
        if (!locked) {
            table(text, told);
        }
        if (NOTE.matcher(text).find()) {
            told.that(INSIDE, "notes");
        }
        if (OTHER_FILE.matcher(text).find()) {
            told.that(INSIDE, "another file");
        }
        if (!text.contains("/Linearized") && END.matcher(text).results().limit(2).count() > 1) {
            told.that(INSIDE, "what stood there before it was saved again");
        }
        var packets = packets(text, bytes, told);
        if (!allXmp(text, packets)) {
            told.notWhole();
        }
        return new Found(bytes, packets.values().stream().toList(), photographs(text, told));
    }

    /** The beginning and the end, where a PDF says what it is. */
    private static byte[] ends(InputStream content, long length) throws IOException {
        if (length <= 2L * EACH_END) {
            return content.readNBytes(2 * EACH_END);
        }
        var both = new ByteArrayOutputStream();
        both.write(content.readNBytes(EACH_END));
        content.skipNBytes(length - 2L * EACH_END);
        both.write(content.readNBytes(EACH_END));
        return both.toByteArray();
    }

    private static void table(String text, OfficeFacts.Telling told) {
        var key = KEY.matcher(text);
        for (int keys = 0; key.find(); keys++) {
            if (keys == MOST_KEYS) {
                told.notWhole();
                return;
            }
            // bookmarks and fields have titles as well, which people see
            var near = text.substring(Math.max(0, key.start() - NEAR), Math.min(text.length(), key.end() + NEAR));
            if (OF_THE_TABLE.matcher(near).find()) {
                told.that(LABELS.get(key.group(1)), string(text, key.end(), told));
            }
        }
    }

    /** A text in brackets or in hexadecimal digits. */
    private static String string(String text, int at, OfficeFacts.Telling told) {
        var bytes = new ByteArrayOutputStream();
        if (text.charAt(at) == '<') {
            var ahead = ahead(text, at + 1, 2 * LONGEST_TEXT);
            int end = ahead.indexOf('>');
            if (end < 0) {
                told.notWhole();
            }
            var digits = (end < 0 ? ahead : ahead.substring(0, end)).replaceAll("[^0-9A-Fa-f]", "");
            for (int digit = 0; digit + 1 < digits.length(); digit += 2) {
                bytes.write(Integer.parseInt(digits.substring(digit, digit + 2), 16));
            }
            return decoded(bytes.toByteArray());
        }
        int depth = 0;
        for (int i = at; i < text.length() && bytes.size() < LONGEST_TEXT; i++) {
            char sign = text.charAt(i);
            if (sign == '\\' && i + 1 < text.length()) {
                i = escaped(text, i + 1, bytes);
            } else if (sign == '(' && depth++ == 0) {
                continue;
            } else if (sign == ')' && --depth == 0) {
                return decoded(bytes.toByteArray());
            } else {
                bytes.write(sign);
            }
        }
        told.notWhole();
        return decoded(bytes.toByteArray());
    }

    private static String ahead(String text, int from, int most) {
        return text.substring(from, Math.min(text.length(), from + most));
    }

    private static int escaped(String text, int at, ByteArrayOutputStream bytes) {
        char sign = text.charAt(at);
        if (sign >= '0' && sign <= '7') {
            int end = at;
            while (end < at + 3 && end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
                end++;
            }
            bytes.write(Integer.parseInt(text.substring(at, end), 8));
            return end - 1;
        }
        bytes.write(sign == 'n' || sign == 'r' || sign == 't' ? ' ' : sign);
        return at;
    }

    private static String decoded(byte[] bytes) {
        Charset charset = bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF ? StandardCharsets.UTF_16
                : bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return new String(bytes, charset);
    }

    /** The packets of XMP by where they begin. */
    private static Map<Integer, byte[]> packets(String text, byte[] bytes, OfficeFacts.Telling told) {
        var packets = new LinkedHashMap<Integer, byte[]>();
        int starts = 0;
        for (int at = text.indexOf(BEGIN_OF_PACKET); at >= 0; at = text.indexOf(BEGIN_OF_PACKET, at + 1)) {
            if (starts++ == MOST_STARTS || packets.size() == MOST_PACKETS) {
                told.notWhole();
                break;
            }
            int length = ahead(text, at, LONGEST_PACKET).indexOf(END_OF_PACKET);
            if (length < 0) {
                told.notWhole();
            } else {
                packets.put(at, Arrays.copyOfRange(bytes, at, at + length + END_OF_PACKET.length()));
            }
        }
        return packets;
    }

    /** Whether each stream of XMP has shown a packet, and there is one for each place that leads to one: a stream that is packed shows none. */
    private static boolean allXmp(String text, Map<Integer, byte[]> packets) {
        var streams = STREAM_OF_XMP.matcher(text);
        for (int found = 0; streams.find(); found++) {
            if (found == MOST_STARTS) {
                return false;
            }
            var ahead = ahead(text, streams.end(), LONGEST_PACKET);
            var end = END_OF_STREAM.matcher(ahead);
            int begin = ahead.indexOf(BEGIN_OF_PACKET);
            if (begin < 0 || !packets.containsKey(streams.end() + begin) || end.find() && end.start() < begin) {
                return false;
            }
        }
        long ledTo = TO_XMP.matcher(text).results().map(to -> to.group(1)).distinct().limit(MOST_STARTS).count();
        return ledTo <= packets.size() && (!packets.isEmpty() || !METADATA.matcher(text).find());
    }

    private static List<Integer> photographs(String text, OfficeFacts.Telling told) {
        var places = new ArrayList<Integer>();
        for (int at = text.indexOf("Exif\0\0"); at >= 0; at = text.indexOf("Exif\0\0", at + 1)) {
            if (places.size() == MOST_PACKETS) {
                told.notWhole();
                break;
            }
            places.add(at);
        }
        return places;
    }
}
