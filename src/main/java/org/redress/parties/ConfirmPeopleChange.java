package org.redress.parties;

import org.camunda.bpm.engine.RuntimeService;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Parties;
import org.redress.gate.SecondPerson;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A second person, who has no other part in the case, confirms a change of who complains, or refuses it (CORP-11, DAT-01). */
@Component
class ConfirmPeopleChange implements SubmissionHandler {
    private static final String SOMEBODY = "SomebodyCarriesOn";

    private final CaseFiles cases;
    private final Parties parties;
    private final Changes changes;
    private final SecondPerson second;
    private final RuntimeService runtime;

    // lazily: it is the engine's service, and the engine needs the forms
    ConfirmPeopleChange(CaseFiles cases, Parties parties, Changes changes, SecondPerson second, @Lazy RuntimeService runtime) {
        this.cases = cases;
        this.parties = parties;
        this.changes = changes;
        this.second = second;
        this.runtime = runtime;
    }

    @Override
    public String form() {
        return "confirm-people-change";
    }

    @Override
    public void accept(Submission decided) {
        int number = (Integer) decided.variable("changeNumber").orElseThrow();
        var change = parties.proposed(decided.reference()).stream().filter(proposed -> proposed.number() == number).findFirst().orElseThrow();
        if (change.by().equals(decided.user())) {
            throw decided.refuse("You proposed this change; a second person confirms it.");
        }
        second.objection(decided).ifPresent(why -> {
            throw decided.refuse(why);
        });
        boolean confirmed = decided.text("confirmation").equals("confirm");
        boolean somebody = !parties.complaining(decided.reference()).isEmpty();
        decided.set("nobodyComplains", false);
        if (confirmed) {
            changes.objection(decided.reference(), change).ifPresent(objection -> {
                throw decided.refuse("confirmation", "the change cannot be made any more: " + objection.why() + " Refuse it.");
            });
            decided.set("personNumber", changes.make(decided.reference(), change, change.by()));
            boolean left = !parties.complaining(decided.reference()).isEmpty();
            decided.set("nobodyComplains", somebody && !left && !cases.get(decided.reference()).status().over());
            if (left) {
                carriedOn(decided.reference());
            }
        }
        parties.decide(decided.reference(), number, confirmed, decided.user(), decided.today(), decided.optionalText("refusalReason").orElse(null));
    }

    /** Whoever is to find out who carries on need not any more. */
    private void carriedOn(String reference) {
        runtime.createExecutionQuery().processInstanceBusinessKey(reference).messageEventSubscriptionName(SOMEBODY).list()
                .forEach(waiting -> runtime.messageEventReceived(SOMEBODY, waiting.getId()));
    }
}
