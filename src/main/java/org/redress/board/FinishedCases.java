package org.redress.board;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseStatus;
import org.redress.database.Postgres;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases of a council on which nothing more is done, which Cockpit itself does not show. */
@Component
@Transactional(readOnly = true)
public class FinishedCases {
    private static final String OVER = Arrays.stream(CaseStatus.values()).filter(CaseStatus::over).map(status -> "'" + status.name() + "'").collect(Collectors.joining(", "));
    /** A page is found in the index that has all of it, and only its cases are read. */
    private static final String LIST = """
            select p.reference, p.status, p.status_since, p.received_at, coalesce(p.service, '') as service, p.stage from complaint p
                where p.reference in (select found.reference from (select c.reference from %s order by c.status_since desc, c.reference desc limit %d offset %d) found)
                order by p.status_since desc, p.reference desc""";
    /** Most cases of a council went through a process, or few did: so many times a page are looked at before all are. */
    private static final int LOOKED_AT = 4;
    private static final String NEWEST = "(select c.reference, c.status_since from complaint c where %s order by c.status_since desc, c.reference desc limit %d) c where ";
    private static final String RAN_THROUGH = "exists (select 1 from ACT_HI_PROCINST h where h.BUSINESS_KEY_ = c.reference and h.PROC_DEF_KEY_ = :ranThrough)";
    /** As a truth PostgreSQL reads the set once, from indexes (identity/EngineIndexes), and no case for it; history keeps the tenant of its time, which may be that of a restricted case. */
    private static final String RAN_THROUGH_ONE_OF = """
            (c.reference in (select h.BUSINESS_KEY_ from ACT_HI_PROCINST h where h.PROC_DEF_KEY_ = :ranThrough and h.TENANT_ID_ = :council
                union all select h.BUSINESS_KEY_ from ACT_HI_PROCINST h where h.PROC_DEF_KEY_ = :ranThrough and h.TENANT_ID_ like '%#%')) is true""";

    private final JdbcClient database;
    private final Watch watch;
    private final OpenDeadlines deadlines;
    private final boolean readsSets;

    FinishedCases(JdbcClient database, Watch watch, OpenDeadlines deadlines, JdbcTemplate jdbc) {
        this.database = database;
        this.watch = watch;
        this.deadlines = deadlines;
        this.readsSets = Postgres.is(jdbc);
    }

    /** What a list is narrowed to; {@code procedure} is the key of a process that the case went through. */
    public record Which(@Nullable String service, @Nullable CaseStatus outcome, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String procedure) {}

    /** One case in a list. */
    public record Line(String reference, String outcome, LocalDate endedOn, LocalDate receivedOn, String service, int stage) {}

    /** An outcome to choose. */
    public record Outcome(String key, String label) {}

    private record Found(String reference, CaseStatus status, LocalDate statusSince, LocalDateTime receivedAt, String service, int stage) {}

    /** How cases end. */
    public static List<Outcome> outcomes() {
        return Arrays.stream(CaseStatus.values()).filter(CaseStatus::over).map(status -> new Outcome(status.name(), status.text())).toList();
    }

    /** One page of them, those that ended last at the top. */
    public Page<Line> list(String council, Which which, int page) {
        return Page.of(lines(council, which, page * Page.SIZE, Page.SIZE + 1), page);
    }

    /** The first of them, as many as a file holds. */
    public List<Line> first(String council, Which which, int most) {
        return lines(council, which, 0, most);
    }

    private List<Line> lines(String council, Which which, int from, int most) {
        var cases = watch.cases(council, "c");
        var values = watch.values(council, cases);
        var sql = new StringBuilder("c.status in (" + OVER + ") and ").append(cases.condition());
        OpenDeadlines.narrow(sql, values, "and coalesce(c.service, '') = :service", "service", which.service());
        OpenDeadlines.narrow(sql, values, "and c.status = :outcome", "outcome", which.outcome() == null ? null : which.outcome().name());
        OpenDeadlines.narrow(sql, values, "and c.status_since >= :fromDay", "fromDay", which.from());
        OpenDeadlines.narrow(sql, values, "and c.status_since <= :untilDay", "untilDay", which.until());
        var services = deadlines.services(council);
        return found(sql.toString(), values, which.procedure(), from, most).stream()
                .map(one -> new Line(one.reference(), one.status().text(), one.statusSince(), one.receivedAt().toLocalDate(), services.apply(one.service()), one.stage())).toList();
    }

    private List<Found> found(String conditions, Map<String, Object> values, @Nullable String procedure, int from, int most) {
        if (procedure == null) {
            return read("complaint c where " + conditions, values, from, most);
        }
        values.put("ranThrough", procedure);
        var newest = read(NEWEST.formatted(conditions, LOOKED_AT * (from + most)) + RAN_THROUGH, values, from, most);
        return newest.size() == most ? newest : read("complaint c where " + conditions + " and " + (readsSets ? RAN_THROUGH_ONE_OF : RAN_THROUGH), values, from, most);
    }

    private List<Found> read(String which, Map<String, Object> values, int from, int most) {
        return database.sql(LIST.formatted(which, most, from)).params(values).query(Found.class).list();
    }
}
