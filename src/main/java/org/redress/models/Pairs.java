package org.redress.models;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Each two of a list, once. */
record Pairs<T>(T first, T second) {

    static <T> Stream<Pairs<T>> of(List<T> all) {
        return IntStream.range(0, all.size()).boxed().flatMap(
                i -> all.subList(i + 1, all.size()).stream().map(other -> new Pairs<>(all.get(i), other)));
    }
}
