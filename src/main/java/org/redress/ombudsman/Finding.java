package org.redress.ombudsman;

import java.util.List;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.IssueView;

/** The findings on an issue as the case file keeps them (LGA-05, rule book 3.3). */
final class Finding {
    static final String FAULT_WITH_INJUSTICE = "fault-with-injustice";
    static final String FAULT_WITH_UNCERTAINTY = "fault-with-uncertainty";
    static final String FAULT_WITHOUT_INJUSTICE = "fault-without-injustice";
    static final String FAULT_INJUSTICE_UNCERTAIN = "fault-injustice-uncertain";
    static final String NO_FAULT = "no-fault";
    static final String NO_FINDING = "no-finding";

    private Finding() {}

    /** The findings of the version of the draft at which the case stands. */
    static List<String> of(CaseFiles cases, String reference) {
        int version = cases.get(reference).stage();
        return cases.issues(reference).stream().flatMap(issue -> issue.answers().stream())
                .filter(answer -> answer.stage() == version).map(IssueView.Answer::finding).toList();
    }

    static boolean isFault(String finding) {
        return finding.startsWith("fault");
    }
}
