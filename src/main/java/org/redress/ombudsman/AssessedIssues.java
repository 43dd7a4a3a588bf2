package org.redress.ombudsman;

import java.util.List;
import java.util.stream.Collectors;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.IssueView;
import org.springframework.stereotype.Component;

/** For the models: the issues whose jurisdiction is assessed, and what came of it (LGS-02, LGS-04). */
@Component
public class AssessedIssues {
    private final CaseFiles cases;

    AssessedIssues(CaseFiles cases) {
        this.cases = cases;
    }

    /** Numbers of the issues to assess; one that is left out as a duplicate is none. */
    public List<Integer> of(String reference) {
        return cases.issues(reference).stream().filter(issue -> issue.notConsidered() == null).map(IssueView::number).toList();
    }

    /** What became of each issue, a line each, without anybody's words. */
    public String told(String reference) {
        return cases.issues(reference).stream().map(issue -> "Issue " + issue.number() + ": " + state(issue)).collect(Collectors.joining("\n"));
    }

    private static String state(IssueView issue) {
        if (issue.notConsidered() == null) {
            return issue.discretion() == null ? "in" : "in, at discretion";
        }
        return "out, " + issue.notConsidered().replace('-', ' ') + (issue.clause() == null ? "" : ", " + issue.clause());
    }
}
