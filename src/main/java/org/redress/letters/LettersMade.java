package org.redress.letters;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether letters are made here as documents: not where time is simulated, nor by commands. */
@Component
class LettersMade {
    private final Environment settings;

    LettersMade(Environment settings) {
        this.settings = settings;
    }

    boolean here() {
        return settings.getRequiredProperty("redress.letters.kept", Boolean.class);
    }

    /** Whether whoever sends a letter that nobody approved is asked to read the whole of it. */
    boolean areRead() {
        return settings.getRequiredProperty("redress.letters.read", Boolean.class);
    }
}
