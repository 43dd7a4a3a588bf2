package org.redress.parties;

import org.redress.casefile.Parties;
import org.redress.gate.SecondPerson;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A second person, who has no other part in the case, confirms a change of who complains, or refuses it (CORP-11, DAT-01). */
@Component
class ConfirmPeopleChange implements SubmissionHandler {
    private final Parties parties;
    private final Changes changes;
    private final SecondPerson second;

    ConfirmPeopleChange(Parties parties, Changes changes, SecondPerson second) {
        this.parties = parties;
        this.changes = changes;
        this.second = second;
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
        if (confirmed) {
            changes.objection(decided.reference(), change).ifPresent(objection -> {
                throw decided.refuse("confirmation", "the change cannot be made any more: " + objection.why() + " Refuse it.");
            });
            decided.set("personNumber", changes.make(decided.reference(), change, change.by()));
        }
        parties.decide(decided.reference(), number, confirmed, decided.user(), decided.today(), decided.optionalText("refusalReason").orElse(null));
    }
}
