package org.redress.liaison;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CommentsToConsider;
import org.redress.casefile.EvidenceRegister;
import org.redress.deadline.Deadlines;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** "… sent": the council’s letter goes to the Ombudsman as a message, if that works in the product (LGS-09, LGS-12, LGA-21). */
@Component
class SendReply implements JavaDelegate {
    private static final String COMMENTED = "DraftCommented";

    private final CaseFiles cases;
    private final CommentsToConsider comments;
    private final EvidenceRegister evidence;
    private final Deadlines deadlines;
    private final Post post;

    SendReply(CaseFiles cases, CommentsToConsider comments, EvidenceRegister evidence, Deadlines deadlines, Post post) {
        this.cases = cases;
        this.comments = comments;
        this.evidence = evidence;
        this.deadlines = deadlines;
        this.post = post;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var own = (String) execution.getVariable("caseReference");
        var kind = (String) execution.getVariable("letter");
        post.toOmbudsman(own, kind).ifPresent(reference -> {
            switch (kind) {
                case "enquiry-reply" -> reply(own, reference, (Integer) execution.getVariable("enquiryNumber"), (String) execution.getVariable("enquiryAnsweredOn"),
                        Boolean.TRUE.equals(execution.getVariable("proposesRemedy")));
                case "draft-comments" -> comment(own, reference, (String) execution.getVariable("councilCommentedOn"));
                case "report-confirmation" -> deadlines.answered(reference, "reportConfirmedOn", LocalDate.parse((String) execution.getVariable("reportConfirmedOn")));
                default -> deadlines.answered(reference, "reportAnsweredOn", LocalDate.parse((String) execution.getVariable("reportAnsweredOn")));
            }
        });
    }

    private void reply(String own, String reference, int enquiry, String on, boolean proposesRemedy) {
        Sides.register(evidence, reference, "the council", cases.lastLines(own, "reply-to-enquiry", "documents"), cases.lastLines(own, "reply-to-enquiry", "withheld"), LocalDate.parse(on));
        deadlines.answered(reference, enquiry, "enquiryAnsweredOn", LocalDate.parse(on));
        post.tell(reference, "EnquiryAnswered", Map.entry("enquiryNumber", enquiry), Map.of("enquiryAnsweredOn", on, "proposesRemedy", proposesRemedy));
    }

    /** Comments that come when the decision is made are kept as a letter; until then they are considered, whoever had said that there were none (LGS-12). */
    private void comment(String own, String reference, String on) {
        boolean awaited = post.awaits(reference, COMMENTED, null);
        if (!awaited && !post.awaits(reference, Post.COMMENTS_ADDED, null)) {
            return;
        }
        boolean wentOn = deadlines.wentOnWithout(reference, "council-comments");
        comments.add(reference, "council", cases.lastLines(own, "comment-on-draft", "comments"), LocalDate.parse(on));
        deadlines.answered(reference, "councilCommentedOn", LocalDate.parse(on));
        if (awaited) {
            post.tell(reference, COMMENTED, null, Map.of("councilCommentedOn", on, "courseWentOn", wentOn));
        } else if (!comments.of(reference).isEmpty()) {
            post.tell(reference, Post.COMMENTS_ADDED, null, Map.of());
        }
    }
}
