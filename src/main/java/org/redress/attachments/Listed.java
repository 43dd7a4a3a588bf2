package org.redress.attachments;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attachment as people and programs see it.
 *
 * @param kindText, markingText, typeText the same in words
 * @param fits whether the end of the name is one that such files have
 * @param picture whether a browser shows it as a picture
 * @param state kept, waiting or refused, and {@code stateText} what that means
 * @param open whether it can be opened
 * @param metadata what it says of itself that nobody sees who looks at it
 * @param removable whether there is a copy without that
 * @param letterText the letter to which it belongs, in words
 */
public record Listed(int number, String name, String kind, String kindText, @Nullable String description, @Nullable String from, String marking, String markingText,
        LocalDate receivedOn, LocalDateTime addedAt, String addedBy, String type, String typeText, boolean fits, boolean picture, long bytes, String sha256, String state,
        @Nullable String stateText, boolean open, List<String> metadata, boolean removable, boolean withoutMetadata, @Nullable Integer evidence, @Nullable String letterText,
        @Nullable SetAside setAside) {

    /** It was filed wrongly: when, by whom, and why. */
    public record SetAside(LocalDate on, String by, String reason) {}
}
