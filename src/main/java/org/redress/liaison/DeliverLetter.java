package org.redress.liaison;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** "Deliver letter": a letter that was recorded by hand ends and begins what it would if it had come as a message (LGS-09). */
@Component
class DeliverLetter implements JavaDelegate {
    private static final Map<String, String> ASKS =
            Map.of("enquiry", "reply", "draft-decision", "comments", "decision", "action", "report", "action");

    private final Post post;
    private final EffectsOfLetter effects;

    DeliverLetter(Post post, EffectsOfLetter effects) {
        this.post = post;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        effects.follow(execution);
        var kind = (String) execution.getVariable("letterKind");
        var dated = execution.getVariable("letterDatedOn");
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("asksFor", ASKS.getOrDefault(kind, "nothing"));
        facts.put("decision", kind.equals("decision") || kind.equals("report"));
        facts.put("enquiryNumber", execution.getVariable("enquiryNumber"));
        facts.put("enquirySentOn", dated);
        facts.put(kind.equals("enquiry") ? "enquiryReplyBy" : "councilCommentsBy", execution.getVariable("replyBy"));
        facts.put("draftSentOn", dated);
        facts.put("decidedOn", dated);
        facts.put("reportReceivedOn", execution.getVariable("letterReceivedOn"));
        post.begin((String) execution.getVariable("caseReference"), facts);
        if (kind.equals("report")) {
            facts.put("asksFor", "response");
            post.begin((String) execution.getVariable("caseReference"), facts);
        }
    }
}
