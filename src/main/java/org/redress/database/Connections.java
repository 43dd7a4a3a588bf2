package org.redress.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * How long the product waits for its database, whichever somebody names: nobody waits without end for one that is silent. And what becomes of the process when its own file cannot be written any more.
 */
@Component
class Connections implements BeanPostProcessor, ApplicationListener<ApplicationEvent> {
    /** Of H2: its file cannot be read or written, there is no room, or it closed itself over that. */
    private static final Set<Integer> OF_THE_FILE = Set.of(90028, 90031, 90098, 90100);
    private static final int GENERAL = 50_000;
    private static final String OF_THE_STORE = "MVStoreException";
    /** As in the list of exit codes, and as in sysexits.h: an input or output error. */
    private static final int CANNOT_WRITE = 74;
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final ObjectProvider<Outage> outage;
    private final Environment settings;
    private boolean serves;

    Connections(ObjectProvider<Outage> outage, Environment settings) {
        this.outage = outage;
        this.settings = settings;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            of(settings).forEach((property, value) -> {
                if (!pool.getJdbcUrl().contains(property + "=")) {
                    pool.addDataSourceProperty(property, value);
                }
            });
        }
        if (bean instanceof FlywayProperties migrations && migrations.getUser() != null && migrations.getUrl() == null) {
            // a user of its own would be put into a copy of the pool, which is not what the product has here
            migrations.setUrl(settings.getProperty("spring.datasource.url"));
        }
        return bean;
    }

    /** What the driver is told, unless the url says it. */
    static Map<String, String> of(Environment settings) {
        var connect = seconds(settings, "redress.database.connect-within", "3s");
        return Map.of("connectTimeout", connect, "loginTimeout", connect, "cancelSignalTimeout", connect,
                "socketTimeout", seconds(settings, "redress.database.answer-within", "30s"), "tcpKeepAlive", "true",
                // a lock that nobody lets go of; whoever waits is told so
                "options", "-c lock_timeout=" + milliseconds(settings, "redress.database.lock-within", "8s"),
                // "Failing row contains …"
                "logServerErrorDetail", "false");
    }

    private static String seconds(Environment settings, String name, String otherwise) {
        return String.valueOf(duration(settings, name, otherwise).toSeconds());
    }

    private static String milliseconds(Environment settings, String name, String otherwise) {
        return String.valueOf(duration(settings, name, otherwise).toMillis());
    }

    private static Duration duration(Environment settings, String name, String otherwise) {
        return settings.getProperty(name, Duration.class, DurationStyle.detectAndParse(otherwise));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? new Watched(pool, outage.getObject(), said -> heard(String.valueOf(pool.getJdbcUrl()), said)) : bean;
    }

    /** H2 does not come back when its disk is full: it would answer nobody, and say that it is up. */
    private SQLException heard(String url, SQLException said) {
        if (url.startsWith("jdbc:h2:file:") && (OF_THE_FILE.contains(said.getErrorCode()) || said.getErrorCode() == GENERAL && String.valueOf(said.getMessage()).contains(OF_THE_STORE))) {
            end(said);
        }
        return said;
    }

    private synchronized void end(SQLException said) {
        if (serves) {
            serves = false;
            LOG.error("The database file cannot be written any more ({}): the disk may be full. Redress stops; what people were told was done is there. Make room and start it again.", Sayings.words(said.getMessage()));
            outage.getObject().endsTheProcess();
            new Thread(() -> System.exit(CANNOT_WRITE), "redress-cannot-write").start();
        }
    }

    /** Before it serves, a start that fails says why; and when it ends, the file is closed before those who still ask. */
    @Override
    public synchronized void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ApplicationReadyEvent) {
            serves = true;
        } else if (event instanceof ContextClosedEvent) {
            serves = false;
        }
    }
}
