package org.redress.parties;

import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Parties;
import org.redress.casefile.Part;
import org.redress.casefile.ProposedChange;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Somebody joins a case, is named, changes or goes. What changes who complains is kept until a second person has confirmed it; when the
 * last one withdraws, the case does (CORP-11, CHD-11, LGA-06).
 */
@Component
class ChangePeople implements SubmissionHandler {
    private static final Set<String> JOINING = Set.of("add", "part");
    private static final String ENDED = "ComplaintEnded";

    private final CaseFiles cases;
    private final Parties parties;
    private final Changes changes;
    private final RuntimeService runtime;

    ChangePeople(CaseFiles cases, Parties parties, Changes changes, @Lazy RuntimeService runtime) {
        this.cases = cases;
        this.parties = parties;
        this.changes = changes;
        this.runtime = runtime;
    }

    @Override
    public String form() {
        return "people-change";
    }

    @Override
    public void accept(Submission event) {
        var c = CaseOf.form(cases, event);
        var change = change(event);
        changes.objection(event.reference(), change).ifPresent(objection -> {
            throw event.refuse(objection.field(), objection.why());
        });
        event.happenedOn(change.on());
        event.titled(event.option("change") + (change.person() == null ? "" : ": number " + change.person()));
        event.set("follows", "nothing");
        event.set("confirmationNeeded", changes.waits(event.reference(), change));
        if (changes.waits(event.reference(), change)) {
            event.set("whatChanges", changes.sentence(event.reference(), change));
            event.set("changeNumber", parties.propose(event.reference(), change));
            event.set("proposedBy", event.user());
        } else {
            make(event, c, change);
        }
    }

    private static ProposedChange change(Submission event) {
        var part = event.optionalText("part").map(Part::of).orElse(null);
        return new ProposedChange(0, event.text("change"), event.optionalNumber("personNumber").orElse(null),
                event.optionalText("personName").map(String::strip).orElse(null), part, event.optionalNumber("speaksFor").orElse(null),
                event.date("happenedOn"), event.text("details"), event.user(), event.today());
    }

    private void make(Submission event, CaseSummary c, ProposedChange change) {
        boolean withdrawal = change.change().equals("withdrew");
        boolean others = parties.complaining(event.reference()).size() > 1;
        event.set("stillComplains", others);
        if (withdrawal && !others) {
            // they stay in the case, as after the withdrawal of the whole complaint
            end(event, c);
            event.set("follows", "withdrawal");
            return;
        }
        int number = changes.make(event.reference(), change, event.user());
        event.set("personNumber", number);
        boolean unknown = JOINING.contains(change.change()) && parties.find(event.reference(), number).filter(Consents::needed).isPresent();
        event.set("follows", withdrawal ? "withdrawal" : unknown || change.change().equals("consent") ? "consent" : "nothing");
    }

    /** Nobody is left who complains: what a withdrawal of the whole complaint does, on either side. */
    private void end(Submission event, CaseSummary c) {
        if (runtime.createExecutionQuery().processInstanceBusinessKey(event.reference()).messageEventSubscriptionName(ENDED).count() == 0) {
            throw event.refuse("change", "they are the only one who complains, and the case cannot be withdrawn at this point.");
        }
        if (!c.ombudsmans()) {
            cases.become(event.reference(), CaseStatus.WITHDRAWN, null, event.date("happenedOn"));
        }
        event.set("message", ENDED);
        event.set("happening", c.ombudsmans() ? "withdrawn" : "withdrawal");
    }
}
