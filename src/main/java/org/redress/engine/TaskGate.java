package org.redress.engine;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** What stands before the engine's task and form services, whoever calls them. */
public interface TaskGate {
    /** Runs something inside the engine, each time in a command of its own. */
    interface Runs {
        <T extends @Nullable Object> T run(Function<Inside, T> work);
    }

    /** Does something with a task, and says in a sentence what came in between. */
    <T extends @Nullable Object> T withTask(Runs engine, @Nullable String taskId, Function<Inside, T> work);

    /** Starts something, and says in a sentence what came in between. */
    <T extends @Nullable Object> T starting(Supplier<T> attempt);

    /** Completes a task with answers, or begins what has to be done before. */
    VariableMap completing(Runs engine, String taskId, @Nullable Map<String, Object> answers, boolean returnVariables, boolean deserialize);

    VariableMap complete(Inside inside, String taskId, @Nullable Map<String, Object> answers, boolean returnVariables, boolean deserialize);

    void claim(Inside inside, @Nullable String taskId, @Nullable String userId);

    /** Gives one's own task back; tells whether it was one's own. */
    boolean giveBack(Inside inside, @Nullable String taskId);

    void assign(Inside inside, @Nullable String taskId, @Nullable String userId);

    ProcessInstance start(Inside inside, String processDefinitionId, @Nullable Map<String, Object> answers);

    /** A deployed form as it is served. */
    InputStream serve(InputStream deployed);

    /** Puts into the variables with which a task's form begins what belongs there. */
    void begin(Inside inside, String taskId, VariableMap variables);

    /** Looks once more at the variables with which a form begins, beside the form itself. */
    void begin(VariableMap variables, InputStream deployed);
}
