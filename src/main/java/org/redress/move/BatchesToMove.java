package org.redress.move;

import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** In how many portions the cases of a council move: each is work of its own, so that what is interrupted goes on where it was. */
@Component
public class BatchesToMove {
    static final int TOGETHER = 20;

    /** The numbers of the portions. */
    public List<Integer> of(DelegateExecution execution) {
        int cases = execution.getVariable("casesToMove") instanceof Number number ? number.intValue() : 0;
        return IntStream.rangeClosed(1, Math.max(1, (cases + TOGETHER - 1) / TOGETHER)).boxed().toList();
    }
}
