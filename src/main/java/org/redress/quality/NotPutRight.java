package org.redress.quality;

import java.util.stream.Stream;
import org.redress.quality.Chronicle.Issue;

/** What was upheld, and nothing says what is done about it: issues of the council's, or a decision with injustice and no action (DQ-14, CORP-32, REM-01). */
final class NotPutRight implements Check {
    private static final String WITH_INJUSTICE = "Fault and injustice";

    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        var decision = chronicle.decision();
        var upheld = chronicle.issues().stream().filter(Issue::isUpheld).map(issue -> String.valueOf(issue.number())).toList();
        // a remedy for one issue may do for another, so a response that puts nothing right at all is the slip
        var issues = upheld.isEmpty() || chronicle.issues().stream().anyMatch(Issue::putRight) ? Stream.<Finding>of()
                : Stream.of(new Finding("DQ-14", null, (upheld.size() == 1 ? "Issue " : "Issues ") + String.join(", ", upheld) + (upheld.size() == 1 ? " was" : " were")
                        + " upheld, and no answer says what is done about it."));
        return decision != null && WITH_INJUSTICE.equals(decision.reason()) && chronicle.actions().isEmpty()
                ? Stream.concat(issues, Stream.of(new Finding("DQ-14", decision.on(), "The decision finds fault and injustice, and no action is agreed to put it right.")))
                : issues;
    }
}
