package org.redress.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the things of one version of a file again in another, by one way of telling after the other: what one way has found is not asked again. */
final class Pairing {
    /** More pairs than a file of the largest size that people edit has left after the keys were asked. */
    private static final int MOST_COMPARED = 40_000;

    private final List<Thing> before;
    private final List<Thing> after;
    private final Map<Thing, Thing> found = new IdentityHashMap<>();
    private final Set<Integer> taken = new HashSet<>();

    Pairing(List<Thing> before, List<Thing> after) {
        this.before = before;
        this.after = after;
    }

    /** Pairs those of which the same is answered; an empty answer is none. */
    Pairing by(Function<Thing, String> way) {
        return by(way, way);
    }

    /** The same with a question of its own for the old things, where they name others that have other keys now. */
    Pairing by(Function<Thing, String> ofBefore, Function<Thing, String> ofAfter) {
        Map<String, Deque<Integer>> there = new HashMap<>();
        for (int i = 0; i < after.size(); i++) {
            var answer = taken.contains(i) ? "" : ofAfter.apply(after.get(i));
            if (!answer.isEmpty()) {
                there.computeIfAbsent(answer, key -> new ArrayDeque<>()).add(i);
            }
        }
        for (var one : gone()) {
            var same = there.get(ofBefore.apply(one));
            if (same != null && !same.isEmpty()) {
                pair(one, same.poll());
            }
        }
        return this;
    }

    /** Pairs what is most alike, from 0 for nothing in common to 1; what is less alike than the least stays apart. */
    Pairing alike(ToDoubleBiFunction<Thing, Thing> alike, double least) {
        var old = gone();
        if ((long) old.size() * added().size() > MOST_COMPARED) {
            return this;
        }
        for (double limit : new double[] {0.9, 0.75, least}) {
            for (var one : gone()) {
                IntStream.range(0, after.size()).filter(i -> !taken.contains(i)).boxed().filter(i -> alike.applyAsDouble(one, after.get(i)) >= limit).findFirst().ifPresent(i -> pair(one, i));
            }
        }
        return this;
    }

    private void pair(Thing one, int other) {
        found.put(one, after.get(other));
        taken.add(other);
    }

    /** All of the old version. */
    List<Thing> all() {
        return before;
    }

    /** All of the new version. */
    List<Thing> allNow() {
        return after;
    }

    /** The one of the new version. */
    Optional<Thing> now(Thing one) {
        return Optional.ofNullable(found.get(one));
    }

    /** Those that the new version does not have. */
    List<Thing> gone() {
        return before.stream().filter(one -> !found.containsKey(one)).toList();
    }

    /** Those that only the new version has. */
    List<Thing> added() {
        return IntStream.range(0, after.size()).filter(i -> !taken.contains(i)).mapToObj(after::get).toList();
    }

    /** The keys of the new version by those of the old one, where they differ. */
    Map<String, String> renamed() {
        var renamed = new HashMap<String, String>();
        found.forEach((one, other) -> renamed.put(one.key(), other.key()));
        return renamed;
    }

    /** The things of the new version that stand elsewhere among those that both have: as few as can be. */
    Set<Thing> moved() {
        Map<Thing, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < after.size(); i++) {
            places.put(after.get(i), i);
        }
        var order = before.stream().map(found::get).filter(one -> one != null).toList();
        Set<Thing> moved = Collections.newSetFromMap(new IdentityHashMap<>());
        moved.addAll(order);
        longestRising(order.stream().map(places::get).toList()).forEach(i -> moved.remove(order.get(i)));
        return moved;
    }

    /** The places of a longest part of a list whose numbers rise. */
    private static List<Integer> longestRising(List<@Nullable Integer> numbers) {
        var ends = new ArrayList<Integer>();
        var previous = new int[numbers.size()];
        for (int i = 0; i < numbers.size(); i++) {
            int low = 0;
            int high = ends.size();
            while (low < high) {
                int middle = (low + high) / 2;
                if (numbers.get(ends.get(middle)) < numbers.get(i)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : ends.get(low - 1);
            if (low == ends.size()) {
                ends.add(i);
            } else {
                ends.set(low, i);
            }
        }
        var longest = new ArrayDeque<Integer>();
        for (int i = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); i >= 0; i = previous[i]) {
            longest.addFirst(i);
        }
        return List.copyOf(longest);
    }
}
