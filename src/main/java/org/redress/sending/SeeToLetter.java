package org.redress.sending;

import java.util.List;
import org.redress.casefile.Dates;
import org.redress.casefile.Parties;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A letter did not go out, came back, or nobody knows whether it went: it is sent again to the address that the file has now, went out on a day, or goes another way. */
@Component
class SeeToLetter implements SubmissionHandler {
    private final Dispatches dispatches;
    private final Parties parties;
    private final MayLeave mayLeave;
    private final List<Channel> channels;

    SeeToLetter(Dispatches dispatches, Parties parties, MayLeave mayLeave, List<Channel> channels) {
        this.dispatches = dispatches;
        this.parties = parties;
        this.mayLeave = mayLeave;
        this.channels = channels;
    }

    @Override
    public String form() {
        return "see-to-letter";
    }

    @Override
    public void accept(Submission decided) {
        int number = decided.variable("dispatchNumber").map(dispatch -> ((Number) dispatch).intValue()).orElseThrow();
        var one = dispatches.get(decided.reference(), number);
        switch (decided.text("nowWhat")) {
            case "send-again" -> again(decided, one);
            case "went-out" -> wentOut(decided, one);
            default -> dispatches.otherwise(decided.reference(), number);
        }
    }

    private void again(Submission decided, DispatchView one) {
        if (one.state().sent()) {
            throw decided.refuse("It has gone out. Do the step \"" + one.title() + "\" by hand with the day on which it went, and say so here.");
        }
        if (channels.stream().noneMatch(channel -> channel.by() == one.channel() && channel.on())) {
            throw decided.refuse("Redress does not send letters " + one.by() + " here any more. Send it by hand, and say so here.");
        }
        var person = parties.find(decided.reference(), one.party()).orElseThrow();
        mayLeave.objection(decided.reference(), one.party(), one.channel()).ifPresent(why -> {
            throw decided.refuse(why);
        });
        dispatches.sendAgain(decided.reference(), one.number(), MayLeave.address(person, one.channel()).orElseThrow());
    }

    private void wentOut(Submission decided, DispatchView one) {
        var on = decided.date("wentOutOn");
        if (one.state() != DispatchState.MAY_HAVE_GONE_OUT) {
            throw decided.refuse("nowWhat", "it is known that it did not go out, or went. Record in its own step how it went by hand.");
        }
        if (on.isBefore(one.confirmedAt().toLocalDate())) {
            throw decided.refuse("wentOutOn", "it was confirmed on " + Dates.text(one.confirmedAt().toLocalDate()) + ".");
        }
        dispatches.wentOut(decided.reference(), one.number(), on);
    }
}
