package org.redress.gate;

import java.util.List;

/** A list as a text that a variable of the engine can hold. */
public final class Lines {
    private static final int LONGEST = 3900;

    private Lines() {}

    /** As many as fit, and below them how many more there are. */
    public static String of(List<String> lines) {
        return of("\n", lines);
    }

    /** The same in one line, with this between them. */
    public static String of(String between, List<String> lines) {
        var text = new StringBuilder();
        int shown = 0;
        for (var line : lines) {
            if (text.length() + between.length() + line.length() > LONGEST) {
                return text.append(text.isEmpty() ? "" : between).append("and ").append(lines.size() - shown).append(" more").toString();
            }
            text.append(text.isEmpty() ? "" : between).append(line);
            shown++;
        }
        return text.toString();
    }
}
