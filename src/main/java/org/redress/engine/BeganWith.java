package org.redress.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * The process with whose tables a case goes on: its own, or, where it was moved to a newer version of the models, the one with which it began. So a
 * case keeps its rules when its course is drawn anew (rule book 1.6).
 */
public final class BeganWith {
    /** The variable of a moved process with the id of the process definition with which it began; what it calls or begins gets it too. */
    public static final String VARIABLE = "tablesOf";

    private BeganWith() {}

    /** The id of the process definition whose deployment holds the tables. */
    public static String of(VariableScope process, String definition) {
        return Objects.requireNonNullElse((String) process.getVariable(VARIABLE), definition);
    }

    /** The same for somebody who has the variables of the process. */
    public static String of(Map<String, ? extends @Nullable Object> variables, String definition) {
        return Objects.requireNonNullElse((String) variables.get(VARIABLE), definition);
    }

    /** What a process begins with that is begun for this one and for whose models this one's are taken: the variable, or nothing where none is moved. */
    public static Map<String, Object> handedOn(VariableScope process) {
        return Optional.ofNullable(process.getVariable(VARIABLE)).map(began -> Map.of(VARIABLE, began)).orElse(Map.of());
    }

    /** Whether the process was moved since it began. */
    public static boolean moved(Map<String, ? extends @Nullable Object> variables) {
        return variables.get(VARIABLE) != null;
    }
}
