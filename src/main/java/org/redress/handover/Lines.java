package org.redress.handover;

import java.util.List;

/** A list as a text that a variable of the engine can hold. */
final class Lines {
    private static final int LONGEST = 3900;

    private Lines() {}

    static String of(List<String> lines) {
        var text = new StringBuilder();
        int shown = 0;
        for (var line : lines) {
            if (text.length() + line.length() > LONGEST) {
                return text.append("and ").append(lines.size() - shown).append(" more").toString();
            }
            text.append(text.isEmpty() ? "" : "\n").append(line);
            shown++;
        }
        return text.toString();
    }
}
