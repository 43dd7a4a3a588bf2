package org.redress.gate;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** What was sent as answers: texts, numbers, true and false. Anything else stays closed, so that no field takes it for an answer. */
final class Sent {
    private static final Object SOMETHING_ELSE = new Object();

    private Sent() {}

    static Map<String, @Nullable Object> plain(@Nullable Map<String, Object> given) {
        var sent = new HashMap<String, @Nullable Object>();
        if (given instanceof VariableMap typed) {
            typed.keySet().forEach(key -> sent.put(key, value(typed.getValueTyped(key))));
        } else if (given != null) {
            given.forEach((key, value) -> sent.put(key, value(value)));
        }
        return sent;
    }

    private static @Nullable Object value(@Nullable Object given) {
        if (given instanceof SerializableValue) {
            return SOMETHING_ELSE;
        }
        var value = given instanceof TypedValue typed ? typed.getValue() : given;
        return value == null || value instanceof String || value instanceof Boolean || value instanceof Number ? value : SOMETHING_ELSE;
    }
}
