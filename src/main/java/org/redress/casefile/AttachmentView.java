package org.redress.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An attachment of a case, without its bytes.
 *
 * @param number counts in its case; it stays the same
 * @param marking with whom it may be shared (DAT-04)
 * @param receivedOn the day on which it came; {@code addedAt} and {@code addedBy} tell when and by whom it was put into the case
 * @param type the media type that its content shows, whatever its name says
 * @param sha256 the digest of its bytes
 * @param found what the scanner found in it, if it refused it
 * @param metadata what it says of itself that nobody sees who looks at it, one thing a line
 * @param withoutMetadata whether what is shared is the copy without that
 * @param evidence the number of the piece of evidence to which it belongs
 * @param letter the letter to which it belongs
 */
public record AttachmentView(
        long id,
        int number,
        String name,
        AttachmentKind kind,
        @Nullable String description,
        @Nullable String from,
        String marking,
        LocalDate receivedOn,
        LocalDateTime addedAt,
        String addedBy,
        String type,
        long bytes,
        String sha256,
        AttachmentState state,
        @Nullable String found,
        List<String> metadata,
        boolean withoutMetadata,
        @Nullable Integer evidence,
        @Nullable Long letter,
        @Nullable SetAside setAside) {

    /** It is in the case and nobody has decided yet with whom it may be shared. */
    public static final String NOT_YET = "not-yet";

    private static final String ONLY = "only-";
    private static final String AND = "-";

    /** The marking of what some people of the case may read, by their numbers, and nobody else outside. */
    public static String onlyFor(List<Integer> numbers) {
        return ONLY + numbers.stream().map(String::valueOf).collect(Collectors.joining(AND));
    }

    /** The numbers of those who alone may read it; none where its marking is one of those that the form offers. */
    public List<Integer> onlyFor() {
        return marking.startsWith(ONLY) ? Stream.of(marking.substring(ONLY.length()).split(AND)).map(Integer::valueOf).toList() : List.of();
    }

    /** Who may read it, for people. */
    public String markingText(Map<String, String> known) {
        return onlyFor().isEmpty() ? known.getOrDefault(marking, marking) : "Only number " + onlyFor().stream().map(String::valueOf).collect(Collectors.joining(" and number "));
    }

    /** It does not belong to the case, or was filed wrongly: when, by whom, and why. */
    public record SetAside(LocalDate on, String by, String reason) {}
}
