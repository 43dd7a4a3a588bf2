package org.redress.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.audit.ReadLog;
import org.redress.identity.Reader;
import org.redress.identity.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the council owes, by case, kind and day and nothing more, in pages (CORP-20, CORP-21). */
@RestController
@ConditionalOnWebApplication
@ConditionalOnProperty("redress.api.enabled")
class DeadlinesForPrograms {
    private static final int PAGE = 100;
    private static final String LIST = "api v1 deadlines";

    private final Reader reader;
    private final Sight sight;
    private final JdbcClient database;
    private final ReadLog readings;

    DeadlinesForPrograms(Reader reader, Sight sight, JdbcClient database, ReadLog readings) {
        this.reader = reader;
        this.sight = sight;
        this.database = database;
        this.readings = readings;
    }

    /** A page of open deadlines; the next begins after {@code next}, if there is one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Owed> deadlines, @Nullable Long next) {}

    /** An open deadline. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Owed(String reference, String kind, int stage, @Nullable Integer item, LocalDate dueOn, @Nullable LocalDate overdueSince) {}

    private record Row(long id, Owed owed) {}

    @Operation(summary = "List open deadlines", description = "Needs the scope deadlines:read. In pages of 100; the next page begins after the number in \"next\".")
    @GetMapping(Api.PATH + "/deadlines")
    Page list(@Parameter(description = "Due on or before this day") @RequestParam(required = false) @Nullable LocalDate dueBy,
            @Parameter(description = "The \"next\" of the page before") @RequestParam(defaultValue = "0") long after) {
        var council = Api.council(reader);
        var rows = sight.rows(reader.user().orElseThrow(), council, "c");
        var values = new HashMap<String, Object>(rows.parameters());
        values.put("council", council);
        values.put("after", after);
        values.put("most", PAGE + 1);
        if (dueBy != null) {
            values.put("dueBy", dueBy);
        }
        var found = database.sql("select d.id, d.reference, d.kind, d.stage, d.item, d.due_on, d.overdue_since from deadline d join complaint c on c.reference = d.reference"
                        + " where c.council = :council and d.state = 'OPEN' and d.owed_by not in ('complainant', 'parties', 'nobody') and d.id > :after" + (dueBy == null ? "" : " and d.due_on <= :dueBy")
                        + " and " + rows.condition() + " order by d.id fetch first :most rows only")
                .params(values).query(DeadlinesForPrograms::row).list();
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        if (!shown.isEmpty()) {
            readings.listed(shown.stream().map(row -> row.owed().reference()).collect(Collectors.toCollection(TreeSet::new)), council, LIST);
        }
        return new Page(shown.stream().map(Row::owed).toList(), found.size() > PAGE ? Objects.requireNonNull(shown.get(PAGE - 1)).id() : null);
    }

    private static Row row(ResultSet found, int number) throws SQLException {
        return new Row(found.getLong("id"), new Owed(found.getString("reference"), found.getString("kind"), found.getInt("stage"), found.getObject("item", Integer.class),
                found.getObject("due_on", LocalDate.class), found.getObject("overdue_since", LocalDate.class)));
    }
}
