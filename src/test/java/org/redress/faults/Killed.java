package org.redress.faults;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Nodes that are killed while people work, and nodes that are started anew one after the other. */
final class Killed {
    private static final Duration BETWEEN = Duration.ofSeconds(30);
    private static final String LOCKS = "select coalesce(max(extract(epoch from lock_exp_time_ - (now() at time zone 'Europe/London'))), 0)::int from act_ru_job where lock_owner_ is not null";

    private final Lab lab;
    private final Random random = new Random(20261129);

    Killed(Lab lab) {
        this.lab = lab;
    }

    void onPostgres(Row row, int kills) throws Exception {
        try (var postgres = Lab.postgres()) {
            try (var node = lab.node("kills-postgresql", postgres); var database = Lab.at(postgres)) {
                var load = killed(row, node, kills);
                Lab.settled(row, database, Duration.ZERO);
                load.look(row, database);
            }
            lab.whole(row, Lab.settings(postgres.getPort()));
        }
    }

    void onH2(Row row, int kills) throws Exception {
        var file = lab.folder().resolve("h2/redress");
        Load load;
        try (var node = lab.node("kills-h2", file)) {
            load = killed(row, node, kills);
        }
        // one process at a time has the file
        try (var database = Lab.at(file)) {
            row.none(Lab.number(database, "select count(*) from act_ru_job where retries_ > 0 and (duedate_ is null or duedate_ < localtimestamp) and create_time_ < dateadd('minute', -3, localtimestamp)"), "jobs due for minutes");
            load.look(row, database);
        }
        lab.whole(row, Lab.settings(file));
    }

    private Load killed(Row row, NodeProcess node, int kills) throws Exception {
        node.up();
        var load = Lab.people(node);
        boolean worked = true;
        for (int i = 0; i < kills; i++) {
            worked &= Lab.works(load, Lab.PEOPLE);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(3000));
            node.kill();
            node.up();
        }
        worked &= Lab.works(load, Lab.PEOPLE);
        load.end();
        row.expect(worked, kills + " kills, " + (worked ? "and people worked before and after each" : "and people could not work"));
        return load;
    }

    /** One of two nodes, every half minute, whatever it does. */
    void oneOfTwo(Row row, Duration all) throws Exception {
        try (var postgres = Lab.postgres()) {
            try (var one = lab.node("two-a", postgres); var other = lab.node("two-b", postgres); var database = Lab.at(postgres)) {
                one.up();
                other.up();
                var load = Lab.people(one, other);
                int kills = 0;
                int ready = 0;
                long locked = 0;
                for (long end = System.nanoTime() + all.toNanos(); System.nanoTime() < end; kills++) {
                    TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
                    ready += other.isReady() ? 1 : 0;
                    other.kill();
                    locked = Math.max(locked, Lab.number(database, LOCKS));
                    other.start();
                }
                other.awaitReady();
                Lab.works(load, 2 * Lab.PEOPLE);
                load.end();
                row.saw("%d kills, %d of them of a node that served already", kills, ready).expect(locked <= 60, "its jobs locked for %d s at most", locked);
                Lab.settled(row, database, Duration.ZERO);
                load.look(row, database);
            }
            lab.whole(row, Lab.settings(postgres.getPort()));
        }
    }

    /** Both nodes, one after the other, asked to end and started anew. */
    void rolling(Row row, int rounds) throws Exception {
        try (var postgres = Lab.postgres()) {
            try (var one = lab.node("rolling-a", postgres); var other = lab.node("rolling-b", postgres); var database = Lab.at(postgres)) {
                one.up();
                other.up();
                var load = Lab.people(one, other);
                Lab.works(load, Lab.PEOPLE);
                boolean always = true;
                for (int i = 0; i < rounds; i++) {
                    for (var node : new NodeProcess[] {one, other}) {
                        node.stop();
                        always &= Lab.works(load, Lab.PEOPLE);
                        node.up();
                        always &= Lab.works(load, Lab.PEOPLE);
                    }
                }
                load.end();
                row.saw("%d restarts", 2 * rounds).expect(always, always ? "people worked all the time" : "people could not work");
                load.look(row, database);
            }
            lab.whole(row, Lab.settings(postgres.getPort()));
        }
    }

    /** Two nodes begun at the same moment. */
    void onNothing(Row row) throws Exception {
        try (var postgres = Lab.postgres(); var one = lab.node("empty-a", postgres); var other = lab.node("empty-b", postgres); var database = Lab.at(postgres)) {
            one.start();
            other.start();
            one.awaitReady();
            other.awaitReady();
            var load = Lab.people(one, other);
            Lab.works(load, 2 * Lab.PEOPLE);
            load.end();
            long administrators = Lab.number(database, "select count(*) from act_id_user where id_ = 'admin'");
            long twice = Lab.number(database, "select count(*) from (select key_ from act_re_procdef group by key_ having count(*) > 1) again");
            row.saw("both ready").expect(administrators == 1, "%d administrator", administrators).none(twice, "models deployed twice");
            load.look(row, database);
        }
    }
}
