package org.redress.casefile;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.stereotype.Component;

/** Makes {@link OnceInATransaction} hold for every repository. */
@Component
class RowsReadOnce implements BeanPostProcessor {
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof RepositoryFactoryBeanSupport<?, ?, ?> repositories) {
            repositories.addRepositoryFactoryCustomizer(factory ->
                    factory.addRepositoryProxyPostProcessor((proxy, repository) -> proxy.addAdvice(0, new Remembers(repository.getRepositoryInterface()))));
        }
        return bean;
    }

    private record Query(String name, List<Object> of) {}

    private record Remembers(Class<?> repository) implements MethodInterceptor {
        @Override
        public @Nullable Object invoke(MethodInvocation query) throws Throwable {
            var method = query.getMethod();
            if (method.getName().startsWith("save")) {
                ReadOnce.forget(repository);
                try {
                    return query.proceed();
                } finally {
                    ReadOnce.forget(repository);
                }
            }
            return method.isAnnotationPresent(OnceInATransaction.class) ? ReadOnce.get(repository, new Query(method.getName(), Arrays.asList(query.getArguments())), () -> rows(query, method)) : query.proceed();
        }

        private static Object rows(MethodInvocation query, Method method) {
            Object rows;
            try {
                rows = query.proceed();
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(method.getName(), e);
            }
            return rows instanceof List<?> list ? Collections.unmodifiableList(list) : rows instanceof Optional<?> found ? found : List.of();
        }
    }
}
