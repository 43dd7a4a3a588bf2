package org.redress.decision;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the product hands to a table that it asks itself. Any other name in such a table is never known, so its rows would match nothing,
 * and such a table is not deployed. A table that a model asks gets the variables of the case.
 *
 * @param given what the product works out
 * @param answers what people answer in the forms, under the keys of the fields
 */
public record TableFacts(Set<String> given, Set<String> answers) {
    private static final Map<String, TableFacts> ASKED = Map.ofEntries(
            Map.entry("allowance", handed("deadline", "procedure", "stageNumber", "council", "corporateProcedure", "oral", "receivedAt", "agreedWithin")),
            Map.entry("closing-ground", handed("reason")),
            Map.entry("consent-ground", handed("side").and("consentGround")),
            Map.entry("early-referral", handed().and("robustReport", "allUpheld", "actionPlan", "outcomesMet", "complainantAgrees")),
            Map.entry("happening", handed("status", "standing", "procedure").and("happening")),
            Map.entry("information-sharing", handed("decision").and("category", "fundamentalStandard")),
            Map.entry("kind-of-complaint", handed("voluntaryStatutory").and("subject", "complainantRole", "sufficientInterest")),
            Map.entry("next-stage", handed("procedure", "stageDone", "straightToStage2")),
            Map.entry("order-of-days", handed("form", "field")),
            Map.entry("put-right", handed("form", "field", "answer")),
            Map.entry("refusal-ground", handed("complaintKind", "late", "aboutRequest", "comesAgain", "bothLimbs", "earlierCase")
                    .and("ground", "subject", "complainantRole", "sufficientInterest")),
            Map.entry("withholding-ground", handed().and("withholdingGround")));

    /** What a table is handed; none if it gets the variables of a case. */
    public static Optional<TableFacts> of(String table) {
        return Optional.ofNullable(ASKED.get(table));
    }

    private static TableFacts handed(String... names) {
        return new TableFacts(Set.of(names), Set.of());
    }

    private TableFacts and(String... keys) {
        return new TableFacts(given, Set.of(keys));
    }

    /** All names. */
    public Set<String> names() {
        var names = new HashSet<>(given);
        names.addAll(answers);
        return names;
    }

    /** Whether a question has everything that its table is promised. */
    static boolean complete(String table, Map<String, ?> facts) {
        return of(table).stream().allMatch(promised -> facts.keySet().containsAll(promised.names()));
    }
}
