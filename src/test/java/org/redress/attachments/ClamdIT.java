package org.redress.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** A real clamd with one signature of our own, which names a harmless line; where none is installed, the test says so and is skipped. */
class ClamdIT {
    private static final Path CLAMD = Stream.of("/usr/sbin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd").map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);

    @TempDir
    private static Path folder;
    private static Process clamd;

    @BeforeAll
    static void startsClamd() throws Exception {
        assumeTrue(CLAMD != null, "Skipped: there is no clamd on this machine. CI installs Debian's clamav-daemon; elsewhere install it to run this test.");
        var signatures = Files.createDirectory(folder.resolve("signatures"));
        // name, any kind of file, anywhere in it, the bytes
        Files.writeString(signatures.resolve("redress.ndb"), "Redress.Harmless.Test:0:*:" + HexFormat.of().formatHex(PretendScanner.SIGNATURE.getBytes(StandardCharsets.US_ASCII)) + "\n");
        var settings = Files.write(folder.resolve("clamd.conf"), List.of("Foreground yes", "LocalSocket " + socket(), "DatabaseDirectory " + signatures, "LogFile " + folder.resolve("log"),
                "StreamMaxLength 1M", "MaxThreads 2"));
        clamd = new ProcessBuilder(CLAMD.toString(), "--config-file=" + settings).redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile()).start();
        var scanner = scanner("unix:" + socket());
        for (int i = 0; i < 300 && clamd.isAlive() && !scanner.isThere(); i++) {
            // until it has read its signatures
            clamd.waitFor(100, TimeUnit.MILLISECONDS);
        }
        assertThat(scanner.isThere()).as(() -> read(folder.resolve("out"))).isTrue();
    }

    @AfterAll
    static void stopsClamd() throws InterruptedException {
        if (clamd != null) {
            clamd.destroy();
            clamd.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void findsOurLineAndNothingElse() throws IOException {
        var scanner = scanner("unix:" + socket());

        assertThat(scanner.look(bytes("An ordinary letter."))).isEmpty();
        assertThat(scanner.look(bytes("A file with " + PretendScanner.SIGNATURE + " in it."))).hasValueSatisfying(found -> assertThat(found).startsWith("Redress.Harmless.Test"));
        assertThat(scanner.look(bytes("x".repeat(900_000)))).isEmpty();
    }

    @Test
    void saysThatNobodyLookedAtWhatIsTooLarge() {
        var scanner = scanner("unix:" + socket());

        assertThatThrownBy(() -> scanner.look(bytes("x".repeat(3_000_000)))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> scanner("unix:" + folder.resolve("nobody")).look(bytes("x"))).isInstanceOf(IOException.class);
        assertThat(scanner("tcp:127.0.0.1:1").isThere()).isFalse();
        assertThatThrownBy(() -> scanner("clamd")).hasMessageContaining("unix:/run/clamav/clamd.ctl or tcp:HOST:3310");
    }

    private static Scanner scanner(String address) {
        return new Scanner(new MockEnvironment().withProperty("redress.attachments.scanner", address), Duration.ofSeconds(20));
    }

    private static Path socket() {
        return folder.resolve("clamd.ctl");
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "clamd said nothing.";
        }
    }
}
