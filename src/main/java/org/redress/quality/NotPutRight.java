package org.redress.quality;

import java.util.stream.Stream;
import org.redress.quality.Chronicle.Issue;

/** What was upheld, and nothing says what is done about it: an issue of the council's, or a decision with injustice and no action (DQ-14, CORP-32, REM-01). */
final class NotPutRight implements Check {
    private static final String WITH_INJUSTICE = "Fault and injustice";

    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        var decision = chronicle.decision();
        var issues = chronicle.issues().stream().filter(Issue::isUpheld).filter(issue -> !issue.putRight())
                .map(issue -> new Finding("DQ-14", null, "Issue " + issue.number() + " was upheld at stage " + issue.stage() + ", and the answer does not say what is done about it."));
        return decision != null && WITH_INJUSTICE.equals(decision.reason()) && chronicle.actions().isEmpty()
                ? Stream.concat(issues, Stream.of(new Finding("DQ-14", decision.on(), "The decision finds fault and injustice, and no action is agreed to put it right.")))
                : issues;
    }
}
