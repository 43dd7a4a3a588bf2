package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A letter goes to more people than it has room to name. */
class AddresseesTests {
    @Test
    void namesAsManyAsALetterHasRoomFor() {
        assertThat(Addressees.bounded("Ms T, Mr Q")).isEqualTo("Ms T, Mr Q");
        assertThat(Addressees.bounded("Ms Featherstonehaugh, ".repeat(100))).startsWith("Ms F").hasSize(2000).endsWith("…");
    }
}
