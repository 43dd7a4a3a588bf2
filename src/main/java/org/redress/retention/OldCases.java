package org.redress.retention;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.retention.Retention.OldCase;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The start of a retention review: lists the council's cases whose time is over. One review at a time (DAT-09). */
@Component
class OldCases implements SubmissionHandler {
    /** The variable with the list: references and dates, no names. */
    static final String LIST = "casesDue";
    /** As many as a person can look at; the next review has the rest. */
    private static final int MOST_AT_ONCE = 40;

    private final Retention retention;
    private final RuntimeService runtime;

    OldCases(Retention retention, @Lazy RuntimeService runtime) {
        this.retention = retention;
        this.runtime = runtime;
    }

    @Override
    public String form() {
        return "retention-review";
    }

    @Override
    public void accept(Submission asked) {
        if (runtime.createProcessInstanceQuery().processDefinitionKey("retention-review").tenantIdIn(asked.council()).count() > 0) {
            throw asked.refuse("A review of your council is under way; finish it first.");
        }
        var due = retention.due(asked.council(), MOST_AT_ONCE);
        if (due.isEmpty()) {
            throw asked.refuse("No case of your council has reached the end of its time, or all of them are held.");
        }
        asked.set(LIST, list(due));
    }

    /** The references of a list, in its order. */
    static List<String> references(String list) {
        return list.lines().map(line -> line.replaceFirst(",.*", "")).toList();
    }

    static String list(List<OldCase> due) {
        return due.stream().map(OldCase::line).collect(Collectors.joining("\n"));
    }
}
