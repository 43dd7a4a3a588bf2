package org.redress.models;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The clock of everything here: it follows the engine's, so that simulated time moves both. Zone Europe/London (WD-13). */
@Component
class EngineClock extends Clock {
    private final ZoneId zone;

    EngineClock() {
        this(ZoneId.of("Europe/London"));
    }

    private EngineClock(ZoneId zone) {
        this.zone = zone;
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
