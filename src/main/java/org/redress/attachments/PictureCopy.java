package org.redress.attachments;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a JPEG or PNG without what it says of itself: the picture stays as it is, to the bit, and so does which side is up. What follows
 * the end of the picture, such as the film of a live photograph, is left out as well.
 */
final class PictureCopy {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int ORIENTATION = 0x0112;
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int IEND = 0x49454E44;
    /** What a PNG needs to look as it does; all else that it may do without goes. */
    private static final Set<String> SHOWN = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "bKGD", "acTL", "fcTL", "fdAT");
    private static final int LONGEST_KEPT_APART = 64 * 1024;

    private PictureCopy() {}

    /** Whether there is such a copy of files of this type. */
    static boolean isPossible(String type) {
        return type.equals("image/jpeg") || type.equals("image/png");
    }

    /**
     * Writes the copy.
     *
     * @throws IOException if it is no whole picture of its type
     */
    static void write(String type, InputStream from, OutputStream to) throws IOException {
        var in = new DataInputStream(from);
        var out = new DataOutputStream(to);
        if (type.equals("image/jpeg")) {
            jpeg(in, out);
        } else {
            png(in, out);
        }
        out.flush();
    }

    private static void jpeg(DataInputStream in, DataOutputStream out) throws IOException {
        if (in.readUnsignedShort() != (0xFF00 | SOI)) {
            throw new IOException("This is no JPEG.");
        }
        out.writeShort(0xFF00 | SOI);
        int marker = marker(in);
        while (marker != EOI) {
            if (standsAlone(marker)) {
                marker(out, marker);
                marker = marker(in);
                continue;
            }
            int length = in.readUnsignedShort() - 2;
            if (length < 0) {
                throw new IOException("This JPEG is broken.");
            }
            var segment = in.readNBytes(length);
            if (segment.length < length) {
                throw new EOFException();
            }
            segment(out, marker, segment);
            marker = marker == SOS ? scan(in, out) : marker(in);
        }
        marker(out, EOI);
    }

    private static void segment(DataOutputStream out, int marker, byte[] segment) throws IOException {
        boolean ofProgram = marker >= APP0 && marker <= APP15;
        boolean colours = marker == APP2 && begins(segment, "ICC_PROFILE") || marker == APP14 && begins(segment, "Adobe");
        boolean basic = marker == APP0 && begins(segment, "JFIF");
        if (marker == APP1 && begins(segment, "Exif")) {
            var side = sideUp(segment);
            if (side != null && side > 1 && side <= 8) {
                sideUp(out, side);
            }
        } else if (basic) {
            // without the small picture that may be in it
            write(out, marker, withoutThumbnail(segment));
        } else if (!ofProgram && marker != COMMENT || colours) {
            write(out, marker, segment);
        }
    }

    private static void write(DataOutputStream out, int marker, byte[] segment) throws IOException {
        marker(out, marker);
        out.writeShort(segment.length + 2);
        out.write(segment);
    }

    private static byte[] withoutThumbnail(byte[] jfif) {
        int header = 14;
        var bare = Arrays.copyOf(jfif, Math.min(header, jfif.length));
        if (bare.length == header) {
            bare[header - 2] = 0;
            bare[header - 1] = 0;
        }
        return bare;
    }

    /** The picture itself, up to the next marker, which is given. */
    private static int scan(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int one = in.readUnsignedByte();
            if (one != 0xFF) {
                out.write(one);
                continue;
            }
            int next = in.readUnsignedByte();
            while (next == 0xFF) {
                next = in.readUnsignedByte();
            }
            if (next != 0 && !isRestart(next)) {
                return next;
            }
            out.write(0xFF);
            out.write(next);
        }
    }

    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw new IOException("This JPEG is broken.");
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private static void marker(DataOutputStream out, int marker) throws IOException {
        out.writeShort(0xFF00 | marker);
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || isRestart(marker);
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    private static boolean begins(byte[] segment, String with) {
        if (segment.length < with.length()) {
            return false;
        }
        for (int i = 0; i < with.length(); i++) {
            if (segment[i] != with.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Which side is up, from the first directory of the Exif data. */
    private static @Nullable Integer sideUp(byte[] exif) {
        int base = 6;
        if (exif.length < base + 8) {
            return null;
        }
        boolean little = exif[base] == 'I';
        long first = number(exif, base + 4, 4, little);
        long at = base + first;
        if (at + 2 > exif.length) {
            return null;
        }
        long entries = number(exif, (int) at, 2, little);
        for (long entry = at + 2; entries > 0 && entry + 12 <= exif.length; entry += 12, entries--) {
            if (number(exif, (int) entry, 2, little) == ORIENTATION) {
                return (int) number(exif, (int) entry + 8, 2, little);
            }
        }
        return null;
    }

    private static long number(byte[] bytes, int at, int length, boolean little) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | Byte.toUnsignedLong(bytes[at + (little ? length - 1 - i : i)]);
        }
        return number;
    }

    /** Exif data that says nothing but which side is up. */
    private static void sideUp(DataOutputStream out, int side) throws IOException {
        marker(out, APP1);
        out.writeShort(2 + 6 + 8 + 2 + 12 + 4);
        out.writeBytes("Exif\0\0MM");
        out.writeShort(42);
        out.writeInt(8);
        out.writeShort(1);
        out.writeShort(ORIENTATION);
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(side);
        out.writeShort(0);
        out.writeInt(0);
    }

    private static void png(DataInputStream in, DataOutputStream out) throws IOException {
        if (in.readLong() != PNG) {
            throw new IOException("This is no PNG.");
        }
        out.writeLong(PNG);
        int type = 0;
        while (type != IEND) {
            int length = in.readInt();
            type = in.readInt();
            if (length < 0) {
                throw new IOException("This PNG is broken.");
            }
            boolean shown = SHOWN.contains(name(type));
            if (shown) {
                out.writeInt(length);
                out.writeInt(type);
            }
            // with the four bytes of its check
            pass(in, shown ? out : OutputStream.nullOutputStream(), length + 4L);
        }
    }

    private static String name(int type) {
        return new StringBuilder().append((char) (type >>> 24)).append((char) (type >>> 16 & 0xFF)).append((char) (type >>> 8 & 0xFF)).append((char) (type & 0xFF)).toString();
    }

    private static void pass(InputStream in, OutputStream out, long length) throws IOException {
        var piece = new byte[LONGEST_KEPT_APART];
        for (long left = length; left > 0;) {
            int read = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(piece, 0, read);
            left -= read;
        }
    }
}
