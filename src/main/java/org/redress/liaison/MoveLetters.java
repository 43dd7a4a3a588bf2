package org.redress.liaison;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** "Move letters": from the file of their own into the case to which they belong, with what they ask for and its days (LGS-09). */
@Component
class MoveLetters implements JavaDelegate {
    private final CaseFiles cases;
    private final CaseAttachments attachments;
    private final Post post;

    MoveLetters(CaseFiles cases, CaseAttachments attachments, Post post) {
        this.cases = cases;
        this.attachments = attachments;
        this.post = post;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = (String) execution.getVariable("caseReference");
        var right = (String) execution.getVariable("placedIn");
        var on = LocalDate.parse((String) execution.getVariable("letterPlacedOn"));
        cases.copyChronology(file, right);
        post.move(file, right);
        attachments.move(file, right);
        cases.record(right, on, CaseFiles.PRODUCT, "Letters placed here", "They came into " + file + ", and lay there until they were placed.", List.of());
        cases.record(file, on, CaseFiles.PRODUCT, "Letters placed", "They are in " + right + " now, with what they ask for.", List.of());
        if (!cases.get(file).status().over()) {
            cases.become(file, CaseStatus.PLACED, "they are in " + right, on);
        }
    }
}
