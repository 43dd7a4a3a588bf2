package org.redress.move;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Work out move": what would become of each running case of the council, counted, and whether something of it cannot be taken back. */
@Component
class WorkOutMove implements JavaDelegate {
    /** The variable with the text: references, steps and groups, no names of people. */
    static final String PREVIEW = "movePreview";

    /** The variable that says whether something cannot be taken back. */
    static final String FINAL = "moveFinal";

    private final Moving moving;

    WorkOutMove(Moving moving) {
        this.moving = moving;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var deployment = (String) execution.getVariable(MoveAsked.TO);
        var summary = new Summary();
        moving.waiting(MoveCases.council(execution), deployment).forEach(instance -> moving.preview(instance, deployment).ifPresent(summary::add));
        var text = summary.text();
        execution.setVariable(PREVIEW, text.isEmpty() ? "No case is left that began with an earlier version." : text);
        execution.setVariable(FINAL, summary.noWayBack() ? "yes" : "no");
        execution.setVariable("casesToMove", summary.moves());
    }
}
