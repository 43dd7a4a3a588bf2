package org.redress.cost;

import java.lang.management.ManagementFactory;

/** How long something took by the clock, and how much of it the thread computed, in nanoseconds. */
record Took(long wall, long cpu) {
    static final Took NOTHING = new Took(0, 0);

    static Took by(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        work.run();
        return new Took(System.nanoTime() - wall, threads.getCurrentThreadCpuTime() - cpu);
    }

    Took and(Took other) {
        return new Took(wall + other.wall, cpu + other.cpu);
    }
}
