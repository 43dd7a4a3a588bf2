package org.redress.move;

import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** In how many portions the cases of a council move: each is work of its own, so that what is interrupted goes on where it was. */
@Component
public class BatchesToMove {
    static final int TOGETHER = 10;
    /** The engine's own variable. */
    static final String BEGUN_WITH = "nrOfInstances";

    private final Moving moving;

    BatchesToMove(Moving moving) {
        this.moving = moving;
    }

    /**
     * The numbers of the portions: for all that wait, also those that will stay. More do not come, because what begins now has the newest version. The engine asks again before each portion, when fewer
     * wait, and wants as many as it began with.
     */
    public List<Integer> of(DelegateExecution execution) {
        var begunWith = (Integer) execution.getVariable(BEGUN_WITH);
        return IntStream.rangeClosed(1, begunWith != null ? begunWith : portions(execution)).boxed().toList();
    }

    private int portions(DelegateExecution execution) {
        int cases = moving.waiting(MoveCases.council(execution), (String) execution.getVariable(MoveAsked.TO)).size();
        return Math.max(1, (cases + TOGETHER - 1) / TOGETHER);
    }
}
