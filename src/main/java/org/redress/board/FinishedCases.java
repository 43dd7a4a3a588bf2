package org.redress.board;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases of a council on which nothing more is done, which Cockpit itself does not show. */
@Component
@Transactional(readOnly = true)
public class FinishedCases {
    private static final String OVER = Arrays.stream(CaseStatus.values()).filter(CaseStatus::over).map(status -> "'" + status.name() + "'").collect(Collectors.joining(", "));
    private static final String LIST = "select c.reference, c.status, c.status_since, c.received_at, coalesce(c.service, '') as service, c.stage from complaint c where c.status in (" + OVER + ") and ";

    /** Counted for each case: asked whether there is any, a database may begin with all cases of all councils that ever went through the process. */
    private static final String RAN_THROUGH = "and (select count(*) from ACT_HI_PROCINST h where h.BUSINESS_KEY_ = c.reference and h.PROC_DEF_KEY_ = :ranThrough) > 0";

    private final JdbcClient database;
    private final Watch watch;
    private final OpenDeadlines deadlines;

    FinishedCases(JdbcClient database, Watch watch, OpenDeadlines deadlines) {
        this.database = database;
        this.watch = watch;
        this.deadlines = deadlines;
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
        var values = watch.values(council);
        var sql = new StringBuilder(LIST).append(watch.cases(council, "c").condition());
        OpenDeadlines.narrow(sql, values, "and coalesce(c.service, '') = :service", "service", which.service());
        OpenDeadlines.narrow(sql, values, "and c.status = :outcome", "outcome", which.outcome() == null ? null : which.outcome().name());
        OpenDeadlines.narrow(sql, values, "and c.status_since >= :fromDay", "fromDay", which.from());
        OpenDeadlines.narrow(sql, values, "and c.status_since <= :untilDay", "untilDay", which.until());
        OpenDeadlines.narrow(sql, values, RAN_THROUGH, "ranThrough", which.procedure());
        sql.append(" order by c.status_since desc, c.reference desc limit ").append(most).append(" offset ").append(from);
        var services = deadlines.services(council);
        return database.sql(sql.toString()).params(values).query(Found.class).list().stream()
                .map(one -> new Line(one.reference(), one.status().text(), one.statusSince(), one.receivedAt().toLocalDate(), services.apply(one.service()), one.stage())).toList();
    }
}
