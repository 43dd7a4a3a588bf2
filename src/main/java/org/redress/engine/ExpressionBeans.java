package org.redress.engine;

import org.jspecify.annotations.Nullable;

/** What the expressions of models reach of the application. */
public interface ExpressionBeans {
    /** The bean behind a name in a model, null if models may not reach it. */
    @Nullable Object find(String name);

    /** Whether a model may call a method of a bean. */
    boolean callable(@Nullable Object bean, String method);
}
