package org.redress.casefile;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complaint as it comes in: {@code council} is the tenant's id, the first person complains (CORP-11, ACC-02). */
public record Registration(
        String council,
        LocalDateTime receivedAt,
        String channel,
        String complainantRole,
        List<Person> people,
        String complainedOf,
        @Nullable String outcomeWanted) {

    /**
     * Somebody in the matter, by the label that the case file uses, and who they are in it.
     *
     * @param alsoCalled what else the papers call them
     */
    public record Person(String label, String role, List<String> alsoCalled) {
        public Person(String label, String role) {
            this(label, role, List.of());
        }

        /** A line of a form: "name – role", or a name alone. */
        public static Person read(String line) {
            var parts = line.split("\\s+[–-]\\s+", 2);
            return new Person(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
        }
    }
}
