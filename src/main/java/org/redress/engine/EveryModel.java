package org.redress.engine;

import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What holds for every model, so that none can forget it: told of each process and each user task while its model is read. Beans are told in the order of their packages. */
public interface EveryModel {
    /** A process; its own listeners come after those that are added here. */
    default void process(DeployedProcess process, Listening<ExecutionListener> listening) {}

    /** A user task; its own listeners come after those that are added here. */
    default void userTask(WhoseTask whose, Listening<TaskListener> listening) {}

    /** Adds a listener for an event by the engine's name for it. */
    interface Listening<L> {
        void on(String event, L listener);
    }

    /** How the model says whose a task is. */
    interface WhoseTask {
        /** The groups for which it waits pass through the first, the person whose it is through the second; both are given what the model says. */
        void pass(UnaryOperator<Expression> group, UnaryOperator<Expression> person);

        /** What the model says of its groups. */
        List<Expression> groups();
    }
}
