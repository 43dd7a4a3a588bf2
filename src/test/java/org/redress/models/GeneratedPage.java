package org.redress.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documents, or part of one, that a test makes: it is compared with what stands there, and written anew where that is asked for. */
public final class GeneratedPage {
    private static final String ASKED = "redress.write-docs";
    public static final String HOW = "the page is made by this test; run it with -D" + ASKED + "=true, and read what changed";

    private GeneratedPage() {}

    public static void write(Path page, String text) throws IOException {
        if (Boolean.getBoolean(ASKED)) {
            Files.writeString(page, text);
        }
    }
}
