package org.redress.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.ReadOnce;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is away on which days, and who stands in for them. What is recorded anew for some of the same days takes the place of what was. */
@Component
public class Absences {
    private static final String ALL = "select id, council, person, deputy, from_day, until_day from leave_of_absence where not called_off";

    private static final String TABLE = "leave_of_absence";

    private final JdbcClient database;
    private final RecordedRows record;
    private final Clock clock;

    Absences(JdbcClient database, @Lazy RecordedRows record, Clock clock) {
        this.database = database;
        this.record = record;
        this.clock = clock;
    }

    /** The days on which somebody is away; without a deputy their work waits for a supervisor. */
    public record Leave(long id, String council, String person, @Nullable String deputy, LocalDate fromDay, LocalDate untilDay) {}

    /** The leave of a person today, if they are away. */
    public Optional<Leave> now(String person) {
        var today = LocalDate.now(clock);
        return ReadOnce.get(Absences.class, List.of(person, today), () -> on(person, today));
    }

    /** The leave of a person on a day. */
    public Optional<Leave> on(String person, LocalDate day) {
        return database.sql(ALL + " and person = ? and from_day <= ? and until_day >= ? order by id desc").params(person, day, day)
                .query(Leave.class).list().stream().findFirst();
    }

    /** A leave of a person that has days between these. */
    public Optional<Leave> during(String person, LocalDate from, LocalDate until) {
        return database.sql(ALL + " and person = ? and from_day <= ? and until_day >= ? order by from_day").params(person, until, from)
                .query(Leave.class).list().stream().findFirst();
    }

    /** What is recorded of a person that is not over. */
    public List<Leave> toCome(String person) {
        return database.sql(ALL + " and person = ? and until_day >= ? order by from_day").params(person, LocalDate.now(clock)).query(Leave.class).list();
    }

    /** One leave, unless it was called off. */
    public Optional<Leave> find(long id) {
        return database.sql(ALL + " and id = ?").param(id).query(Leave.class).optional();
    }

    /** Records that somebody is away and gives the number of the leave; other leaves of the same days are called off. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long record(String council, String person, @Nullable String deputy, LocalDate from, LocalDate until, String by) {
        database.sql(ALL + " and person = ? and from_day <= ? and until_day >= ?").params(person, until, from).query(Leave.class).list()
                .forEach(leave -> callOff(leave.id()));
        ReadOnce.forget(Absences.class);
        var key = new GeneratedKeyHolder();
        database.sql("insert into leave_of_absence (council, person, deputy, from_day, until_day, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(council, person, deputy, from, until, LocalDateTime.now(clock), by)).update(key, "id");
        long number = Objects.requireNonNull(key.getKey()).longValue();
        record.added(TABLE, number);
        return number;
    }

    /** Somebody is back, or does not go: what has begun ended yesterday, what has not is called off. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String person) {
        ReadOnce.forget(Absences.class);
        var today = LocalDate.now(clock);
        for (var leave : toCome(person)) {
            if (leave.fromDay().isBefore(today)) {
                database.sql("update leave_of_absence set until_day = ? where id = ?").params(today.minusDays(1), leave.id()).update();
                record.changed(TABLE, leave.id(), "until_day");
            } else {
                callOff(leave.id());
            }
        }
    }

    void callOff(long leave) {
        ReadOnce.forget(Absences.class);
        database.sql("update leave_of_absence set called_off = ? where id = ?").params(true, leave).update();
        record.changed(TABLE, leave, "called_off");
    }
}
