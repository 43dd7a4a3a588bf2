package org.redress.versions;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Warning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says each minute in the database that this node runs, and with which models, and looks whether others have started with different ones. That is said in the log as soon as it is noticed, and to
 * those who can do something about it when it has been so for longer than a restart of all nodes takes.
 */
@Component
@EnableScheduling
class ThisNode implements Warning, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ThisNode.class);
    private static final int LONGEST_NAME = 200;

    private final JdbcTemplate database;
    private final String id = UUID.randomUUID().toString();
    private final String name;
    private volatile @Nullable Version models;
    private volatile Nodes.@Nullable Difference difference;

    ThisNode(JdbcTemplate database, @Value("${redress.node}") String name) {
        this.database = database;
        var called = name.isBlank() ? host() : name;
        this.name = called.substring(0, Math.min(LONGEST_NAME, called.length()));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a node without a name";
        }
    }

    /** What it is called: {@code redress.node}, or its host. */
    String name() {
        return name;
    }

    /** From now on it is there, with these models. */
    void started(Version with) {
        models = with;
        database.update("delete from model_node where seen_at < current_timestamp - interval '1' day");
        database.update("delete from model_node where id = ?", id);
        isThere(with);
        look();
    }

    private void isThere(Version with) {
        // a database that was put back to an earlier state does not know it
        if (database.update("update model_node set seen_at = current_timestamp where id = ?", id) == 0) {
            database.update("insert into model_node (id, name, digest, version, started_at, seen_at) values (?, ?, ?, ?, current_timestamp, current_timestamp)", id, name, with.digest(), with.number());
        }
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void stillThere() {
        var with = models;
        if (with != null) {
            try {
                isThere(with);
                look();
            } catch (DataAccessException e) {
                LOG.debug("That this node runs could not be said in the database.");
            }
        }
    }

    private void look() {
        var nodes = database.execute((ConnectionCallback<Nodes>) StoredVersions::nodes);
        var before = difference;
        var now = nodes == null ? null : nodes.difference().orElse(null);
        difference = now;
        if (now == null) {
            if (before != null) {
                LOG.info("All nodes have the same models again.");
            }
        } else if (now.lasting() && (before == null || !before.lasting())) {
            LOG.warn(now.sentence());
        } else if (before == null) {
            LOG.info(now.sentence());
        }
    }

    /** That nodes have different models, once it is no restart any more. */
    @Override
    public Optional<String> warning() {
        return Optional.ofNullable(difference).filter(Nodes.Difference::lasting).map(Nodes.Difference::sentence);
    }

    @Override
    public void destroy() {
        try {
            database.update("delete from model_node where id = ?", id);
        } catch (DataAccessException e) {
            LOG.debug("That this node ends could not be said in the database.");
        }
    }
}
