package org.redress.ombudsman;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** "… sent": the letter goes to the council as a message, if the council works in the product and the letter is for it (LGS-07, LGS-09, LGS-12, LGS-16). */
@Component
class SendLetter implements JavaDelegate {
    private static final String CLOSED = "the Ombudsman closed the case";

    private final CaseFiles cases;
    private final AgreedActions actions;
    private final Post post;

    SendLetter(CaseFiles cases, AgreedActions actions, Post post) {
        this.cases = cases;
        this.actions = actions;
        this.post = post;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        switch ((String) execution.getVariable("letter")) {
            case "intake-decision" -> {
                if ("refer-back".equals(execution.getVariable("intake"))) {
                    send(reference, "intake-decision", Asked.nothing());
                }
            }
            case "enquiry" -> {
                if ("council".equals(execution.getVariable("askedOf"))) {
                    send(reference, "enquiry", Asked.reply((Integer) execution.getVariable("enquiryNumber"), (String) execution.getVariable("enquirySentOn")));
                }
            }
            case "draft-decision" -> {
                endWhatWasAsked(reference, "a draft decision followed");
                send(reference, "draft-decision", Asked.comments((String) execution.getVariable("draftSentOn")));
            }
            case "decision" -> decision(reference, execution);
            case "closing-statement" -> close(reference);
            default -> send(reference, (String) execution.getVariable("letter"), Asked.nothing());
        }
    }

    /** The council gets the decision and the agreed actions before its process begins with them. */
    private void decision(String reference, DelegateExecution execution) {
        boolean report = "report".equals(execution.getVariable("statementKind"));
        endWhatWasAsked(reference, "the decision followed");
        post.toCouncil(reference, report ? "report" : "decision").ifPresent(council -> {
            actions.take(council, actions.views(reference));
            post.begin(council, Asked.actions((String) execution.getVariable("decidedOn"), report));
        });
    }

    /** A council that has been told of the complaint learns of its end, and owes nothing any more. */
    private void close(String reference) {
        var statement = cases.lastLetter(reference, "closing-statement").orElseThrow();
        if (!statement.to().equals(Parties.council(cases, reference))) {
            return;
        }
        post.toCouncil(reference, "closing-statement").ifPresent(council -> {
            post.endWhatWasAsked(council, CLOSED);
            if (cases.get(council).status() == CaseStatus.WITH_OMBUDSMAN) {
                cases.become(council, CaseStatus.CLOSED, CLOSED, statement.sentOn());
            }
        });
    }

    /** A reply or comments that the Ombudsman went on without, or recorded by hand, are not owed any more. */
    private void endWhatWasAsked(String reference, String because) {
        post.councilCase(reference).ifPresent(council -> post.endWhatWasAsked(council, because));
    }

    private void send(String reference, String kind, Map<String, @Nullable Object> asked) {
        post.toCouncil(reference, kind).ifPresent(council -> post.begin(council, asked));
    }
}
