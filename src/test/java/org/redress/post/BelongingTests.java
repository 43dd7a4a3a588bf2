package org.redress.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the table says of a letter leaves no doubt, or it is placed (LGS-09). */
class BelongingTests {
    private static final Map<String, Object> CERTAIN = Map.of("belonging", "certain");

    @Test
    void isCertainOnlyWhereARowSaysSo() {
        assertThat(Belonging.certainly(List.of(CERTAIN))).isTrue();
        assertThat(Belonging.certainly(List.of(Map.of("belonging", "to be placed")))).isFalse();
        assertThat(Belonging.certainly(List.of())).as("a process owner has removed the row").isFalse();
    }
}
