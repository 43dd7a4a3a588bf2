package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.decision.Tables;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The table outcome: what the Ombudsman publishes of a complaint, wherever it is decided. */
@ProductTest
class OutcomeTests {

    @Autowired
    private Tables tables;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            investigation | -                        | no            | yes        | yes         | agreed  | Upheld                         | Fault and injustice
            investigation | -                        | no            | yes        | uncertainty | none    | Upheld                         | Fault and injustice
            investigation | -                        | no            | yes        | yes         | already | Upheld                         | Fault and injustice, already remedied
            investigation | -                        | no            | yes        | uncertain   | none    | Upheld                         | Fault, no injustice
            investigation | -                        | no            | no         | no          | none    | Not upheld                     | No fault
            investigation | -                        | no            | no-finding | no          | none    | Not upheld                     | No finding possible
            investigation | -                        | investigation | yes        | yes         | agreed  | Upheld                         | Remedy agreed during investigation
            investigation | -                        | assessment    | yes        | yes         | agreed  | Upheld                         | Injustice remedied
            intake        | -                        | assessment    | -          | -           | -       | Upheld                         | Injustice remedied
            intake        | late                     | no            | -          | -           | -       | Closed after initial enquiries | Late
            intake        | other-route              | no            | -          | -           | -       | Closed after initial enquiries | Appeal or court
            intake        | excluded                 | no            | -          | -           | -       | Closed after initial enquiries | Excluded by law
            intake        | no-significant-injustice | no            | -          | -           | -       | Closed after initial enquiries | No significant injustice
            intake        | fault-unlikely           | no            | -          | -           | -       | Closed after initial enquiries | Fault unlikely to be found
            intake        | nothing-to-achieve       | no            | -          | -           | -       | Closed after initial enquiries | Nothing worthwhile to achieve
            intake        | another-body             | no            | -          | -           | -       | Closed after initial enquiries | Another body is better placed
            intake        | procedure-not-used       | no            | -          | -           | -       | Closed after initial enquiries | The council’s procedure can still be used
            discontinued  | late                     | no            | no-finding | no          | none    | Not upheld                     | Investigation ended: late
            discontinued  | other-route              | no            | no-finding | no          | none    | Not upheld                     | Investigation ended: appeal or court
            discontinued  | excluded                 | no            | no-finding | no          | none    | Not upheld                     | Investigation ended: excluded by law
            discontinued  | no-significant-injustice | no            | no-finding | no          | none    | Not upheld                     | Investigation ended: no significant injustice
            discontinued  | fault-unlikely           | no            | no-finding | no          | none    | Not upheld                     | Investigation ended: fault unlikely to be found
            discontinued  | nothing-to-achieve       | no            | no-finding | no          | none    | Not upheld                     | Investigation ended: nothing worthwhile to achieve
            discontinued  | another-body             | no            | no-finding | no          | none    | Not upheld                     | Investigation ended: another body is better placed
            discontinued  | remedied                 | no            | no-finding | no          | none    | Not upheld                     | Investigation ended: remedied by the council
            withdrawn     | -                        | no            | -          | -           | -       | Closed after initial enquiries | Complaint withdrawn
            nobody-carries-on | -                    | no            | -          | -           | -       | Closed after initial enquiries | Nobody carries the complaint on
            """)
    void saysDecisionAndReason(String course, @Nullable String reasons, String remedy, @Nullable String fault, @Nullable String injustice, @Nullable String remedyStands,
            String decision, String reason) {
        var rows = rows(course, reasons, remedy, fault, injustice, remedyStands);

        assertThat(rows).singleElement().satisfies(row -> assertThat(row).containsEntry("decision", decision).containsEntry("reason", reason));
    }

    @Test
    void givesEveryReasonWithItsClause() {
        var rows = rows("intake", "late,nothing-to-achieve", "no", null, null, null);

        assertThat(rows).extracting(row -> row.get("decision")).containsOnly("Closed after initial enquiries");
        assertThat(rows).extracting(row -> row.get("reason")).containsExactly("Late", "Nothing worthwhile to achieve");
        assertThat(rows).extracting(row -> row.get("clause").toString()).allSatisfy(clause -> assertThat(clause).startsWith("Local Government Act 1974 s."));
    }

    private List<Map<String, Object>> rows(@Nullable String... facts) {
        var names = List.of("course", "closingReasons", "remedyAccepted", "faultFound", "injusticeFound", "remedyStands");
        var known = new HashMap<String, @Nullable Object>();
        var given = Arrays.asList(facts);
        names.forEach(name -> known.put(name, given.get(names.indexOf(name))));
        return tables.rows("outcome", null, known);
    }
}
