package org.redress.parties;

import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The only one who complained has died and nobody carries the complaint on: the case ends, if it goes on still (CHD-11, LGA-02, LGA-06). */
@Component
class FindOutWhoCarriesOn implements SubmissionHandler {
    private static final String ENDED = "ComplaintEnded";
    private static final Set<CaseStatus> GOING_ON = Set.of(CaseStatus.OPEN, CaseStatus.PAUSED);

    private final CaseFiles cases;
    private final RuntimeService runtime;

    // lazily: it is the engine's service, and the engine needs the forms
    FindOutWhoCarriesOn(CaseFiles cases, @Lazy RuntimeService runtime) {
        this.cases = cases;
        this.runtime = runtime;
    }

    @Override
    public String form() {
        return "who-carries-on";
    }

    @Override
    public void accept(Submission settled) {
        var file = cases.get(settled.reference());
        boolean waits = runtime.createExecutionQuery().processInstanceBusinessKey(settled.reference()).messageEventSubscriptionName(ENDED).count() > 0;
        // what has been decided or has ended otherwise meanwhile stands, and a death changes nothing in it
        if (!waits || !GOING_ON.contains(file.status())) {
            settled.set("message", null);
            return;
        }
        if (!file.ombudsmans()) {
            cases.become(settled.reference(), CaseStatus.CLOSED_AFTER_DEATH, null, settled.date("settledOn"));
        }
        settled.set("message", ENDED);
        settled.set("happening", "nobody-carries-on");
        settled.set("happenedOn", settled.date("settledOn").toString());
    }
}
