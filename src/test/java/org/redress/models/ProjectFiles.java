package org.redress.models;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.gate.Forms;
import org.redress.identity.Role;

/** The models, tables and forms as they lie in the project. */
final class ProjectFiles {

    private static final Path SOURCES = Path.of("src/main/java/org/redress");

    /** Read once, because the parser checks each model against the schema of BPMN. */
    private static Models product;

    private ProjectFiles() {
    }

    /** Everything that the product deploys. */
    static synchronized Models product() {
        if (product == null) {
            var files = new TreeMap<String, byte[]>();
            try {
                for (var file : FolderOfModels.read(Path.of("."), List.of("processes", "forms")).entrySet()) {
                    files.put(file.getKey(), Files.readAllBytes(file.getValue()));
                }
            } catch (IOException missing) {
                throw new UncheckedIOException("Run the tests in the folder of pom.xml", missing);
            }
            var groups = Arrays.stream(Role.values()).map(Role::group).collect(Collectors.toSet());
            product = Models.of(new Surroundings(beans()::contains, groups, Set.of(), Set.of(), new Forms()::faults), files);
        }
        return product;
    }

    static List<BpmnFile> models() {
        return product().drawn().toList();
    }

    static List<DmnFile> decisions() {
        return product().decided().toList();
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
