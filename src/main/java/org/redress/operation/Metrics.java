package org.redress.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.metrics.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The numbers to watch, for Prometheus: counted once a minute, however often they are read, and only if somebody has them given out (docs/operations.md). */
@Component
@EnableScheduling
@ConditionalOnAvailableEndpoint(endpoint = PrometheusScrapeEndpoint.class)
class Metrics {
    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final String COUNCIL = "council";

    private final DataSource database;
    private final Clock clock;
    private final MultiGauge open;
    private final MultiGauge overdue;
    private final MultiGauge dispatches;
    private volatile @Nullable Counted counted;
    private boolean failed;

    private record Counted(Counts counts, Instant at, double skew) {}

    Metrics(DataSource database, Clock clock, MeterRegistry registry) {
        this.database = database;
        this.clock = clock;
        this.open = MultiGauge.builder("redress.cases.open").description("Cases that are not over, by council and stage").register(registry);
        this.overdue = MultiGauge.builder("redress.deadlines.overdue").description("Deadlines that have passed and are still owed, by council").register(registry);
        this.dispatches = MultiGauge.builder("redress.dispatches").description("Letters that the product sends, by how they stand").register(registry);
        gauge(registry, "redress.jobs.due", "Work of the product that is due and that nobody does", found -> found.counts().jobs().due());
        gauge(registry, "redress.jobs.oldest.seconds", "How long the oldest work that is due has been due", found -> found.counts().jobs().oldest().toSeconds());
        gauge(registry, "redress.jobs.locked", "Work that a node does at this moment", found -> found.counts().jobs().locked());
        gauge(registry, "redress.jobs.abandoned", "Work that a node took and did not end in time", found -> found.counts().jobs().abandoned());
        gauge(registry, "redress.jobs.given.up", "Work that failed as often as it is tried", found -> found.counts().jobs().givenUp());
        gauge(registry, "redress.incidents", "Steps of the product that failed and stand still", found -> found.counts().incidents());
        gauge(registry, "redress.chain.entries", "Entries of the record of changes", found -> found.counts().chain());
        gauge(registry, "redress.notices.waiting", "Notices that wait to be sent", found -> found.counts().waiting());
        gauge(registry, "redress.notices.given.up", "Notices that could not be sent", found -> found.counts().givenUp());
        gauge(registry, "redress.models.folders", "Different models that the nodes have started with which run", found -> found.counts().folders());
        gauge(registry, "redress.clock.skew.seconds", "How far this node's clock is ahead of the database's", Counted::skew);
        gauge(registry, "redress.counted.age.seconds", "How old these numbers are", found -> Duration.between(found.at(), clock.instant()).toSeconds());
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Counted> value) {
        Gauge.builder(name, this, metrics -> {
            var found = metrics.counted;
            return found == null ? Double.NaN : value.applyAsDouble(found);
        }).description(description).register(registry);
    }

    /** Counts anew; what was counted before stays where the database does not answer, and grows older. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void count() {
        try (var connection = database.getConnection()) {
            connection.setReadOnly(true);
            var before = clock.instant();
            var theirs = now(connection);
            var between = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
            var counts = Counts.of(connection, theirs);
            counted = new Counted(counts, clock.instant(), Duration.between(theirs, between).toMillis() / 1000.0);
            open.register(counts.open().stream().map(one -> Row.of(Tags.of(COUNCIL, one.council(), "stage", String.valueOf(one.stage())), one.cases())).toList(), true);
            overdue.register(counts.overdue().stream().map(one -> Row.of(Tags.of(COUNCIL, one.council()), one.deadlines())).toList(), true);
            dispatches.register(counts.dispatches().stream().map(one -> Row.of(Tags.of("state", one.state()), one.letters())).toList(), true);
            failed = false;
        } catch (SQLException e) {
            if (!failed) {
                LOG.warn("The numbers for Prometheus cannot be counted (SQL state {}).", e.getSQLState());
            }
            failed = true;
        }
    }

    private static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery("select current_timestamp")) {
            found.next();
            return found.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
