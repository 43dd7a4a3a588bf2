package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.IssueView;
import org.redress.gate.Submission;

/** Leaves a part of a complaint out while the rest goes on (LGA-14). */
final class Exclusions {
    private Exclusions() {}

    /** Refuses numbers that are no issues, and to leave nothing to investigate. */
    static void leaveOut(CaseFiles cases, Submission form) {
        var numbers = form.numbers("excludedIssues");
        var considered = cases.issues(form.reference()).stream().filter(issue -> issue.notConsidered() == null).map(IssueView::number).toList();
        if (numbers.isEmpty() || !considered.containsAll(numbers)) {
            throw form.refuse("excludedIssues", "the issues that are investigated are " + considered + ".");
        }
        if (numbers.containsAll(considered)) {
            throw form.refuse("excludedIssues", "these are all issues, so nothing would be left to investigate; close the case instead.");
        }
        if (form.optionalText("excludedGround").isEmpty()) {
            throw form.refuse("excludedGround", "an answer is needed.");
        }
        cases.issues(form.reference()).stream().filter(issue -> numbers.contains(issue.number()) && issue.answers().stream().anyMatch(answer -> answer.setAsideOn() == null))
                .findFirst().ifPresent(found -> {
                    throw form.refuse("excludedIssues", "there is a finding on issue " + found.number() + " already.");
                });
        cases.leaveOut(form.reference(), numbers, form.text("excludedGround"));
    }
}
