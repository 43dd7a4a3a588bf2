package org.redress.testing;

import java.util.Optional;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** What a program of the tests is told on its command line as {@code --name=value}; a lone hyphen, with which the build fills the place of what nobody gave, is nothing. */
public final class Options {
    private final SimpleCommandLinePropertySource given;

    public Options(String[] arguments) {
        given = new SimpleCommandLinePropertySource(arguments);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(given.getProperty(name)).filter(value -> !value.isEmpty() && !value.equals("-"));
    }

    public int number(String name, int otherwise) {
        return text(name).map(Integer::valueOf).orElse(otherwise);
    }
}
