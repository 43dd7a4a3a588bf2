package org.redress.letters;

import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Whoever sends a letter is asked to read it for a while, as they are where the product runs; in other tests they are not. */
final class Read {
    private static final String NAME = "letters read";

    private Read() {}

    static void begin(ConfigurableEnvironment settings) {
        settings.getPropertySources().addFirst(new MapPropertySource(NAME, Map.of("redress.letters.read", "true")));
    }

    static void end(ConfigurableEnvironment settings) {
        settings.getPropertySources().remove(NAME);
    }
}
