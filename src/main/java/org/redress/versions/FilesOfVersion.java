package org.redress.versions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a version by the names under which they are deployed, such as {@code processes/stage.bpmn}. */
final class FilesOfVersion {
    /** What a file of models, tables and forms can be called on every system; a name that leads elsewhere is none. */
    private static final Pattern NAME = Pattern.compile("(?:processes|forms|letters)(?:/[^/\\\\:*?\"<>|.\\p{Cntrl}][^/\\\\:*?\"<>|\\p{Cntrl}]*)+\\.(?:bpmn|dmn|form|md)");

    private FilesOfVersion() {}

    /** The files would not be written; the message says why and what to do. */
    static final class NotWritten extends Exception {
        NotWritten(String sentence) {
            super(sentence);
        }
    }

    /**
     * SHA-256 of what {@code sha256sum} prints of the files in the order of their names:
     * {@code find processes forms letters -type f | LC_ALL=C sort | xargs sha256sum | sha256sum}.
     */
    static String digest(Map<String, byte[]> files) {
        var lines = new TreeMap<>(files).entrySet().stream().map(file -> sha256(file.getValue()) + "  " + file.getKey() + "\n").collect(Collectors.joining());
        return sha256(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes them byte for byte into a folder that is not there yet or empty.
     *
     * @throws NotWritten if there is something in the folder, or a file has a name that leads elsewhere; then nothing is written
     */
    static void write(Map<String, byte[]> files, Path folder) throws IOException, NotWritten {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotWritten(folder + " is a file; name a folder that is not there yet, or an empty one.");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inIt = Files.list(folder)) {
                if (inIt.findAny().isPresent()) {
                    throw new NotWritten("There is something in " + folder + "; name a folder that is not there yet, or an empty one, so that nothing of yours is replaced.");
                }
            }
        }
        for (var name : files.keySet()) {
            if (!NAME.matcher(name).matches() || Stream.of(name.split("/")).anyMatch(part -> part.endsWith(" "))) {
                throw new NotWritten("The version has a file with a name that is no safe place in a folder, “" + name.replaceAll("\\p{Cntrl}", "?") + "”; nothing was written. The product deploys no such file: somebody"
                        + " changed the database.");
            }
        }
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }
}
