package org.redress.faults;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The clock of a node goes through the two nights in which it is put forward and back, and steps. */
final class Clocks {
    private final Lab lab;

    Clocks(Lab lab) {
        this.lab = lab;
    }

    /** From one to two o'clock in no time. */
    void forward(Row row) throws Exception {
        night(row, LocalDateTime.of(2027, 3, 28, 0, 59));
    }

    /** From two o'clock back to one. */
    void back(Row row) throws Exception {
        night(row, LocalDateTime.of(2027, 10, 31, 1, 59));
    }

    private void night(Row row, LocalDateTime before) throws Exception {
        try (var postgres = Lab.postgres()) {
            try (var node = lab.node("night-" + before.getMonth(), postgres); var database = Lab.at(postgres)) {
                node.up();
                // of the two hours of that name the one in summer time
                var ahead = Duration.between(Instant.now(), before.atZone(Lab.LONDON).withEarlierOffsetAtOverlap());
                node.clock(ahead);
                var load = Lab.people(node);
                TimeUnit.SECONDS.sleep(90);
                boolean worked = Lab.works(load, 2 * Lab.PEOPLE);
                load.end();
                var clock = ZonedDateTime.now(Lab.LONDON).plus(ahead);
                row.saw("from %s to %s", before.toLocalTime(), clock.toLocalTime().withNano(0)).expect(worked, worked ? "people worked through it" : "people could not work");
                row.none(Lab.number(database, "select count(*) from chronology where recorded_at >= '2027-03-28 01:00' and recorded_at < '2027-03-28 02:00'"), "lines in the hour that there was not");
                settled(row, database, ahead);
                load.look(row, database);
            }
            lab.whole(row, Lab.settings(postgres.getPort()));
        }
    }

    private static void settled(Row row, Connection database, Duration ahead) throws Exception {
        Lab.settled(row, database, ahead.minusMinutes(2));
        long overdue = Lab.number(database, "select count(*) from chronology where what like 'Overdue%'");
        row.expect(overdue > 0, "%d deadlines told overdue, each once", overdue);
    }

    /** Far ahead, back, and a little behind. */
    void steps(Row row) throws Exception {
        try (var postgres = Lab.postgres()) {
            try (var node = lab.node("clock", postgres); var database = Lab.at(postgres)) {
                node.up();
                var load = Lab.people(node);
                Lab.works(load, 2 * Lab.PEOPLE);
                boolean worked = true;
                for (var ahead : List.of(Duration.ofDays(40), Duration.ZERO, Duration.ofHours(-2), Duration.ofMinutes(5), Duration.ZERO)) {
                    node.clock(ahead);
                    worked &= Lab.works(load, 2 * Lab.PEOPLE);
                }
                load.end();
                row.expect(worked, worked ? "people worked after each step" : "people could not work");
                settled(row, database, Duration.ZERO);
                load.look(row, database);
            }
            lab.whole(row, Lab.settings(postgres.getPort()));
        }
    }
}
