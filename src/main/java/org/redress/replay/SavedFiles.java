package org.redress.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redress.models.ModelFiles;

/** When files were saved, to see later whether they are the same; what is not there, or is just being replaced, is left out. */
record SavedFiles(Map<Path, String> saved) {
    /** The models, tables and forms of the folder that is set; nothing for those in the jar, which does not change while it runs. */
    static SavedFiles ofModels() {
        var folder = ModelFiles.folder();
        return folder.isBlank() ? new SavedFiles(Map.of()) : below(Path.of(folder, "processes"), Path.of(folder, "forms"), Path.of(folder, "letters"));
    }

    /** The files themselves, and all that lie in them if they are folders. */
    static SavedFiles below(Path... places) {
        var saved = new TreeMap<Path, String>();
        for (var place : places) {
            try (var files = Files.exists(place) ? Files.walk(place, FileVisitOption.FOLLOW_LINKS) : Stream.<Path>of()) {
                files.filter(Files::isRegularFile).forEach(file -> saved.put(file, when(file)));
            } catch (IOException | UncheckedIOException e) {
                saved.put(place, "in the middle of a change");
            }
        }
        return new SavedFiles(saved);
    }

    private static String when(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
