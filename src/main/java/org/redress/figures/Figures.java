package org.redress.figures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Sight;
import org.redress.tally.KeptRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the cases of a council or Ombudsman from the lines that are kept of each, without those that whoever asks may not know of (CORP-41, DAT-01). */
@Component
class Figures {
    private static final String LINES = " from case_figure f where f.council = :council and f.figure in (:figures) and f.happened_on >= :from and f.happened_on < :until and ";

    private final JdbcClient database;
    private final Sight sight;
    private final KeptRows rows;

    Figures(JdbcClient database, Sight sight, KeptRows rows) {
        this.database = database;
        this.sight = sight;
        this.rows = rows;
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
    record Count(String kind, String place, long count) {
        /** The sums by kind. */
        static Map<String, Long> byKind(List<Count> counts) {
            return counts.stream().collect(Collectors.groupingBy(Count::kind, TreeMap::new, Collectors.summingLong(Count::count)));
        }
    }

    /** A case behind a count. */
    record Line(String reference, LocalDate on, String kind, String place) {}

    private record Counted(String figure, Count count) {}

    /** Whether it is an Ombudsman. */
    boolean ombudsman(String council) {
        return database.sql("select ombudsman from council where tenant = ?").param(council).query(Boolean.class).optional().orElse(false);
    }

    /** The counts of all figures of a council for somebody, by the figure's id; by kind and place. */
    Map<String, List<Count>> counts(String person, String council, Period period) {
        rows.bringUpToDate();
        var seen = sight.rows(person, council, "f");
        boolean ombudsman = ombudsman(council);
        var all = Figure.all().stream().filter(figure -> figure.isFor(ombudsman)).collect(Collectors.partitioningBy(Figure::once));
        return all.entrySet().stream().filter(some -> !some.getValue().isEmpty()).flatMap(some -> {
            var counted = some.getKey() ? "count(distinct f.reference)" : "count(*)";
            return database.sql("select f.figure, f.kind, f.place, " + counted + LINES + seen.condition() + " group by f.figure, f.kind, f.place").params(values(some.getValue(), council, period, seen))
                    .query((found, number) -> new Counted(found.getString(1), new Count(found.getString(2), found.getString(3), found.getLong(4)))).list().stream();
        }).collect(Collectors.groupingBy(Counted::figure, Collectors.mapping(Counted::count, Collectors.toList())));
    }

    /** The cases behind a count, in the order of their days; at most so many. */
    List<Line> cases(Figure figure, String person, String council, Period period, @Nullable String kind, @Nullable String place, int most) {
        rows.bringUpToDate();
        var seen = sight.rows(person, council, "f");
        var values = values(List.of(figure), council, period, seen);
        values.put("most", most);
        values.put("kind", kind);
        values.put("place", place);
        return database.sql("select f.reference, " + (figure.once() ? "min(f.happened_on)" : "f.happened_on") + " as happened_on, f.kind, f.place" + LINES + seen.condition()
                        + (kind == null ? "" : " and f.kind = :kind") + (place == null ? "" : " and f.place = :place") + (figure.once() ? " group by f.reference, f.kind, f.place" : "")
                        + " order by happened_on, f.reference, f.kind limit :most")
                .params(values).query((found, number) -> new Line(found.getString(1), found.getObject(2, LocalDate.class), found.getString(3), found.getString(4))).list();
    }

    private static Map<String, @Nullable Object> values(List<Figure> figures, String council, Period period, Sight.Rows seen) {
        var values = new HashMap<String, @Nullable Object>(seen.parameters());
        values.put("council", council);
        values.put("figures", figures.stream().map(Figure::id).toList());
        values.put("from", period.from());
        values.put("until", period.until());
        return values;
    }
}
