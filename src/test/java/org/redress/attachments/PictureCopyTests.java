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
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
