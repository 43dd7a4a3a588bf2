package org.redress.engine;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Evaluates a form's conditions with the engine's own FEEL, so that the server hides what the browser hides. */
public final class Conditions {
    private final FeelEngine feel;

    public Conditions() {
        var dmn = new DefaultDmnEngineConfiguration();
        dmn.buildEngine();
        feel = new PlainCells(dmn.getFeelEngine());
    }

    /** Whether a condition holds of answers, and of the variables of a process for what they do not say. */
    public boolean holds(String expression, Map<String, @Nullable Object> answers, Function<String, @Nullable Object> process) {
        Object result = feel.evaluateSimpleExpression(expression, new VariableContext() {
            @Override
            public TypedValue resolve(String name) {
                var value = answers.containsKey(name) ? answers.get(name) : process.apply(name);
                return Variables.untypedValue(value);
            }

            @Override
            public boolean containsVariable(String name) {
                return true;
            }

            @Override
            public Set<String> keySet() {
                return new HashSet<>(answers.keySet());
            }
        });
        return Boolean.TRUE.equals(result);
    }
}
