package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The folder {@code modeler} with the packages of its lock file, which npm installs once. */
final class ModelerPackages {
    static final Path FOLDER = Path.of("modeler");
    /** What goes to Node and comes from it. */
    private static final Path EXCHANGED = Path.of("target", "modeler");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelerPackages() {}

    /** Installs what the lock file names, unless that is there; of two JVMs that run tests one waits for the other. */
    static synchronized void install() throws IOException, InterruptedException {
        var wanted = FOLDER.resolve("package-lock.json");
        var installed = FOLDER.resolve("node_modules").resolve(".package-lock.json");
        Files.createDirectories(EXCHANGED);
        try (var turn = FileChannel.open(EXCHANGED.resolve("install.turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var held = turn.lock()) {
            assertThat(held.isValid()).isTrue();
            if (!Files.exists(installed) || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0) {
                run("npm", "ci", "--no-audit", "--no-fund");
            }
        }
    }

    /** Runs a program in the folder, and fails with what it printed if it ends with anything but 0. */
    static String run(String... command) throws IOException, InterruptedException {
        Files.createDirectories(EXCHANGED);
        var printed = Files.createTempFile(EXCHANGED, "printed", ".txt");
        var process = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).redirectOutput(printed.toFile()).start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        var text = Files.readString(printed);
        assertThat(process.exitValue()).as(() -> String.join(" ", command) + " printed:\n" + text).isZero();
        return text;
    }

    /** What a script of the folder {@code modeler/test} answers to something. */
    static JsonNode ask(String script, Object question) throws IOException, InterruptedException {
        Files.createDirectories(EXCHANGED);
        var asked = EXCHANGED.resolve(script + ".question.json").toAbsolutePath();
        var answered = EXCHANGED.resolve(script + ".answer.json").toAbsolutePath();
        JSON.writeValue(asked.toFile(), question);
        Files.deleteIfExists(answered);
        run("node", "test/" + script, asked.toString(), answered.toString());
        return JSON.readTree(answered.toFile());
    }

    /** The rules of the linter, by their files. */
    static List<String> rules() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("bpmnlint-plugin-redress").resolve("rules"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.js$", "")).sorted().toList();
        }
    }
}
