package org.redress.identity;

import org.springframework.context.SmartLifecycle;

/**
 * Work on a database of an earlier version that has to be done before anybody is let in: when the product starts, before its web server listens and before jobs run,
 * because until then it is not known who may read which case.
 */
public abstract class BeforeTraffic implements SmartLifecycle {
    /** Well before the web server, which starts and stops in one of the last phases. */
    private static final int PHASE = 0;

    private volatile boolean running;

    /** Does what is left to do; a start that fails here lets nobody in. */
    protected abstract void run();

    @Override
    public final void start() {
        run();
        running = true;
    }

    @Override
    public final void stop() {
        running = false;
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    @Override
    public final int getPhase() {
        return PHASE;
    }
}
