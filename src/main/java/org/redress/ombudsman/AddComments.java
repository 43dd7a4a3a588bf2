package org.redress.ombudsman;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CommentsToConsider;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** "Comments added": what is decided on the draft begins anew with comments that were recorded after the course had gone on (LGS-12). */
@Component
class AddComments implements JavaDelegate {
    private final CommentsToConsider comments;
    private final Post post;

    AddComments(CommentsToConsider comments, Post post) {
        this.comments = comments;
        this.post = post;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        // while the other side is still waited for, nothing has been decided yet
        if (!comments.of(reference).isEmpty()) {
            post.tell(reference, Post.COMMENTS_ADDED, null, Map.of());
        }
    }
}
