package org.redress.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is read apart from the packaged product too, where its classes lie in a jar within a jar; integration tests come after the packaging. */
class ReadFromJarIT {
    private static final Path JAR = Path.of("target/redress.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void readsAnEmailInAProcessOfItsOwn() throws IOException, InterruptedException {
        assertThat(JAR).as("./mvnw package makes it").exists();
        // an e-mail by what is in it: nothing of it is read in the process of the command
        var file = Files.writeString(folder.resolve("decision.txt"), "From: a@example.org\r\nTo: b@example.org\r\nSubject: Decision\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + Files.readString(Path.of("src/test/resources/decisions/development/b01-homeless-interim.txt")));

        var read = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-jar", JAR.toString(), "read", file.toString()).directory(folder.toFile())
                .redirectErrorStream(true).start();
        var said = new String(read.getInputStream().readAllBytes(), UTF_8);

        assertThat(read.waitFor()).as(said).isZero();
        assertThat(said).contains("Reference: 21 004 118", "1. apology, for Ms T, within 4 weeks of the decision, due Mon 14 Mar 2022");
    }
}
