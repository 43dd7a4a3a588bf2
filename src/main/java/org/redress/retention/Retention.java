package org.redress.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.ActionState;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Closings.Closing;
import org.redress.casefile.Closings;
import org.redress.casefile.Dates;
import org.redress.casefile.LegalHolds;
import org.redress.casefile.OnlyReading;
import org.redress.deadline.Deadlines;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which cases of a council have reached the end of their time, by the rows "retention" of the allowance table (DAT-09). */
@Component
class Retention {
    /** The kind of the rows in the allowance table. */
    private static final String RETENTION = "retention";
    /** The kind of the row that says how long after its closing a case may be recorded without anybody being asked. */
    private static final String RECORDED_LATE = "closing-recorded";
    /** How many cases are read at once. */
    private static final int AT_ONCE = 200;
    private static final int SHARE_OF_LATE = 3;
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final Set<ActionState> SETTLED =
            Set.of(ActionState.PROPOSED, ActionState.RECOMMENDED, ActionState.COMPLETE, ActionState.COMPLETE_LATE, ActionState.SUPERSEDED);

    private final CaseFiles cases;
    private final LegalHolds holds;
    private final Closings closings;
    private final AgreedActions actions;
    private final Deadlines deadlines;
    private final RuntimeService runtime;
    private final OnlyReading reading;
    private final Clock clock;

    Retention(CaseFiles cases, LegalHolds holds, Closings closings, AgreedActions actions, Deadlines deadlines, @Lazy RuntimeService runtime, OnlyReading reading, Clock clock) {
        this.cases = cases;
        this.holds = holds;
        this.closings = closings;
        this.actions = actions;
        this.deadlines = deadlines;
        this.runtime = runtime;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * A case whose time is over: when it was closed, when that was recorded, and until when it had to be kept.
     *
     * @param late whether it was recorded so long after its closing that two supervisors confirm the day
     */
    record OldCase(String reference, LocalDate closedOn, LocalDate recordedOn, LocalDate keptUntil, boolean late) {
        /** As the list shows it; its reference comes first. */
        String line() {
            return reference + ", closed on " + Dates.text(closedOn) + (late ? ", recorded on " + Dates.text(recordedOn) : "")
                    + ", kept until " + Dates.text(keptUntil);
        }
    }

    /**
     * Cases of a council whose time is over and which nothing holds, those that were closed first at the top; at most so many, and of those that were recorded late
     * a third where there are others too: what is left because nobody is sure of its day keeps nothing from going. None is looked at behind the last that there is room for: the next review has those. The database leaves out at once what no row of the table can let go yet.
     */
    List<OldCase> due(String council, int most) {
        return reading.of(() -> look(council, most));
    }

    private List<OldCase> look(String council, int most) {
        var today = LocalDate.now(clock);
        var since = deadlines.latestOver(RETENTION, today).orElse(today);
        var due = new ArrayList<OldCase>();
        var late = new ArrayList<OldCase>();
        CaseSummary last = null;
        do {
            var ended = cases.over(council, since, last, AT_ONCE);
            // each asks for its whole file, so none is looked at behind the last that there is room for
            for (int i = 0; i < ended.size() && due.size() < most; i++) {
                var old = oldCase(ended.get(i), closings.of(ended.get(i).reference()));
                var list = old.late() ? late : due;
                if (list.size() < most && due(old, today)) {
                    list.add(old);
                }
            }
            last = ended.size() < AT_ONCE ? null : ended.get(AT_ONCE - 1);
        } while (last != null && due.size() < most);
        int roomForLate = Math.max(most - due.size(), most / SHARE_OF_LATE);
        late.subList(Math.min(roomForLate, late.size()), late.size()).clear();
        due.subList(Math.min(most - late.size(), due.size()), due.size()).clear();
        due.addAll(late);
        due.sort(Comparator.comparing(OldCase::closedOn).thenComparing(OldCase::reference));
        return due;
    }

    /**
     * Those of the listed cases that are as they were when somebody looked and may still go: nobody has written in them since, not even
     * to put something right, none was taken up again, and nothing holds them.
     */
    List<OldCase> still(String council, Collection<String> lines, LocalDateTime looked) {
        return reading.of(() -> stillThere(council, lines, looked));
    }

    private List<OldCase> stillThere(String council, Collection<String> lines, LocalDateTime looked) {
        var today = LocalDate.now(clock);
        var still = new ArrayList<OldCase>();
        for (var line : lines) {
            cases.find(line.replaceFirst(",.*", "")).filter(c -> c.council().equals(council) && c.status().over()).ifPresent(c -> {
                var closing = closings.of(c.reference());
                var old = oldCase(c, closing);
                if (old.line().equals(line) && !closing.lastWritten().isAfter(looked) && due(old, today)) {
                    still.add(old);
                }
            });
        }
        return still;
    }

    /** A case of the list of those that were removed, if a restored backup has brought it back. */
    Optional<CaseSummary> known(String reference) {
        return cases.find(reference);
    }

    /** Never on the day on which its end was recorded, whatever day was typed. */
    private boolean due(OldCase old, LocalDate today) {
        return old.keptUntil().isBefore(today) && old.recordedOn().isBefore(today) && !held(old.reference());
    }

    private OldCase oldCase(CaseSummary c, Closing closing) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("closedOn", closing.closedOn().toString());
        facts.put("procedure", c.ombudsmans() ? "ombudsman" : c.procedure());
        facts.put("council", c.council());
        facts.put("receivedAt", ISO.format(c.receivedAt()));
        boolean late = closing.recordedOn().isAfter(deadlines.lastDay(RECORDED_LATE, null, facts));
        return new OldCase(c.reference(), closing.closedOn(), closing.recordedOn(), deadlines.lastDay(RETENTION, null, facts), late);
    }

    /** A hold of the supervisors, work that still goes on, an agreed action that was not done, or the other side's case that is not over. */
    private boolean held(String reference) {
        return holds.since(reference).isPresent()
                || runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count() > 0
                || actions.views(reference).stream().anyMatch(action -> !SETTLED.contains(action.state()))
                || otherSideGoesOn(cases.get(reference));
    }

    private boolean otherSideGoesOn(CaseSummary own) {
        return own.counterpart() != null && own.counterpartReference() != null
                && cases.find(own.counterpart(), own.counterpartReference()).filter(other -> !other.status().over()).isPresent();
    }
}
