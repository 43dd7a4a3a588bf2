package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a folder of models is laid out, every file in it counts once, or a sentence says why not. */
class FolderOfModelsTests {
    private static final List<String> NAMES = List.of("processes", "forms");

    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void thereIsAFolder() throws IOException {
        folder = Files.createDirectories(directory.resolve("models"));
        write("processes/visit.bpmn");
        write("processes/of-councils/tone.dmn");
        write("forms/visit.form");
    }

    @Test
    void holdsModelsInFoldersOfItsOwn() throws IOException {
        assertThat(read(folder)).containsExactly("forms/visit.form", "processes/of-councils/tone.dmn", "processes/visit.bpmn");
    }

    @Test
    void canBeALinkAndHoldLinks() throws IOException {
        var shared = Files.createDirectories(directory.resolve("shared"));
        Files.writeString(shared.resolve("letter.bpmn"), "x");
        Files.createSymbolicLink(folder.resolve("processes/shared"), shared);
        Files.createSymbolicLink(folder.resolve("processes/call.bpmn"), folder.resolve("processes/visit.bpmn"));
        var linked = Files.createDirectories(directory.resolve("linked"));
        for (var name : NAMES) {
            Files.createSymbolicLink(linked.resolve(name), folder.resolve(name));
        }

        assertThat(read(linked)).containsExactly("forms/visit.form", "processes/call.bpmn", "processes/of-councils/tone.dmn", "processes/shared/letter.bpmn", "processes/visit.bpmn");
    }

    /** Kubernetes puts the files into a folder with the time in its name, links ..data to it, and each file to what is in ..data. */
    @Test
    void canBeMountedByKubernetes() throws IOException {
        for (var name : NAMES) {
            var files = Files.createDirectories(directory.resolve("mounted/" + name + "/..2026_11_29_10_00_00.123456789"));
            Files.writeString(files.resolve(name.equals("forms") ? "visit.form" : "visit.bpmn"), "x");
            Files.createSymbolicLink(files.resolveSibling("..data"), files.getFileName());
            Files.createSymbolicLink(files.resolveSibling(name.equals("forms") ? "visit.form" : "visit.bpmn"), Path.of("..data", name.equals("forms") ? "visit.form" : "visit.bpmn"));
        }

        assertThat(read(directory.resolve("mounted"))).containsExactly("forms/visit.form", "processes/visit.bpmn");
    }

    @Test
    void saysWhichLinksLeadNowhereOrInACircle() throws IOException {
        Files.createSymbolicLink(folder.resolve("processes/gone.bpmn"), folder.resolve("nowhere"));
        Files.createSymbolicLink(folder.resolve("processes/of-councils/up"), folder.resolve("processes"));

        assertThat(findings(folder)).containsExactly(
                "links | processes/gone.bpmn, the folder: it is a link that leads nowhere; take it out, or let it lead to a file.",
                "links | processes/of-councils/up, the folder: it is a link back to a folder that it lies in; take it out.");
    }

    @Test
    void isNeverEmptyWithoutAWord() throws IOException {
        var empty = Files.createDirectories(directory.resolve("empty/processes")).getParent();
        Files.createSymbolicLink(empty.resolve("forms"), directory.resolve("nowhere"));
        Files.writeString(empty.resolve("processes/.visit.bpmn"), "x");
        Files.writeString(empty.resolve("processes/readme.txt"), "x");

        assertThat(findings(empty)).satisfiesExactly(
                forms -> assertThat(forms).startsWith("folder | forms, the folder: redress.models names a folder without forms: ").contains("is a link that leads nowhere"),
                processes -> assertThat(processes).startsWith("folder | processes, the folder: ").contains("holds no model (.bpmn) and no table (.dmn)"));
    }

    @Test
    void saysWhichFilesAreTooLargeWithoutReadingThem() throws IOException {
        try (var large = new RandomAccessFile(folder.resolve("processes/large.bpmn").toFile(), "rw")) {
            large.setLength(Models.LARGEST + 1L);
        }

        assertThat(findings(folder)).containsExactly("size | processes/large.bpmn, the folder: it has more than 2000000 bytes; divide it.");
    }

    private void write(String file) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "x");
    }

    private static List<String> read(Path folder) throws IOException {
        return List.copyOf(FolderOfModels.read(folder, NAMES).keySet());
    }

    private static List<String> findings(Path folder) {
        return catchThrowableOfType(ModelsRefused.class, () -> FolderOfModels.read(folder, NAMES)).findings().stream().map(finding -> finding.rule() + " | " + finding).toList();
    }
}
