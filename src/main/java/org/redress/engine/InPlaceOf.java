package org.redress.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * One of the product's own in place of what the engine opens for each command to read and write a kind of its rows.
 *
 * @param kind the engine's class, which the product's one extends
 * @param ours opens one
 */
record InPlaceOf<T extends Session>(Class<T> kind, Supplier<? extends T> ours) implements SessionFactory {
    /** Before the engine is made. */
    static <T extends Session> void take(ProcessEngineConfigurationImpl configuration, Class<T> kind, Supplier<? extends T> ours) {
        var own = new ArrayList<>(Optional.ofNullable(configuration.getCustomSessionFactories()).orElse(List.of()));
        own.add(new InPlaceOf<>(kind, ours));
        configuration.setCustomSessionFactories(own);
    }

    @Override
    public Class<?> getSessionType() {
        return kind;
    }

    @Override
    public Session openSession() {
        return ours.get();
    }
}
