package org.redress.models;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A folder of a process owner with the folders of models and forms in it. Links count as what they lead to. What begins with a point is
 * not looked at: so a folder of Kubernetes, in which each file is a link through ..data into a folder with the time in its name, has
 * every file once.
 */
final class FolderOfModels {
    private static final Pattern MODEL = Pattern.compile(".*\\.(bpmn|dmn|form)");
    private static final Pattern LETTER = Pattern.compile(".*\\.md");
    private static final int MOST_FILES = 1_000;
    private static final int DEEPEST = 20;

    private final Map<String, Path> files = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private FolderOfModels() {}

    /**
     * The files by the names under which they are deployed.
     *
     * @throws ModelsRefused if a folder is not there or empty, a link leads nowhere or in a circle, or a file is too large to be read
     */
    static Map<String, Path> read(Path folder, List<String> names) throws IOException {
        var read = new FolderOfModels();
        for (var name : names) {
            read.folder(folder.resolve(name), name);
        }
        if (!read.findings.isEmpty()) {
            throw new ModelsRefused(read.findings.stream().sorted().toList());
        }
        return read.files;
    }

    private void folder(Path directory, String name) throws IOException {
        if (!Files.isDirectory(directory)) {
            found(FileRules.FOLDER, name, "redress.models names a folder without " + name + ": " + directory.toAbsolutePath()
                    + (Files.isSymbolicLink(directory) ? " is a link that leads nowhere" : " does not exist") + "; give the folder that holds processes and forms, or leave the property out");
            return;
        }
        int before = files.size() + findings.size();
        Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Visitor(directory, name));
        if (files.size() + findings.size() == before) {
            found(FileRules.FOLDER, name, directory.toAbsolutePath() + " holds no " + switch (name) {
                        case "forms" -> "form (.form)";
                        case "letters" -> "template of a letter (.md)";
                        default -> "model (.bpmn) and no table (.dmn)";
                    }
                    + "; give the folder that holds processes and forms, or leave the property out");
        }
    }

    private void found(String rule, String file, String why) {
        findings.add(new Finding(rule, file, -1, "the folder", why));
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path directory;
        private final String name;

        Visitor(Path directory, String name) {
            this.directory = directory;
            this.name = name;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(directory) && hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (hidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isDirectory()) {
                found(FileRules.FOLDER, deployed(file), "it lies more than " + DEEPEST + " folders deep; move it up");
            } else if (attributes.isSymbolicLink()) {
                found(FileRules.LINKS, deployed(file), "it is a link that leads nowhere; take it out, or let it lead to a file");
            } else if ((name.equals("letters") ? LETTER : MODEL).matcher(file.toString()).matches()) {
                model(file, attributes);
            }
            return files.size() <= MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        private void model(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile()) {
                found("kind", deployed(file), "it is no file that can be read; take it out");
            } else if (attributes.size() > Models.LARGEST) {
                found("size", deployed(file), Models.tooLarge());
            } else if (files.size() == MOST_FILES) {
                found(FileRules.FOLDER, name, "it holds more than " + MOST_FILES + " files; is it the right folder?");
                files.put(deployed(file), file);
            } else {
                files.put(deployed(file), file);
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            if (!hidden(file)) {
                found(FileRules.LINKS, deployed(file), failure instanceof FileSystemLoopException ? "it is a link back to a folder that it lies in; take it out"
                        : "it cannot be read; let whoever runs the product read it, or take it out");
            }
            return FileVisitResult.CONTINUE;
        }

        private String deployed(Path file) {
            return name + "/" + directory.relativize(file).toString().replace('\\', '/');
        }

        private static boolean hidden(Path file) {
            return file.getFileName().toString().startsWith(".");
        }
    }
}
