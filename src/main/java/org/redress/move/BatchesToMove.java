package org.redress.move;

import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** In how many portions the cases of a council move: each is work of its own, so that what is interrupted goes on where it was. */
@Component
public class BatchesToMove {
    static final int TOGETHER = 10;

    private final Moving moving;

    BatchesToMove(Moving moving) {
        this.moving = moving;
    }

    /** The numbers of the portions: for all that wait, also those that will stay. More do not come, because what begins now has the newest version. */
    public List<Integer> of(DelegateExecution execution) {
        int cases = moving.waiting(MoveCases.council(execution), (String) execution.getVariable(MoveAsked.TO)).size();
        return IntStream.rangeClosed(1, Math.max(1, (cases + TOGETHER - 1) / TOGETHER)).boxed().toList();
    }
}
