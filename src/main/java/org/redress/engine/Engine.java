package org.redress.engine;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Runs something inside the engine, as a whole: in the transaction that is under way there, or in one of its own. */
@Component
public class Engine {
    private final ProcessEngine engine;
    private final IdentityService identity;

    // lazily: the engine needs what works inside it
    Engine(@Lazy ProcessEngine engine, @Lazy IdentityService identity) {
        this.engine = engine;
        this.identity = identity;
    }

    /** Does something inside the engine, with the rights of whoever is signed in. */
    public <T extends @Nullable Object> T run(Function<Inside, T> work) {
        return configuration().getCommandExecutorTxRequired().execute(new Work<>(work));
    }

    /** The product does this, whoever it works for: nobody is asked for a right. */
    public <T extends @Nullable Object> T unchecked(Supplier<T> work) {
        return run(new Unchecked<>(work));
    }

    /** The same whatever the tenant: who records a step may neither see nor touch what belongs to others, such as the other side. */
    public <T extends @Nullable Object> T unrestricted(Supplier<T> work) {
        return run(inside -> inside.unrestricted(work));
    }

    /** For whom the engine works on this thread; nobody while it works by itself. */
    public Optional<Person> person() {
        return Optional.ofNullable(Person.of(identity.getCurrentAuthentication()));
    }

    /** What evaluates tables, without their deployments: of that the engine keeps no history. */
    public DmnEngine tables() {
        return configuration().getDmnEngine();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** A command of ours, known by whose work it is. */
    @NullUnmarked
    record Work<T>(Object whose, Function<Inside, T> work) implements Command<T> {
        Work(Function<Inside, T> work) {
            this(work instanceof Unchecked<?> unchecked ? unchecked.work() : work, work);
        }

        @Override
        public T execute(CommandContext context) {
            return work.apply(new Inside(context));
        }
    }

    private record Unchecked<T extends @Nullable Object>(Supplier<T> work) implements Function<Inside, T> {
        @Override
        public T apply(Inside inside) {
            return inside.unchecked(work);
        }
    }
}
