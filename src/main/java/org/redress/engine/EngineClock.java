package org.redress.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The clock of everything here: it follows the engine's, so that simulated time moves both. Zone Europe/London (WD-13). */
@Component
public class EngineClock extends Clock {
    private final ZoneId zone;

    EngineClock() {
        this(ZoneId.of("Europe/London"));
    }

    private EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    /** The engine's moment. */
    public static Date now() {
        return ClockUtil.getCurrentTime();
    }

    /** Stands still at a moment, for the engine and everything here, until {@link #reset}. */
    public static void set(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Goes back to the real time. */
    public static void reset() {
        ClockUtil.reset();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
