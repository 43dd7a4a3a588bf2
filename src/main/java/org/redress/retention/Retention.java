package org.redress.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.ActionState;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.LegalHolds;
import org.redress.deadline.Deadlines;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which cases of a council have reached the end of their time, by the rows "retention" of the allowance table (DAT-09). */
@Component
class Retention {
    /** The kind of the rows in the allowance table. */
    private static final String RETENTION = "retention";
    /** How many cases are read at once. */
    private static final int AT_ONCE = 200;
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final Set<ActionState> SETTLED =
            Set.of(ActionState.PROPOSED, ActionState.COMPLETE, ActionState.COMPLETE_LATE, ActionState.SUPERSEDED);

    private final CaseFiles cases;
    private final LegalHolds holds;
    private final AgreedActions actions;
    private final Deadlines deadlines;
    private final RuntimeService runtime;
    private final Clock clock;

    Retention(CaseFiles cases, LegalHolds holds, AgreedActions actions, Deadlines deadlines, @Lazy RuntimeService runtime, Clock clock) {
        this.cases = cases;
        this.holds = holds;
        this.actions = actions;
        this.deadlines = deadlines;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** A case whose time is over: when it was closed and until when it had to be kept. */
    record OldCase(String reference, LocalDate closedOn, LocalDate keptUntil) {
        /** As the list shows it; its reference comes first. */
        String line() {
            return reference + ", closed on " + Dates.text(closedOn) + ", kept until " + Dates.text(keptUntil);
        }
    }

    /**
     * Cases of a council whose time is over and which nothing holds, those that were closed first at the top; at most so many. The
     * database leaves out at once what no row of the table can let go yet.
     */
    List<OldCase> due(String council, int most) {
        var today = LocalDate.now(clock);
        var since = deadlines.latestOver(RETENTION, today).orElse(today);
        var due = new ArrayList<OldCase>();
        CaseSummary last = null;
        do {
            var ended = cases.over(council, since, last, AT_ONCE);
            ended.stream().map(this::oldCase).filter(old -> due(old, today)).limit(most - due.size()).forEach(due::add);
            last = ended.size() < AT_ONCE ? null : ended.get(AT_ONCE - 1);
        } while (last != null && due.size() < most);
        due.sort(Comparator.comparing(OldCase::closedOn).thenComparing(OldCase::reference));
        return due;
    }

    /** Those of a list that are as they were and may still go. */
    List<OldCase> still(String council, Collection<String> references) {
        var today = LocalDate.now(clock);
        return references.stream().flatMap(reference -> cases.find(reference).stream())
                .filter(c -> c.council().equals(council) && c.status().over())
                .map(this::oldCase).filter(old -> due(old, today)).toList();
    }

    private boolean due(OldCase old, LocalDate today) {
        return old.keptUntil().isBefore(today) && !held(old.reference());
    }

    /** A council's own procedure may have been over long before the Ombudsman decided: the last letter or verdict closes the file. */
    private LocalDate closedOn(CaseSummary c) {
        var letters = cases.letters(c.reference()).stream().flatMap(letter -> Stream.of(letter.sentOn(), letter.receivedOn()));
        var verdicts = actions.views(c.reference()).stream().map(ActionView::verdictOn);
        return Stream.concat(letters, verdicts).filter(Objects::nonNull).filter(day -> day.isAfter(c.statusSince())).max(Comparator.naturalOrder())
                .orElse(c.statusSince());
    }

    private OldCase oldCase(CaseSummary c) {
        var closedOn = closedOn(c);
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("closedOn", closedOn.toString());
        facts.put("procedure", c.ombudsmans() ? "ombudsman" : c.procedure());
        facts.put("council", c.council());
        facts.put("receivedAt", ISO.format(c.receivedAt()));
        return new OldCase(c.reference(), closedOn, deadlines.lastDay(RETENTION, null, facts));
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
