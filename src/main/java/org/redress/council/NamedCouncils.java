package org.redress.council;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The councils that a file of councils names, for whoever has no database. */
public final class NamedCouncils {
    private NamedCouncils() {}

    /**
     * Their ids.
     *
     * @throws FileRefused if the file cannot be read as one of councils
     */
    public static Set<String> in(Path file) {
        return CouncilsFile.read(file).entries().stream().map(CouncilsFile.Entry::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
