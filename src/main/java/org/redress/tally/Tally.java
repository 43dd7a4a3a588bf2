package org.redress.tally;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the steps and deadlines of the procedures that have ended. Each is an entry in the transaction in which it ended; every so often, after a commit, some of
 * the oldest entries are folded into figures. Whoever asks gets both, so a figure is as new as what has ended last.
 */
@Component
public class Tally {
    /** After how many entries some are folded. */
    private static final int FOLD_AFTER = 200;
    /** How many entries are folded at once: more than come in between, so that none are left behind for good. */
    private static final int MOST_FOLDED = 1000;
    private static final String TURN = "tally";
    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

    private final JdbcClient database;
    private final WorkingCalendar calendar;
    private final PlatformTransactionManager transactions;
    private final AtomicInteger entered = new AtomicInteger();

    Tally(JdbcClient database, WorkingCalendar calendar, @Lazy PlatformTransactionManager transactions) {
        this.database = database;
        this.calendar = calendar;
        this.transactions = transactions;
    }

    /** What is counted. */
    public enum Figure {
        /** A step was completed. */
        STEP,
        /** A deadline was met. */
        MET,
        /** A deadline passed before what was owed was done, or before the case ended without it. */
        MISSED
    }

    /** How often something ended, and how many working days it took; {@code latest} is the last day on which one ended. */
    public record Count(String element, Figure figure, int days, int times, LocalDate latest) {}

    /** A step that was completed. */
    void step(String process, String element, String council, LocalDate from, LocalDate until) {
        database.sql("insert into tally_entry (process, element, council, figure, first_day, last_day, times) values (?, ?, ?, ?, ?, ?, 1)")
                .params(process, element, council, Figure.STEP.name(), from, until).update();
        foldSometimes();
    }

    /**
     * A deadline of a case that was closed; those of a restricted case stand in no figure.
     *
     * @param process the key of the process that it belongs to; none where it belongs to no process
     * @param times 1, or -1 where it had been counted so and is no more
     */
    public void deadline(@Nullable String process, String kind, int stage, String reference, Figure figure, LocalDate on, int times) {
        database.sql("insert into tally_entry (process, element, council, figure, first_day, last_day, times) select ?, ?, c.council, ?, ?, ?, cast(? as integer) from complaint c where c.reference = ?"
                        + " and not exists (select 1 from case_restriction r where r.complaint_id = c.id and r.lifted_on is null)")
                .params(process == null ? "" : process, kind + "/" + stage, figure.name(), on, on, times, reference).update();
        foldSometimes();
    }

    /** What ended of a process at some councils since the quarter of a day; of deadlines only those that are met or missed within a process. */
    public List<Count> of(String process, Collection<String> councils, LocalDate since) {
        return counts("process = :what", process, councils, quarter(since));
    }

    /** The deadlines of some councils that were met and missed in the quarter of a day. */
    public List<Count> deadlines(Collection<String> councils, LocalDate day) {
        return counts("figure <> :what", Figure.STEP.name(), councils, quarter(day));
    }

    /** The first day of the quarter of a day. */
    public static LocalDate quarter(LocalDate day) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
    }

    private List<Count> counts(String which, String what, Collection<String> councils, LocalDate since) {
        if (councils.isEmpty()) {
            return List.of();
        }
        var all = new TreeMap<String, Count>();
        database.sql("select element, figure, days, sum(times) as times, max(latest) as latest from tally where council in (:councils) and quarter >= :since and " + which
                        + " group by element, figure, days").param("councils", councils).param("since", since).param("what", what)
                .query(Count.class).list().forEach(count -> add(all, count));
        database.sql("select process, element, council, figure, first_day, last_day, sum(times) as times from tally_entry where council in (:councils) and last_day >= :since and "
                        + which + " group by process, element, council, figure, first_day, last_day").param("councils", councils).param("since", since).param("what", what)
                .query(Entry.class).list().forEach(entry -> add(all, entry.count(calendar)));
        return all.values().stream().filter(count -> count.times() > 0).toList();
    }

    private static void add(Map<String, Count> all, Count count) {
        all.merge(count.element() + " " + count.figure() + " " + count.days(), count, (one, other) -> new Count(one.element(), one.figure(), one.days(),
                one.times() + other.times(), one.latest().isAfter(other.latest()) ? one.latest() : other.latest()));
    }

    /** What has ended and is not folded yet. */
    private record Entry(String process, String element, String council, Figure figure, LocalDate firstDay, LocalDate lastDay, int times) {
        Count count(WorkingCalendar calendar) {
            return new Count(element, figure, days(calendar), times, lastDay);
        }

        /** Working days after the first day up to the last; of a year whose bank holidays are not known nobody knows. */
        private int days(WorkingCalendar calendar) {
            return figure == Figure.STEP && firstDay.isBefore(lastDay) && calendar.covers(firstDay) && calendar.covers(lastDay) ? calendar.count(firstDay, lastDay) : 0;
        }
    }

    private void foldSometimes() {
        if (entered.incrementAndGet() % FOLD_AFTER == 0 && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    foldApart();
                }
            });
        }
    }

    private void foldApart() {
        try {
            var apart = new TransactionTemplate(transactions);
            apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            apart.executeWithoutResult(status -> fold());
        } catch (RuntimeException e) {
            // what was done is done; the entries are counted as they are, and folded another time
            LOG.warn("Figures could not be folded and are the next time: {}", e.getClass().getName());
        }
    }

    /** Folds some of the oldest entries, unless another node is about it; within a transaction. Tells how many. */
    int fold() {
        if (database.sql("select name from turn where name = ? for update skip locked").param(TURN).query(String.class).optional().isEmpty()) {
            return 0;
        }
        var ids = new ArrayList<Long>();
        var figures = new HashMap<Folded, Integer>();
        var latest = new HashMap<Folded, LocalDate>();
        database.sql("select id, process, element, council, figure, first_day, last_day, times from tally_entry order by id limit " + MOST_FOLDED).query((row, number) -> {
            ids.add(row.getLong("id"));
            return new Entry(row.getString("process"), row.getString("element"), row.getString("council"), Figure.valueOf(row.getString("figure")),
                    row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class), row.getInt("times"));
        }).list().forEach(entry -> {
            var folded = new Folded(entry.process(), entry.element(), entry.council(), entry.figure(), quarter(entry.lastDay()), entry.days(calendar));
            figures.merge(folded, entry.times(), Integer::sum);
            latest.merge(folded, entry.lastDay(), (one, other) -> one.isAfter(other) ? one : other);
        });
        figures.forEach((folded, times) -> folded.add(database, times, latest.getOrDefault(folded, folded.quarter())));
        if (!ids.isEmpty()) {
            database.sql("delete from tally_entry where id in (:ids)").param("ids", ids).update();
        }
        return ids.size();
    }

    /** One row of the figures. */
    private record Folded(String process, String element, String council, Figure figure, LocalDate quarter, int days) {
        void add(JdbcClient database, int times, LocalDate latest) {
            int there = database.sql("update tally set times = times + ?, latest = greatest(latest, ?)"
                            + " where process = ? and element = ? and council = ? and figure = ? and quarter = ? and days = ?")
                    .params(times, latest, process, element, council, figure.name(), quarter, days).update();
            if (there == 0) {
                database.sql("insert into tally (process, element, council, figure, quarter, days, times, latest) values (?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(process, element, council, figure.name(), quarter, days, times, latest).update();
            }
        }
    }
}
