package org.redress.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says of itself, the copy without that, and its name. */
class PictureCopyTests {
    @Test
    void copiesThePictureAndWhichSideIsUpAndNothingElse() throws Exception {
        var photograph = Files.photograph(33);
        var copy = copy("image/jpeg", photograph);

        assertThat(HiddenFacts.of("image/jpeg", new ByteArrayInputStream(photograph), photograph.length)).contains("Where it was taken: " + Files.PLACE);
        assertThat(HiddenFacts.of("image/jpeg", new ByteArrayInputStream(copy), copy.length)).isEmpty();
        var said = ImageMetadataReader.readMetadata(new ByteArrayInputStream(copy));
        assertThat(said.getFirstDirectoryOfType(GpsDirectory.class)).isNull();
        assertThat(said.getFirstDirectoryOfType(ExifIFD0Directory.class).getInt(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(6);
        assertThat(pixels(copy)).isEqualTo(pixels(photograph));
        assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain("after the end");
    }

    @Test
    void copiesADrawingWithoutItsAuthor() throws Exception {
        var drawing = Files.drawing();
        var copy = copy("image/png", drawing);

        assertThat(HiddenFacts.of("image/png", new ByteArrayInputStream(drawing), drawing.length)).anyMatch(line -> line.contains("Ms Featherquill"));
        assertThat(HiddenFacts.of("image/png", new ByteArrayInputStream(copy), copy.length)).isEmpty();
        assertThat(pixels(copy)).isEqualTo(pixels(drawing));
    }

    static Stream<Arguments> incomplete() {
        var whole = Files.drawing();
        // a part that says that it is longer than what is left, which is a few bytes
        var png = Arrays.copyOf(whole, 8 + 25 + 20);
        png[8 + 25] = 1;
        var jpeg = new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 1, 0, 'E', 'x', 'i', 'f', 0, 0};
        // of which a camera's name says that it is longer than what is left
        var exif = Files.photograph(20);
        exif[2 + 4 + 6 + 8 + 2 + 4] = 1;
        return Stream.of(Arguments.of("image/png", png), Arguments.of("image/jpeg", jpeg), Arguments.of("image/jpeg", exif), Arguments.of("image/png", Files.drawing("zTXt", "Author\0\0packed")),
                Arguments.of("image/png", Files.drawing("iTXt", "Author\0\1\0\0\0packed")), Arguments.of("image/heic", new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p'}),
                Arguments.of("video/mp4", new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p'}));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void saysThatItDidNotReadWhatIsPackedOrLongerThanWhatIsLeft(String type, byte[] file) {
        assertThat(HiddenFacts.of(type, new ByteArrayInputStream(file), file.length)).contains(HiddenFacts.NOT_WHOLE);
    }

    @Test
    void readsTextInPlainSightInEachOfItsPlaces() {
        assertThat(facts("image/png", Files.drawing("iTXt", "Author\0\0\0\0\0Ms Featherquill"))).containsExactly("Text: Author: Ms Featherquill");
        assertThat(facts("image/png", Files.drawing())).containsExactly("Text: Author: Ms Featherquill");
        assertThat(facts("image/jpeg", Files.photograph(20))).containsExactly("Where it was taken: " + Files.PLACE, "Camera: Quaggacam");
        assertThat(facts("image/heic", Files.photograph(20))).contains("Where it was taken: " + Files.PLACE, HiddenFacts.NOT_WHOLE);
    }

    private static List<String> facts(String type, byte[] file) {
        return HiddenFacts.of(type, new ByteArrayInputStream(file), file.length);
    }

    /** Every cut and some hundred changes: refused, or a copy, and never anything else. */
    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "image/png"})
    void bearsBrokenPictures(String type) throws Exception {
        var whole = type.equals("image/jpeg") ? Files.photograph(20) : Files.drawing();
        var chance = new Random(11);
        for (int i = 0; i < 300; i++) {
            var broken = Arrays.copyOf(whole, i % 2 == 0 ? whole.length : chance.nextInt(whole.length));
            for (int change = 0; change < 3 && broken.length > 0; change++) {
                broken[chance.nextInt(broken.length)] = (byte) chance.nextInt(256);
            }
            HiddenFacts.of(type, new ByteArrayInputStream(broken), broken.length);
            try {
                copy(type, broken);
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
        assertThatThrownBy(() -> copy(type, Arrays.copyOf(whole, whole.length / 2))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "letter.pdf | letter.pdf", "C:\\Users\\me\\letter.pdf | letter.pdf", "../../etc/passwd | passwd", "..  | file", "'' | file", ". hidden | hidden", "a\u0007b\u202Ec.pdf | abc.pdf",
        "Cafe\u0301.pdf | Caf\u00E9.pdf", "a \u00A0\u2003 b.pdf | a b.pdf", "con/ | file", "\u65E5\u672C.pdf | \u65E5\u672C.pdf"})
    void keepsANameAsText(String sent, String kept) {
        assertThat(FileName.clean(sent)).isEqualTo(kept);
    }

    @Test
    void shortensALongNameAndKeepsItsEnding() {
        assertThat(FileName.clean("n".repeat(400) + ".pdf")).hasSize(150).endsWith("n.pdf");
        assertThat(List.of(FileName.clean(null), FileName.clean("/"))).containsOnly("file");
        assertThat(FileName.disposition(false, "a\"b\\c é*.pdf")).isEqualTo("attachment; filename=\"a_b_c __.pdf\"; filename*=UTF-8''a%22b%5Cc%20%C3%A9%2A.pdf");
    }

    private static byte[] copy(String type, byte[] picture) throws IOException {
        var copy = new ByteArrayOutputStream();
        PictureCopy.write(type, new ByteArrayInputStream(picture), copy);
        return copy.toByteArray();
    }

    private static int[] pixels(byte[] picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
