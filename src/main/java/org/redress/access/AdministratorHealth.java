package org.redress.access;

import org.redress.identity.Administrator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down as long as nobody administers this installation: the engine offers strangers to become administrator then, and only our lock holds. */
@Component
class AdministratorHealth implements HealthIndicator {
    private final Administrator administrator;

    AdministratorHealth(Administrator administrator) {
        this.administrator = administrator;
    }

    @Override
    public Health health() {
        return administrator.exists() ? Health.up().build() : Health.down().build();
    }
}
