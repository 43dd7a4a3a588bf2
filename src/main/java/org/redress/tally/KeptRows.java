package org.redress.tally;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redress.identity.BeforeTraffic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what lists and figures count of each case, so that they read what they show and not all cases of a council. No step waits for it: the record of changes says which cases
 * were written in since the rows were made, and before an answer those few are made anew. So an answer is as new as what was committed last, follows corrections, and does not
 * tell of a case that is gone. Which cases there are for whom is asked with the answer, not kept (decision record 60).
 */
@Component
@EnableScheduling
public class KeptRows extends BeforeTraffic {
    /** How many entries of the record are followed in one transaction. */
    private static final int AT_ONCE = 2000;
    /** Also when nobody looks, so that the first one who does need not wait. */
    private static final int EVERY_MINUTES = 10;
    /** Files are opened far more often than written in; that somebody looked changes nothing. */
    private static final String WRITTEN = "a.operation not in ('open', 'refuse', 'search')";
    private static final Logger LOG = LoggerFactory.getLogger(KeptRows.class);

    private final JdbcClient database;
    private final List<WorkedOut> tables;
    private final TransactionTemplate transaction;

    KeptRows(JdbcClient database, List<WorkedOut> tables, TransactionTemplate transaction) {
        this.database = database;
        this.tables = tables;
        this.transaction = transaction;
    }

    private record Stand(@Nullable Long kept, long written) {
        boolean isBehind() {
            return kept == null || kept < written;
        }
    }

    /** Of a database of an earlier version all are made. */
    @Override
    protected void run() {
        while (stand("").isBehind()) {
            transaction.executeWithoutResult(open -> follow());
        }
    }

    /** Follows the record of changes to its end. What cannot be followed now is the next time; until then an answer is as old as the rows. */
    @Scheduled(initialDelay = EVERY_MINUTES, fixedDelay = EVERY_MINUTES, timeUnit = TimeUnit.MINUTES)
    public void bringUpToDate() {
        try {
            run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What lists and figures count could not be brought up to date and is the next time: {}", e.getClass().getName());
        }
    }

    private Stand stand(String lock) {
        var kept = database.sql("select sequence from kept_rows where id = 1" + lock).query((row, number) -> Map.entry("at", Objects.requireNonNullElse(row.getObject(1, Long.class), -1L))).single().getValue();
        return new Stand(kept < 0 ? null : kept, database.sql("select coalesce(sequence, 0) from audit_head where id = 1").query(Long.class).single());
    }

    /** Entries have the order of their transactions' ends (audit/Chain), so none comes in behind the last that was followed. */
    private void follow() {
        var stand = stand(" for update");
        if (!stand.isBehind()) {
            return;
        }
        long until = stand.written();
        if (stand.kept() == null) {
            tables.forEach(this::all);
        } else {
            until = Math.min(until, stand.kept() + AT_ONCE);
            var cases = database.sql("select distinct c.id from audit a join complaint c on c.reference = a.reference where a.sequence > ? and a.sequence <= ? and " + WRITTEN).params(stand.kept(), until)
                    .query(Long.class).list();
            if (!cases.isEmpty()) {
                tables.forEach(table -> these(table, cases));
            }
        }
        database.sql("update kept_rows set sequence = ? where id = 1").param(until).update();
    }

    private void all(WorkedOut table) {
        database.sql("delete from " + table.table()).update();
        table.insertions(id -> id + " is not null").forEach(sql -> database.sql(sql).update());
    }

    private void these(WorkedOut table, List<Long> cases) {
        database.sql("delete from " + table.table() + " where complaint_id in (:cases)").param("cases", cases).update();
        table.insertions(id -> id + " in (:cases)").forEach(sql -> database.sql(sql).param("cases", cases).update());
    }
}
