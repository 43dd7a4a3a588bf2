package org.redress.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A disk that somebody else fills up, and a step that fails each time. */
final class FullAndPoisoned {
    private static final int CANNOT_WRITE = 74;
    private static final int MOST_LINES = 20;
    /** What is kept of failed steps; the models have such words, too. */
    private static final String WORDS = "select count(*) from act_ge_bytearray where (id_ in (select exception_stack_id_ from act_ru_job) or id_ in (select job_exception_stack_id_ from act_hi_job_log))"
            + " and (convert_from(bytes_, 'LATIN1') like '%Failing row%' or convert_from(bytes_, 'LATIN1') like '%Fault %')";
    private static final String FAILED = "select count(*) from act_ru_job where exception_msg_ is not null";

    private final Lab lab;

    FullAndPoisoned(Lab lab) {
        this.lab = lab;
    }

    private interface OnDisk {
        void happen(Path disk) throws Exception;
    }

    /** With a small disk of its own, in memory. */
    private void onDisk(Row row, String name, String size, OnDisk what) throws Exception {
        var disk = Files.createDirectories(lab.folder().resolve(name));
        if (!Lab.has("mount") || Lab.run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()) != 0) {
            row.skipped("only root can make a small disk");
            return;
        }
        try {
            what.happen(disk);
        } finally {
            Lab.run("umount", disk.toString());
        }
    }

    private static void fill(Path disk) throws Exception {
        // as far as there is room
        Lab.run("sh", "-c", "cat /dev/zero > " + disk.resolve("other"));
    }

    void h2(Row row) throws Exception {
        onDisk(row, "disk", "200m", disk -> {
            var file = disk.resolve("redress");
            Load load;
            try (var node = lab.node("disk-h2", file)) {
                node.up();
                int before = node.log().size();
                load = Lab.people(node);
                Lab.works(load, 2 * Lab.PEOPLE);
                fill(disk);
                int exit = node.awaitEnd(Lab.PATIENCE);
                load.end();
                int lines = node.log().size() - before;
                row.expect(exit == CANNOT_WRITE, exit < 0 ? "it goes on" : "ended by itself with code " + exit).expect(lines <= MOST_LINES, "%d lines in the log", lines);
                Files.deleteIfExists(disk.resolve("other"));
                node.up();
                var after = Lab.people(node);
                boolean works = Lab.works(after, Lab.PEOPLE);
                after.end();
                row.expect(works, works ? "started again with room, and people worked" : "people could not work");
            }
            try (var database = Lab.at(file)) {
                load.look(row, database);
            }
            lab.whole(row, Lab.settings(file));
        });
    }

    /** The disk of the tables; PostgreSQL ends itself where that of its log is full. */
    void postgres(Row row) throws Exception {
        onDisk(row, "tables", "200m", disk -> {
            try (var postgres = Lab.postgres()) {
                try (var outside = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "template1"))) {
                    Lab.run(outside, "create tablespace small location '" + Files.createDirectories(disk.resolve("space")) + "'");
                    Lab.run(outside, "alter database postgres set tablespace small");
                }
                fullAndEmptied(row, postgres, disk);
                lab.whole(row, Lab.settings(postgres.getPort()));
            }
        });
    }

    private void fullAndEmptied(Row row, EmbeddedPostgres postgres, Path disk) throws Exception {
        try (var node = lab.node("disk-postgresql", postgres); var database = Lab.at(postgres)) {
            node.up();
            int before = node.log().size();
            var load = Lab.people(node);
            Lab.works(load, 2 * Lab.PEOPLE);
            fill(disk);
            // what is in the tables' last pages still goes
            boolean said = Lab.await(() -> node.log().subList(before, node.log().size()).stream().anyMatch(line -> line.contains("takes nothing new")), Lab.PATIENCE);
            TimeUnit.SECONDS.sleep(20);
            Files.deleteIfExists(disk.resolve("other"));
            boolean works = Lab.works(load, 2 * Lab.PEOPLE);
            load.end();
            var written = node.log().subList(before, node.log().size());
            row.expect(said, said ? "the log says so" : "the log does not say so").expect(works, works ? "people worked again when there was room" : "people could not work").expect(written.size() <= MOST_LINES, "%d lines in the log", written.size());
            Lab.settled(row, database, Duration.ZERO);
            load.look(row, database);
        }
    }

    void poison(Row row) throws Exception {
        try (var postgres = Lab.postgres()) {
            try (var node = lab.node("poison", postgres); var database = Lab.at(postgres)) {
                node.up();
                // from now on each line about something overdue is a row that the database refuses; what people work on is not
                Lab.run(database, "alter table chronology add constraint poison check (what not like 'Overdue%')");
                boolean left = Load.leaveOne(node.port());
                var load = new Load(List.of(node.port()), 1, 1);
                boolean works = Lab.works(load, 4);
                load.end();
                boolean noted = Lab.await(() -> Lab.number(database, FAILED) > 0, Lab.PATIENCE);
                row.expect(left && noted && works, "%d steps failed and wait for their next attempt, everything else goes on", Lab.number(database, FAILED))
                        .expect(Lab.number(database, "select coalesce(min(retries_), 0) from act_ru_job where exception_msg_ is not null") >= 5, "their attempts left: %d",
                                Lab.number(database, "select coalesce(min(retries_), 0) from act_ru_job where exception_msg_ is not null"))
                        .none(Lab.number(database, WORDS), "notes of a failure with somebody's words")
                        .none(node.log().stream().filter(line -> line.contains("Failing row")).count(), "lines of the log with somebody's words");
                Lab.run(database, "alter table chronology drop constraint poison");
                // a supervisor lets them run again
                Lab.run(database, "update act_ru_job set duedate_ = now() at time zone 'Europe/London' where exception_msg_ is not null");
                Lab.settled(row, database, Duration.ZERO);
                row.none(Lab.number(database, FAILED), "steps left when what made them fail was gone");
                load.look(row, database);
            }
            lab.whole(row, Lab.settings(postgres.getPort()));
        }
    }
}
