package org.redress.complaint;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.council.Councils;
import org.redress.decision.Tables;
import org.redress.gate.Submission;
import org.springframework.stereotype.Component;

/** Under which law a complaint falls before its procedure is determined, also where the council has none for it and refuses it (CHD-03, CORP-13). */
@Component
class ProcedureByKind {
    private static final Map<String, String> LAW = Map.of("children", "statutory");

    private final Tables tables;
    private final Councils councils;

    ProcedureByKind(Tables tables, Councils councils) {
        this.tables = tables;
        this.councils = councils;
    }

    /** The procedure that a complaint would get with the answers of its assessment. */
    String of(Submission assessed) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("subject", assessed.text("subject"));
        facts.put("complainantRole", assessed.variable("complainantRole").orElse(null));
        facts.put("sufficientInterest", assessed.optionalText("sufficientInterest").orElse(null));
        facts.put("voluntaryStatutory", assessed.yes("voluntaryStatutory"));
        // a case that began with an earlier version is told apart by the newest table
        var definition = assessed.processDefinitionId().filter(id -> tables.has("kind-of-complaint", id)).orElse(null);
        var kind = String.valueOf(tables.rows("kind-of-complaint", definition, facts).get(0).get("complaintKind"));
        return of(assessed.council(), kind, assessed.variable("receivedAt").map(Object::toString).orElseThrow());
    }

    /** The council's own procedure for a kind of complaint, or that of the law where it has none. */
    String of(String council, String kind, String receivedAt) {
        return councils.procedure(council, kind, LocalDateTime.parse(receivedAt)).orElseGet(() -> LAW.getOrDefault(kind, kind));
    }
}
