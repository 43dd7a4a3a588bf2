package org.redress.attachments;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Exif data tells: the entries that matter of the few directories that hold them. Each may point at the same bytes as another, so all that is read is counted, and
 * never more than a part of a file may hold; the notes of makers are left alone.
 */
final class ExifFacts {
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int GPS_DIRECTORY = 0x8825;
    /** A camera writes three of those that are read here. */
    private static final int MOST_DIRECTORIES = 8;
    private static final int ENTRY = 12;
    private static final int INLINE = 4;
    private static final int MOST_READ = 64 * 1024;
    private static final int LONGEST_VALUE = 4096;
    private static final int MARK_OF_CHARSET = 8;
    private static final int RATIONAL = 5;
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
    private static final Set<Integer> OF_WINDOWS = Set.of(ExifDirectoryBase.TAG_WIN_AUTHOR, ExifDirectoryBase.TAG_WIN_TITLE, ExifDirectoryBase.TAG_WIN_COMMENT, ExifDirectoryBase.TAG_WIN_SUBJECT,
            ExifDirectoryBase.TAG_WIN_KEYWORDS);
    private static final Map<Integer, String> LABELS = Map.ofEntries(Map.entry(ExifDirectoryBase.TAG_MAKE, "Maker of the camera"), Map.entry(ExifDirectoryBase.TAG_MODEL, "Camera"),
            Map.entry(ExifDirectoryBase.TAG_SOFTWARE, "Program"), Map.entry(ExifDirectoryBase.TAG_ARTIST, "Author"), Map.entry(ExifDirectoryBase.TAG_COPYRIGHT, "Copyright"),
            Map.entry(ExifDirectoryBase.TAG_HOST_COMPUTER, "Computer"), Map.entry(ExifDirectoryBase.TAG_IMAGE_DESCRIPTION, "Description"),
            Map.entry(ExifDirectoryBase.TAG_DATETIME_ORIGINAL, "Taken"), Map.entry(ExifDirectoryBase.TAG_DATETIME, "Changed"), Map.entry(ExifDirectoryBase.TAG_USER_COMMENT, "Comment"),
            Map.entry(ExifDirectoryBase.TAG_CAMERA_OWNER_NAME, "Owner of the camera"), Map.entry(ExifDirectoryBase.TAG_BODY_SERIAL_NUMBER, "Number of the camera"),
            Map.entry(ExifDirectoryBase.TAG_WIN_AUTHOR, "Author"), Map.entry(ExifDirectoryBase.TAG_WIN_TITLE, "Title"), Map.entry(ExifDirectoryBase.TAG_WIN_COMMENT, "Comment"),
            Map.entry(ExifDirectoryBase.TAG_WIN_SUBJECT, "Subject"), Map.entry(ExifDirectoryBase.TAG_WIN_KEYWORDS, "Keywords"));

    private final ByteBuffer bytes;
    private final Map<String, String> told = new LinkedHashMap<>();
    private final Map<Integer, byte[]> gps = new LinkedHashMap<>();
    private final Set<Integer> seen = new HashSet<>();
    private int read;
    private boolean whole = true;

    private ExifFacts(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * What was found.
     *
     * @param picture whether there is a second picture in it
     * @param whole whether nothing was left out because it is broken or too long
     */
    record Found(Map<String, String> told, Optional<String> place, boolean picture, boolean whole) {}

    /** Reads Exif data that begin at {@code from}. */
    static Found of(byte[] data, int from) throws IOException {
        if (data.length < from + 8) {
            throw new IOException("This Exif data is broken.");
        }
        var bytes = ByteBuffer.wrap(data, from, data.length - from).slice();
        var facts = new ExifFacts(bytes.order(bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN));
        long next = facts.directory(Integer.toUnsignedLong(facts.bytes.getInt(4)), false);
        return new Found(facts.told, facts.place(), next > 0 && next + 2 <= facts.bytes.limit(), facts.whole);
    }

    /** Reads one directory and those within it; tells where the next begins, or 0. */
    private long directory(long at, boolean ofPlace) {
        if (at + 2 > bytes.limit() || seen.size() >= MOST_DIRECTORIES || !seen.add((int) at)) {
            whole = false;
            return 0;
        }
        int entries = Short.toUnsignedInt(bytes.getShort((int) at));
        long end = at + 2 + (long) entries * ENTRY;
        if (end > bytes.limit()) {
            whole = false;
            return 0;
        }
        for (int entry = (int) at + 2; entry < end; entry += ENTRY) {
            int tag = Short.toUnsignedInt(bytes.getShort(entry));
            if (!ofPlace && (tag == EXIF_DIRECTORY || tag == GPS_DIRECTORY)) {
                directory(Integer.toUnsignedLong(bytes.getInt(entry + 8)), tag == GPS_DIRECTORY);
            } else if (ofPlace && tag <= GpsDirectory.TAG_LONGITUDE) {
                var value = value(entry);
                if (value != null) {
                    gps.put(tag, value);
                }
            } else if (!ofPlace && LABELS.containsKey(tag)) {
                var value = value(entry);
                if (value != null) {
                    told.putIfAbsent(LABELS.get(tag), text(tag, value));
                }
            }
        }
        return end + INLINE <= bytes.limit() ? Integer.toUnsignedLong(bytes.getInt((int) end)) : 0;
    }

    private byte @Nullable [] value(int entry) {
        int type = Short.toUnsignedInt(bytes.getShort(entry + 2));
        long length = type < SIZES.length ? SIZES[type] * Integer.toUnsignedLong(bytes.getInt(entry + 4)) : 0;
        long at = length <= INLINE ? entry + 8 : Integer.toUnsignedLong(bytes.getInt(entry + 8));
        if (length == 0) {
            return null;
        }
        if (length > LONGEST_VALUE || at + length > bytes.limit() || read + length > MOST_READ) {
            whole = false;
            return null;
        }
        read += (int) length;
        var value = new byte[(int) length];
        bytes.get((int) at, value);
        return value;
    }

    private static String text(int tag, byte[] value) {
        if (OF_WINDOWS.contains(tag)) {
            return new String(value, StandardCharsets.UTF_16LE);
        }
        if (tag == ExifDirectoryBase.TAG_USER_COMMENT && value.length >= MARK_OF_CHARSET) {
            var mark = new String(value, 0, MARK_OF_CHARSET, StandardCharsets.ISO_8859_1);
            Charset charset = mark.startsWith("UNICODE") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
            return new String(value, MARK_OF_CHARSET, value.length - MARK_OF_CHARSET, charset);
        }
        return new String(value, StandardCharsets.UTF_8);
    }

    private Optional<String> place() {
        var latitude = degrees(GpsDirectory.TAG_LATITUDE, GpsDirectory.TAG_LATITUDE_REF, 'S');
        var longitude = degrees(GpsDirectory.TAG_LONGITUDE, GpsDirectory.TAG_LONGITUDE_REF, 'W');
        // a camera that does not know its place writes nothing but zeros
        if (latitude == null || longitude == null || latitude == 0 && longitude == 0) {
            return Optional.empty();
        }
        return Optional.of(String.format(Locale.ROOT, "%.5f, %.5f", latitude, longitude));
    }

    private @Nullable Double degrees(int tag, int side, char negative) {
        var value = gps.get(tag);
        var letter = gps.get(side);
        if (value == null || value.length < 3 * SIZES[RATIONAL]) {
            return null;
        }
        var numbers = ByteBuffer.wrap(value).order(bytes.order());
        double degrees = 0;
        for (int part = 0, of = 1; part < 3; part++, of *= 60) {
            long number = Integer.toUnsignedLong(numbers.getInt());
            long by = Integer.toUnsignedLong(numbers.getInt());
            degrees += by == 0 ? 0 : (double) number / by / of;
        }
        return letter != null && letter.length > 0 && letter[0] == negative ? -degrees : degrees;
    }
}
