package org.redress.versions;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * All models, tables and forms that were deployed together.
 *
 * @param number counted from 1; a later version has a higher one, also where its files are those of an earlier one again
 * @param name what it is called, as its note says, and so are {@code author} and {@code reason}; none without a note
 * @param node which node deployed it; none where that was before versions were kept
 * @param madeAt when, in civil time in Europe/London
 * @param digest of all its files together, see {@link FilesOfVersion#digest}
 * @param files how many it has
 * @param deployment the engine's id of it
 * @param cases how many have a process that runs on it
 * @param others processes that run on it for no case
 * @param newest whether new cases begin with it
 */
public record Version(long number, @Nullable String name, @Nullable String author, @Nullable String reason, @Nullable String node, LocalDateTime madeAt, String digest, int files,
        String deployment, long cases, long others, boolean newest) {
    /** Number and name, such as "version 3, Spring 2027". */
    public String title() {
        return title(number, name);
    }

    static String title(long number, @Nullable String name) {
        return "version " + number + (name == null ? "" : ", " + name);
    }
}
