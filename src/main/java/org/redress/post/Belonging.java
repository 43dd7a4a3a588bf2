package org.redress.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Matter;
import org.redress.casefile.Signs;
import org.redress.casefile.Whose;
import org.redress.decision.Tables;
import org.springframework.stereotype.Component;

/**
 * The one question about every letter that comes from another organisation: does it certainly belong to that case? A number alone never
 * says so, because numbers can be guessed; the table "letter-belonging" does (LGS-09, DAT-02).
 */
@Component
public class Belonging {
    /** So many cases are shown to whoever places a letter. */
    private static final int MOST_SHOWN = 8;
    private static final String TABLE = "letter-belonging";

    private final Whose whose;
    private final Tables tables;

    Belonging(Whose whose, Tables tables) {
        this.whose = whose;
        this.tables = tables;
    }

    /** The case to which a letter certainly belongs, of those to which it may, if there is one and no other. */
    Optional<String> certain(List<Signs> likely) {
        var certain = likely.stream().filter(this::certain).map(Signs::reference).toList();
        return certain.size() == 1 ? Optional.of(certain.get(0)) : Optional.empty();
    }

    /** Whether what was found leaves no doubt. */
    public boolean certain(Signs signs) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("sameReference", signs.sameReference());
        facts.put("samePeople", signs.samePeople());
        facts.put("daysInOrder", signs.inOrder());
        facts.put("otherComplaint", signs.held());
        return certainly(tables.rows(TABLE, null, facts));
    }

    /** Where no row says anything, nothing is certain. */
    static boolean certainly(List<Map<String, Object>> rows) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> "certain".equals(row.get("belonging")));
    }

    /** What speaks for and against one case. */
    public Signs signs(Matter matter, String reference) {
        return whose.of(matter, reference);
    }

    /** The cases to which a letter may belong, those for which most speaks first. */
    public List<Signs> likely(Matter matter) {
        return whose.likely(matter, MOST_SHOWN);
    }
}
