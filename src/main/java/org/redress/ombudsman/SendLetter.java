package org.redress.ombudsman;

import java.time.LocalDate;
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
    private static final String DECIDED = "the Ombudsman has decided";
    private static final String REFERRED_BACK = "the Ombudsman referred it back";

    private final CaseFiles cases;
    private final AgreedActions actions;
    private final Post post;
    private final BothSides sides;

    SendLetter(CaseFiles cases, AgreedActions actions, Post post, BothSides sides) {
        this.cases = cases;
        this.actions = actions;
        this.post = post;
        this.sides = sides;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        switch ((String) execution.getVariable("letter")) {
            case "intake-decision" -> {
                boolean back = "refer-back".equals(execution.getVariable("intake"));
                // a council that was asked at intake learns what became of it
                if (back || cases.lastLetter(reference, "intake-decision").filter(letter -> letter.to().equals(sides.council(reference))).isPresent()) {
                    post.toCouncil(reference, "intake-decision").ifPresent(council -> post.close(council, back ? CaseStatus.REFERRED_BACK : CaseStatus.CLOSED,
                            back ? REFERRED_BACK : CLOSED, sentOn(reference, "intake-decision")));
                }
            }
            case "enquiry" -> {
                if ("council".equals(execution.getVariable("askedOf"))) {
                    send(reference, "enquiry", Asked.reply((Integer) execution.getVariable("enquiryNumber"), (String) execution.getVariable("enquirySentOn"),
                            (String) execution.getVariable("enquiryReplyBy")));
                }
            }
            case "draft-decision" -> {
                endWhatWasAsked(reference, "a draft decision followed", sentOn(reference, "draft-decision"));
                send(reference, "draft-decision", Asked.comments((String) execution.getVariable("draftSentOn"), (String) execution.getVariable("councilCommentsBy")));
            }
            case "decision" -> decision(reference, execution);
            default -> send(reference, (String) execution.getVariable("letter"), Asked.nothing());
        }
    }

    /** The council gets the decision and the agreed actions before its process begins with them. */
    private void decision(String reference, DelegateExecution execution) {
        if (cases.get(reference).status() != CaseStatus.DECIDED) {
            close(reference);
            return;
        }
        boolean report = "report".equals(execution.getVariable("statementKind"));
        var on = (String) execution.getVariable("decidedOn");
        endWhatWasAsked(reference, DECIDED, LocalDate.parse(on));
        post.toCouncil(reference, report ? "report" : "decision").ifPresent(council -> {
            actions.take(council, actions.views(reference));
            post.begin(council, Asked.actions(on));
            if (report) {
                post.begin(council, Asked.response(on));
            }
        });
    }

    /** A council that is told learns of the end, and owes nothing any more; the two stay linked for a review. */
    private void close(String reference) {
        var statement = cases.lastLetter(reference, "decision").orElseThrow();
        if (statement.to().equals(sides.council(reference))) {
            post.toCouncil(reference, "decision").ifPresent(council -> post.end(council, CaseStatus.CLOSED, CLOSED, statement.sentOn()));
        }
    }

    /** A reply or comments that the Ombudsman went on without, or recorded by hand, are not owed any more. */
    private void endWhatWasAsked(String reference, String because, LocalDate on) {
        post.councilCase(reference).ifPresent(council -> post.endWhatWasAsked(council, because, on));
    }

    private LocalDate sentOn(String reference, String kind) {
        return cases.lastLetter(reference, kind).orElseThrow().sentOn();
    }

    private void send(String reference, String kind, Map<String, @Nullable Object> asked) {
        post.toCouncil(reference, kind).ifPresent(council -> post.begin(council, asked));
    }
}
