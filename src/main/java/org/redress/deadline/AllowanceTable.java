package org.redress.deadline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.decision.TableRefused;
import org.redress.decision.Tables;
import org.springframework.stereotype.Component;

/** The decision table "allowance": every period with its clause. */
@Component
class AllowanceTable {
    private static final String[] INPUTS = {"procedure", "stageNumber", "council", "oral", "receivedAt", "agreedWithin"};

    private final Tables tables;

    AllowanceTable(Tables tables) {
        this.tables = tables;
    }

    /** The row for a deadline; {@code processDefinitionId} is null for a question outside a process. */
    AllowanceRow row(@Nullable String processDefinitionId, String deadline, Map<String, @Nullable Object> facts) {
        var inputs = new HashMap<String, @Nullable Object>();
        for (var name : INPUTS) {
            inputs.put(name, facts.get(name));
        }
        inputs.put("deadline", deadline);
        var row = AllowanceRow.of(tables.rows("allowance", processDefinitionId, inputs).get(0));
        try {
            Allowance.parse(row.allowance());
            if (row.cap() != null && !row.cap().equals(AllowanceRow.BY_AGREEMENT)) {
                Allowance.parse(row.cap());
            }
        } catch (AllowanceNotUnderstood e) {
            throw TableRefused.cell("Allowance", "Allowance", String.valueOf(e.getMessage()));
        }
        return row;
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
