package org.redress.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;
import org.redress.casefile.Reference;
import org.redress.draft.DraftTable.Row;
import org.redress.gate.Work;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * Drafts of the person who is signed in, one for each task and each start form that they may send, and for each case for which they opened a start form. A window of a browser that builds on
 * another text than the one that is kept is told so, and nothing is overwritten.
 */
@Component
public class Drafts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final DraftTable table;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final DataSize longest;
    private final DataSize room;
    private final int most;
    private final Duration keep;
    private final AtomicReference<@Nullable LocalDateTime> tidied = new AtomicReference<>();

    Drafts(DraftTable table, TransactionTemplate transaction, Clock clock, @Value("${redress.drafts.longest}") DataSize longest,
            @Value("${redress.drafts.room}") DataSize room, @Value("${redress.drafts.most}") int most, @Value("${redress.drafts.keep-starts}") Duration keep) {
        this.table = table;
        this.transaction = transaction;
        this.clock = clock;
        this.longest = longest;
        this.room = room;
        this.most = most;
        this.keep = keep;
    }

    /**
     * A draft for its writer.
     *
     * @param version what the next one builds on; 0 where nothing is kept
     * @param keptAt when it was kept, in words
     * @param until the last day of a start form's draft, in words, unless it is kept again
     * @param values the answers that still fit the form
     * @param leftOut how many answers do not
     */
    public record Draft(int version, @Nullable String keptAt, @Nullable String until, Map<String, @Nullable Object> values, int leftOut) {
        static final Draft NONE = new Draft(0, null, null, Map.of(), 0);

        /** Without the answers, for a window that has them. */
        public Draft heading() {
            return new Draft(version, keptAt, until, Map.of(), 0);
        }
    }

    /** What came of keeping or throwing away: whether it was done, and what is kept now. */
    public record Outcome(boolean done, Draft now) {}

    /** That a draft went without its writer. */
    public record Loss(long id, String sentence) {}

    /** No request may be longer. */
    public int longestRequest() {
        return Math.toIntExact(longest.toBytes());
    }

    /** What is kept for this task or start form. */
    public Draft read(Work.Item item) {
        tidyNowAndThen();
        return table.find(item).map(row -> draft(item, row)).orElse(Draft.NONE);
    }

    /** Keeps what was typed, unless another window has kept something meanwhile. */
    public Outcome keep(Work.Item item, byte[] sent) {
        if (sent.length > longest.toBytes()) {
            throw DraftRefused.tooLarge("This is too much to be kept as a draft: at most " + longest.toKilobytes() + " KB.");
        }
        var typed = Typed.read(sent);
        tidyNowAndThen();
        try {
            return transaction.execute(status -> keep(item, typed, sent.length));
        } catch (DuplicateKeyException e) {
            // two windows began at the same moment
            return new Outcome(false, read(item));
        }
    }

    private Outcome keep(Work.Item item, Typed typed, int bytes) {
        var there = table.find(item);
        refuseTooMuch(item, bytes - there.map(Row::bytes).orElse(0), there.isEmpty());
        var now = LocalDateTime.now(clock);
        boolean kept = true;
        if (there.isEmpty()) {
            table.insert(item, typed, bytes, now);
        } else {
            kept = follows(typed.writer(), typed.base(), typed.version(), there.get()) && table.update(there.get(), typed, bytes, now);
        }
        return new Outcome(kept, table.find(item).map(row -> draft(item, row)).orElse(Draft.NONE));
    }

    private static boolean follows(String writer, int base, int version, Row row) {
        // the requests of one window may overtake each other
        return row.version() == base || row.writer().equals(writer) && row.version() < version;
    }

    private void refuseTooMuch(Work.Item item, int more, boolean another) {
        var used = table.room(item.person());
        if (another && used.drafts() >= most) {
            throw DraftRefused.tooLarge("You have " + used.drafts() + " drafts, which is as many as are kept. Send some of them, or throw some away.");
        }
        if (more > 0 && used.bytes() + more > room.toBytes()) {
            throw DraftRefused.tooLarge("Your drafts take up all the room there is for them. Send some of them, or throw some away.");
        }
    }

    /** Throws a draft away, unless another window has kept something that this one has not seen. */
    public Outcome throwAway(Work.Item item, int version, String writer) {
        return transaction.execute(status -> {
            var there = table.find(item);
            if (there.isEmpty() || follows(writer, version, Integer.MAX_VALUE, there.get()) && table.delete(there.get())) {
                return new Outcome(true, Draft.NONE);
            }
            return new Outcome(false, read(item));
        });
    }

    /** Who has typed something for a task and not sent it; for whoever is about to give it to somebody else. */
    public List<String> writers(String task) {
        return table.ofTask(task).stream().map(Row::person).sorted().toList();
    }

    /** What a person has to be told. */
    public List<Loss> losses(String person) {
        return table.losses(person);
    }

    /** They have read it. */
    public void told(String person, long loss) {
        table.forgetLoss(person, loss);
    }

    static String sentence(String title, @Nullable String reference, String because) {
        return "Your unsent text for “" + title + "”" + (reference == null ? "" : " in " + reference) + " was thrown away, because " + because + ".";
    }

    private Draft draft(Work.Item item, Row row) {
        var values = Typed.values(row.content());
        var fitting = item.fitting(values);
        return new Draft(row.version(), moment(row.keptAt()), row.process() == null ? null : Dates.text(row.keptAt().plus(keep).toLocalDate()), fitting,
                values.size() - fitting.size());
    }

    private String moment(LocalDateTime at) {
        boolean today = at.toLocalDate().equals(LocalDateTime.now(clock).toLocalDate());
        return today ? TIME.format(at) : Dates.text(at.toLocalDate()) + ", " + TIME.format(at);
    }

    /** At the start, and then with what people do, once an hour. */
    @EventListener(ApplicationReadyEvent.class)
    void tidyNowAndThen() {
        var hour = LocalDateTime.now(clock).truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(tidied.getAndSet(hour))) {
            transaction.executeWithoutResult(status -> tidy());
        }
    }

    private void tidy() {
        var now = LocalDateTime.now(clock);
        table.startsBefore(now.minus(keep)).forEach(row -> table.lose(row, "nobody had touched it for " + keep.toDays() + " days", now));
        table.withoutTask().forEach(row -> table.lose(row, "its task is over", now));
        table.forgetLossesBefore(now.minus(keep));
    }

    /** Somebody else has the work now, or nobody: all drafts but the one of {@code to} go, and their writers are told why. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void loseOthers(String task, @Nullable String to, Supplier<String> because) {
        table.ofTask(task).stream().filter(row -> !row.person().equals(to)).forEach(row -> table.lose(row, because.get(), LocalDateTime.now(clock)));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void sent(String task, String by) {
        table.ofTask(task).stream().filter(row -> row.person().equals(by)).forEach(table::delete);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void started(String process, String council, String by, @Nullable String reference) {
        table.ofStart(by, council, process).stream().filter(row -> reference == null || concerns(row, reference)).forEach(table::delete);
    }

    /** What was typed for the case, or without one unless it names another: that is still to be sent. */
    private static boolean concerns(Row row, String reference) {
        var named = row.about().isEmpty() && Typed.values(row.content()).get("caseReference") instanceof String typed && !typed.isBlank() ? typed : row.about();
        return named.isEmpty() || Reference.read(named).same(reference);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void forget(String person) {
        table.deleteOf(person);
    }
}
