package org.redress.disclosure;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/**
 * A copy of a PDF without what was to be taken out. No page of the file is in it: each is a picture of what was seen, blackened, over the text of what remains and can be seen. So nothing of
 * metadata, remarks, bookmarks, form fields, attachments, earlier revisions, tags or layers can be left, nor a letter under a box that somebody drew before (DAT-02).
 */
final class PdfRedaction {
    /** In points: what a letter's box is wider than its letter. */
    private static final float MARGIN = 1.5f;
    private static final float POINTS = 72;
    private static final float DOTS = 150;
    private static final float MOST_DOTS = 5_000_000;
    private static final float QUALITY = 0.85f;
    private static final float ASCENT = 0.95f;
    private static final float DESCENT = 0.3f;
    private static final int SEEN = 24;
    private static final int MOST_LETTERS = 3_000_000;

    private final NameList names;
    private final List<Area> areas;
    private final Limits limits;
    private final Instant until;

    private PdfRedaction(NameList names, List<Area> areas, Limits limits) {
        this.names = names;
        this.areas = areas;
        this.limits = limits;
        this.until = limits.clock().instant().plus(limits.time());
    }

    /** What a file may cost. */
    record Limits(int pages, Duration time, Clock clock) {}

    /** A letter and where it is seen; none for a blank between two. */
    private record Glyph(String text, Area box, float baseline, float size, boolean upright) {}

    /**
     * Writes the copy.
     *
     * @throws CannotBeRedacted if it cannot be read or is too much, if there is no such page, or if nothing of what was to be taken out is in it
     */
    static TakenOut write(InputStream file, NameList names, List<Area> areas, Limits limits, OutputStream copy) throws IOException {
        try (var pdf = Loader.loadPDF(new RandomAccessReadBuffer(file.readAllBytes()), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            return new PdfRedaction(names, areas, limits).write(pdf, copy);
        } catch (InvalidPasswordException e) {
            throw new CannotBeRedacted("It is protected by a password. Ask for it without one.");
        } catch (StackOverflowError | NegativeArraySizeException | IndexOutOfBoundsException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            throw new CannotBeRedacted("It is broken, so nothing can be taken out of it with certainty. Withhold it as a whole, or print it and scan the paper.");
        }
    }

    private TakenOut write(PDDocument pdf, OutputStream copy) throws IOException {
        int pages = pdf.getNumberOfPages();
        if (pages == 0 || pages > limits.pages()) {
            throw new CannotBeRedacted(pages == 0 ? "It has no page." : "It has " + pages + " pages; at most " + limits.pages() + " at once. Divide it.");
        }
        areas.stream().filter(area -> area.page() < 1 || area.page() > pages).findFirst().ifPresent(area -> {
            throw new CannotBeRedacted("It has no page " + area.page() + ".");
        });
        var notes = new ArrayList<String>();
        flatten(pdf, notes);
        var plain = letters(pdf, false);
        var sorted = letters(pdf, true);
        var black = new ArrayList<>(areas);
        var gone = new HashSet<Area>();
        black(plain, black, gone);
        black(sorted, black, gone);
        if (black.isEmpty()) {
            throw new CannotBeRedacted("None of it is in the text of this file, and no area was given. What is in pictures is taken out by area.");
        }
        tell(pdf, plain, notes);
        try (var made = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            var font = PDType0Font.load(made, Objects.requireNonNull(PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")), true);
            var renderer = new Renderer(pdf);
            for (int page = 1; page <= pages; page++) {
                page(made, pdf.getPage(page - 1), page, renderer, black, plain, gone, font);
            }
            made.getDocumentInformation().setTitle("Redacted copy");
            made.setDocumentId(0L);
            made.save(copy);
        }
        black.sort(Comparator.comparingInt(Area::page).thenComparing(Area::top).thenComparing(Area::left));
        return new TakenOut(black.stream().map(area -> new TakenOut.Place(area.page(), area.text())).distinct().toList(), notes);
    }

    /** What is filled in becomes part of the page, so that it is searched as well. */
    private static void flatten(PDDocument pdf, List<String> notes) {
        var form = pdf.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            return;
        }
        try {
            form.flatten();
        } catch (IOException | RuntimeException e) {
            notes.add("What was filled into its fields could not be read, and is not in the copy.");
        }
    }

    private void tell(PDDocument pdf, List<Glyph> letters, List<String> notes) throws IOException {
        var read = new HashSet<Integer>();
        letters.stream().filter(letter -> !letter.text().isBlank()).forEach(letter -> read.add(letter.box().page()));
        var silent = new ArrayList<String>();
        var pictures = new ArrayList<String>();
        boolean remarks = false;
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            var one = pdf.getPage(page - 1);
            if (!read.contains(page)) {
                silent.add(String.valueOf(page));
            } else if (pictured(one.getResources(), new IdentityHashMap<>())) {
                pictures.add(String.valueOf(page));
            }
            remarks |= !one.getAnnotations().isEmpty();
        }
        if (!silent.isEmpty()) {
            notes.add("No text can be read on page " + String.join(", ", silent) + ": what is there was not searched.");
        }
        if (!pictures.isEmpty()) {
            notes.add("There are pictures on page " + String.join(", ", pictures) + ": what is in them was not searched.");
        }
        if (remarks) {
            notes.add("Remarks and links are not in the copy.");
        }
    }

    private static boolean pictured(PDResources resources, IdentityHashMap<COSBase, Boolean> seen) throws IOException {
        if (resources == null || seen.put(resources.getCOSObject(), true) != null) {
            return false;
        }
        for (var name : resources.getXObjectNames()) {
            var one = resources.getXObject(name);
            if (one instanceof PDImageXObject || one instanceof PDFormXObject form && pictured(form.getResources(), seen)) {
                return true;
            }
        }
        return false;
    }

    /** Every letter, page after page, with blanks where words and lines end. */
    private List<Glyph> letters(PDDocument pdf, boolean sorted) throws IOException {
        var letters = new ArrayList<Glyph>();
        var reader = new PDFTextStripper() {
            @Override
            protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                inTime();
                super.processOperator(operator, operands);
            }

            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                for (var position : positions) {
                    letters.add(glyph(position, getCurrentPageNo()));
                }
                if (letters.size() > MOST_LETTERS) {
                    throw new CannotBeRedacted("It holds more text than can be searched at once. Divide it.");
                }
            }

            @Override
            protected void writeWordSeparator() {
                letters.add(between(" ", getCurrentPageNo()));
            }

            @Override
            protected void writeLineSeparator() {
                letters.add(between("\n", getCurrentPageNo()));
            }

            @Override
            protected void writePageEnd() {
                letters.add(between("\n", getCurrentPageNo()));
            }
        };
        reader.setSortByPosition(sorted);
        // letters that are drawn twice to look bold are one
        reader.setSuppressDuplicateOverlappingText(true);
        reader.getText(pdf);
        return letters;
    }

    private static Glyph between(String text, int page) {
        return new Glyph(text, new Area(page, -1, -1, -1, -1), 0, 0, false);
    }

    private static Glyph glyph(TextPosition at, int page) {
        float size = Math.max(Math.abs(at.getFontSizeInPt()), Math.max(at.getHeight(), 1));
        float wide = Math.max(at.getWidth(), 1);
        boolean upright = at.getDir() == at.getRotation();
        var box = upright ? new Area(page, at.getX() - MARGIN, at.getY() - ASCENT * size, at.getX() + wide + MARGIN, at.getY() + DESCENT * size)
                // whichever way it turns
                : new Area(page, at.getX() - Math.max(wide, size), at.getY() - Math.max(wide, size), at.getX() + Math.max(wide, size), at.getY() + Math.max(wide, size));
        return new Glyph(Objects.requireNonNullElse(at.getUnicode(), ""), box, at.getY(), size, upright);
    }

    private void black(List<Glyph> letters, List<Area> black, Set<Area> gone) {
        var text = new StringBuilder();
        var owner = new int[letters.stream().mapToInt(letter -> letter.text().length()).sum()];
        for (int i = 0; i < letters.size(); i++) {
            Arrays.fill(owner, text.length(), text.length() + letters.get(i).text().length(), i);
            text.append(letters.get(i).text());
        }
        for (var found : names.toTakeOut(text.toString())) {
            Area line = null;
            for (int at = found.from(); at < found.to(); at++) {
                var box = letters.get(owner[at]).box();
                // a blank that was put between two letters has no place
                if (box.right() < 0) {
                    continue;
                }
                gone.add(box);
                boolean goesOn = line != null && line.page() == box.page() && Math.abs(line.top() - box.top()) < 2 && Math.abs(line.bottom() - box.bottom()) < 2;
                if (line != null && !goesOn) {
                    add(black, line);
                }
                line = goesOn ? Objects.requireNonNull(line).with(box) : box;
            }
            if (line != null) {
                add(black, line);
            }
        }
    }

    private static void add(List<Area> black, Area line) {
        boolean within = black.stream().anyMatch(one -> one.page() == line.page() && one.left() <= line.left() && one.top() <= line.top() && one.right() >= line.right() && one.bottom() >= line.bottom());
        if (!within) {
            black.add(line);
        }
    }

    private void page(PDDocument made, PDPage page, int number, Renderer renderer, List<Area> black, List<Glyph> letters, Set<Area> gone, PDType0Font font) throws IOException {
        inTime();
        var crop = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        float wide = turned ? crop.getHeight() : crop.getWidth();
        float high = turned ? crop.getWidth() : crop.getHeight();
        if (!(wide > 0 && high > 0)) {
            throw new CannotBeRedacted("Page " + number + " has no size.");
        }
        float dots = (float) Math.min(DOTS, POINTS * Math.sqrt(MOST_DOTS / (wide * high)));
        var seen = renderer.renderImageWithDPI(number - 1, dots, ImageType.RGB);
        float scale = dots / POINTS;
        blacken(seen, black.stream().filter(area -> area.page() == number).toList(), scale);
        var copy = new PDPage(new PDRectangle(wide, high));
        made.addPage(copy);
        var here = letters.stream().filter(letter -> letter.box().page() == number && letter.upright() && !letter.text().isBlank() && !gone.contains(letter.box())
                && black.stream().noneMatch(area -> area.page() == number && area.holds(middle(letter.box().left(), letter.box().right()), letter.baseline() - letter.size() / 3))
                && isSeen(seen, letter, scale)).toList();
        try (var content = new PDPageContentStream(made, copy)) {
            content.drawImage(JPEGFactory.createFromImage(made, seen, QUALITY, (int) dots), 0, 0, wide, high);
            content.beginText();
            content.setRenderingMode(RenderingMode.NEITHER);
            for (var word : words(here)) {
                write(content, word, high, font);
            }
            content.endText();
        }
    }

    private static float middle(float one, float other) {
        return (one + other) / 2;
    }

    private static void blacken(BufferedImage picture, List<Area> areas, float scale) {
        var pen = picture.createGraphics();
        pen.setColor(Color.BLACK);
        for (var area : areas) {
            int left = (int) Math.floor(area.left() * scale);
            int top = (int) Math.floor(area.top() * scale);
            pen.fillRect(left, top, (int) Math.ceil(area.right() * scale) - left, (int) Math.ceil(area.bottom() * scale) - top);
        }
        pen.dispose();
    }

    /** Whether there is anything but one colour where a letter is said to be: what is under a box, or white on white, is not told. */
    private static boolean isSeen(BufferedImage picture, Glyph letter, float scale) {
        int left = Math.max(0, (int) ((letter.box().left() + MARGIN) * scale));
        int right = Math.min(picture.getWidth() - 1, (int) ((letter.box().right() - MARGIN) * scale));
        int top = Math.max(0, (int) ((letter.baseline() - letter.size() * 0.8f) * scale));
        int bottom = Math.min(picture.getHeight() - 1, (int) ((letter.baseline() + letter.size() * 0.2f) * scale));
        int darkest = 255;
        int lightest = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                int colour = picture.getRGB(x, y);
                int light = ((colour >> 16 & 255) * 3 + (colour >> 8 & 255) * 6 + (colour & 255)) / 10;
                darkest = Math.min(darkest, light);
                lightest = Math.max(lightest, light);
            }
        }
        return lightest - darkest >= SEEN;
    }

    /** Letters of one line that stand together. */
    private static List<List<Glyph>> words(List<Glyph> letters) {
        var words = new ArrayList<List<Glyph>>();
        Glyph last = null;
        for (var letter : letters) {
            boolean goesOn = last != null && Math.abs(last.baseline() - letter.baseline()) < 1 && Math.abs(last.size() - letter.size()) < 1
                    && letter.box().left() > last.box().left() - MARGIN && letter.box().left() - last.box().right() < letter.size() * 0.15f - 2 * MARGIN + 1;
            if (!goesOn) {
                words.add(new ArrayList<>());
            }
            words.get(words.size() - 1).add(letter);
            last = letter;
        }
        return words;
    }

    private static void write(PDPageContentStream content, List<Glyph> word, float high, PDType0Font font) throws IOException {
        var text = new StringBuilder();
        for (var letter : word) {
            letter.text().codePoints().filter(sign -> hasShape(font, sign)).forEach(text::appendCodePoint);
        }
        if (text.isEmpty()) {
            return;
        }
        var first = word.get(0);
        float wide = word.get(word.size() - 1).box().right() - first.box().left() - 2 * MARGIN;
        float natural = font.getStringWidth(text.toString()) / 1000 * first.size();
        content.setFont(font, first.size());
        content.setHorizontalScaling(natural > 0 && wide > 0 ? Math.min(1000, 100 * wide / natural) : 100);
        content.setTextMatrix(Matrix.getTranslateInstance(first.box().left() + MARGIN, high - first.baseline()));
        content.showText(text.toString());
    }

    private static boolean hasShape(PDType0Font font, int sign) {
        try {
            font.encode(new String(Character.toChars(sign)));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private void inTime() {
        if (limits.clock().instant().isAfter(until)) {
            throw new CannotBeRedacted("It takes too long to draw, so nothing can be taken out of it. Withhold it as a whole, or print it and scan the paper.");
        }
    }

    /** Draws pages without remarks, and not for ever. */
    private final class Renderer extends PDFRenderer {
        Renderer(PDDocument pdf) {
            super(pdf);
            setAnnotationsFilter(annotation -> false);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            var drawer = new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    inTime();
                    super.processOperator(operator, operands);
                }
            };
            drawer.setAnnotationFilter(getAnnotationsFilter());
            return drawer;
        }
    }
}
