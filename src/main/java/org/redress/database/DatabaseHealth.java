package org.redress.database;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Up as long as the database takes a write: one that only reads, or whose disk is full, records nothing. Answered within two seconds, also when it hangs. */
@Component("database")
class DatabaseHealth implements HealthIndicator {
    /** Strangers may ask, and each question is a write. */
    private static final Duration HOLDS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMillis(1100);

    private final InTime writes;
    private final Outage outage;

    DatabaseHealth(JdbcTemplate database, Clock clock, Outage outage) {
        this.outage = outage;
        this.writes = new InTime("redress-database-health", clock, PATIENCE, HOLDS, () -> writes(database, clock));
    }

    private boolean writes(JdbcTemplate database, Clock clock) {
        var begun = clock.instant();
        boolean written = database.update("update heartbeat set at = ? where id = 1", LocalDateTime.now(clock)) == 1;
        if (written) {
            outage.written(begun);
        }
        return written;
    }

    @Override
    public Health health() {
        return writes.yes() ? Health.up().build() : Health.down().build();
    }

    /** Whether it is over is found out also where nobody asks for health. */
    @Scheduled(fixedDelayString = "5s")
    void look() {
        if (outage.goesOn()) {
            health();
        }
    }
}
