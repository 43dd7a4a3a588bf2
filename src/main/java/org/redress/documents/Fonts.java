package org.redress.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The family with which pages are written, Liberation Sans; without a font of its own an accessible PDF holds not one letter of text. */
final class Fonts {
    /** As the style sheets name it. */
    static final String FAMILY = "Letters";

    /** Where a TrueType font says how many tables it has, where they are listed, and how long an entry is (OpenType, "Table directory"). */
    private static final int TABLES = 4;
    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;
    private static final String LIGATURES = "GSUB";

    private static final byte[] REGULAR = read("LiberationSans-Regular.ttf");
    private static final byte[] BOLD = read("LiberationSans-Bold.ttf");
    private static final CmapLookup SHAPES = shapes(REGULAR);
    private static final CmapLookup BOLD_SHAPES = shapes(BOLD);

    private Fonts() {}

    static InputStream regular() {
        return new ByteArrayInputStream(REGULAR);
    }

    static InputStream bold() {
        return new ByteArrayInputStream(BOLD);
    }

    /** Whether there is a shape for it, from left to right: pages are not set from right to left. */
    static boolean draw(int sign) {
        byte direction = Character.getDirectionality(sign);
        return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                && SHAPES.getGlyphId(sign) > 0 && BOLD_SHAPES.getGlyphId(sign) > 0;
    }

    private static CmapLookup shapes(byte[] font) {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(font)).getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String name) {
        try (var font = Objects.requireNonNull(Fonts.class.getResourceAsStream("/liberation/" + name), name)) {
            return withoutLigatures(font.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its table of ligatures is not found: applying it takes PDFBox half the time of a letter, and "fi" of two letters is read back as two everywhere. */
    private static byte[] withoutLigatures(byte[] font) {
        int tables = ByteBuffer.wrap(font).getShort(TABLES);
        for (int i = 0; i < tables; i++) {
            int at = DIRECTORY + i * ENTRY;
            if (new String(font, at, LIGATURES.length(), StandardCharsets.US_ASCII).equals(LIGATURES)) {
                font[at] = 'x';
            }
        }
        return font;
    }
}
