package org.redress.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case as a list of what happened, in order. The format is documented in docs/case-scripts.md.
 *
 * @param inFlightOn the day of the script on which the demonstration's unfinished copy stands, if it has one
 */
record CaseScript(
        String reference,
        String council,
        String title,
        String source,
        @Nullable LocalDate inFlightOn,
        List<Step> steps,
        List<Expectation> expectations) {

    enum Kind {
        START,
        TASK,
        NOTE
    }

    /**
     * Something that happened or was tried.
     *
     * @param name the process that is started, the task that is done, or the text of a note
     * @param issue which issue the task is for, where there are several tasks of one name
     * @param assumed what the source does not say, by answer, "on", "as" or "step" for all of it, with the reason
     * @param written what the source says where it is a slip, by the same keys
     * @param turnedDown words of the sentence with which the product must refuse this step
     */
    record Step(
            int line,
            LocalDate on,
            Kind kind,
            String name,
            @Nullable String as,
            @Nullable Integer issue,
            Map<String, Object> answers,
            Map<String, String> assumed,
            Map<String, String> written,
            @Nullable String turnedDown) {}

    /** What must come out: a deadline of a stage with its due day and outcome. */
    record Expectation(int line, String deadline, int stage, LocalDate due, String outcome) {}
}
