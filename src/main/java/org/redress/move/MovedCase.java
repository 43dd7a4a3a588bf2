package org.redress.move;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes, or became, of one running case: of one process of it that nobody called, with all that it has called.
 *
 * @param reference the case
 * @param council whose it is
 * @param restricted whether only some people of the council may see it
 * @param changes what becomes of each of its processes; none if it stays
 * @param notes what people may not expect, a sentence each
 * @param whyNot why it stays as it is; none if it moves
 * @param noWayBack why it could not go back to the version from which it came; none if it could, or if that was not looked at
 */
public record MovedCase(String reference, String council, boolean restricted, List<Change> changes, List<String> notes, @Nullable String whyNot, @Nullable String noWayBack) {
    /** Whether it can move, or has. */
    public boolean moves() {
        return whyNot == null;
    }

    /** The same case where it does not move after all. */
    MovedCase stays(String why) {
        return new MovedCase(reference, council, restricted, List.of(), List.of(), why, null);
    }

    /** What becomes of it, without its reference: equal for cases of which the same becomes. */
    List<String> effects() {
        if (whyNot != null) {
            return List.of("stays: " + whyNot);
        }
        var lines = new ArrayList<String>();
        changes.forEach(change -> lines.addAll(change.lines()));
        notes.forEach(note -> lines.add("Note: " + note));
        lines.add(noWayBack == null ? "The way back is open." : "It cannot be taken back: " + noWayBack);
        return lines;
    }

    /** For the chronology: from which version to which, and what is another now. */
    String detail() {
        var first = changes.get(0);
        return Stream.of(Stream.of(first.process() + ", version " + first.from() + " to " + first.to()), changes.stream().flatMap(change -> change.differences().stream()), notes.stream())
                .flatMap(lines -> lines).map(line -> line.replaceFirst("\\.$", "")).reduce((one, other) -> one + "; " + other).orElse("") + ".";
    }
}
