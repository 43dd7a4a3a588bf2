package org.redress.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The templates of the product itself, which are in the jar. */
final class ProductLetters {
    private ProductLetters() {}

    /** The text of a file such as {@code letters/response.md}; nothing if there is none. */
    static @Nullable String text(String name) {
        try (var file = ProductLetters.class.getResourceAsStream("/" + name)) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
