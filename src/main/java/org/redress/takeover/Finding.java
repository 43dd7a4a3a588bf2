package org.redress.takeover;

import org.jspecify.annotations.Nullable;

/**
 * Why a case cannot be taken over as it stands in the file.
 *
 * @param line where it begins in the file, {@code column} which of its columns, if one is to blame, and {@code written} what stands there
 * @param what what is wrong, and what to write
 */
public record Finding(int line, @Nullable String column, @Nullable String written, String what) {
    private static final int MOST_SHOWN = 60;

    /** As it is printed. */
    public String text() {
        var shown = written == null || written.isEmpty() ? "" : ", \"" + (written.length() > MOST_SHOWN ? written.substring(0, MOST_SHOWN) + "…" : written) + "\"";
        return "Line " + line + (column == null ? "" : ", column " + column + shown) + ": " + what;
    }
}
