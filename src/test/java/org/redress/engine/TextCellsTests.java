package org.redress.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain cells mean exactly what the engine's own FEEL makes of them. */
class TextCellsTests {
    private static final List<Object> ASKED = new ArrayList<>(Stream.of("a", "b", "A", "", " a", "null", "true", false, "a\", \"b", "a, b", "\\", "a\\n", "n", "é", "1", 1, 1.5, true).toList());

    static {
        ASKED.add(null);
    }

    private final FeelEngine whole = new ScalaFeelEngineFactory().createInstance();
    private final List<String> left = new ArrayList<>();
    private final FeelEngine cells = new TextCells(new FeelEngine() {
        @Override
        public <T> T evaluateSimpleExpression(String expression, org.camunda.bpm.engine.variable.context.VariableContext variables) {
            left.add(expression);
            return whole.evaluateSimpleExpression(expression, variables);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String expression, String input, org.camunda.bpm.engine.variable.context.VariableContext variables) {
            left.add(expression);
            return whole.evaluateSimpleUnaryTests(expression, input, variables);
        }
    });

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "\"a\",\"b\"", "\"b\" , \"a\"", "\"\"", "\" a\"", "\"a, b\"", "\"a\\n\"", "\"\\\\\"", "\"é\"", "\"a\" ,", "not(\"a\")", "-", "1", "true", "\"a\"\n,\"b\"", "asked"})
    void matchWhatFeelMatches(String cell) {
        for (var asked : ASKED) {
            var variables = Variables.createVariables().putValue("asked", asked).asVariableContext();
            assertThat(answer(() -> cells.evaluateSimpleUnaryTests(cell, "asked", variables))).as("%s for %s", cell, asked)
                    .isEqualTo(answer(() -> whole.evaluateSimpleUnaryTests(cell, "asked", variables)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "\"\"", "\"a\\n\"", "\"\\u0041\"", "\"a\" + \"b\"", "asked", "missing", "asked.length", "string length(asked)", "1", "true", "false", "null", "\"a",
            "asked = \"a\"", "asked != \"a\"", "asked=\"\"", "asked = null", "asked != null", "asked = true", "asked != true", "asked = false", "not(asked = \"a\")", "not(asked = null)", "not(asked != true)", "not(asked)",
            "missing = null", "missing = \"a\"", "asked = \"null\"", "asked = \"true\"", "asked = \"a\\n\"", "asked = 1", "asked = \"a\" or asked = \"b\"", "asked > \"a\"", "not( asked = \"a\" )"})
    void sayWhatFeelSays(String cell) {
        for (var asked : ASKED) {
            var variables = Variables.createVariables().putValue("asked", asked).asVariableContext();
            assertThat(answer(() -> cells.evaluateSimpleExpression(cell, variables))).as("%s for %s", cell, asked)
                    .isEqualTo(answer(() -> whole.evaluateSimpleExpression(cell, variables)));
        }
    }

    @Test
    void areReadWithoutFeel() {
        var variables = Variables.fromMap(Map.of("asked", "b")).asVariableContext();

        assertThat(cells.evaluateSimpleUnaryTests("\"a\", \"b\"", "asked", variables)).isTrue();
        assertThat(cells.evaluateSimpleUnaryTests("\"a\"", "asked", variables)).isFalse();
        assertThat(cells.<String>evaluateSimpleExpression("asked", variables)).isEqualTo("b");
        assertThat(cells.<String>evaluateSimpleExpression("\"due\"", variables)).isEqualTo("due");
        assertThat(cells.<Boolean>evaluateSimpleExpression("asked != \"a\"", variables)).isTrue();
        assertThat(cells.<Boolean>evaluateSimpleExpression("not(asked = \"b\")", variables)).isFalse();
        assertThat(cells.<Boolean>evaluateSimpleExpression("asked = null", variables)).isFalse();
        assertThat(cells.<Boolean>evaluateSimpleExpression("false", variables)).isFalse();
        assertThat(left).isEmpty();
    }

    private static Object answer(Supplier<Object> question) {
        try {
            var answer = question.get();
            return answer == null ? "nothing" : answer;
        } catch (FeelException e) {
            return e.getClass();
        }
    }
}
