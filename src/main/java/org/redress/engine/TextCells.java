package org.redress.engine;

import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.NullUnmarked;

/**
 * FEEL that answers the plainest cells and conditions itself and leaves all others to the engine's own. The engine reads a cell anew each time it is
 * asked and puts all its functions together for it, and nearly all cells of our tables are a text, a list of texts, a plain value or the name of what is asked, and nearly all conditions of our forms
 * compare a name with one: reading those took a fifth of the product's time.
 */
@NullUnmarked
final class TextCells implements FeelEngine {
    /** A backslash may mean another character than itself. */
    private static final String TEXT = "\"[^\"\\\\]*\"";
    private static final Pattern ONE = Pattern.compile(TEXT);
    // takes all it can at once: a long list would need as many steps back
    private static final Pattern LIST = Pattern.compile(TEXT + "( *, *" + TEXT + ")*+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");
    private static final Pattern COMPARED = Pattern.compile("([A-Za-z]\\w*) *(!?=) *(" + TEXT + "|null|true|false)");
    private static final Pattern NOT = Pattern.compile("not\\(([^()]*)\\)");

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
        switch (expression) {
            case "true":
                return (T) Boolean.TRUE;
            case "false":
                return (T) Boolean.FALSE;
            case "null":
                return null;
            default:
                var named = NAME.matcher(expression).matches() ? text(variables, expression) : compared(expression, variables);
                return named.map(answer -> (T) answer).orElseGet(() -> others.evaluateSimpleExpression(expression, variables));
        }
    }

    /** What a name compared with a value gives, if both are plain; FEEL knows more of other kinds. */
    private static Optional<?> compared(String expression, VariableContext variables) {
        var not = NOT.matcher(expression);
        boolean negated = not.matches();
        var compared = COMPARED.matcher(negated ? not.group(1) : expression);
        if (!compared.matches() || !variables.containsVariable(compared.group(1))) {
            return Optional.empty();
        }
        var typed = variables.resolve(compared.group(1));
        var value = typed == null ? null : typed.getValue();
        var with = compared.group(3);
        boolean text = with.startsWith("\"");
        boolean plain = value == null || (text ? value instanceof String : with.equals("null") ? value instanceof String || value instanceof Boolean : value instanceof Boolean);
        if (!plain) {
            return Optional.empty();
        }
        boolean same = text ? value != null && with.length() == ((String) value).length() + 2 && with.startsWith((String) value, 1) : with.equals(String.valueOf(value)) && !(value instanceof String);
        return Optional.of(same == compared.group(2).equals("=") != negated);
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
