package org.redress.correction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Fact;
import org.redress.decision.TableRefused;
import org.redress.decision.Tables;
import org.springframework.stereotype.Component;

/**
 * What of a case file can be put right by itself, and what hangs on it beside the answer, after the table "put-right": the newest one,
 * which counts for old cases too. A day without a row that says when something happened, as in a form that a process owner added, is
 * put right as a day by its own name (CHD-21, DAT-01).
 */
@Component
class Correctable {
    static final String TABLE = "put-right";

    private final Tables tables;

    Correctable(Tables tables) {
        this.tables = tables;
    }

    /** As what a fact is put right. */
    enum As {
        DAY,
        AMOUNT,
        NO
    }

    /**
     * What hangs on a day or an amount.
     *
     * @param names under which processes and deadlines know the day
     * @param sent kinds of letters that went out on it, {@code received} kinds that came on it
     * @param also what else of the case file has the day, in the words of the table
     * @param beforeTheComplaint whether it may lie before the complaint
     * @param toTheOtherSide whether a letter told it to the other side, whose file follows a new letter only
     */
    record Effects(As as, List<String> names, Set<String> sent, Set<String> received, Set<String> also, boolean beforeTheComplaint, boolean toTheOtherSide) {
        private static Effects of(String field, Map<String, Object> row) {
            var as = As.valueOf(row.get("as").toString().toUpperCase(java.util.Locale.ROOT));
            return new Effects(as, Stream.concat(Stream.of(field), list(row.get("knownAs")).stream()).toList(), list(row.get("sent")), list(row.get("received")), list(row.get("also")),
                    Boolean.TRUE.equals(row.get("beforeTheComplaint")), Boolean.TRUE.equals(row.get("otherSide")));
        }

        private static Effects none(Fact fact) {
            return new Effects(fact.happened() && fact.day().isPresent() ? As.DAY : As.NO, List.of(fact.field()), Set.of(), Set.of(), Set.of(), false, false);
        }

        private static Set<String> list(@Nullable Object cell) {
            return cell == null ? Set.of() : new LinkedHashSet<>(List.of(cell.toString().split(",\\s*")));
        }
    }

    /** What hangs on a fact, for whoever asks about one. */
    Effects effects(Fact fact) {
        return asked().apply(fact);
    }

    /** What hangs on facts, for whoever asks about many. */
    Function<Fact, Effects> asked() {
        var rows = tables.newest(TABLE);
        return fact -> row(rows, fact).map(row -> Effects.of(fact.field(), row)).orElseGet(() -> Effects.none(fact));
    }

    /** The row for a fact depends on what else was chosen in its form. */
    private static Optional<Map<String, Object>> row(Function<Map<String, @Nullable Object>, List<Map<String, Object>>> rows, Fact fact) {
        var found = new HashSet<Map<String, Object>>();
        Stream.concat(Stream.of(""), fact.beside().values().stream()).distinct().forEach(answer -> {
            var asked = new HashMap<String, @Nullable Object>();
            asked.put("form", fact.form());
            asked.put("field", fact.field());
            asked.put("answer", answer);
            found.addAll(rows.apply(asked));
        });
        if (found.size() > 1) {
            throw TableRefused.cell("Put right", "Day or amount", fact.field() + " of the form " + fact.form() + " has " + found.size() + " rows for its answers; one says what holds.");
        }
        return found.stream().findFirst();
    }
}
