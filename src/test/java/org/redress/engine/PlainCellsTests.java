package org.redress.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
class PlainCellsTests {
    private static final List<Object> ASKED = new ArrayList<>(Stream.of("a", "b", "A", "", " a", "null", "true", false, "a\", \"b", "a, b", "\\", "a\\n", "n", "é", "1", 1, 1.5, true, 0, -1, -2L, "a\n", "2026-04-01T00:00:00\n", 2L, 12, 1.0, (short) 1, BigDecimal.ONE,
            123_456_789_012L, "2026-03-31T09:30", "2026-04-01T00:00:00", "2026-04-01T00:00:00.5", "2026-02-30T09:30", "2026-04-01", "2026-04-01T00:00:00Z", "2026-04-01T24:00:00", LocalDateTime.of(2026, 3, 31, 9, 30),
            LocalDateTime.of(2026, 4, 1, 0, 0), LocalDate.of(2026, 4, 1), List.of("a")).toList());

    /** For what asks for one value only. */
    private static final List<Object> OTHER = List.of("b");

    static {
        ASKED.add(null);
    }

    private final FeelEngine whole = new ScalaFeelEngineFactory().createInstance();
    private final List<String> left = new ArrayList<>();
    private final FeelEngine cells = new PlainCells(new FeelEngine() {
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
    @ValueSource(strings = {"\"a\"", "\"a\",\"b\"", "\"b\" , \"a\"", "\"\"", "\" a\"", "\"a, b\"", "\"a\\n\"", "\"\\\\\"", "\"é\"", "\"a\" ,", "not(\"a\")", "-", "1", "true", "\"a\"\n,\"b\"", "asked", "false", "0", "2", "12",
            "01", "1.0", "1, 2", "123456789012", "null", "not(\"a\", \"b\")", "not(\"a\" , \"\")", "not(\"a\\n\")", "not(1)", "not(true)", "not(not(\"a\"))", "not( \"a\")", "\"a\"\n", "-1", "- 1", "-1, 1", "1\n", "true\n", "< date and time(\"2026-04-01T00:00:00\")",
            "<= date and time(\"2026-04-01T00:00:00\")", ">date and time(\"2026-03-31T09:30:00\")", ">= date and time(\"2026-04-01T00:00:00\")", "< date and time(\"2026-04-31T00:00:00\")", "< date and time(\"2026-04-01T00:00\")",
            "< date and time(\"2026-04-01\")", "date and time(\"2026-04-01T00:00:00\")", "> 1"})
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
            "missing = null", "missing = \"a\"", "asked = \"null\"", "asked = \"true\"", "asked = \"a\\n\"", "asked = 1", "asked = \"a\" or asked = \"b\"", "asked > \"a\"", "not( asked = \"a\" )", "0", "2", "12", "01", "-1", "1.0", "123456789012",
            "asked = 0", "asked != 12", "asked = 123456789012", "1 = asked", "asked = \"a\" and other != \"b\"", "asked = \"a\" or other = true and asked = \"b\"", "(asked = \"a\" or other = true) and asked = \"b\"", "asked = \"a\" or (other != null and other != \"b\")",
            "not(asked = \"a\" or other = null)", "not(asked = \"a\") and not(other = \"b\")", "list contains([\"a\", \"b\"], asked)", "not(list contains([\"a\",\"b\"], asked))", "list contains([], asked)", "list contains([\"a\" \"b\"], asked)",
            "list contains([asked], \"a\")", "list contains([\"a\"], missing)", "other != true or not(list contains([\"a\"], asked))", "asked = \"a\" or", "(asked = \"a\"", "asked = \"a\")", "asked and other", "asked = other",
            "asked = \"a\" = true", "asked = \"a\"\nor other = true", "date and time(asked)", "date and time( asked )", "date and time(missing)", "date(asked)", "date and time(asked) < date and time(other)", "date", "list", "if",
            "not asked = \"a\"", "asked in (\"a\", \"b\")", "\"a\"\n", "asked\n", "asked = \"a\"\n", "asked = -1", "asked != -2", "-1 = asked", "asked = - 1"})
    void sayWhatFeelSays(String cell) {
        for (var asked : ASKED) {
            for (var other : cell.contains("other") ? ASKED : OTHER) {
                var variables = Variables.createVariables().putValue("asked", asked).putValue("other", other).asVariableContext();
                assertThat(answer(() -> cells.evaluateSimpleExpression(cell, variables))).as("%s for %s and %s", cell, asked, other)
                        .isEqualTo(answer(() -> whole.evaluateSimpleExpression(cell, variables)));
            }
        }
    }

    @Test
    void areReadWithoutFeel() {
        var variables = Variables.fromMap(Map.of("asked", "b", "stage", 2, "oral", true, "receivedAt", "2027-02-01T09:30")).putValue("nothing", null).asVariableContext();

        assertThat(cells.evaluateSimpleUnaryTests("\"a\", \"b\"", "asked", variables)).isTrue();
        assertThat(cells.evaluateSimpleUnaryTests("\"a\"", "asked", variables)).isFalse();
        assertThat(cells.<String>evaluateSimpleExpression("asked", variables)).isEqualTo("b");
        assertThat(cells.<String>evaluateSimpleExpression("\"due\"", variables)).isEqualTo("due");
        assertThat(cells.<Boolean>evaluateSimpleExpression("asked != \"a\"", variables)).isTrue();
        assertThat(cells.<Boolean>evaluateSimpleExpression("not(asked = \"b\")", variables)).isFalse();
        assertThat(cells.<Boolean>evaluateSimpleExpression("asked = null", variables)).isFalse();
        assertThat(cells.<Boolean>evaluateSimpleExpression("false", variables)).isFalse();
        assertThat(cells.<Boolean>evaluateSimpleExpression("oral = true or (asked != null and asked != \"a\")", variables)).isTrue();
        assertThat(cells.<Boolean>evaluateSimpleExpression("not(list contains([\"a\", \"b\"], asked)) and stage = 2", variables)).isFalse();
        assertThat(cells.<LocalDateTime>evaluateSimpleExpression("date and time(receivedAt)", variables)).isEqualTo("2027-02-01T09:30:00");
        assertThat(cells.<Long>evaluateSimpleExpression("stage", variables)).isEqualTo(2);
        assertThat(cells.<Long>evaluateSimpleExpression("92", variables)).isEqualTo(92);
        assertThat(cells.<Object>evaluateSimpleExpression("nothing", variables)).isNull();
        assertThat(cells.evaluateSimpleUnaryTests("2", "stage", variables)).isTrue();
        assertThat(cells.evaluateSimpleUnaryTests("true", "oral", variables)).isTrue();
        assertThat(cells.evaluateSimpleUnaryTests("not(\"a\")", "asked", variables)).isTrue();
        assertThat(cells.evaluateSimpleUnaryTests("\"a\"", "nothing", variables)).isFalse();
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
