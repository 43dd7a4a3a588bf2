package org.redress.engine;

import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.NullUnmarked;

/**
 * FEEL that answers the plainest cells itself and leaves all others to the engine's own. The engine reads a cell anew each time it is
 * asked, and nearly all cells of our tables are a text, a list of texts, or the name of what is asked: reading those took a fifth of
 * the product's time.
 */
@NullUnmarked
final class TextCells implements FeelEngine {
    /** A backslash may mean another character than itself. */
    private static final String TEXT = "\"[^\"\\\\]*\"";
    private static final Pattern ONE = Pattern.compile(TEXT);
    // takes all it can at once: a long list would need as many steps back
    private static final Pattern LIST = Pattern.compile(TEXT + "( *, *" + TEXT + ")*+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

    private final FeelEngine others;

    TextCells(FeelEngine others) {
        this.others = others;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        if (ONE.matcher(expression).matches()) {
            return (T) expression.substring(1, expression.length() - 1);
        }
        var named = NAME.matcher(expression).matches() ? text(variables, expression) : Optional.<String>empty();
        return named.map(text -> (T) text).orElseGet(() -> others.evaluateSimpleExpression(expression, variables));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        var asked = LIST.matcher(expression).matches() ? text(variables, inputVariable) : Optional.<String>empty();
        return asked.map(text -> lists(expression, text))
                .orElseGet(() -> others.evaluateSimpleUnaryTests(expression, inputVariable, variables));
    }

    private static boolean lists(String expression, String text) {
        var each = ONE.matcher(expression);
        while (each.find()) {
            if (each.group().length() == text.length() + 2 && each.group().startsWith(text, 1)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> text(VariableContext variables, String name) {
        var value = variables.containsVariable(name) ? variables.resolve(name) : null;
        return value != null && value.getValue() instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
