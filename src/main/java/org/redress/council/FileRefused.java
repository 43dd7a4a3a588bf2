package org.redress.council;

import java.util.List;
import java.util.stream.Collectors;

/** A file of councils is not taken; nothing was changed. */
public final class FileRefused extends RuntimeException {
    private final transient List<String> sentences;

    FileRefused(List<String> sentences) {
        super(sentences.stream().collect(Collectors.joining(System.lineSeparator())));
        this.sentences = List.copyOf(sentences);
    }

    FileRefused(int line, String why) {
        this(List.of("Line " + line + ": " + why));
    }

    /** One for each thing that is wrong, with its line where it has one. */
    public List<String> sentences() {
        return sentences;
    }
}
