package org.redress.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.redress.casefile.CaseFiles;
import org.redress.database.Postgres;
import org.redress.identity.Administrator;
import org.redress.identity.Passwords;
import org.redress.identity.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demonstration: at its first start it makes the councils' and the Ombudsman's people and plays every published case as it ended
 * in its own time and again in flight with its dates moved, so that there is work that is due soon and work that is overdue. Later
 * starts only say how to sign in.
 */
@Component
@Profile("demo")
@Order(40)
class Demonstration implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    /** The row of the table done_once, where the database is no H2. */
    private static final String PLAYED = "demonstration";

    private final PublishedCouncils councils;
    private final CaseFiles cases;
    private final Replay replay;
    private final SimulatedTime time;
    private final DemonstrationPassword password;
    private final DataSource database;
    private final JdbcClient jdbc;
    private final String address;

    Demonstration(PublishedCouncils councils, CaseFiles cases, Replay replay, SimulatedTime time,
            DemonstrationPassword password, DataSource database, JdbcClient jdbc, @Value("${server.address:localhost}") String host, @Value("${server.port:8080}") int port) {
        this.councils = councils;
        this.cases = cases;
        this.replay = replay;
        this.time = time;
        this.password = password;
        this.database = database;
        this.jdbc = jdbc;
        this.address = "http://" + host + ":" + port + "/";
    }

    @Override
    public void run(ApplicationArguments arguments) {
        councils.make(password.value());
        beginAnew();
        if (cases.all().isEmpty()) {
            LOG.info("First start: playing the published cases, each as it ended and again in flight.");
            load();
        }
        LOG.info("""

                Redress is ready. This is a demonstration with published cases; every council's people have the same password.
                  Open      {}
                  Sign in   kent-officer, leicestershire-supervisor, cheshire-east-investigator, ... (all of them: docs/demonstration.md)
                  Password  {}
                """, address, password.toldOnce());
    }

    /** Where the first start was ended while the cases were played: half of them are worse than none. */
    private void beginAnew() {
        if (isH2()) {
            FirstState.left(database).ifPresent(first -> {
                LOG.warn("The first start was interrupted: begins anew.");
                first.restore();
                first.close();
            });
        } else if (jdbc.sql("select done from done_once where name = ?").param(PLAYED).query(Boolean.class).optional().filter(done -> !done).isPresent()) {
            throw new StartRefused("The first start of the demonstration was interrupted: make its database anew, and start again.");
        }
    }

    private void load() {
        var first = isH2() ? FirstState.of(database) : null;
        if (first == null) {
            jdbc.sql("insert into done_once (name, done) values (?, false)").param(PLAYED).update();
        }
        play();
        if (first == null) {
            jdbc.sql("update done_once set done = true where name = ?").param(PLAYED).update();
        } else {
            first.close();
        }
    }

    private boolean isH2() {
        return !Postgres.is(new JdbcTemplate(database));
    }

    private void play() {
        // the engine's job executor starts after this, so nothing else fires timers while the clock is moved
        try {
            var today = LocalDate.now(ZoneId.of("Europe/London"));
            var scripts = CaseScripts.published();
            for (var script : scripts) {
                replay.play(script);
                replay.playInFlight(script, today);
                LOG.info("Played {} of {} cases.", scripts.indexOf(script) + 1, scripts.size());
            }
        } finally {
            time.end();
        }
    }

    /** The demonstration has an administrator of its own, before the start asks for one. */
    @Component
    @Profile("demo")
    @Order(1)
    static class DemonstrationAdministrator implements ApplicationRunner {
        private final Administrator administrator;
        private final DemonstrationPassword password;

        DemonstrationAdministrator(Administrator administrator, DemonstrationPassword password) {
            this.administrator = administrator;
            this.password = password;
        }

        @Override
        public void run(ApplicationArguments arguments) {
            if (!administrator.exists()) {
                administrator.make("admin", password.value());
            }
        }
    }

    /** The demonstration's password: made and printed at the first start, kept beside the database. */
    @Component
    @Profile("demo")
    static class DemonstrationPassword {
        private final Path file;
        private final boolean isNew;
        private final String value;

        DemonstrationPassword(@Value("${redress.demo.password-file:data/demo-password}") Path file) throws IOException {
            this.file = file;
            this.isNew = !Files.exists(file);
            if (isNew) {
                if (file.getParent() != null) {
                    Files.createDirectories(file.getParent());
                }
                Files.writeString(file, Passwords.random(), StandardCharsets.UTF_8);
            }
            value = Files.readString(file).strip();
        }

        String value() {
            return value;
        }

        String toldOnce() {
            return isNew ? value : "the one of the first start, which is kept in " + file;
        }
    }
}
