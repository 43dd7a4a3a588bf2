package org.redress.council;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.redress.decision.Tables;
import org.springframework.stereotype.Component;

/**
 * What councils can have: the kinds of complaint, and the procedures for each, as the newest deployed tables know them. A row that
 * comes with the next deployment is a choice from then on.
 */
@Component
public class Choices {
    private static final String PROCEDURES = "procedure";
    private static final String KIND = "complaintKind";
    private static final String OWN = "ownProcedure";

    private final Tables tables;

    Choices(Tables tables) {
        this.tables = tables;
    }

    /**
     * A procedure that a council may have for a kind of complaint.
     *
     * @param words what its row in the table says of it, without the rule
     */
    public record Choice(String kind, String procedure, String words) {}

    /** All choices, in the order of the table. Those that no stage begins with are none. */
    public List<Choice> all() {
        var begun = tables.written("next-stage").stream().flatMap(row -> row.texts().getOrDefault("procedure", List.of()).stream()).collect(Collectors.toSet());
        return tables.written(PROCEDURES).stream().flatMap(row -> row.texts().getOrDefault(KIND, List.of()).stream()
                        .flatMap(kind -> row.texts().getOrDefault(OWN, List.of()).stream()
                                .map(procedure -> new Choice(kind, procedure, row.description().replaceFirst("^[^:]*:\\s*", "")))))
                .filter(choice -> begun.contains(choice.procedure()))
                .toList();
    }

    /** The code of a kind or a procedure as people read it: adult-care as Adult care. */
    public static String words(String code) {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
    }
}
