package org.redress.casefile;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was said to the findings of a case; the newest answer to each counts, and all of them stay. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FindingAnswers {
    private final FindingAnswerRepository answers;
    private final ComplaintRepository complaints;

    FindingAnswers(FindingAnswerRepository answers, ComplaintRepository complaints) {
        this.answers = answers;
        this.complaints = complaints;
    }

    /** Keeps an answer. */
    public void answer(String reference, AnsweredFinding given) {
        answers.save(new FindingAnswer(complaints.findByReference(reference).orElseThrow(), given));
    }

    /** The answers that count, by the code of the finding. */
    @Transactional(readOnly = true)
    public Map<String, AnsweredFinding> of(String reference) {
        return answers.findByComplaintReferenceOrderById(reference).stream().map(FindingAnswer::view)
                .collect(Collectors.toMap(AnsweredFinding::code, given -> given, (earlier, later) -> later));
    }
}
