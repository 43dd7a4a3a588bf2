package org.redress.database;

import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A method that is a transaction of its own is done again where others came in between, as every command of the engine is. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class RepeatedTransactions {
    /** Outside of the transaction itself, which is the innermost. */
    private static final int AROUND_TRANSACTIONS = Ordered.LOWEST_PRECEDENCE - 1;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor doneAgain() {
        MethodInterceptor again = call -> {
            if (TransactionSynchronizationManager.isActualTransactionActive() || !(call instanceof ProxyMethodInvocation invocation)) {
                return call.proceed();
            }
            return Competition.repeated(() -> proceed(invocation));
        };
        var advisor = new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class), again);
        advisor.setOrder(AROUND_TRANSACTIONS);
        return advisor;
    }

    /** An invocation goes its way once; each attempt goes with a copy. */
    private static @Nullable Object proceed(ProxyMethodInvocation invocation) {
        try {
            return invocation.invocableClone().proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
