package org.redress.casefile;

import java.util.List;
import org.springframework.stereotype.Component;

/** The issues that a stage still has to answer, for the models' "one task per issue" (CORP-31). */
@Component
public class IssuesToAnswer {
    private final CaseFiles cases;

    IssuesToAnswer(CaseFiles cases) {
        this.cases = cases;
    }

    /** Numbers of the issues of a case without an answer at the stage where it stands. */
    public List<Integer> of(String reference) {
        return cases.unanswered(reference);
    }
}
