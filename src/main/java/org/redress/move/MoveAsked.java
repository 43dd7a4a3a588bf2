package org.redress.move;

import org.camunda.bpm.engine.RuntimeService;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Turns;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The start of moving the running cases of a council, one move at a time; the version to which they move is the newest at that moment. */
@Component
class MoveAsked implements SubmissionHandler {
    /** The variable with the deployment of the version to which cases move. */
    static final String TO = "moveTo";

    private final Moving moving;
    private final RuntimeService runtime;
    private final Turns turns;

    MoveAsked(Moving moving, @Lazy RuntimeService runtime, Turns turns) {
        this.moving = moving;
        this.runtime = runtime;
        this.turns = turns;
    }

    @Override
    public String form() {
        return "move-cases";
    }

    @Override
    public void accept(Submission asked) {
        try {
            turns.take(Turns.MOVE_CASES);
        } catch (PessimisticLockingFailureException e) {
            throw asked.refuse("Somebody else asks for a move at this moment; look whether it is of this council, and start again if not.");
        }
        if (runtime.createProcessInstanceQuery().processDefinitionKey("move-cases").tenantIdIn(asked.council()).count() > 0) {
            throw asked.refuse("A move of cases of this council is under way; finish it first.");
        }
        var newest = moving.newest();
        if (moving.waiting(asked.council(), newest.deployment()).isEmpty()) {
            throw asked.refuse("No running case of this council began with an earlier version than the newest, which is " + newest.version() + ".");
        }
        asked.set(TO, newest.deployment());
    }
}
