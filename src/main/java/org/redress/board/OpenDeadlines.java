package org.redress.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.council.Councils;
import org.redress.deadline.DeadlineView;
import org.redress.identity.Services;
import org.redress.tally.KeptRows;
import org.redress.tally.Tally;
import org.redress.tally.Tally.Figure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deadlines of a council that are over, end today, or end within five working days: counted by what a supervisor asks for, and listed. */
@Component
public class OpenDeadlines {
    private static final String OPEN = "from case_due d where d.council = :council and d.due_on <= :until and ";
    private static final String DUE = "case when d.due_on < :today then 'OVERDUE' when d.due_on = :today then 'TODAY' else 'SOON' end";
    private static final String COUNT = "select due, council, service, kind, stage, count(*) as times from (select " + DUE
            + " as due, d.counterpart as council, d.service, d.kind, d.stage ";
    private static final String LIST = "select d.reference, d.kind, d.stage, d.item, d.due_on, d.owed_by, d.service, d.counterpart as council ";

    private static final String IN_TIME = "case when d.state = 'MET' and coalesce(d.days_late, 0) = 0 then ";
    private static final String KEPT = "select d.kind, sum(" + IN_TIME + "1 else 0 end), sum(" + IN_TIME + "0 else 1 end) from deadline d join complaint c on c.reference = d.reference"
            + " where c.council = :council and d.due_on between :fromDay and :lastDay and (d.state = 'MET' or d.state = 'OPEN' and d.due_on < :today) and ";

    private final JdbcClient database;
    private final Watch watch;
    private final Services services;
    private final Councils councils;
    private final Tally tally;
    private final KeptRows rows;

    OpenDeadlines(JdbcClient database, Watch watch, Services services, Councils councils, Tally tally, KeptRows rows) {
        this.database = database;
        this.watch = watch;
        this.services = services;
        this.councils = councils;
        this.tally = tally;
        this.rows = rows;
    }

    /** So many deadlines of one kind, service, stage or council; the key is what a list is asked with. */
    public record Group(String key, String label, int overdue, int today, int soon) {
        Group and(Due due, int times) {
            return new Group(key, label, overdue + (due == Due.OVERDUE ? times : 0), today + (due == Due.TODAY ? times : 0), soon + (due == Due.SOON ? times : 0));
        }
    }

    /** The counts: all together, and by council (at an Ombudsman only), service, stage and kind, most overdue first. */
    public record Counts(Group all, List<Group> councils, List<Group> services, List<Group> stages, List<Group> kinds) {}

    /** How many deadlines of a kind were met and missed. */
    public record Kept(String title, int met, int missed) {}

    /** What a list is narrowed to; a key that is null narrows nothing, an empty one is "none". */
    public record Which(@Nullable Due due, @Nullable String council, @Nullable String service, @Nullable Integer stage, @Nullable String kind) {}

    /** One deadline in a list; {@code late} are working days. */
    public record Line(String reference, String title, LocalDate dueOn, int late, Due due, String owedBy, String service, String council) {}

    private record Row(Due due, String council, String service, String kind, int stage, int times) {}

    private record Found(String reference, String kind, int stage, @Nullable Integer item, LocalDate dueOn, String owedBy, String service, String council) {}

    /** The counts of a council, in one question to the database. */
    public Counts counts(String council) {
        this.rows.bringUpToDate();
        var cases = watch.cases(council, "d");
        var rows = database.sql(COUNT + OPEN + cases.condition() + ") open_deadline group by due, council, service, kind, stage").params(watch.values(council, cases))
                .query(Row.class).list();
        var all = new Group("", "All", 0, 0, 0);
        for (var row : rows) {
            all = all.and(row.due(), row.times());
        }
        boolean ombudsman = councils.find(council).filter(one -> one.ombudsman()).isPresent();
        return new Counts(all, ombudsman ? groups(rows, Row::council, councils(rows.stream().map(Row::council))) : List.of(), groups(rows, Row::service, services(council)),
                groups(rows, row -> String.valueOf(row.stage()), stage -> stage(stage, ombudsman)), groups(rows, Row::kind, kind -> DeadlineView.title(kind, 0, null)));
    }

    private static List<Group> groups(List<Row> rows, Function<Row, String> key, UnaryOperator<String> label) {
        var groups = new LinkedHashMap<String, Group>();
        for (var row : rows) {
            var of = key.apply(row);
            groups.put(of, groups.getOrDefault(of, new Group(of, label.apply(of), 0, 0, 0)).and(row.due(), row.times()));
        }
        var sorted = new ArrayList<>(groups.values());
        sorted.sort(java.util.Comparator.comparingInt(Group::overdue).thenComparingInt(Group::today).thenComparingInt(Group::soon).reversed().thenComparing(Group::label));
        return sorted;
    }

    /** How many deadlines of a council were met and missed since the quarter began, by kind. */
    public List<Kept> kept(String council) {
        Map<String, int[]> kept = new TreeMap<>();
        tally.deadlines(List.of(council), watch.today()).forEach(count -> kept.computeIfAbsent(count.element().replaceFirst("/.*", ""), kind -> new int[2])[count.figure() == Figure.MET ? 0 : 1] += count.times());
        return kept.entrySet().stream().map(one -> new Kept(DeadlineView.title(one.getKey(), 0, null), one.getValue()[0], one.getValue()[1])).toList();
    }

    /** How many of those whose last day was in a time were met by it, and how many later or not yet, by kind; of the cases that there are for whoever asks. */
    List<Kept> kept(String council, LocalDate from, LocalDate last) {
        var cases = watch.cases(council, "c");
        var values = watch.values(council, cases);
        values.put("fromDay", from);
        values.put("lastDay", last);
        return database.sql(KEPT + DueRows.OWED + " and " + cases.condition() + " group by d.kind order by d.kind").params(values)
                .query((found, number) -> new Kept(DeadlineView.title(found.getString(1), 0, null), found.getInt(2), found.getInt(3))).list();
    }

    /** One page of the deadlines of a council, those that end first at the top. */
    public Page<Line> list(String council, Which which, int page) {
        return Page.of(lines(council, which, page * Page.SIZE, Page.SIZE + 1), page);
    }

    /** The first of them, as many as a file holds. */
    public List<Line> first(String council, Which which, int most) {
        return lines(council, which, 0, most);
    }

    private List<Line> lines(String council, Which which, int from, int most) {
        rows.bringUpToDate();
        var cases = watch.cases(council, "d");
        var values = watch.values(council, cases);
        var sql = new StringBuilder(LIST).append(OPEN).append(cases.condition());
        narrow(sql, values, "and d.counterpart = :ofCouncil", "ofCouncil", which.council());
        narrow(sql, values, "and d.service = :service", "service", which.service());
        narrow(sql, values, "and d.stage = :stage", "stage", which.stage());
        narrow(sql, values, "and d.kind = :kind", "kind", which.kind());
        if (which.due() != null) {
            sql.append(switch (which.due()) {
                case OVERDUE -> " and d.due_on < :today";
                case TODAY -> " and d.due_on = :today";
                case SOON -> " and d.due_on > :today";
                case LATER, NO_DAY -> " and 1 = 0";
            });
        }
        sql.append(" order by d.due_on, d.reference, d.deadline_id limit ").append(most).append(" offset ").append(from);
        var found = database.sql(sql.toString()).params(values).query(Found.class).list();
        var services = services(council);
        var councils = councils(found.stream().map(Found::council));
        return found.stream().map(one -> line(one, services, councils)).toList();
    }

    static void narrow(StringBuilder sql, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(' ').append(condition);
            values.put(name, value);
        }
    }

    private Line line(Found found, UnaryOperator<String> services, UnaryOperator<String> councils) {
        var due = found.dueOn().isBefore(watch.today()) ? Due.OVERDUE : found.dueOn().equals(watch.today()) ? Due.TODAY : Due.SOON;
        return new Line(found.reference(), DeadlineView.title(found.kind(), found.stage(), found.item()), found.dueOn(), watch.workingDaysSince(found.dueOn()), due,
                found.owedBy().equals("within") ? "council" : found.owedBy(), services.apply(found.service()), councils.apply(found.council()));
    }

    /** What the services of a council are called, read once for a list; none is the whole council. */
    UnaryOperator<String> services(String council) {
        var names = services.names(council);
        return code -> code.isEmpty() ? "Whole council" : names.getOrDefault(code, code);
    }

    /** The same of these councils. */
    private UnaryOperator<String> councils(Stream<String> ids) {
        var names = councils.names(ids.filter(id -> !id.isEmpty()).collect(Collectors.toSet()));
        return id -> names.getOrDefault(id, id);
    }

    private static String stage(String stage, boolean ombudsman) {
        return stage.equals("0") ? "Of no stage" : (ombudsman ? "Version " : "Stage ") + stage;
    }
}
