package org.redress.identity;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ExpiredEntriesCleaner;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The throttles of the product: on PostgreSQL what was done is counted for all nodes together, on H2, which has one node, in its memory (Bucket4j). */
@Component
public class Throttles {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int AT_ONCE = 1000;

    private final Clock clock;
    private final @Nullable ProxyManager<String> shared;
    private final @Nullable JdbcTemplate rows;
    /** How long something is counted at most. */
    private final AtomicReference<Duration> longest = new AtomicReference<>(Duration.ZERO);

    @Autowired
    Throttles(Clock clock, DataSource database, @Value("${spring.datasource.url}") String url) {
        this(clock, url.startsWith("jdbc:postgresql:") ? database : null);
    }

    private Throttles(Clock clock, @Nullable DataSource database) {
        this.clock = clock;
        this.shared = database == null ? null : of(clock, database);
        this.rows = database == null ? null : new JdbcTemplate(database);
    }

    /** Those of one node. */
    static Throttles here(Clock clock) {
        return new Throttles(clock, (DataSource) null);
    }

    /**
     * A throttle for all nodes.
     *
     * @param name of its own
     * @param atOnce how often in a row
     * @param each after how long once more
     */
    public Throttle named(String name, int atOnce, Duration each) {
        longest.accumulateAndGet(each.multipliedBy(atOnce), (one, other) -> one.compareTo(other) > 0 ? one : other);
        return shared == null ? new Throttle(clock, atOnce, each) : new Throttle(shared, name, atOnce, each);
    }

    private static ProxyManager<String> of(Clock clock, DataSource database) {
        return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database).table("throttle").idColumn("id").stateColumn("state").expiresAtColumn("expires_at")
                .primaryKeyMapper(PrimaryKeyMapper.STRING).expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT)).clientClock(meter(clock)).build();
    }

    static TimeMeter meter(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Math.multiplyExact(clock.millis(), 1_000_000);
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** What says nothing any more is removed. */
    @Scheduled(fixedDelayString = "${redress.limits.tidy}")
    void tidy() {
        if (shared instanceof ExpiredEntriesCleaner cleaner && rows != null) {
            cleaner.removeExpired(AT_ONCE);
            // the clock was ahead when it was counted: until then, it would be counted for ever
            rows.update("delete from throttle where expires_at > ?", clock.instant().plus(longest.get()).plus(KEPT.multipliedBy(2)).toEpochMilli());
        }
    }
}
