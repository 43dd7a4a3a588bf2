package org.redress.access;

import java.time.Clock;
import java.time.Duration;
import org.redress.database.InTime;
import org.redress.identity.Administrator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down as long as nobody administers this installation: the engine offers strangers to become administrator then, and only our lock holds. */
@Component
class AdministratorHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final InTime administered;

    AdministratorHealth(Administrator administrator, Clock clock) {
        this.administered = new InTime("redress-administrator-health", clock, PATIENCE, Duration.ZERO, administrator::exists);
    }

    @Override
    public Health health() {
        return administered.yes() ? Health.up().build() : Health.down().build();
    }
}
