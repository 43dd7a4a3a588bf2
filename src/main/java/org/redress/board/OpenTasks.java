package org.redress.board;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Authority;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The open tasks of a council: who has how many, and which. */
@Component
@Transactional(readOnly = true)
public class OpenTasks {
    /** Some tasks belong to no case, such as somebody's leave. */
    private static final String OPEN = " from ACT_RU_TASK t where t.TENANT_ID_ in (:tenants) and t.SUSPENSION_STATE_ = 1";
    private static final String OF_OTHERS = " and t.PROC_INST_ID_ not in (select x.PROC_INST_ID_ from ACT_RU_EXECUTION x where x.BUSINESS_KEY_ in (:leftOut))";
    private static final String DUE = """
            case when t.DUE_DATE_ is null then 'NO_DAY' when t.DUE_DATE_ < :todayBegins then 'OVERDUE' when t.DUE_DATE_ < :tomorrowBegins then 'TODAY'
                when t.DUE_DATE_ < :laterBegins then 'SOON' else 'LATER' end""";
    /** A task belongs to the case that its card names; only those of one page are asked for it. */
    private static final String LIST = """
            select o.ID_ as id, o.NAME_ as name, o.ASSIGNEE_ as person, o.DUE_DATE_ as due, o.FOLLOW_UP_DATE_ as follow_up, o.PRIORITY_ as priority, v.TEXT_ as reference,
                (select max(n.LONG_) from ACT_RU_VARIABLE n where n.TASK_ID_ = o.ID_ and n.NAME_ in ('issueNumber', 'actionNumber', 'commentNumber')) as number_of
            from (select t.*%s order by t.DUE_DATE_ nulls last, t.ID_ limit %d offset %d) o
                left join ACT_RU_VARIABLE v on v.TASK_ID_ = o.ID_ and v.NAME_ = 'caseReference' order by o.DUE_DATE_ nulls last, o.ID_""";
    private static final String NOBODY = "";

    private final JdbcClient database;
    private final Watch watch;
    private final Authority authority;

    OpenTasks(JdbcClient database, Watch watch, Authority authority) {
        this.database = database;
        this.watch = watch;
        this.authority = authority;
    }

    /** How much one person has; the key is empty for what nobody has by name. */
    public record Load(String key, String label, int overdue, int today, int soon, int later) {
        Load and(Due due, int times) {
            return new Load(key, label, overdue + (due == Due.OVERDUE ? times : 0), today + (due == Due.TODAY ? times : 0), soon + (due == Due.SOON ? times : 0),
                    later + (due == Due.LATER || due == Due.NO_DAY ? times : 0));
        }
    }

    /** What a list is narrowed to. */
    public record Which(@Nullable Due due, @Nullable String person, @Nullable String reference) {}

    /** One task in a list. */
    public record Line(String id, String title, @Nullable String reference, @Nullable String person, @Nullable String name, @Nullable LocalDate dueOn, Due due,
            @Nullable LocalDate bringForward, int priority) {}

    private record Row(Due due, String person, int times) {}

    private record Found(String id, String name, @Nullable String person, @Nullable Timestamp due, @Nullable Timestamp followUp, int priority, @Nullable String reference,
            @Nullable Long numberOf) {}

    /** Who has how many tasks, most overdue first; what nobody has by name stands at the top. */
    public List<Load> loads(String council) {
        var values = watch.values(council);
        var rows = database.sql("select due, person, count(*) as times from (select " + DUE + " as due, coalesce(t.ASSIGNEE_, '') as person" + open(council, values)
                        + ") open_task group by due, person").params(values).query(Row.class).list();
        var names = authority.names(rows.stream().map(Row::person).filter(person -> !person.isEmpty()).distinct().toList());
        var loads = new LinkedHashMap<String, Load>();
        rows.forEach(row -> loads.put(row.person(), loads.getOrDefault(row.person(), new Load(row.person(), label(row.person(), names), 0, 0, 0, 0)).and(row.due(), row.times())));
        var sorted = new ArrayList<>(loads.values());
        sorted.sort(Comparator.comparing((Load load) -> !load.key().equals(NOBODY))
                .thenComparing(Comparator.comparingInt(Load::overdue).thenComparingInt(Load::today).thenComparingInt(Load::soon).reversed()).thenComparing(Load::label));
        return sorted;
    }

    /** Without what is not there for whoever asks, which at most councils is nothing. */
    private String open(String council, Map<String, Object> values) {
        var barred = watch.barred(council);
        if (barred.isEmpty()) {
            return OPEN;
        }
        values.put("leftOut", barred);
        return OPEN + OF_OTHERS;
    }

    private static String label(String person, Map<String, String> names) {
        return person.isEmpty() ? "Nobody by name" : Objects.requireNonNullElse(names.get(person), person);
    }

    /** One page of the tasks of a council, those that are due first at the top. */
    public Page<Line> list(String council, Which which, int page) {
        return Page.of(lines(council, which, page * Page.SIZE, Page.SIZE + 1), page);
    }

    /** The first of them, as many as a file holds. */
    public List<Line> first(String council, Which which, int most) {
        return lines(council, which, 0, most);
    }

    private List<Line> lines(String council, Which which, int from, int most) {
        var values = watch.values(council);
        var sql = new StringBuilder(open(council, values));
        if (NOBODY.equals(which.person())) {
            sql.append(" and t.ASSIGNEE_ is null");
        } else {
            OpenDeadlines.narrow(sql, values, "and t.ASSIGNEE_ = :person", "person", which.person());
        }
        OpenDeadlines.narrow(sql, values, "and t.PROC_INST_ID_ in (select e.PROC_INST_ID_ from ACT_RU_EXECUTION e where e.BUSINESS_KEY_ = :reference)", "reference", which.reference());
        if (which.due() != null) {
            sql.append(switch (which.due()) {
                case OVERDUE -> " and t.DUE_DATE_ < :todayBegins";
                case TODAY -> " and t.DUE_DATE_ >= :todayBegins and t.DUE_DATE_ < :tomorrowBegins";
                case SOON -> " and t.DUE_DATE_ >= :tomorrowBegins and t.DUE_DATE_ < :laterBegins";
                case LATER -> " and (t.DUE_DATE_ >= :laterBegins or t.DUE_DATE_ is null)";
                case NO_DAY -> " and t.DUE_DATE_ is null";
            });
        }
        var found = database.sql(LIST.formatted(sql, most, from)).params(values).query(Found.class).list();
        var names = authority.names(found.stream().map(Found::person).flatMap(Stream::ofNullable).distinct().toList());
        return found.stream().map(one -> line(one, names)).toList();
    }

    private Line line(Found found, Map<String, String> names) {
        var due = found.due() == null ? null : Watch.day(found.due());
        var title = found.numberOf() == null ? found.name() : found.name() + " " + found.numberOf();
        return new Line(found.id(), title, found.reference(), found.person(), found.person() == null ? null : names.get(found.person()), due, due(due),
                found.followUp() == null ? null : Watch.day(found.followUp()), found.priority());
    }

    private Due due(@Nullable LocalDate day) {
        return day == null ? Due.NO_DAY : day.isBefore(watch.today()) ? Due.OVERDUE : day.equals(watch.today()) ? Due.TODAY : day.isAfter(watch.until()) ? Due.LATER : Due.SOON;
    }
}
