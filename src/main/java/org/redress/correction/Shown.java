package org.redress.correction;

/** What would change, as the forms show it. */
final class Shown {
    /** The engine keeps no longer text as a variable. */
    private static final int MOST = 3900;

    private Shown() {}

    static String text(Change change) {
        var text = String.join("\n", change.sentences());
        return text.length() <= MOST ? text : text.substring(0, MOST) + "\n…";
    }
}
