package org.redress.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The database of a node goes, in several ways, and comes back, while people work. */
final class DatabaseGone implements AutoCloseable {
    private static final String OTHERS = "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = 'postgres'";
    private static final int MOST_LINES = 20;

    private final EmbeddedPostgres postgres;
    private final Wire wire;
    private final NodeProcess node;
    private final Connection database;

    DatabaseGone(Lab lab) throws Exception {
        postgres = Lab.postgres();
        wire = new Wire(postgres.getPort());
        node = new NodeProcess(lab.folder(), "gone", Lab.settings(wire.port()));
        database = Lab.at(postgres);
        node.up();
    }

    private interface Fault {
        void happen() throws Exception;
    }

    void refused(Row row) throws Exception {
        gone(row, wire::cut, wire::mend, 20, 10, true);
    }

    void silent(Row row) throws Exception {
        gone(row, wire::silence, wire::mend, 70, 40, true);
    }

    void ended(Row row) throws Exception {
        gone(row, () -> {
            for (int i = 0; i < 5; i++) {
                Lab.run(database, OTHERS);
                TimeUnit.SECONDS.sleep(2);
            }
        }, () -> {}, 1, 15, false);
    }

    void onlyReads(Row row) throws Exception {
        gone(row, () -> only("on"), () -> only("off"), 20, 10, true);
    }

    void locked(Row row) throws Exception {
        gone(row, () -> {
            database.setAutoCommit(false);
            Lab.run(database, "lock table act_ru_task in access exclusive mode");
        }, () -> {
            database.commit();
            database.setAutoCommit(true);
        }, 20, 25, false);
    }

    private void gone(Row row, Fault goes, Fault comes, int seconds, int longest, boolean noticed) throws Exception {
        int before = node.log().size();
        var load = Lab.people(node);
        Lab.works(load, Lab.PEOPLE);
        goes.happen();
        long slowest = 0;
        boolean down = false;
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds); System.nanoTime() < end; TimeUnit.MILLISECONDS.sleep(500)) {
            long begun = System.nanoTime();
            down |= !node.isReady();
            slowest = Math.max(slowest, System.nanoTime() - begun);
        }
        comes.happen();
        long back = System.nanoTime();
        boolean works = Lab.works(load, 1);
        double again = (System.nanoTime() - back) / 1e9;
        Lab.works(load, Lab.PEOPLE);
        load.end();
        var written = node.log().subList(before, node.log().size());
        long lines = written.stream().filter(line -> !line.isBlank()).count();
        row.expect(works && again < 30, "people could work again after %.0f s", again).expect(slowest < 2e9, "health answered within %.1f s", slowest / 1e9).expect(!noticed || down, "and said %s", down ? "down" : "up")
                .expect(load.longestSeconds() <= longest, "people were answered within %.1f s", load.longestSeconds()).expect(lines <= MOST_LINES, "%d lines in the log", lines)
                .none(written.stream().filter(line -> line.startsWith("\tat ")).count(), "lines of stack traces");
        load.look(row, database);
    }

    private void only(String reading) throws SQLException {
        for (var sql : List.of("set session characteristics as transaction read write", "alter database postgres set default_transaction_read_only = " + reading, OTHERS)) {
            Lab.run(database, sql);
        }
    }

    @Override
    public void close() throws Exception {
        node.close();
        database.close();
        wire.close();
        postgres.close();
    }
}
