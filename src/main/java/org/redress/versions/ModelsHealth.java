package org.redress.versions;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code /actuator/health/models}: a warning while nodes have different models for longer than a restart takes. The product as a whole stays up with it. */
@Component("modelFolders")
class ModelsHealth implements HealthIndicator {
    private static final String WARNING = "WARNING";

    private final ThisNode node;

    ModelsHealth(ThisNode node) {
        this.node = node;
    }

    @Override
    public Health health() {
        return node.warning().isPresent() ? Health.status(WARNING).build() : Health.up().build();
    }
}
