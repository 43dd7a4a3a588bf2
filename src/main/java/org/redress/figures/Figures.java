package org.redress.figures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the cases of a council or Ombudsman, in the database, without those that whoever asks may not know of (CORP-41, DAT-01). */
@Component
@Transactional(readOnly = true)
class Figures {
    /** What belongs to nobody's complaint procedure: files that were opened only for letters, duplicates, and service requests (CORP-10). */
    private static final String OWN = """
            own as (select f.* from files f where f.channel <> 'ombudsman' and f.status <> 'DUPLICATE' and coalesce(f.procedure_key, '') <> 'service-request')""";
    private static final String FILES = """
            with files as (select c.id, c.reference, c.channel, c.status, c.status_since, c.procedure_key, c.received_at, %s as place
              from complaint c where c.council = :council and c.status <> 'PLACED' and %s), %s
            """;
    private static final String BY_SERVICE = "coalesce(c.service, '')";
    private static final String BY_COUNCIL = "coalesce((select min(p.label) from party p where p.complaint_id = c.id and p.part = 'COUNCIL'), '')";

    private final JdbcClient database;
    private final Sight sight;

    Figures(JdbcClient database, Sight sight) {
        this.database = database;
        this.sight = sight;
    }

    /**
     * Of what time the figures are.
     *
     * @param until the first day after it
     */
    record Period(LocalDate from, LocalDate until) {}

    /**
     * How many there are of a kind.
     *
     * @param place the code of a service of the council, or the name of the council at an Ombudsman; empty is the whole council
     */
    record Count(String kind, String place, long count) {}

    /** A case behind a count. */
    record Line(String reference, LocalDate on, String kind, String place) {}

    /** Whether it is an Ombudsman. */
    boolean ombudsman(String council) {
        return database.sql("select ombudsman from council where tenant = ?").param(council).query(Boolean.class).optional().orElse(false);
    }

    /** The counts of a figure for somebody, by kind and place. */
    List<Count> counts(Figure figure, String person, String council, Period period) {
        var seen = sight.rows(person, council, "c");
        return database.sql(rows(figure, council, seen) + "select r.kind, r.place, count(*) from r group by r.kind, r.place order by r.kind, r.place")
                .params(values(council, period, seen)).query((found, number) -> new Count(found.getString(1), found.getString(2), found.getLong(3))).list();
    }

    /** The cases behind a count, in the order of their days; at most so many. */
    List<Line> cases(Figure figure, String person, String council, Period period, @Nullable String kind, @Nullable String place, int most) {
        var seen = sight.rows(person, council, "c");
        var values = values(council, period, seen);
        values.put("most", most);
        values.put("kind", kind);
        values.put("place", place);
        return database.sql(rows(figure, council, seen) + "select r.reference, r.happened_on, r.kind, r.place from r where 1 = 1" + (kind == null ? "" : " and r.kind = :kind")
                        + (place == null ? "" : " and r.place = :place") + " order by r.happened_on, r.reference, r.kind limit :most")
                .params(values).query((found, number) -> new Line(found.getString(1), found.getObject(2, LocalDate.class), found.getString(3), found.getString(4))).list();
    }

    private String rows(Figure figure, String council, Sight.Rows seen) {
        return FILES.formatted(ombudsman(council) ? BY_COUNCIL : BY_SERVICE, seen.condition(), OWN) + ", r as (" + figure.sql() + ")\n";
    }

    private static Map<String, @Nullable Object> values(String council, Period period, Sight.Rows seen) {
        var values = new HashMap<String, @Nullable Object>(seen.parameters());
        values.put("council", council);
        values.put("from", period.from());
        values.put("until", period.until());
        return values;
    }
}
