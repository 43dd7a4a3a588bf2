package org.redress.ombudsman;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.CaseFiles;
import org.redress.confirmation.Confirmation;
import org.redress.deadline.Deadlines;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** "End what was asked": an investigation ends or a remedy is accepted, so nothing that was asked before is owed any more, here and at the council (LGA-02, LGA-03). */
@Component
class EndWhatWasAsked implements JavaDelegate {
    /** The message that ends a case early. */
    static final String ENDED = "ComplaintEnded";
    /** The message after which a draft says why the investigation ends. */
    static final String DISCONTINUED = "InvestigationDiscontinued";
    /** The message by which the council's own remedy is accepted. */
    static final String REMEDY_ACCEPTED = "RemedyAccepted";

    private static final Set<String> ENDINGS = Set.of(ENDED, DISCONTINUED, REMEDY_ACCEPTED);

    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final Post post;

    EndWhatWasAsked(CaseFiles cases, Deadlines deadlines, Post post) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.post = post;
    }

    /** Who has to confirm what a message would end on both sides, and what that is. */
    Confirmation confirmation(String reference, String message) {
        var here = message.equals(ENDED) ? deadlines.owed(reference) : post.wouldEnd(reference, message);
        var there = message.equals(ENDED) ? List.<String>of() : post.councilCase(reference).map(post::asked).orElse(List.of());
        return Confirmation.ofEnd("The investigation as it stands", Stream.concat(here.stream(), there.stream().map(one -> "At the council: " + one)).toList());
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (!(execution.getVariable("message") instanceof String message) || !ENDINGS.contains(message)) {
            return;
        }
        var reference = execution.getProcessBusinessKey();
        if (!post.awaits(reference, message, null)) {
            throw new CannotBeKept("The case has gone on, and this cannot happen to it any more. Leave it as it is.");
        }
        confirmation(reference, message).needNoMoreThanShown(execution);
        var on = LocalDate.parse((String) execution.getVariable("happenedOn"));
        switch (message) {
            case DISCONTINUED -> end(reference, message, on, "the Ombudsman ends the investigation", "Investigation ends", "The Ombudsman ends the investigation; a draft decision follows.");
            case REMEDY_ACCEPTED -> end(reference, message, on, "the Ombudsman accepted the council’s own remedy", "Remedy accepted",
                    "The Ombudsman accepted the council’s own remedy; a draft decision follows.");
            default -> { } // the message ends the whole case, and its closing statement tells the council
        }
    }

    private void end(String reference, String message, LocalDate on, String because, String title, String detail) {
        post.endBefore(reference, message, because, on);
        post.councilCase(reference).ifPresent(council -> {
            post.endWhatWasAsked(council, because, on);
            cases.record(council, title, detail);
        });
    }
}
