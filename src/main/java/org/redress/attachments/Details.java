package org.redress.attachments;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a file when they add it.
 *
 * @param name as their computer calls it; folders and hidden signs are taken off
 * @param kind evidence, letter, photograph or other; evidence if nothing is said
 * @param receivedOn the day on which it came; today if nothing is said
 * @param from from whom it came
 * @param marking with whom it may be shared; nobody yet if nothing is said
 * @param metadata what is done with what the file says of itself, once it has been looked at: "keep" or "remove"
 * @param evidence the number of the piece of evidence to which it belongs
 * @param letter the number of the letter to which it belongs, in the order in which letters came into the file
 */
public record Details(@Nullable String name, @Nullable String kind, @Nullable LocalDate receivedOn, @Nullable String from, @Nullable String description, @Nullable String marking,
        @Nullable String metadata, @Nullable Integer evidence, @Nullable Integer letter) {

    /** A file of which nothing is said but its name. */
    public static Details named(String name) {
        return new Details(name, null, null, null, null, null, null, null, null);
    }
}
