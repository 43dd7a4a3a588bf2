package org.redress.models;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The models, tables and forms as they lie in the project. */
final class ProjectFiles {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final Path SOURCES = Path.of("src/main/java/org/redress");

    /** Read once, because the parser checks each model against the schema of BPMN. */
    private static List<BpmnFile> models;

    private ProjectFiles() {
    }

    static synchronized List<BpmnFile> models() {
        if (models == null) {
            Project project = project();
            models = paths(PROCESSES, ".bpmn").map(path -> BpmnFile.parse(name(path), read(path), project)).toList();
        }
        return models;
    }

    static List<DmnFile> decisions() {
        return paths(PROCESSES, ".dmn").map(path -> DmnFile.parse(name(path), read(path))).toList();
    }

    static List<FormFile> forms() {
        return paths(FORMS, ".form").map(path -> FormFile.parse(name(path), read(path))).toList();
    }

    private static Project project() {
        return new Project(stems(FORMS, ".form"), stems(PROCESSES, ".dmn"), stems(PROCESSES, ".bpmn"), beans(),
                Deadlines.owed(decisions()));
    }

    /** What the sources of the product say, those of the models left out. */
    static Stream<String> sources() {
        return paths(SOURCES, ".java").filter(path -> !path.getParent().endsWith("models")).map(ProjectFiles::read);
    }

    static Set<String> beans() {
        return stems(SOURCES, ".java").stream().map(name -> name.substring(0, 1).toLowerCase() + name.substring(1))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> stems(Path folder, String extension) {
        return paths(folder, extension).map(path -> name(path).replace(extension, ""))
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<Path> paths(Path folder, String extension) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> name(path).endsWith(extension)).sorted().toList().stream();
        } catch (IOException missing) {
            throw new UncheckedIOException("Run the tests in the folder of pom.xml", missing);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
