package org.redress.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.redress.api.Browsers;
import org.redress.operation.OldVersion;

/** A backup that is put in the place of the database, and a database of an earlier version. */
final class Restores {
    private static final String RESTORED = "restored";
    private static final String BEFORE = "49";
    private static final int REFUSED = 78;

    private final Lab lab;

    Restores(Lab lab) {
        this.lab = lab;
    }

    /** The backup is made while people work, and they go on afterwards. */
    void restore(Row row) throws Exception {
        if (!Lab.has("pg_dump") || !Lab.has("pg_restore")) {
            row.skipped("pg_dump is not on this machine");
            return;
        }
        try (var postgres = Lab.postgres()) {
            var port = String.valueOf(postgres.getPort());
            var dump = lab.folder().resolve("backup.dump").toString();
            var load = worked(postgres.getPort(), () -> Lab.run("pg_dump", "-h", "localhost", "-p", port, "-U", "postgres", "-Fc", "-f", dump, "postgres"), row);
            try (var database = Lab.at(postgres)) {
                Lab.run(database, "create database " + RESTORED);
            }
            row.none(Lab.run("pg_restore", "-h", "localhost", "-p", port, "-U", "postgres", "-d", RESTORED, dump), "complaints of pg_restore");
            goesOn(row, postgres, load);
        }
    }

    private record Worked(Browsers.Browser signedIn, List<String> inTheBackup, List<String> ever) {}

    private interface Backup {
        int make() throws Exception;
    }

    private Worked worked(int port, Backup backup, Row row) throws Exception {
        try (var node = new NodeProcess(lab.folder(), "backed-up", Lab.settings(port))) {
            node.up();
            var signedIn = new Browsers(node.port()).signedIn("kent-officer");
            var load = Lab.people(node);
            Lab.works(load, 2 * Lab.PEOPLE);
            var before = load.references();
            row.none(backup.make(), "complaints of pg_dump beside people at work");
            Lab.works(load, 2 * Lab.PEOPLE);
            load.end();
            return new Worked(signedIn, before, load.references());
        }
    }

    private void goesOn(Row row, EmbeddedPostgres postgres, Worked before) throws Exception {
        var settings = Lab.settings(postgres.getPort(), RESTORED);
        try (var node = new NodeProcess(lab.folder(), RESTORED, settings); var database = postgres.getDatabase("postgres", RESTORED).getConnection()) {
            node.start();
            int code = node.awaitEnd(Lab.PATIENCE);
            row.expect(code == REFUSED && node.log().stream().anyMatch(line -> line.contains("redress restored")), "a start before redress restored ended with code %d", code);
            var command = new ArrayList<>(List.of("restored", "--last=" + Collections.max(before.ever())));
            command.addAll(settings);
            lab.command("restored-command", command);
            node.up();
            var load = Lab.people(node);
            Lab.works(load, 2 * Lab.PEOPLE);
            load.end();
            long lost = 0;
            for (var reference : before.inTheBackup()) {
                lost += 1 - Lab.number(database, "select count(*) from complaint where reference = '" + reference + "'");
            }
            var again = new ArrayList<>(load.references());
            again.retainAll(before.ever());
            int status = before.signedIn().at(node.port()).post("/task/count", Map.of()).statusCode();
            row.none(lost, "lost of what was there when the backup began").none(again.size(), "numbers of cases given twice").expect(status == 401 || status == 403, "a session of the backup is answered %d", status);
            Lab.settled(row, database, Duration.ZERO);
            load.look(row, database);
        }
        lab.whole(row, settings);
    }

    /** Two nodes of this version are begun at once on what the version before has left. */
    void upgrade(Row row) throws Exception {
        try (var postgres = Lab.postgres()) {
            var settings = Lab.settings(postgres.getPort());
            try (var database = Lab.at(postgres)) {
                OldVersion.lay(BEFORE, database, postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            }
            try (var one = lab.node("upgraded-a", postgres); var other = lab.node("upgraded-b", postgres); var database = Lab.at(postgres)) {
                long cases = Lab.number(database, "select count(*) from complaint");
                one.start();
                other.start();
                one.awaitReady();
                other.awaitReady();
                var load = Lab.people(one, other);
                Lab.works(load, 2 * Lab.PEOPLE);
                load.end();
                row.saw("both ready, with the %d cases of before", cases);
                Lab.settled(row, database, Duration.ZERO);
                load.look(row, database);
                var inspect = new ArrayList<>(List.of("inspect"));
                inspect.addAll(settings);
                int code = lab.command("inspect", inspect);
                row.expect(code == 0, "redress inspect ended with code %d", code);
            }
            lab.whole(row, settings);
        }
    }
}
