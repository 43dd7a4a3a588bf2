package org.redress.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.joda.time.DateTime;
import org.jspecify.annotations.NullUnmarked;

/**
 * Evaluates the expressions of models and of saved filters with what they need alone: variables, {@link ExpressionBeans}, and for filters
 * who and when. The engine's own manager would give them every bean of the application and every method of every object.
 */
@NullUnmarked
class ModelExpressions extends JuelExpressionManager {
    private final ExpressionBeans models;

    ModelExpressions(ExpressionBeans models) {
        this.models = models;
    }

    @Override
    public Expression createExpression(String text) {
        return new JuelExpression(createValueExpression(text), this, text) {
            @Override
            public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
                // models compute in the scope of an execution or a task; without one it is a query
                if (scope == null && !isLiteralText() && !QueryExpressions.known(text)) {
                    throw new ProcessEngineException("A query computes only who and when.");
                }
                return super.getValue(scope, execution);
            }
        };
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new Listed());
        return resolver;
    }

    /** Finds the listed beans, calls the listed methods, reads what lists and maps hold, and nothing of any other object. */
    private final class Listed extends BeanELResolver {
        private final ELResolver collections = collections();

        Listed() {
            super(true);
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base == null) {
                var bean = models.find(String.valueOf(property));
                context.setPropertyResolved(bean != null);
                return bean;
            }
            var held = collections.getValue(context, base, property);
            if (context.isPropertyResolved()) {
                return held;
            }
            if (base instanceof DelegateExecution && "processBusinessKey".equals(property)) {
                return super.getValue(context, base, property);
            }
            throw new PropertyNotFoundException("Expressions read variables and what lists and maps hold, not " + property + ".");
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
            boolean day = base instanceof DateTime && String.valueOf(method).matches("withTimeAtStartOfDay|(plus|minus)[A-Z][a-z]+");
            if (!day && !models.callable(base, String.valueOf(method))) {
                throw new MethodNotFoundException("Expressions call no " + method + ".");
            }
            return super.invoke(context, base, method, types, parameters);
        }

        private static ELResolver collections() {
            var resolver = new CompositeELResolver();
            resolver.add(new ArrayELResolver(true));
            resolver.add(new ListELResolver(true));
            resolver.add(new MapELResolver(true));
            return resolver;
        }
    }
}
