package org.redress.models;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** A rule of the house: the elements of a file that it looks at, and what is wrong with one of them. */
record Convention<F, E>(Function<F, Stream<? extends E>> subjects, BiFunction<F, E, Stream<String>> faults) {

    static Stream<String> unless(boolean right, String fault) {
        return right ? Stream.empty() : Stream.of(fault);
    }

    static void assertNone(Stream<String> faults) {
        List<String> found = faults.toList();
        assertThat(found).overridingErrorMessage(() -> found.stream().collect(joining("\n\n", "\n", "\n"))).isEmpty();
    }

    Stream<String> faultsIn(F file) {
        return subjects.apply(file).flatMap(subject -> faults.apply(file, subject));
    }

    void holdsIn(Collection<F> files) {
        assertThat(files.stream().flatMap(subjects)).as("elements that this convention is about").isNotEmpty();
        assertNone(files.stream().flatMap(this::faultsIn));
    }
}
