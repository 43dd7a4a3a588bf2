package org.redress.start;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The file in which H2 keeps a database inside the program.
 *
 * @param made whether H2 makes it where it is not there
 */
public record H2File(Path path, boolean made) {
    private static final String H2 = "jdbc:h2:";

    /** The file of an address, if it is one of a file; not one in memory, in an archive or of another program. */
    public static Optional<H2File> of(String url) {
        if (!url.startsWith(H2)) {
            return Optional.empty();
        }
        var settings = url.split(";", -1);
        var name = settings[0].substring(H2.length()).replaceFirst("^file:", "");
        if (name.matches("(?i)[a-z]{2,}:.*") || name.isBlank()) {
            return Optional.empty();
        }
        var home = name.startsWith("~") ? System.getProperty("user.home") + name.substring(1) : name;
        boolean made = Arrays.stream(settings).noneMatch(setting -> setting.toUpperCase(Locale.ROOT).replace(" ", "").equals("IFEXISTS=TRUE"));
        return Optional.of(new H2File(Path.of(home + ".mv.db").toAbsolutePath().normalize(), made));
    }

    /** The address of a database with which a file is not made smaller when it is closed: H2 2.3.232 may lose rows over that. */
    public static String uncompacted(String url) {
        return of(url).isPresent() && !url.toUpperCase(Locale.ROOT).contains(";MAX_COMPACT_TIME") ? url + ";MAX_COMPACT_TIME=0" : url;
    }

    /** Beside it stands how far its record of changes had come when it last ran. */
    public Path seen() {
        return Path.of(path.toString().replaceFirst("\\.mv\\.db$", ".seen"));
    }
}
