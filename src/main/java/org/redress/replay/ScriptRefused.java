package org.redress.replay;

/** A case script cannot be read or played; the sentence names the line. */
public final class ScriptRefused extends RuntimeException {
    ScriptRefused(int line, String why) {
        super("Line " + line + ": " + why);
    }

    ScriptRefused(String why) {
        super(why);
    }
}
