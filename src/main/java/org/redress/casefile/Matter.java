package org.redress.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a letter of an Ombudsman says of the complaint to a council that it is about (LGS-09).
 *
 * @param council the council that it went to
 * @param complaining who complains, {@code speaking} who speaks for them
 * @param on the day of the complaint to the Ombudsman
 * @param about what it is about, in words
 * @param named the council's number of it, as the papers give it
 * @param ombudsman the Ombudsman's tenant, if it works in the product, and {@code theirReference} its number of it
 */
public record Matter(String council, List<String> complaining, List<String> speaking, LocalDate on, String about, @Nullable String named,
        @Nullable String ombudsman, @Nullable String theirReference) {

    /** Everybody whom it names. */
    Stream<String> people() {
        return Stream.concat(complaining.stream(), speaking.stream());
    }

    /** Whether the papers give a number of the council's. */
    public boolean names() {
        return named != null && !named.isBlank();
    }
}
