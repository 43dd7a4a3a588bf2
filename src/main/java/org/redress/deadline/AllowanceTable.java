package org.redress.deadline;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.council.Councils;
import org.redress.decision.TableRefused;
import org.redress.decision.Tables;
import org.redress.engine.BeganWith;
import org.springframework.stereotype.Component;

/** The decision table "allowance": every period with its clause. */
@Component
class AllowanceTable {
    private static final String REMINDER = "-reminder";
    // a table of an earlier version asks for the council itself
    private static final String[] INPUTS = {"procedure", "stageNumber", "council", "oral", "receivedAt", "agreedWithin"};
    private static final String TABLE = "allowance";
    private static final String CORPORATE = "corporateProcedure";

    private final Tables tables;
    private final Councils councils;

    AllowanceTable(Tables tables, Councils councils) {
        this.tables = tables;
        this.councils = councils;
    }

    /** The row for a deadline; {@code processDefinitionId} is null for a question outside a process. */
    AllowanceRow row(@Nullable String processDefinitionId, String deadline, Map<String, @Nullable Object> facts) {
        return known(processDefinitionId, deadline, facts).orElseThrow(() -> TableRefused.cell("Allowance", "Allowance", "the time for " + deadline + " has not been agreed yet."));
    }

    /** The same; none while the period that the row takes from the case has not been agreed. */
    Optional<AllowanceRow> known(@Nullable String processDefinitionId, String deadline, Map<String, @Nullable Object> facts) {
        return known(deadline, facts, inputs -> tables.rows(TABLE, processDefinitionId, inputs));
    }

    /** The same for whoever only shows what the table knows: none, too, where it has no row for the deadline. */
    Optional<AllowanceRow> shown(@Nullable String processDefinitionId, String deadline, Map<String, @Nullable Object> facts) {
        return known(deadline, facts, inputs -> tables.known(TABLE, processDefinitionId, inputs));
    }

    private Optional<AllowanceRow> known(String deadline, Map<String, @Nullable Object> facts, Function<Map<String, @Nullable Object>, List<Map<String, Object>>> rows) {
        var inputs = new HashMap<String, @Nullable Object>();
        for (var name : INPUTS) {
            inputs.put(name, facts.get(name));
        }
        var name = name(deadline, facts);
        inputs.put("deadline", name);
        inputs.put(CORPORATE, corporateProcedure(councils, facts));
        // a moved case goes on with the table of its beginning, but for rows that say that they hold for open cases too
        var followed = BeganWith.moved(facts) ? following().row(name, inputs) : Optional.<AllowanceRow>empty();
        if (followed.isPresent()) {
            return followed;
        }
        return rows.apply(inputs).stream().findFirst().filter(row -> row.get("allowance") != null).map(row -> checked(of(name, row)));
    }

    /** What no period was stated for has a row of its own, which says when to ask about it (REM-05). */
    private static String name(String deadline, Map<String, @Nullable Object> facts) {
        return NoPeriod.of(deadline, facts.get("agreedWithin")) ? deadline + REMINDER : deadline;
    }

    private static AllowanceRow of(String name, Map<String, Object> result) {
        var row = AllowanceRow.of(result);
        return name.endsWith(REMINDER) ? row.asReminder() : row;
    }

    private static AllowanceRow checked(AllowanceRow row) {
        try {
            Allowance.parse(row.allowance());
            if (row.cap() != null && !row.cap().equals(AllowanceRow.BY_AGREEMENT)) {
                row.most();
            }
        } catch (AllowanceNotUnderstood e) {
            throw TableRefused.cell("Allowance", "Allowance", String.valueOf(e.getMessage()));
        }
        return row;
    }

    /** The council's own procedure for corporate complaints, as it was in force when this one was received (rule book 1.6). */
    private static @Nullable String corporateProcedure(Councils councils, Map<String, @Nullable Object> facts) {
        return facts.get("council") instanceof String council && facts.get("receivedAt") instanceof String received
                ? councils.corporateProcedure(council, LocalDateTime.parse(received)).orElse(null) : null;
    }

    /** The rows of the newest table that say of themselves that open cases follow them too. */
    Following following() {
        return new Following(tables, councils);
    }

    /** Asks the newest table about many deadlines, and about equal ones once. */
    static final class Following {
        private static final String COLUMN = "openCases";

        private final Tables tables;
        private final Councils councils;
        private final Function<Map<String, @Nullable Object>, List<Map<String, Object>>> newest;
        private final Map<String, Boolean> kinds = new HashMap<>();
        private final Map<Map<String, @Nullable Object>, Optional<AllowanceRow>> rows = new HashMap<>();

        private Following(Tables tables, Councils councils) {
            this.tables = tables;
            this.councils = councils;
            this.newest = tables.newest("allowance");
        }

        /** The row that an open deadline follows; none where it keeps the one with which it began. */
        Optional<AllowanceRow> row(String kind, int stage, @Nullable Asked asked) {
            if (asked == null) {
                return Optional.empty();
            }
            var facts = asked.facts(kind, stage);
            var name = name(kind, facts);
            facts.put("deadline", name);
            return row(name, facts);
        }

        private Optional<AllowanceRow> row(String name, Map<String, @Nullable Object> facts) {
            boolean any = kinds.computeIfAbsent(name, k -> tables.cells("allowance", "deadline", k, COLUMN).contains("true"));
            return any ? rows.computeIfAbsent(facts, this::ask) : Optional.empty();
        }

        private Optional<AllowanceRow> ask(Map<String, @Nullable Object> facts) {
            var known = new HashMap<>(facts);
            known.put(CORPORATE, corporateProcedure(councils, facts));
            return newest.apply(known).stream().filter(row -> Boolean.TRUE.equals(row.get(COLUMN))).findFirst().map(row -> of(String.valueOf(facts.get("deadline")), row)).map(AllowanceTable::checked);
        }
    }

    /** Every period that a row may give for a deadline; none where a row works its period out, so that it cannot be known beforehand. */
    Optional<List<Allowance>> periods(String deadline) {
        try {
            return Optional.of(tables.cells("allowance", "deadline", deadline, "allowance").stream()
                    .map(cell -> Allowance.parse(cell.replaceAll("^\"|\"$", ""))).toList());
        } catch (AllowanceNotUnderstood e) {
            return Optional.empty();
        }
    }
}
