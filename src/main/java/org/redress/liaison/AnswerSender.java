package org.redress.liaison;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.confirmation.Confirmation;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** "Answer sender": a letter that belongs to nobody here goes back with words that are the same whatever cases there are (LGS-09, DAT-02). */
@Component
class AnswerSender implements JavaDelegate {
    private static final String KIND = "letter-not-placed";
    private static final String NOBODY = "it belongs to nobody here";
    private static final String WORDS = "We could not place your letter with a complaint to us. Please tell us who complains and about what, and which number our own letters to them bear.";

    private final CaseFiles cases;
    private final Post post;

    AnswerSender(CaseFiles cases, Post post) {
        this.cases = cases;
        this.post = post;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = (String) execution.getVariable("caseReference");
        var on = LocalDate.parse((String) execution.getVariable("letterPlacedOn"));
        Confirmation.ofEnd(post.asked(file)).needNoMoreThanShown(execution);
        cases.send(file, new LetterView(0, KIND, CaseFiles.OMBUDSMAN, WORDS, null, on, null));
        post.toOmbudsman(file, KIND);
        post.endWhatWasAsked(file, NOBODY, on);
        if (!cases.get(file).status().over()) {
            cases.become(file, CaseStatus.CLOSED, NOBODY, on);
        }
        // what comes next is compared anew
        cases.link(file, null, null);
    }
}
