package org.redress.casefile;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The comments on the drafts of a case, and which of them nobody has considered yet, for the model's "one task per comment" (LGS-12). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CommentsToConsider {
    private final DraftCommentRepository comments;
    private final ComplaintRepository complaints;

    CommentsToConsider(DraftCommentRepository comments, ComplaintRepository complaints) {
        this.comments = comments;
        this.complaints = complaints;
    }

    /** Records comments, one by one. */
    public void add(String reference, String by, List<String> texts, LocalDate receivedOn) {
        var complaint = complaints.findByReference(reference).orElseThrow();
        int last = all(reference).size();
        for (int i = 0; i < texts.size(); i++) {
            comments.save(new DraftComment(complaint, last + i + 1, by, texts.get(i), receivedOn));
        }
    }

    /** Records what follows from a comment; refuses a second time. */
    public void consider(String reference, int number, String consideration, boolean changesDraft, String by, LocalDate on) {
        comments.findByComplaintReferenceOrderByNumber(reference).stream().filter(comment -> comment.number() == number).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no comment " + number + "."))
                .consider(consideration, changesDraft, by, on);
    }

    /** The numbers of the comments that wait to be considered. */
    @Transactional(readOnly = true)
    public List<Integer> of(String reference) {
        return comments.findByComplaintReferenceOrderByNumber(reference).stream().filter(comment -> !comment.considered())
                .map(DraftComment::number).toList();
    }

    @Transactional(readOnly = true)
    public List<CommentView> all(String reference) {
        return comments.findByComplaintReferenceOrderByNumber(reference).stream().map(DraftComment::view).toList();
    }
}
