package org.redress.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Something that supervisors and administrators are told as long as it is so, because they can see to it that somebody does something about it. */
public interface Warning {
    /** The sentence to show; none while all is well. It is asked with each page, and waits for nothing. */
    Optional<String> warning();

    /** All of several in one text. */
    static Optional<String> of(List<? extends Warning> all) {
        return Optional.of(all.stream().flatMap(one -> one.warning().stream()).collect(Collectors.joining(" "))).filter(text -> !text.isEmpty());
    }
}
