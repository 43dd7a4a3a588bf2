package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Were a hostile expression deployed after all, it would reach nothing of the application. */
@ProductTest
class ModelExpressionsTests {
    private static final Pattern CALL = Pattern.compile("[$#]\\{(\\w+)\\.(\\w+)\\(");

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private ModelBeans beans;

    @ParameterizedTest
    @ValueSource(strings = {"${dataSource}", "${rights}", "${administrator.make('me', 'x')}", "${processEngine}", "${taskService}", "${replay}",
        "${applicationContext}", "${environment}", "${councils.make('x')}", "${tables.rows('procedure')}", "${agreedActions.getClass()}",
        "${people.class}", "${people.of('kent').getClass()}", "${''.getClass().forName('java.lang.System')}", "${'x'.length()}",
        "${people.of('kent').values().stream()}", "${dueSoon.equals(dueSoon)}", "${agreedActions.decide('x')}"})
    void reachNothingButWhatModelsMay(String expression) {
        assertThatThrownBy(() -> value(expression)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void reachWhatModelsMay() {
        assertThat(value("${people.of('kent').responders}")).asString().contains("kent-manager");
        assertThat(value("${setDeadline}")).isNotNull();
        assertThat(value("${1 + 1 == 2}")).isEqualTo(true);
    }

    @Test
    void runNoScript() {
        assertThatThrownBy(() -> inside(context -> engine.getScriptingEngines().getScriptEngineForLanguage("juel")))
                .hasMessageContaining("Scripts do not run here.");
        for (var language : List.of("groovy", "javascript", "feel", "python", "ecmascript")) {
            assertThatThrownBy(() -> inside(context -> engine.getScriptingEngines().getScriptEngineForLanguage(language))).as(language)
                    .isInstanceOf(ProcessEngineException.class);
        }
    }

    @Test
    void callNoJavaFromATable() {
        var feel = engine.getDmnEngineConfiguration().getFeelEngine();
        Object result;
        try {
            result = feel.evaluateSimpleExpression("{f: function(x) external {java: {class: \"java.lang.Integer\", method signature: \"parseInt(java.lang.String)\"}}, "
                    + "r: f(\"7\")}.r", org.camunda.bpm.engine.variable.Variables.createVariables().asVariableContext());
        } catch (RuntimeException e) {
            result = null;
        }

        assertThat(result).isNull();
    }

    @Test
    void areThoseThatTheModelsUse() throws IOException {
        var used = new TreeSet<String>();
        try (var models = Files.list(Path.of("processes"))) {
            for (var model : models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                var calls = CALL.matcher(Files.readString(model));
                while (calls.find()) {
                    used.add(calls.group(1) + "." + calls.group(2));
                }
            }
        }
        var listed = new TreeSet<String>();
        ModelBeans.METHODS.forEach((bean, methods) -> methods.forEach(method -> listed.add(bean + "." + method)));

        assertThat(listed).isEqualTo(used);
        assertThat(ModelBeans.METHODS.keySet()).allMatch(bean -> beans.find(bean) != null && !beans.delegate(bean));
    }

    private Object value(String expression) {
        return inside(context -> {
            Expression read = engine.getExpressionManager().createExpression(expression);
            return read.getValue(StartProcessVariableScope.getSharedInstance());
        });
    }

    private <T> T inside(Command<T> command) {
        return engine.getCommandExecutorTxRequired().execute(command);
    }
}
