package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.IssueView;
import org.redress.casefile.Registration.Person;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The facts of the whole complaint, with which the assessment of each issue begins, and its issues and people (LGS-02). */
@Component
class AssessJurisdiction implements SubmissionHandler {
    private final CaseFiles cases;
    private final JurisdictionDays days;

    AssessJurisdiction(CaseFiles cases, JurisdictionDays days) {
        this.cases = cases;
        this.days = days;
    }

    @Override
    public String form() {
        return "assess-jurisdiction";
    }

    @Override
    public void accept(Submission facts) {
        // its first day says when the person knew, long before the assessment
        facts.happenedOn(facts.today());
        days.check(facts, cases.get(facts.reference()).receivedAt().toLocalDate());
        // assessed again, it keeps its issues and takes what is new
        var known = cases.issues(facts.reference()).stream().map(IssueView::text).toList();
        cases.addIssues(facts.reference(), facts.lines("issues").stream().filter(line -> !known.contains(line)).toList(), facts.today());
        cases.assessJurisdictionAgain(facts.reference());
        var named = cases.people(facts.reference()).stream().map(Person::label).toList();
        cases.name(facts.reference(), facts.lines("otherPeople").stream().map(Person::read).filter(person -> !named.contains(person.label())).toList());
    }
}
