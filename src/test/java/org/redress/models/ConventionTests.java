package org.redress.models;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.models.Convention.unless;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The conventions are checked with this; so it must not pass by accident. */
class ConventionTests {

    private static final Convention<List<Integer>, Integer> EVEN = new Convention<>(
            List::stream, (file, number) -> unless(number % 2 == 0, number + " is odd; double it"));

    @Test
    void holdsWhereEverySubjectIsRight() {
        EVEN.holdsIn(List.of(List.of(2, 4), List.of(6)));
    }

    @Test
    void namesEveryFault() {
        assertThatThrownBy(() -> EVEN.holdsIn(List.of(List.of(1, 2), List.of(3)))).isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("1 is odd; double it", "3 is odd; double it");
    }

    @Test
    void failsIfThereIsNothingToCheck() {
        assertThatThrownBy(() -> EVEN.holdsIn(List.of())).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> EVEN.holdsIn(List.of(List.of()))).isInstanceOf(AssertionError.class)
                .hasMessageContaining("elements that this convention is about");
    }
}
