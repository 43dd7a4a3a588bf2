package org.redress.access;

import org.redress.deadline.CalendarEnd;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code /actuator/health/calendar}: a warning in the year in which the bank holidays end. The product as a whole stays up with it. */
@Component("bankHolidays")
class CalendarHealth implements HealthIndicator {
    static final String WARNING = "WARNING";

    private final CalendarEnd end;

    CalendarHealth(CalendarEnd end) {
        this.end = end;
    }

    @Override
    public Health health() {
        return end.warning().isPresent() ? Health.status(WARNING).build() : Health.up().build();
    }
}
