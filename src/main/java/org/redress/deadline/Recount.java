package org.redress.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.database.Competition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds every open deadline again, with the bank holidays and the rows of the table that hold now, pauses and extensions included, and
 * moves those that change; or only says which would (rule book 4.2, WD-09). It reads page by page and writes only what moves, so that
 * a hundred thousand deadlines take seconds.
 */
@Component
public class Recount {
    /** How many deadlines are read at once. */
    static final int PAGE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
    /** How many cases are changed in one transaction. */
    private static final int TOGETHER = 25;

    private final DeadlineRepository deadlines;
    private final CasePauseRepository pauses;
    private final AllowanceTable table;
    private final Deadlines changes;
    private final CaseFiles cases;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Recount(DeadlineRepository deadlines, CasePauseRepository pauses, AllowanceTable table, Deadlines changes, CaseFiles cases,
            WorkingCalendar calendar, Clock clock, PlatformTransactionManager transactions) {
        this.deadlines = deadlines;
        this.pauses = pauses;
        this.table = table;
        this.changes = changes;
        this.cases = cases;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Hears how far it is. */
    public interface Progress {
        /** Called after each page. */
        void at(long looked, long of, long moved);
    }

    /** How many open deadlines were looked at, how many of them move, and how many could not be moved because others were at work on them. */
    public record Outcome(long looked, long moved, long left) {}

    /** One deadline that changes, and whether anybody has to be told. */
    private record Found(long id, @Nullable Moved moved) {}

    /** Says what would move, of one council or of all, and changes nothing. */
    public Outcome preview(@Nullable String council, Consumer<Moved> each, Progress progress) {
        return preview(council, List.of(), each, progress);
    }

    /** The same without some cases: those that are not there for whoever asks are neither named nor counted. */
    public Outcome preview(@Nullable String council, Collection<String> leftOut, Consumer<Moved> each, Progress progress) {
        return pages(council, leftOut, progress, found -> {
            var moved = found.stream().map(Found::moved).filter(Objects::nonNull).toList();
            moved.forEach(each);
            return new Outcome(0, moved.size(), 0);
        });
    }

    /** Moves what changes, each with a line in its file, its timers and what follows from it. */
    public Outcome run(Consumer<Moved> each, Progress progress) {
        var rows = table.following();
        return pages(null, List.of(), progress, found -> {
            var outcome = new Outcome(0, 0, 0);
            for (int from = 0; from < found.size(); from += TOGETHER) {
                var some = found.subList(from, Math.min(found.size(), from + TOGETHER)).stream().map(Found::id).toList();
                outcome = sum(outcome, move(some, rows, each));
            }
            return outcome;
        });
    }

    /** The numbers are read once: a database that looks for each page anew reads and sorts all that follow each time. */
    private Outcome pages(@Nullable String council, Collection<String> leftOut, Progress progress, Function<List<Found>, Outcome> then) {
        var rows = table.following();
        // a list in a query is not empty
        var without = Stream.concat(Stream.of(""), leftOut.stream()).toList();
        var all = transaction.execute(status -> deadlines.open(council, without));
        var outcome = new Outcome(0, 0, 0);
        for (int from = 0; from < all.size(); from += PAGE) {
            var page = all.subList(from, Math.min(all.size(), from + PAGE));
            var done = then.apply(transaction.execute(status -> look(page, rows)));
            outcome = new Outcome(outcome.looked() + page.size(), outcome.moved() + done.moved(), outcome.left() + done.left());
            progress.at(outcome.looked(), all.size(), outcome.moved());
        }
        return outcome;
    }

    private List<Found> look(List<Long> page, AllowanceTable.Following rows) {
        var some = deadlines.findByIdInOrderById(page).stream().filter(Deadline::open).toList();
        var stops = stops(some);
        var found = new ArrayList<Found>();
        for (var deadline : some) {
            var basis = basis(deadline, rows);
            var result = Fold.of(basis, Deadline.bearing(deadline.kind(), stops.getOrDefault(deadline.reference(), List.of())), calendar);
            if (deadline.differs(basis, result)) {
                var moved = Moved.of(deadline, result.standing(), today());
                found.add(new Found(deadline.id(), moved.changes() ? moved : null));
            }
        }
        return found;
    }

    /** The row that holds now, where it counts from the same day. */
    private static Basis basis(Deadline deadline, AllowanceTable.Following rows) {
        var basis = deadline.basis();
        return rows.row(deadline.kind(), deadline.stage(), deadline.asked()).filter(row -> row.countsFrom().equals(basis.row().countsFrom()))
                .map(basis::by).orElse(basis);
    }

    private Map<String, List<Stop>> stops(List<Deadline> some) {
        var references = some.stream().map(Deadline::reference).collect(Collectors.toSet());
        return references.isEmpty() ? Map.of() : pauses.findByReferenceInOrderById(references).stream()
                .collect(Collectors.groupingBy(CasePause::reference, Collectors.mapping(CasePause::stop, Collectors.toList())));
    }

    /** Together, and one by one where somebody else was at work on one of them. */
    private Outcome move(List<Long> some, AllowanceTable.Following rows, Consumer<Moved> each) {
        try {
            var moved = transaction.execute(status -> move(some, rows));
            moved.forEach(each);
            return new Outcome(0, moved.size(), 0);
        } catch (RuntimeException e) {
            if (!Competition.isCertain(e)) {
                throw e;
            }
            if (some.size() == 1) {
                LOG.warn("An open deadline was being changed by somebody else and is as it was; it is looked at again at the next recount.");
                return new Outcome(0, 0, 1);
            }
            return some.stream().map(one -> move(List.of(one), rows, each)).reduce(new Outcome(0, 0, 0), Recount::sum);
        }
    }

    private List<Moved> move(List<Long> some, AllowanceTable.Following rows) {
        var moved = new ArrayList<Moved>();
        var found = deadlines.findByIdInOrderById(some);
        var stops = stops(found);
        for (var deadline : found) {
            var basis = basis(deadline, rows);
            var result = Fold.of(basis, Deadline.bearing(deadline.kind(), stops.getOrDefault(deadline.reference(), List.of())), calendar);
            if (!deadline.open() || !deadline.differs(basis, result)) {
                continue;
            }
            var change = Moved.of(deadline, result.standing(), today());
            var why = basis.row().equals(deadline.basis().row()) ? "The bank holidays changed" : "The table of allowances changed (" + basis.row().clause() + ")";
            if (change.changes()) {
                deadline.remark("Recomputed because " + Character.toLowerCase(why.charAt(0)) + why.substring(1) + "; before it was " + Dates.text(change.dueBefore()) + ".");
            }
            changes.keep(deadline, basis, result);
            if (change.changes()) {
                cases.record(change.reference(), "Deadline moved: " + change.title(), why + ": " + now(change) + ".");
                moved.add(change);
            }
        }
        return moved;
    }

    private static String now(Moved moved) {
        return moved.dueBefore().equals(moved.dueAfter()) ? moved.outcomeAfter() + " instead of " + moved.outcomeBefore()
                : Dates.text(moved.dueAfter()) + " instead of " + Dates.text(moved.dueBefore());
    }

    private static Outcome sum(Outcome one, Outcome other) {
        return new Outcome(one.looked() + other.looked(), one.moved() + other.moved(), one.left() + other.left());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
