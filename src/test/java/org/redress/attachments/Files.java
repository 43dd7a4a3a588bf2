package org.redress.attachments;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Harmless files for the tests, made here. */
public final class Files {
    /** Where the picture says that it was taken. */
    public static final String PLACE = "51.27870, 1.08390";

    private Files() {}

    /** A letter as a PDF, as small as one can be. */
    public static byte[] pdf(String text) {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% " + text + "\ntrailer<</Root 1 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A photograph that says where it was taken, with which camera, and which side is up. */
    public static byte[] photograph(int width) {
        var jpeg = picture("jpg", width);
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(exif());
        bytes.write(jpeg, 2, jpeg.length - 2);
        // the film of a live photograph
        bytes.writeBytes("after the end".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** A picture that names its author. */
    public static byte[] drawing() {
        return drawing("tEXt", "Author\0Ms Featherquill");
    }

    /** A picture with a chunk of text. */
    static byte[] drawing(String chunk, String content) {
        var png = picture("png", 20);
        var text = content.getBytes(StandardCharsets.ISO_8859_1);
        int header = 8 + 25;
        return write(out -> {
            out.write(png, 0, header);
            chunk(out, chunk, text);
            out.write(png, header, png.length - header);
        });
    }

    /** A Word document, or as much of one as tells that it is one. */
    public static byte[] document() {
        return zip("[Content_Types].xml", "<Types/>");
    }

    /** An archive with one file. */
    public static byte[] zip(String name, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] picture(String format, int width) {
        var image = new BufferedImage(width, width / 2 + 1, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, x / 2, new Color(x * 5 % 256, 80, 120).getRGB());
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Camera, side and place, as a camera writes them. */
    private static byte[] exif() {
        var camera = "Quaggacam\0".getBytes(StandardCharsets.US_ASCII);
        int first = 8;
        int gps = first + 2 + 3 * 12 + 4;
        int data = gps + 2 + 4 * 12 + 4;
        var tiff = write(out -> {
            out.writeBytes("MM");
            out.writeShort(42);
            out.writeInt(first);
            out.writeShort(3);
            entry(out, 0x0110, 2, camera.length, data);
            entry(out, 0x0112, 3, 1, 6 << 16);
            entry(out, 0x8825, 4, 1, gps);
            out.writeInt(0);
            out.writeShort(4);
            entry(out, 1, 2, 2, 'N' << 24);
            entry(out, 2, 5, 3, data + camera.length);
            entry(out, 3, 2, 2, 'E' << 24);
            entry(out, 4, 5, 3, data + camera.length + 24);
            out.writeInt(0);
            out.write(camera);
            degrees(out, 51, 16, 4332);
            degrees(out, 1, 5, 204);
        });
        return write(out -> {
            out.writeShort(0xFFE1);
            out.writeShort(2 + 6 + tiff.length);
            out.writeBytes("Exif\0\0");
            out.write(tiff);
        });
    }

    private static void entry(DataOutputStream out, int tag, int type, int count, int value) throws IOException {
        out.writeShort(tag);
        out.writeShort(type);
        out.writeInt(count);
        out.writeInt(value);
    }

    /** Seconds in hundredths. */
    private static void degrees(DataOutputStream out, int degrees, int minutes, int seconds) throws IOException {
        for (int number : new int[] {degrees, 1, minutes, 1, seconds, 100}) {
            out.writeInt(number);
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        var check = new CRC32();
        check.update(type.getBytes(StandardCharsets.US_ASCII));
        check.update(data);
        out.writeInt(data.length);
        out.writeBytes(type);
        out.write(data);
        out.writeInt((int) check.getValue());
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] write(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
