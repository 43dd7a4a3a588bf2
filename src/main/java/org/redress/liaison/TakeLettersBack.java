package org.redress.liaison;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** "Take letters back": out of a case to which they do not belong, into a file of their own, where they are placed anew; those that lie in such a file are placed there (LGS-09, DAT-02). */
@Component
class TakeLettersBack implements JavaDelegate {
    private final CaseFiles cases;
    private final Post post;

    TakeLettersBack(CaseFiles cases, Post post) {
        this.cases = cases;
        this.post = post;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var wrong = (String) execution.getVariable("caseReference");
        var on = LocalDate.parse((String) execution.getVariable("foundOn"));
        if (cases.get(wrong).channel().equals("ombudsman")) {
            cases.record(wrong, on, CaseFiles.PRODUCT, "Letters to be placed", "They lie in a file of their own, and may belong to a case.", List.of());
            post.place(wrong);
            return;
        }
        var file = post.openAgain(wrong);
        post.move(wrong, file);
        cases.become(file, CaseStatus.WITH_OMBUDSMAN, null, on);
        cases.record(wrong, on, CaseFiles.PRODUCT, "Letters taken back", "They do not belong here, and are in " + file + " now.", List.of());
        cases.record(file, on, CaseFiles.PRODUCT, "Letters taken back", "They lay in another case, to which they do not belong.", List.of());
        post.place(file);
    }
}
