package org.redress.retention;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Turns;
import org.redress.retention.Retention.OldCase;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The start of a retention review: lists the council's cases whose time is over, those apart whose
 * closing was recorded long after its day. One review at a time (DAT-09).
 */
@Component
class OldCases implements SubmissionHandler {
    /** The variable with the list: references and dates, no names. */
    static final String LIST = "casesDue";
    /** The variable with the list of those whose closing was recorded long after its day. */
    static final String LATE = "casesRecordedLate";
    /** The variable with the moment at which the lists were made. */
    static final String LOOKED_AT = "lookedAt";
    /** As many as a person can look at; the next review has the rest. */
    private static final int MOST_AT_ONCE = 35;
    /** What one variable of the engine holds. */
    private static final int LONGEST = 4000;

    private final Retention retention;
    private final RuntimeService runtime;
    private final Turns turns;
    private final Clock clock;

    OldCases(Retention retention, @Lazy RuntimeService runtime, Turns turns, Clock clock) {
        this.retention = retention;
        this.runtime = runtime;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "retention-review";
    }

    @Override
    public void accept(Submission asked) {
        try {
            turns.take(Turns.RETENTION_REVIEW);
        } catch (PessimisticLockingFailureException e) {
            throw asked.refuse("Somebody else starts a review at this moment; look whether it is of your council, and start again if not.");
        }
        if (runtime.createProcessInstanceQuery().processDefinitionKey("retention-review").tenantIdIn(asked.council()).count() > 0) {
            throw asked.refuse("A review of your council is under way; finish it first.");
        }
        var due = retention.due(asked.council(), MOST_AT_ONCE);
        if (due.isEmpty()) {
            throw asked.refuse("No case of your council has reached the end of its time, or all of them are held.");
        }
        set(asked, due);
        asked.set(LOOKED_AT, LocalDateTime.now(clock).toString());
    }

    /** The lines of both lists, from the variables of a review. */
    static List<String> lines(Function<String, @Nullable Object> variables) {
        return Stream.of(LIST, LATE).flatMap(list -> Objects.requireNonNullElse(variables.apply(list), "").toString().lines()).toList();
    }

    /** When they were made; a review that does not say so has nothing that may go. */
    static LocalDateTime lookedAt(Function<String, @Nullable Object> variables) {
        var at = variables.apply(LOOKED_AT);
        return at == null ? LocalDateTime.MIN : LocalDateTime.parse(at.toString());
    }

    /** Sets both lists; without cases that were recorded late their form does not ask about them. */
    static void set(Submission submission, List<OldCase> due) {
        submission.set(LIST, list(due, false));
        submission.set(LATE, due.stream().anyMatch(OldCase::late) ? list(due, true) : null);
    }

    private static String list(List<OldCase> due, boolean late) {
        var lines = due.stream().filter(old -> old.late() == late).map(OldCase::line).toList();
        int fit = lines.isEmpty() ? 0 : (LONGEST + 1) / (lines.stream().mapToInt(String::length).max().orElse(0) + 1);
        return lines.stream().limit(fit).collect(Collectors.joining("\n"));
    }
}
